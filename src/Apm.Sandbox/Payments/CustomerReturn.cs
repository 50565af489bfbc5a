using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>
/// The return of a customer at a gateway with <c>complete</c>: the address gets the parameters that the operation needs, and the decision
/// takes effect when the shop sends them. The caller must hold the lock of the store.
/// </summary>
internal static class CustomerReturn
{
    private const int Length = 24;

    /// <summary>Decides a payment, or keeps the decision until the shop completes the payment.</summary>
    public static void Decide(Decision decision, PaymentRecord payment, DateTimeOffset? saleDue)
    {
        if (payment.Api.Operation(OperationId.Complete) is null || CustomerActions.ReturnUrl(decision, payment) is null)
        {
            CustomerActions.Apply(decision, payment, saleDue);
            return;
        }

        payment.ReturnToken = RandomToken.Text(Length);
        payment.AwaitsCompletion = decision != Decision.Pending;
        payment.Decision = payment.AwaitsCompletion ? decision : null;
    }

    /// <summary>The shop's address with the parameters of the return.</summary>
    public static string? Address(Decision decision, PaymentRecord payment)
    {
        if (CustomerActions.ReturnUrl(decision, payment) is not { } url
            || payment is not { ReturnToken: { } token }
            || payment.Api.Operation(OperationId.Complete) is not { } complete)
        {
            return CustomerActions.ReturnUrl(decision, payment);
        }

        var (address, fragment) = url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (url[..at], url[at..]) : (url, "");
        var parameters = Parameters(complete).Select(name => $"{Uri.EscapeDataString(name)}={token}");
        return address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + string.Join('&', parameters) + fragment;
    }

    /// <summary>Continues the payment to which the parameters belong; null if they belong to none or to another, or were used before.</summary>
    /// <param name="payments">All payments.</param>
    /// <param name="named">The payment that the request names in another way; null if it names none.</param>
    /// <param name="sent">The values of the parameters in the request.</param>
    /// <param name="saleDue">When a sale is captured.</param>
    public static PaymentRecord? Complete(IEnumerable<PaymentRecord> payments, PaymentRecord? named, IReadOnlyCollection<string> sent, DateTimeOffset? saleDue)
    {
        if (sent.Distinct().ToList() is not [var token] || payments.FirstOrDefault(known => known.ReturnToken == token) is not { } payment
            || (named is not null && named != payment))
        {
            return null;
        }

        payment.ReturnToken = null;
        if (payment is { AwaitsCompletion: true, Decision: { } decision })
        {
            payment.AwaitsCompletion = false;
            CustomerActions.Apply(decision, payment, saleDue);
        }

        return payment;
    }

    private static IEnumerable<string> Parameters(OperationModel complete) =>
        complete.Names.Select(ValueName.Parameter).OfType<string>().Distinct(StringComparer.Ordinal);
}
