using System.Globalization;

namespace Apm.Specs;

/// <summary>What must be read. Null where the exchange does not state it.</summary>
public sealed record ExchangeReading
{
    public static readonly ExchangeReading Nothing = new();

    public string? Id { get; init; }

    public string? Status { get; init; }

    public PaymentState? State { get; init; }

    public string? Self { get; init; }

    /// <summary>Where the customer is sent.</summary>
    public string? Redirect { get; init; }

    /// <summary>What the customer is shown.</summary>
    public string? QrCode { get; init; }

    /// <summary>What the customer does next, by the words in the spec.</summary>
    public EquatableArray<ExchangeMember>? Next { get; init; }

    /// <summary>The operations that the payment offers now.</summary>
    public EquatableArray<string>? Operations { get; init; }

    /// <summary>Further members of a response, by their paths in the spec; of a webhook, by their names in the spec.</summary>
    public EquatableArray<ExchangeMember>? Members { get; init; }

    /// <summary>The name of an error.</summary>
    public string? Error { get; init; }

    /// <summary>Which of the spec's <c>errors: codes</c> an error is.</summary>
    public ErrorKind? Code { get; init; }

    /// <summary>The message of an error.</summary>
    public string? Message { get; init; }

    /// <summary>The details of an error.</summary>
    public EquatableArray<ExchangeErrorDetail>? Errors { get; init; }

    /// <summary>The type of a webhook.</summary>
    public string? Type { get; init; }

    /// <summary>The classification of a webhook.</summary>
    public string? Classification { get; init; }

    /// <summary>The time of a webhook, as <see cref="TextOf(DateTimeOffset)"/> writes it.</summary>
    public string? Timestamp { get; init; }

    /// <summary>The shop's reference in a webhook.</summary>
    public string? Reference { get; init; }

    /// <summary>The id of the payment in a webhook.</summary>
    public string? Payment { get; init; }

    /// <summary>The method in a webhook.</summary>
    public string? Method { get; init; }

    /// <summary>The amount of the payment or of the webhook in major units with its currency, such as <c>12.34 HKD</c>.</summary>
    public string? Value { get; init; }

    /// <summary>The amount that was captured so far.</summary>
    public string? Captured { get; init; }

    /// <summary>The amount that was refunded so far.</summary>
    public string? Refunded { get; init; }

    /// <summary>What is read if the response is not about the payment.</summary>
    public ExchangeResult? Result { get; init; }

    /// <summary>What is read from the payment in a webhook.</summary>
    public ExchangeReading? Object { get; init; }

    /// <summary>What is read from each notification of a webhook, if a delivery is a list of them.</summary>
    public EquatableArray<ExchangeReading>? Each { get; init; }

    /// <summary>What the exchange states and is read otherwise, for a delivery of one or more notifications.</summary>
    /// <param name="read">What is read from each notification.</param>
    public IEnumerable<string> DifferencesToEach(IReadOnlyList<ExchangeReading> read) =>
        Each is not { } stated
            ? read.Count == 1 ? DifferencesTo(read[0]) : [$"the webhook has {read.Count} notifications: write 'each' with what is read from each of them"]
        : stated.Count != read.Count
            ? [$"the webhook has {read.Count} notifications, and the exchange states {stated.Count}"]
        : stated.SelectMany((one, index) => one.DifferencesTo(read[index]).Select(difference => $"notification {index + 1}: {difference}"));

    /// <summary>A time in UTC, such as <c>2024-01-31T10:00:00.5Z</c>.</summary>
    public static string TextOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Money in major units, such as <c>12.34 HKD</c>.</summary>
    public static string TextOf(decimal amount, string currency) => amount.ToString(CultureInfo.InvariantCulture) + " " + currency;

    /// <summary>Money in a currency whose decimals neither ISO 4217 nor the API states, such as <c>1234 minor units of XQX</c>.</summary>
    public static string TextOf(long minorUnits, string currency) =>
        minorUnits.ToString(CultureInfo.InvariantCulture) + " minor units of " + currency;

    /// <summary>What the exchange states and is read otherwise, as sentences.</summary>
    public IEnumerable<string> DifferencesTo(ExchangeReading read)
    {
        IEnumerable<(string Key, string? Stated, string? Read)> all =
        [
            ("id", Id, read.Id),
            ("status", Status, read.Status),
            ("state", State?.ToString(), read.State?.ToString()),
            ("self", Self, read.Self),
            ("redirect", Redirect, read.Redirect),
            ("qr-code", QrCode, read.QrCode),
            ("operations", List(Operations), List(read.Operations)),
            ("error", Error, read.Error),
            ("code", Code?.ToString(), read.Code?.ToString()),
            ("message", Message, read.Message),
            .. Next?.Select(member => ("next." + member.Path, member.Text, read.Next?.FirstOrDefault(other => other.Path == member.Path)?.Text)) ?? [],
            .. Members?.Select(member => ("members." + member.Path, member.Text, read.Text(member.Path))) ?? [],
            .. ErrorDetails(read),
            ("type", Type, read.Type),
            ("classification", Classification, read.Classification),
            ("timestamp", Timestamp, read.Timestamp),
            ("reference", Reference, read.Reference),
            ("payment", Payment, read.Payment),
            ("method", Method, read.Method),
            ("value", Value, read.Value),
            ("captured", Captured, read.Captured),
            ("refunded", Refunded, read.Refunded),
            .. Result?.ComparedTo(read.Result) ?? [],
        ];
        return all
            .Where(one => one.Stated is not null && !IsSame(one.Stated, one.Read))
            .Select(one => $"'{one.Key}' is {(one.Read is { } text ? $"read as '{text}'" : "not found")}, and the exchange states '{one.Stated}'")
            .Concat(Object?.DifferencesTo(read.Object ?? Nothing).Select(difference => "object: " + difference) ?? []);
    }

    private IEnumerable<(string Key, string? Stated, string? Read)> ErrorDetails(ExchangeReading read)
    {
        if (Errors is not { } stated)
        {
            yield break;
        }

        var found = read.Errors ?? default;
        yield return ("errors", $"{stated.Count} details", $"{found.Count} details");
        for (var index = 0; index < stated.Count && index < found.Count; index++)
        {
            yield return ($"errors[{index}].at", stated[index].At, found[index].At);
            yield return ($"errors[{index}].name", stated[index].Name, found[index].Name);
            yield return ($"errors[{index}].message", stated[index].Message, found[index].Message);
        }
    }

    // 12.5 EUR and 12.50 EUR are the same money.
    private static bool IsSame(string stated, string? read) =>
        stated == read || (Money(stated) is { } money && read is not null && Money(read) is { } other && money == other);

    private static (decimal Amount, string Currency)? Money(string text) =>
        text.Split(' ') is [var amount, { Length: 3 } currency]
        && decimal.TryParse(amount, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? (value, currency)
            : null;

    private string? Text(string path) => Members?.FirstOrDefault(member => member.Path == path)?.Text;

    private static string? List(EquatableArray<string>? texts) =>
        texts is { } list ? string.Join(", ", list.OrderBy(text => text, StringComparer.Ordinal)) : null;
}

/// <param name="Path">The path in the spec, such as <c>fee.value</c>; of a webhook, the name in the spec.</param>
/// <param name="Text">The text, the number, <c>true</c> or <c>false</c>, an amount in major units with its currency, or a time in UTC.</param>
public sealed record ExchangeMember(string Path, string? Text);

/// <summary>What is wrong with one field. Null where the exchange does not state it.</summary>
public sealed record ExchangeErrorDetail(string? At, string? Name, string? Message);
