namespace Apm.Specs;

public static class SpecDescriptors
{
    /// <summary>Of all of them, as a host shows it.</summary>
    public const string Category = "Apm.Specs";

    public static readonly SpecDescriptor NotYaml = new(
        "APM0001",
        "Not YAML",
        SpecSeverity.Error,
        "The file is not valid YAML, so it cannot be read. This is then the only diagnostic for the file. The usual causes are an unclosed "
            + "quote, a colon in unquoted text, or a tab as indentation.");

    public static readonly SpecDescriptor UnknownKey = new(
        "APM0002",
        "Unknown key",
        SpecSeverity.Error,
        "The spec language does not have this key. If the build ignored the key, its limit or length would not be checked, and the author "
            + "would not notice.");

    public static readonly SpecDescriptor MissingKey = new(
        "APM0003",
        "Missing key",
        SpecSeverity.Error,
        "The spec is incomplete without this key. Without the key, the generator cannot generate code, or it would have to guess the value.");

    public static readonly SpecDescriptor WrongKind = new(
        "APM0004",
        "Wrong kind of value",
        SpecSeverity.Error,
        "The key is known, but its value is of the wrong kind: for example a list instead of one text, a word instead of a number, or a "
            + "value that is not in the list of allowed values. The message states what to write.");

    public static readonly SpecDescriptor UnknownCode = new(
        "APM0005",
        "Unknown currency, country or language",
        SpecSeverity.Error,
        "Currencies must be codes of ISO 4217, countries codes of ISO 3166-1 (two letters), and languages codes of ISO 639-1. A gateway "
            + "refuses other codes. If a gateway has a currency code of its own, declare it under exponents in the API file, with its number of "
            + "decimals.");

    public static readonly SpecDescriptor Decimals = new(
        "APM0006",
        "Invalid amount for currency",
        SpecSeverity.Error,
        "An amount in a spec must be a decimal number in major units, with a dot before the decimals and no digit grouping. Documentation "
            + "often groups digits with a dot: there, 50.000 HKD means fifty thousand; in a spec it would mean fifty. The amount must not have "
            + "more decimals than the currency.");

    public static readonly SpecDescriptor UnknownName = new(
        "APM0007",
        "Unknown API, method, operation or field",
        SpecSeverity.Error,
        "The spec uses a name that must be declared in another file or in another part of this file. No declaration has this name.");

    public static readonly SpecDescriptor DeclaredTwice = new(
        "APM0008",
        "Declared twice",
        SpecSeverity.Error,
        "The same key or value is declared twice. Some YAML readers would use the first value and some the second, and the author may "
            + "notice only one.");

    public static readonly SpecDescriptor Widens = new(
        "APM0009",
        "Method is less strict than its API",
        SpecSeverity.Error,
        "The constraints that the API file declares for a field apply to all methods of the API, because the gateway checks them for all "
            + "methods. A method may narrow them, but must not widen them.");

    public static readonly SpecDescriptor Pattern = new(
        "APM0010",
        "Invalid pattern",
        SpecSeverity.Error,
        "The generated validator, the analyzers and the sandbox all match patterns, also against texts from customers. A pattern is "
            + "therefore a strictly regular expression: all of these programs read it in the same way, and matching is never slow.");

    public static readonly SpecDescriptor Limit = new(
        "APM0011",
        "Invalid limit",
        SpecSeverity.Error,
        "A limit in a currency that the method does not accept is never used. A limit whose minimum is above its maximum accepts no amount. "
            + "Both are mistakes in the spec.");

    public static readonly SpecDescriptor NameClash = new(
        "APM0012",
        "Generated names conflict",
        SpecSeverity.Error,
        "Keys, values and ids become names in C#. Dots, hyphens and underscores are removed, and the next letter becomes a capital. If two "
            + "names become the same C# name, the error is at the second of them.");

