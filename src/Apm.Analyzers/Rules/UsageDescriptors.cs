using System.Collections.Immutable;
using Apm.Specs;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The diagnostics about C# that uses generated code.</summary>
internal static class UsageDescriptors
{
    public static readonly DiagnosticDescriptor Currency = Error("APM1001", "The payment method does not accept the currency");
    public static readonly DiagnosticDescriptor Maximum = Error("APM1002", "The amount is above the maximum");
    public static readonly DiagnosticDescriptor Minimum = Error("APM1003", "The amount is below the minimum");
    public static readonly DiagnosticDescriptor Length = Error("APM1004", "The text is too long or too short");
    public static readonly DiagnosticDescriptor Characters = Error("APM1005", "The text has characters that the field does not allow");
    public static readonly DiagnosticDescriptor Value = Error("APM1006", "The value is not allowed");
    public static readonly DiagnosticDescriptor Range = Error("APM1007", "The number is out of range");
    public static readonly DiagnosticDescriptor Address = Error("APM1008", "The URL is not absolute, or its scheme is not allowed");
    public static readonly DiagnosticDescriptor Missing = Error("APM1009", "A field that other values require is missing");
    public static readonly DiagnosticDescriptor Forbidden = Error("APM1010", "A forbidden field is set, or a group of fields is incomplete");
    public static readonly DiagnosticDescriptor UnknownCurrency = Warning("APM1011", "The currency is unknown or withdrawn");
    public static readonly DiagnosticDescriptor Decimals = Error("APM1012", "The amount has more decimals than its currency");
    public static readonly DiagnosticDescriptor ReplacedCharacters = Warning("APM1014", "The gateway replaces characters of the text");
    public static readonly DiagnosticDescriptor Secret = Warning("APM1013", "A user name, password or key is written in code");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        Currency, Maximum, Minimum, Length, Characters, Value, Range, Address, Missing, Forbidden, UnknownCurrency, Decimals, Secret, ReplacedCharacters);

    // The gateway would refuse the request.
    private static DiagnosticDescriptor Error(string id, string title) => Rule(id, title, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title) => Rule(id, title, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Rule(string id, string title, DiagnosticSeverity severity) =>
        new(id, title, "{0}", "Apm.Usage", severity, isEnabledByDefault: true, helpLinkUri: RulePage.Of(id));
}
