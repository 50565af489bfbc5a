using Apm.Specs;

namespace Apm.Generators;

/// <summary>A method's spec with its spans, for diagnostics.</summary>
/// <param name="Model">The model without names that conflict; null if the spec has too many errors.</param>
/// <param name="Diagnostics">The diagnostics of the spec itself, and of its names in C#.</param>
internal sealed record MethodBinding(SpecFile File, ParsedSpec Spec, ApiModel? Api, MethodModel? Model, IReadOnlyList<SpecDiagnostic> Diagnostics)
{
    /// <summary>Another method of the project takes its place, so it has no code.</summary>
    public bool IsReplaced { get; init; }

    public static MethodBinding Create(MethodSources sources, CancellationToken cancellationToken)
    {
        var file = sources.File;
        var spec = file.Parse(cancellationToken);
        var apiSpec = sources.Api?.Parse(cancellationToken);
        var api = apiSpec is null ? null : ApiBinding.Create(apiSpec, cancellationToken);
        var bound = SpecBinder.BindMethod(spec, sources.Base?.Parse(cancellationToken), apiSpec, sources.Candidates, cancellationToken);
        if (sources.IsReplaced)
        {
            return new MethodBinding(file, spec, api?.Model, null, bound.Diagnostics) { IsReplaced = true };
        }

        var diagnostics = bound.Diagnostics.ToList();
        if (file.CSharpNamespace is null)
        {
            diagnostics.Insert(
                0,
                new SpecDiagnostic(
                    SpecDescriptors.NameClash,
                    SpecLocations.Start(spec),
                    $"'{NamespaceName.Shown(file.Namespace)}' is not a valid namespace for the code of this spec: write another one in the project, "
                        + "such as <ApmSpec Include=\"…\" Namespace=\"Shop.Payments\" />, or set <ApmDefaultNamespace>"));
        }

        if (api is not { Declared: { } declared, Model: { } apiModel } || bound.Model is null)
        {
            return new MethodBinding(file, spec, api?.Model, null, diagnostics);
        }

        var model = bound.Model with { Request = FieldNameConflicts.Follow(bound.Model.Request, declared.Request, apiModel.Request) };
        var request = ShapeBuilder.Request(model, apiModel);
        var ofApi = apiModel.Types.SelectMany(type => DeclaredTypes.Of(ShapeBuilder.Type(type, apiModel).SelfAndOwn()));
        var types = FieldNameConflicts.Types(
            DeclaredTypes.OfItself(apiModel).Concat(ofApi).Concat(DeclaredTypes.OfItself(model, apiModel, request)),
            $"{model.Id} itself");
        var (resolved, clashes) = FieldNameConflicts.Resolve(
            model.Request,
            root => ShapeBuilder.Request(model with { Request = root }, apiModel),
            types,
            apiModel.Id);
        Report(clashes, ["fields"]);
        var operations = bound.Model.Operations.Select(operation => Operation(operation, model, declared, apiModel, types, Report)).ToEquatableArray();
        var members = Members(model, apiModel, (path, message) =>
            diagnostics.Add(new SpecDiagnostic(SpecDescriptors.NameClash, SpecLocations.Key(spec, path, "response", "members"), message)));
        return new MethodBinding(file, spec, apiModel, model with { Request = resolved, Operations = operations, Members = members }, diagnostics);

        void Report(IEnumerable<FieldNameConflict> found, string[] place) =>
            diagnostics.AddRange(
                found.Select(clash => new SpecDiagnostic(
                    SpecDescriptors.NameClash,
                    SpecLocations.Field(spec, clash.Path, place),
                    clash.Message)));
    }

    // The body of an operation without the names that conflict in the API's file or in the method's.
    private static MethodOperationModel Operation(
        MethodOperationModel operation,
        MethodModel method,
        ApiModel declared,
        ApiModel kept,
        Dictionary<string, string> types,
        Action<IEnumerable<FieldNameConflict>, string[]> report)
    {
        if (operation.Body is not { } body)
        {
            return operation;
        }

        if (declared.Operation(operation.Id)?.Body is { } original)
        {
            body = FieldNameConflicts.Follow(body, original, kept.Operation(operation.Id)!.Body!);
        }

        if (operation.HasOwnBody)
        {
            var named = GeneratedOperation.Of(kept).First(known => known.Operation.Id == operation.Id).Operation;
            var (resolved, clashes) = FieldNameConflicts.Resolve(body, root => ShapeBuilder.OwnBody(named, root, method, kept), types, kept.Id);
            report(clashes, ["operations", operation.Id, "body"]);
            body = resolved;
        }

        return operation with { Body = body };
    }

    // The members of responses whose property names are unique.
    private static EquatableArray<ResponseMemberModel> Members(MethodModel method, ApiModel api, Action<string, string> report)
    {
        var payment = CSharpName.Pascal(method.Id) + "Payment";
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in api.Response.Members)
        {
            names[EmitApiPayment.MemberProperty(member, api, api.Prefix + "Payment")] = member.Path;
        }

        var kept = new List<ResponseMemberModel>();
        foreach (var member in method.Members)
        {
            var name = EmitApiPayment.MemberProperty(member, api, payment);
            if (names.TryGetValue(name, out var other))
            {
                report(member.Path, $"'{member.Path}' and '{other}' would both become the property {name} of {payment}");
                continue;
            }

            names.Add(name, member.Path);
            kept.Add(member);
        }

        return kept.ToEquatableArray();
    }

    public MethodInput? ToInput() =>
        IsReplaced || Spec.Id is null || File.CSharpNamespace is not { } ns ? null : new MethodInput(File.Text.Path, Spec.Id, ns, Api, Model);
}
