using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The operations that the gateway offers on a payment now.</summary>
internal static class AvailableActions
{
    public static bool IsOffered(PaymentRecord payment, OperationModel operation) =>
        payment.Method.Offers(operation.Id)
        && (operation.While.IsEmpty || operation.While.Contains(payment.Status))
        && operation.Id switch
        {
            OperationId.Pay => false,
            OperationId.Refund or OperationId.PartialRefund => payment.Refundable > 0,
            OperationId.Settle or OperationId.PartialSettle => payment.Captured < payment.Amount,

            // A member of the response states it, and the sandbox sets the member.
            OperationId.Cancel when !operation.When.IsEmpty => payment.State is PaymentState.Pending or PaymentState.Authorized,
            OperationId.Confirm when !operation.When.IsEmpty => payment.IsUndecided,
            _ => true,
        };

    /// <summary>
    /// Several operations may have the same link or path. The payment's status decides between them, then the presence of a body, then
    /// the members of the body, and then whether its amount is all that is left.
    /// </summary>
    public static OperationModel Choose(ApiModel api, IReadOnlyList<OperationModel> candidates, PaymentRecord? payment, GatewayRequest request) =>
        candidates.Count == 1 ? candidates[0] : candidates
            .OrderByDescending(operation => payment is not null && IsOffered(payment, operation))
            .ThenByDescending(operation => payment is not null && payment.Method.Offers(operation.Id))
            .ThenByDescending(operation => (Body(operation, payment) is not null) == !request.Body.IsEmpty)
            .ThenBy(operation => Misfits(api, Body(operation, payment), request))
            .ThenByDescending(operation => payment is null || Takes(api, operation, payment, request))
            .First();

    private static bool Takes(ApiModel api, OperationModel operation, PaymentRecord payment, GatewayRequest request)
    {
        long? left = operation.Id switch
        {
            OperationId.Refund or OperationId.PartialRefund => payment.Refundable,
            OperationId.Settle or OperationId.PartialSettle => payment.Amount - payment.Captured,
            _ => null,
        };
        var root = Body(operation, payment);
        return left is null
            || root is null
            || BodyReader.Read(api, request, [.. MapPaths.Of(root)]) is not { Error: null, Body: var body }
            || BodyMoney.Find(api, root, body) is not { } money
            || (money.Amount < left) == (operation.Id is OperationId.PartialRefund or OperationId.PartialSettle);
    }

    // The members that the operation does not have, and those that it requires.
    private static int Misfits(ApiModel api, FieldModel? root, GatewayRequest request) =>
        root is null || BodyReader.Read(api, request, [.. MapPaths.Of(root)]) is not { Error: null, Body: var body } ? 0
        : UnknownMembers.In(api, root, body).Count() + root.Members.Count(member => member.Required && Dotted.Find(body, member.Path) is null);

    private static FieldModel? Body(OperationModel operation, PaymentRecord? payment) =>
        payment is null ? operation.Body : payment.Method.Operation(operation.Id)?.Body;
}
