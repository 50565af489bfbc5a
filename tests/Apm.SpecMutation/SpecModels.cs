using Apm.Specs;

namespace Apm.SpecMutation;

/// <summary>What a change has an effect on.</summary>
/// <param name="Api">The API.</param>
/// <param name="Methods">One method, or all methods of a changed API.</param>
internal sealed record SpecModels(ApiModel Api, EquatableArray<MethodModel> Methods)
{
    /// <summary>A copy without what no message shows: C# names, summaries, the order of fields, and operations that no method offers.</summary>
    public SpecModels Behavior() => new(
        Api with
        {
            Types = default,
            Request = Behavior(Api.Request)!,
            Operations = Api.Operations
                .Where(operation => Methods.Any(method => method.Offers(operation.Id)))
                .Select(operation => operation with { Body = Behavior(operation.Body) })
                .ToEquatableArray(),
        },
        Methods.Select(Behavior).ToEquatableArray());

    private static MethodModel Behavior(MethodModel method) => method with
    {
        Request = Behavior(method.Request)!,
        Operations = method.Operations.Select(operation => operation with { Body = Behavior(operation.Body), HasOwnBody = false }).ToEquatableArray(),
    };

    private static FieldModel? Behavior(FieldModel? field) => field is null ? null : field with
    {
        DeclaredBy = "",
        SharedType = null,
        IsShared = false,
        TypeName = null,
        Summary = null,
        Loggable = false,
        Members = field.Members.Select(member => Behavior(member)!).OrderBy(member => member.Name, StringComparer.Ordinal).ToEquatableArray(),
    };
}
