using System.Collections.Immutable;
using Apm.Specs;

namespace Apm.Generators.Pipeline;

/// <summary>Specs whose types would have the names of another's. The first file in ordinal order keeps the name.</summary>
internal sealed record Clashes(EquatableArray<Clash> All)
{
    public bool Excludes(string file) => All.Any(clash => clash.File == file);

    public static Clashes Find(ImmutableArray<MethodSummary> methods)
    {
        var clashes = new List<Clash>();
        foreach (var scope in methods.GroupBy(method => method.Namespace))
        {
            var owners = new Dictionary<string, (string Spec, string Api)>(StringComparer.Ordinal);
            foreach (var method in scope.OrderBy(method => method.Api.Length == 0).ThenBy(method => method.Api, StringComparer.Ordinal).ThenBy(method => method.File, StringComparer.Ordinal))
            {
                var spec = method.Api.Length == 0 ? method.Id : method.Api + "/" + method.Id;
                var api = (Spec: method.Api, method.Api);
                var isStub = method.Api.Length == 0;
                if (!isStub && owners.TryGetValue(method.ApiPrefix, out var holder) && holder != api)
                {
                    clashes.Add(new Clash(method.File, $"{method.Api} and {holder.Spec} would both make {method.ApiPrefix}Client in the namespace {scope.Key}; give one of them a namespace of its own: <ApmSpec Include=\"{spec}\" Namespace=\"…\" />"));
                }
                else if (owners.TryGetValue(method.Prefix, out holder))
                {
                    clashes.Add(new Clash(method.File, $"{spec} and {holder.Spec} would both make {method.Prefix}PaymentRequest in the namespace {scope.Key}; rename one of them, or give it a namespace of its own: <ApmSpec Include=\"…\" Namespace=\"…\" />"));
                }
                else
                {
                    if (!isStub)
                    {
                        owners[method.ApiPrefix] = api;
                    }

                    owners[method.Prefix] = (spec, method.Api);
                }
            }
        }

        return new Clashes(clashes.ToEquatableArray());
    }
}

/// <param name="File">Of the spec that makes no code.</param>
internal sealed record Clash(string File, string Message);
