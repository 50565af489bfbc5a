namespace Apm.Specs;

// docs/decisions/sources-and-exchanges.md
/// <summary>The patterns of the types email, phone and iban.</summary>
internal static class KnownPatterns
{
    // Gateways require only a name, an @ and a domain with a dot. An address contains no spaces.
    private static readonly CheckedPattern s_email = CheckedPattern.Parse(@"[^@\x00-\x20\x7F]+@[^@\x00-\x20\x7F]+\.[^@\x00-\x20\x7F]+");
    private static readonly CheckedPattern s_phone = CheckedPattern.Parse("[0-9]+");
    private static readonly CheckedPattern s_phoneWithPlus = CheckedPattern.Parse(@"\+[0-9]+");
    private static readonly CheckedPattern s_phoneWithOrWithoutPlus = CheckedPattern.Parse(@"\+?[0-9]+");
    private static readonly CheckedPattern s_iban = CheckedPattern.Parse("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

    /// <param name="plus">Whether a phone has a plus sign.</param>
    public static CheckedPattern? Of(FieldType type, Plus? plus = null) => type switch
    {
        FieldType.Email => s_email,
        FieldType.Phone => plus switch { Plus.Required => s_phoneWithPlus, Plus.Optional => s_phoneWithOrWithoutPlus, _ => s_phone },
        FieldType.Iban => s_iban,
        _ => null,
    };
}
