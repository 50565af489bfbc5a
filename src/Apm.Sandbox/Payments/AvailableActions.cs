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
            _ => true,
        };

    /// <summary>Several operations may have the same link. The payment's status decides between them, then the presence of a body.</summary>
    public static OperationModel Choose(IReadOnlyList<OperationModel> candidates, PaymentRecord? payment, bool hasBody) =>
        candidates
            .OrderByDescending(operation => payment is not null && IsOffered(payment, operation))
            .ThenByDescending(operation => payment is not null && payment.Method.Offers(operation.Id))
            .ThenByDescending(operation => (Body(operation, payment) is not null) == hasBody)
            .First();

    private static FieldModel? Body(OperationModel operation, PaymentRecord? payment) =>
        payment is null ? operation.Body : payment.Method.Operation(operation.Id)?.Body;
}
