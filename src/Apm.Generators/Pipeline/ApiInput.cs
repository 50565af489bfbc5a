using System.Collections.Immutable;
using Apm.Specs;

namespace Apm.Generators;

/// <summary>The input of an API's output, once for each namespace that uses it.</summary>
/// <param name="Methods">The methods, in ordinal order of their ids.</param>
internal sealed record ApiInput(ApiModel Model, string Namespace, EquatableArray<MethodSummary> Methods)
{
    public static IEnumerable<ApiInput> Create(
        ImmutableArray<MethodSummary> methods, SpecNameConflicts clashes, SpecCatalog catalog, NamedFiles apis, CancellationToken cancellationToken)
    {
        var groups = methods.Where(method => !clashes.Excludes(method.File))
            .GroupBy(method => (method.Api, method.Namespace))
            .OrderBy(group => group.Key.Api, StringComparer.Ordinal).ThenBy(group => group.Key.Namespace, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            if (catalog.FindApi(group.Key.Api) is { } api
                && ApiBinding.Create(apis[api].Parse(cancellationToken), cancellationToken).Model is { } model)
            {
                yield return new ApiInput(model, group.Key.Namespace, group.OrderBy(method => method.Id, StringComparer.Ordinal).ToEquatableArray());
            }
        }
    }
}
