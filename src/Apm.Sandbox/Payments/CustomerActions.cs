using Apm.Specs;

namespace Apm.Sandbox;

// docs/decisions/sandbox.md
/// <summary>Changes a payment according to the customer's decision. The caller must hold the lock of the store.</summary>
internal static class CustomerActions
{
    public static void Apply(Decision decision, PaymentRecord payment, DateTimeOffset? saleDue)
    {
        switch (decision)
        {
            case Decision.Authorize:
                Authorize(payment, saleDue);
                break;
            case Decision.Fail:
                payment.Become(PaymentState.Failed, payment.Amount);
                break;
            case Decision.Cancel:
                payment.Become(PaymentState.Cancelled, payment.Amount);
                break;
            default:
                return;
        }

        payment.Decision = decision;
    }

    /// <summary>A sale is captured, at once or when it is due. An authorization is captured by a settlement.</summary>
    public static void Authorize(PaymentRecord payment, DateTimeOffset? saleDue)
    {
        if (payment.IsSale && (saleDue is null || Statuses.TryFirst(payment.Api, payment.Method, PaymentState.Authorized) is null))
        {
            Capture(payment);
            return;
        }

        payment.SaleDue = payment.IsSale ? saleDue : null;
        payment.Become(PaymentState.Authorized, payment.Amount);
    }

    public static void Capture(PaymentRecord payment)
    {
        payment.SaleDue = null;
        payment.Captured = payment.Amount;
        payment.Become(PaymentState.Paid, payment.Amount);
    }

    /// <summary>The shop's address to which the customer returns after a decision.</summary>
    public static string? ReturnUrl(Decision decision, PaymentRecord payment) =>
        payment.Returns.GetValueOrDefault(decision switch
        {
            Decision.Authorize => PaymentState.Paid,
            Decision.Fail => PaymentState.Failed,
            Decision.Cancel => PaymentState.Cancelled,
            _ => PaymentState.Pending,
        });
}
