using Apm.Specs.Model;

namespace Apm.Sandbox.Payments;

/// <summary>What the customer's decision does to a payment. Every call is under the lock of the store.</summary>
internal static class CustomerActions
{
    public static void Apply(Decision decision, PaymentRecord payment)
    {
        switch (decision)
        {
            case Decision.Authorise:
                Authorise(payment);
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

    /// <summary>A sale takes the money at once; an authorization leaves it to a settlement.</summary>
    public static void Authorise(PaymentRecord payment)
    {
        if (!payment.IsSale)
        {
            payment.Become(payment.Api.First(PaymentState.Authorized), payment.Amount);
            return;
        }

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
