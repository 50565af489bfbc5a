namespace Apm.Specs;

/// <summary>The names that are known in one place of a spec.</summary>
/// <param name="Place">The place, to follow “in”.</param>
/// <param name="Known">The names, in the order in which messages list them.</param>
/// <param name="Settings">The names of the merchant's settings.</param>
internal sealed record NameScope(string Place, IReadOnlyList<string> Known, IReadOnlyList<string> Settings)
{
    // Every name, so that one that is known elsewhere has its own message.
    private static readonly string[] s_all =
    [
        ValueName.PaymentId,
        ValueName.PaymentReference,
        ValueName.PaymentValue,
        ValueName.PaymentCurrency,
        ValueName.RefundId,
        ValueName.CaptureId,
        ValueName.Now,
        ValueName.Key,
    ];

    // As messages show a parameter of the return address.
    private const string AnyParameter = ValueName.Return + "x";

    /// <param name="hasKey">Whether the API declares an idempotency key.</param>
    public static NameScope Request(IReadOnlyList<string> settings, bool hasKey) =>
        new("a payment request", [ValueName.PaymentReference, .. Key(hasKey), ValueName.Now], settings);

    /// <param name="operation">The id of an operation on a payment.</param>
    /// <param name="settings">The names of the merchant's settings.</param>
    /// <param name="hasKey">Whether the API declares an idempotency key.</param>
    public static NameScope Operation(string operation, IReadOnlyList<string> settings, bool hasKey) => operation switch
    {
        OperationId.Pay => Request(settings, hasKey),
        OperationId.Query => new("'query'", [ValueName.PaymentId, ValueName.Now], settings),
        OperationId.Complete => new("'complete'", [.. OfPayment(hasKey), AnyParameter], settings),
        OperationId.Find => new("'find'", [ValueName.PaymentReference, ValueName.Now], settings),
        _ => new($"'{operation}'", OfPayment(hasKey), settings),
    };

    /// <summary>A query or a cancellation of a refund or a capture.</summary>
    /// <param name="name">The operation.</param>
    /// <param name="own">The name of the id of the object.</param>
    /// <param name="settings">The names of the merchant's settings.</param>
    public static NameScope Result(string name, string own, IReadOnlyList<string> settings) =>
        new($"'{name}'", [own, ValueName.PaymentId, ValueName.Now], settings);

    /// <summary>Types and headers, which requests of several operations have.</summary>
    public static NameScope Shared(string place, IReadOnlyList<string> settings) => new(place, [ValueName.Now], settings);

    /// <summary>Null if the name is known here; otherwise the rule and the message.</summary>
    /// <param name="name">A name without a dollar sign and braces.</param>
    /// <param name="write">The name as the author writes it, such as <c>$now</c> or <c>{now}</c>.</param>
    /// <param name="suggestions">For misspelt names.</param>
    public (SpecDescriptor Rule, string Message)? Problem(string name, Func<string, string> write, Suggestions suggestions)
    {
        if (ValueName.Parameter(name) is not null)
        {
            return Known.Contains(AnyParameter) ? null : (
                SpecDescriptors.NotApplicable,
                $"{write(name)} is a parameter of the address at which the customer returned, which is known in 'complete' only");
        }

        if (Known.Contains(name) || (ValueName.Setting(name) is { } setting && Settings.Contains(setting)))
        {
            return null;
        }

        var known = Known.Concat(Settings.Select(one => ValueName.Merchant + one)).ToList();
        var names = MessageText.List(known.Select(write));
        if (name == ValueName.Key && !Known.Contains(name))
        {
            return (
                SpecDescriptors.NotApplicable,
                $"{write(name)} is the idempotency key, which {Place} does not have: declare it under 'recovery', or remove it");
        }

        if (s_all.Contains(name))
        {
            return (SpecDescriptors.NotApplicable, $"{write(name)} is not known in {Place}: the names here are {names}");
        }

        if (ValueName.Setting(name) is not null)
        {
            return (
                SpecDescriptors.UnknownName,
                $"{write(name)} is not a setting of the merchant: "
                    + suggestions.DidYouMean(name, known, "declare it under 'merchant' of the API"));
        }

        return (SpecDescriptors.UnknownName, $"{write(name)} is not a known name: " + suggestions.DidYouMean(name, known, $"the names here are {names}"));
    }

    /// <summary>How a constant has a name.</summary>
    public static string InConstant(string name) => "$" + name;

    /// <summary>How a text has a name.</summary>
    public static string InText(string name) => "{" + name + "}";

    private static string[] OfPayment(bool hasKey) =>
    [
        ValueName.PaymentId,
        ValueName.PaymentReference,
        ValueName.PaymentValue,
        ValueName.PaymentCurrency,
        .. Key(hasKey),
        ValueName.Now,
    ];

    private static string[] Key(bool hasKey) => hasKey ? [ValueName.Key] : [];
}
