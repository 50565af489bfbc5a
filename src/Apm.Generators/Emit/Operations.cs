using Apm.Generators.Naming;
using Apm.Specs.Model;

namespace Apm.Generators.Emit;

/// <summary>The operations beside <c>pay</c> and <c>query</c>: what they are called in C#.</summary>
/// <param name="Id">In specs.</param>
/// <param name="Interface">What a payment that offers it implements.</param>
/// <param name="CannotBe">The past participle for “Harbour Pay cannot be …”.</param>
internal sealed record Operation(string Id, string Interface, string CannotBe)
{
    public static readonly Operation[] All =
    [
        new("cancel", "ICancellable", "cancelled"),
        new("refund", "IRefundable", "refunded"),
        new("partial-refund", "IPartiallyRefundable", "refunded in part"),
        new("settle", "ISettleable", "settled by the shop"),
        new("partial-settle", "IPartiallySettleable", "settled in part"),
        new("confirm", "IConfirmable", "confirmed"),
    ];

    public string MethodName => CSharpName.Pascal(Id) + "Async";

    /// <summary>Those that the API has, in the order above.</summary>
    public static IEnumerable<(Operation Operation, OperationModel Model)> Of(ApiModel api) =>
        All.Select(operation => (operation, api.Operation(operation.Id))).Where(pair => pair.Item2 is not null).Select(pair => (pair.operation, pair.Item2!));

    public string? BodyType(OperationModel model, ApiModel api) => model.Body is null ? null : api.Prefix + CSharpName.Pascal(Id) + "Request";
}
