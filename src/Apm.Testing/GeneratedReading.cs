using System.Globalization;
using System.Reflection;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>What generated code read, in the words of a file of exchanges.</summary>
internal static class GeneratedReading
{
    private static readonly PropertyInfo s_id = Member(typeof(Payment), "Id");
    private static readonly PropertyInfo s_status = Member(typeof(Payment), "Status");
    private static readonly PropertyInfo s_type = Member(typeof(PaymentEvent), "TypeText");

    /// <param name="payment">A payment.</param>
    /// <param name="stated">The operations in it are not compared: generated code has no list of them.</param>
    public static ExchangeReading Of(Payment payment, ExchangeReading stated) => new()
    {
        Id = NullIfEmpty(s_id.GetValue(payment)),
        Status = NullIfEmpty(s_status.GetValue(payment)),
        State = State(payment.State),
        Self = payment.Self,
        Redirect = payment.Redirect,
        QrCode = payment.QrCode,
        Operations = stated.Operations,
    };

    public static ExchangeReading Of(ApmGatewayException error) => new()
    {
        Error = error.ErrorName,
        ErrorsAt = error.Errors.Select(detail => detail.JsonPath ?? "").ToEquatableArray(),
    };

    public static ExchangeReading Of(PaymentEvent webhook) => new()
    {
        Id = NullIfEmpty(webhook.Id),
        Type = NullIfEmpty(s_type.GetValue(webhook)),
        State = State(webhook.State),
        Reference = webhook.TransactionReference,
        Payment = webhook.PaymentLink,
        Method = webhook.Method,
        Value = webhook.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value.ToMajor()} {value.Currency}") : null,
    };

    private static Specs.PaymentState State(PaymentState state) => Enum.Parse<Specs.PaymentState>(state.ToString());

    private static string? NullIfEmpty(object? text) => text is "" ? null : (string?)text;

    private static PropertyInfo Member(Type type, string name) =>
        type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) ?? throw new MissingMemberException(type.Name, name);
}
