using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Performs the operations of a shop on an existing payment. The caller must hold the lock of the store.</summary>
internal sealed class ShopActions(ApiModel api, ResultActions results, SandboxOptions options)
{
    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>Performs the operation, or returns the violations of the body and changes nothing.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="payment">The payment.</param>
    /// <param name="body">The body; null if there is none.</param>
    /// <param name="result">The refund or the capture in which the operation results; null if it results in something else.</param>
    public IReadOnlyList<BodyViolation> Apply(OperationModel operation, PaymentRecord payment, JsonElement? body, out ResultRecord? result)
    {
        result = null;
        var violations = new List<BodyViolation>();
        var offered = payment.Method.Operation(operation.Id);
        var root = offered?.Body;
        if (offered is not null && body is { } given)
        {
            violations.AddRange(new RequestInterpreter(api) { Clock = options.TimeProvider }.Check(offered, given));
        }

        switch (operation.Id)
        {
            case OperationId.Refund or OperationId.PartialRefund:
                if (Amount(root, body, payment, payment.Refundable, operation.Id == OperationId.Refund, violations) is { } refund)
                {
                    result = Refund(operation, payment, refund);
                }

                break;
            case OperationId.Settle or OperationId.PartialSettle:
                if (Amount(root, body, payment, payment.Amount - payment.Captured, operation.Id == OperationId.Settle, violations) is { } capture)
                {
                    payment.Captured += capture;
                    payment.Become(PaymentState.Paid, capture);
                    result = operation.Result == ResultKind.Capture ? results.Create(ResultKind.Capture, payment, capture) : null;
                }

                break;
            case OperationId.Cancel when violations.Count == 0:
                payment.Become(PaymentState.Cancelled, payment.Amount);
                break;
            case OperationId.Confirm when violations.Count == 0:
                CustomerActions.Authorize(payment, options.SaleDue);
                break;
            case var _ when operation.Summary is not null && violations.Count == 0 && operation.Result is ResultKind.Refund or ResultKind.Capture:
                // What an operation of the gateway's own does to the payment is not known.
                result = results.Create(operation.Result, payment, 0);
                break;
            default:
                break;
        }

        return violations;
    }

    /// <summary>The amount in the body, or the remaining amount if the operation has none; null if the body has a violation.</summary>
    private long? Amount(FieldModel? root, JsonElement? body, PaymentRecord payment, long left, bool isFull, List<BodyViolation> violations)
    {
        if (body is { } given && BodyMoney.Find(api, root, given) is { } found)
        {
            CheckMoney((found.Amount, found.Currency), payment, left, isFull, found.Field, violations);
            return violations.Count == 0 ? found.Amount : null;
        }

        return violations.Count == 0 ? left : null;
    }

    private void CheckMoney(
        (long Amount, string Currency) money,
        PaymentRecord payment,
        long left,
        bool isFull,
        FieldModel field,
        List<BodyViolation> violations)
    {
        var (amountPath, currencyPath) = ("$." + field.AmountPath, "$." + (field.Money!.IsOfPayment ? field.AmountPath : field.CurrencyPath));
        var remaining = $"{Exponents.Print(api, left, payment.Currency)} {payment.Currency}";
        if (money.Currency != payment.Currency)
        {
            AddOnce(violations, new(currencyPath, BodyRule.Currency, $"Currency must be {payment.Currency}, the currency of the payment"));
        }
        else if (money.Amount > left)
        {
            AddOnce(violations, new(amountPath, BodyRule.Maximum, $"Amount must be at most the remaining {remaining}"));
        }
        else if (money.Amount <= 0)
        {
            AddOnce(violations, new(amountPath, BodyRule.Range, "Amount must be above zero"));
        }
        else if (isFull && money.Amount < left)
        {
            AddOnce(
                violations,
                new(
                    amountPath,
                    BodyRule.Minimum,
                    $"Amount must be the remaining {remaining}; for a smaller amount, use the partial operation"));
        }
    }

    private ResultRecord? Refund(OperationModel operation, PaymentRecord payment, long amount)
    {
        payment.Refunded += amount;
        if (operation.Result == ResultKind.Refund)
        {
            return results.Create(ResultKind.Refund, payment, amount);
        }

        payment.Refund ??= new(Now, payment.Known, amount);
        if (Statuses.TryFirst(api, payment.Method, PaymentState.RefundPending) is not null)
        {
            payment.Become(PaymentState.RefundPending, amount);
        }
        else
        {
            FinishRefund(payment);
        }

        return null;
    }

    /// <summary>Captures a sale that is due.</summary>
    public void FinishSale(PaymentRecord payment)
    {
        if (payment is { SaleDue: { } due, State: PaymentState.Authorized } && Now >= due)
        {
            CustomerActions.Capture(payment);
        }
    }

    /// <summary>Completes a refund: the customer has received the money.</summary>
    public void FinishRefund(PaymentRecord payment)
    {
        if (payment.Refund is { } refund)
        {
            payment.Known = payment.Refundable == 0 && Statuses.TryFirst(api, payment.Method, PaymentState.Refunded) is { } refunded
                ? refunded
                : refund.StatusBefore;
            payment.Refund = null;

            // The refund is complete, whatever the new status of the payment is.
            payment.Tell(PaymentState.Refunded, refund.Amount);
        }
    }

    /// <summary>Completes a refund whose duration has passed.</summary>
    public void FinishRefund(PaymentRecord payment, TimeSpan? duration)
    {
        if (payment.Refund is { } refund && duration is { } taken && Now - refund.Since >= taken)
        {
            FinishRefund(payment);
        }
    }

    private static void AddOnce(List<BodyViolation> violations, BodyViolation violation)
    {
        if (!violations.Any(known => known.Path == violation.Path && known.Rule == violation.Rule))
        {
            violations.Add(violation);
        }
    }
}