    public static readonly SpecDescriptor TooMuch = new(
        "APM0013",
        "Spec exceeds a size limit",
        SpecSeverity.Error,
        "The compiler reads specs, including the specs of packages, on every build and while you type. The size of a file, the depth of "
            + "nesting, and the number of fields and values are therefore limited.");

    public static readonly SpecDescriptor NoLimit = new(
        "APM0014",
        "No limit is known",
        SpecSeverity.Info,
        "This is information, not an error. The spec has a limit in one currency and none in another. The validator accepts any amount in "
            + "the other currency, and the gateway may still refuse it. Limits are not converted: a limit applies only in the currency in which "
            + "its source states it.");

    public static readonly SpecDescriptor HeaderValue = new(
        "APM0015",
        "Invalid header value",
        SpecSeverity.Error,
        "With idempotency-header, the payment's reference is sent as the value of a header. A line break in the value would begin another "
            + "header or another request. A space at the end of the value would be lost. The reference must therefore have a pattern that allows "
            + "only visible ASCII characters, ! to ~.");

    public static readonly SpecDescriptor NotApplicable = new(
        "APM0016",
        "Not applicable here",
        SpecSeverity.Error,
        "The spec language knows the key, the value or the operation, but it does not apply in this place. For example, a GET request has "
            + "no body, a number has no length, and a limit for each currency has no equivalent in another currency.");

    public static readonly SpecDescriptor Contradiction = new(
        "APM0017",
        "Contradictory declarations",
        SpecSeverity.Error,
        "Two declarations contradict each other, or one of them can never have an effect. For example, one rule requires a field that "
            + "another rule forbids, a rule requires a field that is in every request, or a field that is a text has members.");

    public static readonly SpecDescriptor AlmostKnownField = new(
        "APM0018",
        "New field has almost the name of another",
        SpecSeverity.Warning,
        "This is a warning. The method declares a new field whose path is almost the path of a field that the API has: they differ only in "
            + "capitals, in an s at the end, in one letter or in dots, or the first names of the path are missing. A new field is allowed, so the "
            + "spec compiles. But if the path is misspelt, shops set the new field, the gateway ignores it, and the field of the API keeps its "
            + "own rules.");

    public static readonly SpecDescriptor SameRequest = new(
        "APM0019",
        "Operations cannot be told apart",
        SpecSeverity.Warning,
        "This is a warning. A full and a partial operation, such as refund and partial-refund, have the same HTTP method, the same path and "
            + "the same body. The gateway gets the same request for both, so one of them does not do what its name says.");

    public static readonly SpecDescriptor CutText = new(
        "APM0020",
        "A comment may cut the text",
        SpecSeverity.Warning,
        "This is a warning. In YAML, a # after a space begins a comment. A text without quotes ends before it, and nothing shows that the "
            + "rest is missing.");

    public static readonly SpecDescriptor NotAvailable = new(
        "APM0021",
        "The method is not available",
        SpecSeverity.Info,
        "This is information, not an error. The gateway does not offer the payment method to every merchant: according to its page, the "
            + "method is a pilot, is coming soon, or is discontinued.");

    public static IReadOnlyList<SpecDescriptor> All { get; } =
    [
        NotYaml,
        UnknownKey,
        MissingKey,
        WrongKind,
        UnknownCode,
        Decimals,
        UnknownName,
        DeclaredTwice,
        Widens,
        Pattern,
        Limit,
        NameClash,
        TooMuch,
        NoLimit,
        HeaderValue,
        NotApplicable,
        Contradiction,
        AlmostKnownField,
        SameRequest,
        CutText,
        NotAvailable,
    ];

    /// <summary>What the generator reports: it must be seen where analyzers do not run.</summary>
    public static IEnumerable<SpecDescriptor> Errors => All.Where(rule => rule.Severity == SpecSeverity.Error);

    /// <summary>Warnings and infos, which an analyzer reports.</summary>
    public static IEnumerable<SpecDescriptor> Advice => All.Where(rule => rule.Severity != SpecSeverity.Error);
}
