using Apm.Generators.Naming;
using Apm.Generators.Shapes;
using Apm.Specs;
using Apm.Specs.Model;

namespace Apm.Generators.Pipeline;

/// <summary>All that a method's output is made from. Plain values, no spans.</summary>
/// <param name="Id">Such as <c>harbour_pay</c>.</param>
/// <param name="Model">Null where the spec is too wrong to make more than a stub.</param>
internal sealed record MethodInput(string File, string Id, string Namespace, ApiModel? Api, MethodModel? Model)
{
    public string Prefix => CSharpName.Pascal(Id);
}

/// <summary>What an API's output has to know of a method.</summary>
/// <param name="Api">Empty for a stub, like all that follows from it.</param>
/// <param name="Types">Every class that reads and writes JSON.</param>
/// <param name="Enums">Every enum.</param>
/// <param name="SharedTypes">The types of the API that the request uses.</param>
internal sealed record MethodSummary(
    string File,
    string Id,
    string Api,
    string ApiPrefix,
    string Namespace,
    EquatableArray<string> Types,
    EquatableArray<string> Enums,
    EquatableArray<string> SharedTypes)
{
    public string Prefix => CSharpName.Pascal(Id);

    public static MethodSummary Create(MethodInput input)
    {
        if (input is not { Api: { } api, Model: { } model })
        {
            return new MethodSummary(input.File, input.Id, "", "", input.Namespace, default, default, default);
        }

        var request = ShapeBuilder.Request(model, api);
        var types = request.Declared().Select(shape => shape.TypeName).Append(input.Prefix + "Payment");
        var shared = request.SelfAndNested().Where(shape => shape.IsShared).Select(shape => shape.TypeName);
        return new MethodSummary(input.File, input.Id, api.Id, api.Prefix, input.Namespace, types.ToEquatableArray(),
            request.DeclaredEnums().Select(shape => shape.TypeName).ToEquatableArray(), shared.ToEquatableArray());
    }
}
