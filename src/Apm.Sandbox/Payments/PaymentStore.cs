using System.Diagnostics.CodeAnalysis;

namespace Apm.Sandbox;

/// <summary>The payments of one gateway, in memory. <see cref="Lock"/> must be held to read or change a payment.</summary>
internal sealed class PaymentStore
{
    private readonly List<PaymentRecord> _all = [];
    private readonly Dictionary<string, PaymentRecord> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PaymentRecord> _byToken = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Api, string Reference), PaymentRecord> _byReference = [];

    private readonly Dictionary<string, ResultRecord> _results = new(StringComparer.Ordinal);

    public object Lock { get; } = new();

    /// <summary>All payments, the oldest first.</summary>
    public IReadOnlyList<PaymentRecord> All => _all;

    public bool IsTaken(string api, string reference) => _byReference.ContainsKey((api, reference));

    /// <summary>The newest payment with a reference.</summary>
    public bool TryFindByReference(string api, string reference, [NotNullWhen(true)] out PaymentRecord? payment) =>
        _byReference.TryGetValue((api, reference), out payment);

    public void Add(PaymentRecord payment)
    {
        if (payment.Reference is { } reference)
        {
            _byReference[(payment.Api.Id, reference)] = payment;
        }

        _all.Add(payment);
        _byId.Add(payment.Id, payment);
        _byToken.Add(payment.PageToken, payment);
    }

    public void Add(ResultRecord result)
    {
        _results.Add(result.Id, result);
        result.Payment.Results.Add(result);
    }

    public bool TryFindResult(string id, [NotNullWhen(true)] out ResultRecord? result) => _results.TryGetValue(id, out result);

    public bool TryFind(string id, [NotNullWhen(true)] out PaymentRecord? payment) => _byId.TryGetValue(id, out payment);

    public bool TryFindByToken(string token, [NotNullWhen(true)] out PaymentRecord? payment) => _byToken.TryGetValue(token, out payment);
}
