using Apm.Generators.Shapes;
using Apm.Specs;
using Apm.Specs.Diagnostics;
using Apm.Specs.Model;

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
        var api = apiSpec is null ? null : ApiBinding.Create(apiSpec, cancellationToken);
        var bound = SpecBinder.BindMethod(spec, apiSpec, cancellationToken);
        var diagnostics = bound.Diagnostics.ToList();
        if (file.CSharpNamespace is null)
        {
            diagnostics.Insert(0, new SpecDiagnostic(SpecRules.NameClash, SpecPlaces.Start(spec),
                $"the code of this spec cannot be in '{file.Namespace}': name another namespace in the project, such as <ApmSpec Include=\"…\" Namespace=\"Shop.Payments\" />, or set <ApmDefaultNamespace>"));
        }

        if (api is not { Said: { } said, Model: { } apiModel } || bound.Model is null)
        {
            return new MethodBinding(file, spec, api?.Model, null, diagnostics);
        }

        var model = bound.Model with { Request = FieldNames.Follow(bound.Model.Request, said.Request, apiModel.Request) };
        var request = ShapeBuilder.Request(model, apiModel);
        var ofApi = apiModel.Types.SelectMany(type => DeclaredTypes.Of(ShapeBuilder.Type(type, apiModel).SelfAndOwn()));
        var types = FieldNames.Types(DeclaredTypes.OfItself(apiModel).Concat(ofApi).Concat(DeclaredTypes.OfItself(model, apiModel, request)), $"{model.Id} itself");
        var (resolved, clashes) = FieldNames.Resolve(model.Request, root => ShapeBuilder.Request(model with { Request = root }, apiModel), types, apiModel.Id);
        diagnostics.AddRange(clashes.Select(clash => new SpecDiagnostic(SpecRules.NameClash, SpecPlaces.Field(spec, clash.Path, "fields"), clash.Message)));
        return new MethodBinding(file, spec, apiModel, model with { Request = resolved }, diagnostics);
    }

    public MethodInput? ToInput() => Spec.Id is null || File.CSharpNamespace is not { } ns ? null : new MethodInput(File.Text.Path, Spec.Id, ns, Api, Model);
}
