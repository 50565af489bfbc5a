using Apm.Specs;

namespace Apm.Generators;

/// <summary>An operation that methods offer, with its names in C#.</summary>
/// <param name="Id">The id in specs.</param>
/// <param name="Interface">The interface of payments that offer the operation.</param>
/// <param name="CannotBe">The past participle for “Harbour Pay cannot be …”; null for an operation of the gateway's own.</param>
internal sealed record GeneratedOperation(string Id, string Interface, string? CannotBe)
{
    private static readonly GeneratedOperation[] s_known =
    [
        new(OperationId.Cancel, "global::Apm.ICancellable", "cancelled"),
        new(OperationId.Refund, "global::Apm.IRefundable", "refunded"),
        new(OperationId.PartialRefund, "global::Apm.IPartiallyRefundable", "refunded in part"),
        new(OperationId.Settle, "global::Apm.ISettleable", "settled by the shop"),
        new(OperationId.PartialSettle, "global::Apm.IPartiallySettleable", "settled in part"),
        new(OperationId.Confirm, "global::Apm.IConfirmable", "confirmed"),
    ];

    public string MethodName => CSharpName.Pascal(Id) + "Async";

    /// <summary>Whether a body may be left out, because none of its members is required.</summary>
    public static bool IsOptional(FieldModel body) =>
        !body.Members.Any(member => member.Required && !member.IsHidden && member is not { Type: FieldType.Const, ConstType: not null });

    /// <summary>The operations whose body is specific to the method.</summary>
    public static IEnumerable<(GeneratedOperation Operation, FieldModel Body)> WithOwnBody(MethodModel method, ApiModel api) =>
        Of(api).Select(pair => (pair.Operation, Offered: method.Operation(pair.Operation.Id)))
            .Where(pair => pair.Offered is { HasOwnBody: true, Body: not null })
            .Select(pair => (pair.Operation, pair.Offered!.Body!));

    /// <summary>The operations of the API: those that many gateways have, then its own.</summary>
    public static IEnumerable<(GeneratedOperation Operation, OperationModel Model)> Of(ApiModel api) =>
        s_known.Select(operation => (operation, Model: api.Operation(operation.Id)))
            .Where(pair => pair.Model is not null)
            .Select(pair => (pair.operation, pair.Model!))
            .Concat(api.Operations
                .Where(model => model.Summary is not null)
                .Select(model => (new GeneratedOperation(model.Id, $"I{api.Prefix}With{CSharpName.Pascal(model.Id)}", null), model)));

    /// <summary>The operation's part in the names of types.</summary>
    public string Name => CSharpName.Pascal(Id);

    /// <summary>The type of a body that is specific to a method.</summary>
    public string OwnBodyType(MethodModel method) => CSharpName.Pascal(method.Id) + Name + "Request";

    /// <summary>The type of the body that methods share; null for an operation without a body.</summary>
    public string? BodyType(OperationModel model, ApiModel api) => model.Body is null ? null : api.Prefix + Name + "Request";
}
