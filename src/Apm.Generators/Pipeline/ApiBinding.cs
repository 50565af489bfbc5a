using System.Runtime.CompilerServices;
using Apm.Specs;

namespace Apm.Generators;

/// <summary>An API's spec with its spans, and with its names in C#.</summary>
/// <param name="Declared">The model of the file; null if the file has too many errors.</param>
/// <param name="Model">The model without names that conflict.</param>
/// <param name="Diagnostics">The diagnostics of the spec itself, and of its names in C#.</param>
internal sealed record ApiBinding(ApiModel? Declared, ApiModel? Model, IReadOnlyList<SpecDiagnostic> Diagnostics)
{
    private static readonly ConditionalWeakTable<BoundApi, ApiBinding> s_known = new();

    public static ApiBinding Create(ParsedSpec spec, CancellationToken cancellationToken) =>
        s_known.GetValue(SpecBinder.BindApi(spec, cancellationToken), bound => bound.Model is { } model
            ? new Names(spec, model).Resolve(bound.Diagnostics)
            : new ApiBinding(null, null, bound.Diagnostics));

    private sealed class Names(ParsedSpec spec, ApiModel declared)
    {
        private readonly List<SpecDiagnostic> _diagnostics = [];

        public ApiBinding Resolve(IEnumerable<SpecDiagnostic> others)
        {
            var model = declared with
            {
                Hosts = First(
                    declared.Hosts,
                    host => host.Name,
                    host => CSharpName.Property(host.Name) + "Host",
                    host => SpecLocations.Key(spec, host.Name, "hosts")),
                Response = declared.Response with
                {
                    Members = First(
                        declared.Response.Members,
                        member => member.Path,
                        member => EmitApiPayment.MemberProperty(member, declared, declared.Prefix + "Payment"),
                        member => SpecLocations.Key(spec, member.Path, "response", "members")),
                },
                Statuses = Named(
                    declared.Statuses,
                    status => EmitApiPayment.StatusProperty(declared, status.Status),
                    status => SpecLocations.Item(spec, status.Status, "statuses")),
            };
            if (EmitApiPayment.IdProperty(declared) is { } id && id == EmitApiPayment.StatusProperty(declared))
            {
                Add(
                    SpecLocations.Key(spec, "status", "response"),
                    $"the payment's id and its status would both become the property {id}, so the payment has no property for the status");
            }

            if (model.Webhooks is { } events)
            {
                var all = Named(
                    [.. model.Statuses, .. events.Types],
                    type => EmitStatus.Property(EmitEvent.TypeType(declared), type.Status),
                    type => SpecLocations.Item(spec, type.Status, "webhooks", "types"));
                model = model with
                {
                    Webhooks = events with
                    {
                        Types = events.Types.Where(all.Contains).ToEquatableArray(),
                        Events = Events(events.Events),
                    },
                };
            }

            model = model with { Results = declared.Results.Select(Result).ToEquatableArray() };
            var types = FieldNameConflicts.Types(DeclaredTypes.OfItself(declared), "the API itself");
            model = Types(model, types);
            model = model with { Request = Fields(declared.Request, root => ShapeBuilder.SharedRequest(model with { Request = root }), types, "request") };
            model = model with
            {
                Operations = declared.Operations.Select(operation => operation.Body is { } body
                    ? operation with { Body = Fields(body, root => ShapeBuilder.Body(operation, root, model), types, "operations", operation.Id, "body") }
                    : operation).ToEquatableArray(),
            };
            return new ApiBinding(declared, model, [.. others, .. _diagnostics]);
        }

        private ResultModel Result(ResultModel result)
        {
            var id = KebabCase.Of(result.Kind.ToString());
            return result with
            {
                Members = First(
                    result.Members,
                    member => member.Path,
                    member => EmitResult.Property(member, result, declared),
                    member => SpecLocations.Key(spec, member.Path, "results", id, "members")),
                Statuses = First(
                    result.Statuses,
                    status => status.Status,
                    status => EmitStatus.Property(declared.Prefix + result.Kind + "Status", status.Status),
                    status => SpecLocations.Item(spec, status.Status, "results", id, "statuses")),
            };
        }

        private EquatableArray<WebhookEventModel> Events(EquatableArray<WebhookEventModel> events) =>
            First(
                    events,
                    details => details.Type,
                    details => EmitEventDetails.Property(details, declared),
                    details => SpecLocations.Key(spec, details.Type, "webhooks", "events"))
                .Select(details => details with
                {
                    Members = First(
                        details.Members,
                        member => member.Name,
                        member => EmitEventDetails.Property(member, DeclaredTypes.EventDetails(details, declared)),
                        member => SpecLocations.Key(spec, member.Name, "webhooks", "events", details.Type, "members")),
                })
                .ToEquatableArray();

        private ApiModel Types(ApiModel model, Dictionary<string, string> types)
        {
            var kept = new List<TypeModel>();
            foreach (var type in declared.Types)
            {
                var name = ShapeBuilder.TypeName(type, declared);
                if (types.TryGetValue(name, out var other))
                {
                    Add(SpecLocations.Key(spec, type.Id, "types"), $"the type '{type.Id}' and {other} would both become {name}; give it another name");
                    continue;
                }

                types.Add(name, $"the type '{type.Id}'");
                kept.Add(type with { Root = Fields(type.Root, root => ShapeBuilder.Type(type with { Root = root }, declared), types, "types", type.Id) });
            }

            return model with { Types = kept.ToEquatableArray() };
        }

        private FieldModel Fields(FieldModel root, Func<FieldModel, ObjectShape> shape, Dictionary<string, string> types, params string[] place)
        {
            var (resolved, clashes) = FieldNameConflicts.Resolve(root, shape, types, declared.Id);
            foreach (var clash in clashes)
            {
                Add(SpecLocations.Field(spec, clash.Path, place), clash.Message);
            }

            return resolved;
        }

        // A text can have several states under conditions. It has one name.
        private EquatableArray<StatusModel> Named(
            IReadOnlyCollection<StatusModel> statuses,
            Func<StatusModel, string> name,
            Func<StatusModel, SpecLocation> place)
        {
            var kept = First([.. statuses.GroupBy(status => status.Status).Select(group => group.First())], status => status.Status, name, place);
            return kept.Count == statuses.Count ? kept : statuses.Where(status => kept.Any(one => one.Status == status.Status)).ToEquatableArray();
        }

        private EquatableArray<T> First<T>(IReadOnlyCollection<T> items, Func<T, string> text, Func<T, string> name, Func<T, SpecLocation> place)
            where T : IEquatable<T>
        {
            var names = new Dictionary<string, T>(StringComparer.Ordinal);
            foreach (var item in items)
            {
                if (names.TryGetValue(name(item), out var other))
                {
                    Add(place(item), $"'{text(item)}' and '{text(other)}' would both become {name(item)}");
                }
                else
                {
                    names.Add(name(item), item);
                }
            }

            return items.Where(item => ReferenceEquals(names[name(item)], item)).ToEquatableArray();
        }

        private void Add(SpecLocation place, string message) =>
            _diagnostics.Add(new SpecDiagnostic(SpecDescriptors.NameClash, place, message));
    }
}
