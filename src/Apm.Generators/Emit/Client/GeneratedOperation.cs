using Apm.Specs;

namespace Apm.Generators;

/// <summary>An operation other than <c>pay</c> and <c>query</c>, with its names in C#.</summary>
/// <param name="Id">The id in specs.</param>
/// <param name="Interface">The interface of payments that offer the operation.</param>
/// <param name="CannotBe">The past participle for “Harbour Pay cannot be …”.</param>
internal sealed record GeneratedOperation(string Id, string Interface, string CannotBe)
{
    public static readonly GeneratedOperation[] All =
    [
        new(OperationId.Cancel, "ICancellable", "cancelled"),
        new(OperationId.Refund, "IRefundable", "refunded"),
        new(OperationId.PartialRefund, "IPartiallyRefundable", "refunded in part"),
        new(OperationId.Settle, "ISettleable", "settled by the shop"),
        new(OperationId.PartialSettle, "IPartiallySettleable", "settled in part"),
        new(OperationId.Confirm, "IConfirmable", "confirmed"),
    ];

    public string MethodName => CSharpName.Pascal(Id) + "Async";

    /// <summary>Whether a body may be left out, because none of its members is required.</summary>
    public static bool IsOptional(FieldModel body) =>
        !body.Members.Any(member => member.Required && !member.IsHidden && member is not { Type: FieldType.Const, ConstType: not null });

    /// <summary>The operations whose body is specific to the method.</summary>
    public static IEnumerable<(GeneratedOperation Operation, FieldModel Body)> WithOwnBody(MethodModel method) =>
        All.Select(operation => (operation, method.Operation(operation.Id)))
            .Where(pair => pair.Item2 is { HasOwnBody: true, Body: not null })
            .Select(pair => (pair.operation, pair.Item2!.Body!));

    /// <summary>The operations of the API, in the order of <see cref="All"/>.</summary>
    public static IEnumerable<(GeneratedOperation Operation, OperationModel Model)> Of(ApiModel api) =>
        All.Select(operation => (operation, api.Operation(operation.Id))).Where(pair => pair.Item2 is not null).Select(pair => (pair.operation, pair.Item2!));

    /// <summary>The operation's part in the names of types.</summary>
    public string Name => CSharpName.Pascal(Id);

    /// <summary>The type of a body that is specific to a method.</summary>
    public string OwnBodyType(MethodModel method) => CSharpName.Pascal(method.Id) + Name + "Request";

    /// <summary>The type of the body that methods share; null for an operation without a body.</summary>
    public string? BodyType(OperationModel model, ApiModel api) => model.Body is null ? null : api.Prefix + Name + "Request";
}
