using Apm.Specs;

namespace Apm.Generators.Pipeline;

/// <summary>A method's spec with its spans: where diagnostics come from.</summary>
internal sealed record MethodBinding(SpecFile File, ParsedSpec Spec, ParsedSpec? Api, BoundMethod Bound)
{
    public static MethodBinding Create(SpecFile file, ApiFiles apis, CancellationToken cancellationToken)
    {
        var spec = file.Parse(cancellationToken);
        var api = apis.Find(spec.ApiId, cancellationToken);
        return new MethodBinding(file, spec, api, SpecBinder.BindMethod(spec, api, cancellationToken));
    }

    public MethodInput? ToInput(CancellationToken cancellationToken) => Spec.Id is null
        ? null
        : new MethodInput(File.Text.Path, Spec.Id, File.Namespace, Api is null ? null : SpecBinder.BindApi(Api, cancellationToken).Model, Bound.Model);
}
