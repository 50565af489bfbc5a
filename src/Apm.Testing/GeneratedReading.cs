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
        Members = stated.Members?.Select(member => new ExchangeMember(member.Path, Text(MemberOf(payment, member.Path)))).ToEquatableArray(),
    };

    public static ExchangeReading Of(ApmGatewayException error) => new()
    {
        Error = error.ErrorName,
        Message = error.GatewayMessage,
        Errors = error.Errors.Select(detail => new ExchangeErrorDetail(detail.JsonPath, detail.ErrorName, detail.Message)).ToEquatableArray(),
    };

    public static ExchangeReading Of(PaymentEvent webhook) => new()
    {
        Id = NullIfEmpty(webhook.Id),
        Type = NullIfEmpty(s_type.GetValue(webhook)),
        State = State(webhook.State),
        Reference = webhook.TransactionReference,
        Payment = webhook.PaymentLink,
        Method = webhook.Method,
        Value = Text(webhook.Value),
    };

    // The property is named after the last part of the path.
    private static object? MemberOf(Payment payment, string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        return Array.Find(payment.GetType().GetProperties(), property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.GetValue(payment);
    }

    private static string? Text(object? value) => value switch
    {
        Money money => string.Create(CultureInfo.InvariantCulture, $"{money.ToMajor()} {money.Currency}"),
        bool boolean => boolean ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static Specs.PaymentState State(PaymentState state) => Enum.Parse<Specs.PaymentState>(state.ToString());

    private static string? NullIfEmpty(object? text) => text is "" ? null : (string?)text;

    private static PropertyInfo Member(Type type, string name) =>
        type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) ?? throw new MissingMemberException(type.Name, name);
}
