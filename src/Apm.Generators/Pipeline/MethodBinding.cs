using Apm.Specs;
using Apm.Specs.Diagnostics;
using Apm.Specs.Model;
using Apm.Specs.Syntax;

namespace Apm.Generators.Pipeline;

/// <summary>A method's spec with its spans: where diagnostics come from.</summary>
/// <param name="Model">Without the names that clash; null where the spec is too wrong.</param>
/// <param name="Diagnostics">Of the spec itself, and of its names in C#.</param>
internal sealed record MethodBinding(SpecFile File, ParsedSpec Spec, ApiModel? Api, MethodModel? Model, IReadOnlyList<SpecDiagnostic> Diagnostics)
{
    public static MethodBinding Create(SpecFile file, ApiFiles apis, CancellationToken cancellationToken)
    {
        var spec = file.Parse(cancellationToken);
        var apiSpec = apis.Find(spec.ApiId, cancellationToken);
        var api = apiSpec is null ? null : SpecBinder.BindApi(apiSpec, cancellationToken).Model;
        var bound = SpecBinder.BindMethod(spec, apiSpec, cancellationToken);
        if (api is null || bound.Model is null)
        {
            return new MethodBinding(file, spec, api, null, bound.Diagnostics);
        }

        var (model, clashes) = MemberClashes.Resolve(bound.Model, api);
        return new MethodBinding(file, spec, api, model,
            [.. bound.Diagnostics, .. clashes.Select(clash => new SpecDiagnostic(SpecRules.NameClash, Locate(spec, clash.Path), clash.Message))]);
    }

    public MethodInput? ToInput() => Spec.Id is null ? null : new MethodInput(File.Text.Path, Spec.Id, File.Namespace, Api, Model);

    /// <summary>The key of a field, or of the first one within it.</summary>
    private static SpecLocation Locate(ParsedSpec spec, string path) =>
        (spec.Root?.Find("fields")?.Value as MappingSyntax)?.Entries
            .FirstOrDefault(entry => entry.Key.Value == path || entry.Key.Value.StartsWith(path + ".", StringComparison.Ordinal)) is { } found
            ? new SpecLocation(spec.File, found.Key.Span)
            : spec.IdLocation;
}
