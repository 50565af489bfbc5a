using Apm.Specs;

namespace Apm.Sandbox;

// docs/decisions/sandbox.md
/// <summary>What the customer's decision does to a payment. Every call is under the lock of the store.</summary>
internal static class CustomerActions
{
    public static void Apply(Decision decision, PaymentRecord payment, DateTimeOffset? saleDue)
    {
        switch (decision)
        {
            case Decision.Authorise:
                Authorise(payment, saleDue);
                break;
            case Decision.Fail:
                payment.Become(payment.Api.First(PaymentState.Failed), payment.Amount);
                break;
            case Decision.Cancel:
                payment.Become(payment.Api.First(PaymentState.Cancelled), payment.Amount);
                break;
            default:
                return;
        }

        payment.Decision = decision;
    }

    /// <summary>A sale takes the money, at once unless it is due later; an authorization leaves it to a settlement.</summary>
    public static void Authorise(PaymentRecord payment, DateTimeOffset? saleDue)
    {
        if (payment.IsSale && (saleDue is null || payment.Api.TryFirst(PaymentState.Authorized) is null))
        {
            Capture(payment);
            return;
        }

        payment.SaleDue = payment.IsSale ? saleDue : null;
        payment.Become(payment.Api.First(PaymentState.Authorized), payment.Amount);
    }

    public static void Capture(PaymentRecord payment)
    {
        payment.SaleDue = null;
        payment.Captured = payment.Amount;
        payment.Become(payment.Api.First(PaymentState.Paid), payment.Amount);
    }

    /// <summary>Where the merchant wants the customer after a decision.</summary>
    public static string? ReturnUrl(Decision decision, PaymentRecord payment) =>
        payment.Returns.GetValueOrDefault(decision switch
        {
            Decision.Authorise => PaymentState.Paid,
            Decision.Fail => PaymentState.Failed,
            Decision.Cancel => PaymentState.Cancelled,
            _ => PaymentState.Pending,
        });
}
