using System.Collections.Immutable;
using Apm.Specs;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The diagnostics about C# that uses generated code.</summary>
internal static class UsageDescriptors
{
    public static readonly DiagnosticDescriptor Currency = Error(
        "APM1001",
        "The payment method does not accept the currency",
        "The gateway refuses a payment in a currency that the payment method does not accept. The customer sees this only after choosing "
            + "the method.");

    public static readonly DiagnosticDescriptor Maximum = Error(
        "APM1002",
        "The amount is above the maximum",
        "The amount is compared with the maximum in its own currency. If only other currencies have a maximum, nothing is reported. Often "
            + "the amount is correct and its unit is wrong: a long is in minor units, a decimal in major units.");

    public static readonly DiagnosticDescriptor Minimum = Error(
        "APM1003",
        "The amount is below the minimum",
        "The amount is compared with the minimum in its own currency, and with the lowest amount that the gateway accepts. Often the amount "
            + "is correct and its unit is wrong: a long is in minor units, a decimal in major units.");

    public static readonly DiagnosticDescriptor Length = Error(
        "APM1004",
        "The text is too long or too short",
        "The gateway refuses a text that is longer or shorter than the field allows. The length is counted in Unicode code points. If only "
            + "a part of the text is known, the known part is counted.");

    public static readonly DiagnosticDescriptor Characters = Error(
        "APM1005",
        "The text has characters that the field does not allow",
        "The gateway refuses a text with a character that the field does not allow, or replaces the character on the customer's statement. "
            + "If only a part of the text is known, the known part is checked.");

    public static readonly DiagnosticDescriptor Value = Error(
        "APM1006",
        "The value is not allowed",
        "The field does not allow this country, language, currency or code. The rule also reports a number that is cast to an enum without "
            + "a member for it.");

    public static readonly DiagnosticDescriptor Range = Error(
        "APM1007",
        "The number is out of range",
        "The gateway accepts only whole numbers between two bounds for this field.");

    public static readonly DiagnosticDescriptor Address = Error(
        "APM1008",
        "The URL is not absolute, or its scheme is not allowed",
        "The gateway sends the customer to this URL after the payment. The URL must be absolute and must not contain spaces, control "
            + "characters or backslashes.");

    public static readonly DiagnosticDescriptor Missing = Error(
        "APM1009",
        "A field that other values require is missing",
        "Some fields are required only if another field has a certain value, or if another field is missing.");

    public static readonly DiagnosticDescriptor Forbidden = Error(
        "APM1010",
        "A forbidden field is set, or a group of fields is incomplete",
        "Some fields must not be sent if another field has a certain value. Some fields must be sent together or not at all.");

    public static readonly DiagnosticDescriptor UnknownCurrency = Warning(
        "APM1011",
        "The currency is unknown or withdrawn",
        "The currency code is not in ISO 4217, or ISO 4217 has withdrawn it. This is a warning at each place that creates Money. It does "
            + "not depend on the payment method.");

    public static readonly DiagnosticDescriptor Decimals = Error(
        "APM1012",
        "The amount has more decimals than its currency",
        "Money.FromMajor does not round; at run time it throws an exception. ISO 4217 defines the number of decimals of a currency: two for "
            + "most currencies, zero for the yen, three for the dinars.");

    public static readonly DiagnosticDescriptor Sum = Error(
        "APM1016",
        "The number does not equal the sum of other fields",
        "The gateway computes the number from other fields of the request, and refuses a request with another number.");

    public static readonly DiagnosticDescriptor ReplacedCharacters = Warning(
        "APM1014",
        "The gateway replaces characters of the text",
        "The gateway accepts this text, but replaces each character that the field does not allow with a space. The message shows the text "
            + "that the customer reads.");

    public static readonly DiagnosticDescriptor Secret = Warning(
        "APM1013",
        "A user name, password or key is written in code",
        "Anyone who can read the code can take payments in your name, or send your shop false webhooks. A deleted secret stays in the "
            + "history of the repository. Read credentials and webhook secrets from configuration, user secrets or a vault.");

    public static readonly DiagnosticDescriptor Inferred = Info(
        "APM1015",
        "The spec infers the operation",
        "This is information, not an error. No page of the gateway describes the request or the behavior of this operation completely, so "
            + "the spec infers it. The gateway may do something else.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        Currency,
        Maximum,
        Minimum,
        Length,
        Characters,
        Value,
        Range,
        Address,
        Missing,
        Forbidden,
        UnknownCurrency,
        Decimals,
        Secret,
        ReplacedCharacters,
        Inferred,
        Sum);

    // The gateway would refuse the request.
    private static DiagnosticDescriptor Error(string id, string title, string description) => Rule(id, title, description, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string description) => Rule(id, title, description, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string description) => Rule(id, title, description, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Rule(string id, string title, string description, DiagnosticSeverity severity) =>
        new(id, title, "{0}", "Apm.Usage", severity, isEnabledByDefault: true, description, RulePage.Of(id));
}
