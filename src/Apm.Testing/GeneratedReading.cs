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

    /// <param name="webhook">A webhook.</param>
    /// <param name="stated">The members in it are read.</param>
    public static ExchangeReading Of(PaymentEvent webhook, ExchangeReading stated) => new()
    {
        Id = NullIfEmpty(webhook.Id),
        Type = NullIfEmpty(s_type.GetValue(webhook)),
        State = State(webhook.State),
        Classification = webhook.Classification,
        Timestamp = Text(webhook.Timestamp),
        Reference = webhook.TransactionReference,
        Payment = webhook.PaymentLink,
        Method = webhook.Method,
        Value = Text(webhook.Value),
        Members = stated.Members?.Select(member => new ExchangeMember(member.Path, Text(MemberOf(webhook, member.Path)))).ToEquatableArray(),
    };

    private static object? MemberOf(PaymentEvent webhook, string name) => webhook.GetType().GetProperties()
        .Where(property => property.PropertyType.IsAssignableTo(typeof(EventDetails)))
        .Select(property => property.GetValue(webhook))
        .OfType<EventDetails>()
        .Select(details => Array.Find(details.GetType().GetProperties(), property => IsNamed(property, name))?.GetValue(details))
        .FirstOrDefault(value => value is not null);

    // The generator appends "Value" to a name that every generated type has.
    private static bool IsNamed(PropertyInfo property, string name) =>
        property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || property.Name.Equals(name + "Value", StringComparison.OrdinalIgnoreCase);

    // The property is named after the last part of the path.
    private static object? MemberOf(Payment payment, string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        return Array.Find(payment.GetType().GetProperties(), property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.GetValue(payment);
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        Money money => string.Create(CultureInfo.InvariantCulture, $"{money.ToMajor()} {money.Currency}"),
        bool boolean => boolean ? "true" : "false",
        DateTimeOffset time => ExchangeReading.TextOf(time),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static Specs.PaymentState State(PaymentState state) => Enum.Parse<Specs.PaymentState>(state.ToString());

    private static string? NullIfEmpty(object? text) => text is "" ? null : (string?)text;

    private static PropertyInfo Member(Type type, string name) =>
        type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) ?? throw new MissingMemberException(type.Name, name);
}
