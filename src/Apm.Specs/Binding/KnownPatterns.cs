using Apm.Specs.Model;
using Apm.Specs.Patterns;

namespace Apm.Specs.Binding;

/// <summary>The patterns of types whose name says the form of their texts.</summary>
internal static class KnownPatterns
{
    // Gateways ask for no more than a name, an @ and a domain with a dot; nobody's address has blanks.
    private static readonly CheckedPattern Email = CheckedPattern.Parse(@"[^@\x00-\x20\x7F]+@[^@\x00-\x20\x7F]+\.[^@\x00-\x20\x7F]+");
    private static readonly CheckedPattern Phone = CheckedPattern.Parse("[0-9]+");
    private static readonly CheckedPattern Iban = CheckedPattern.Parse("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

    public static CheckedPattern? Of(FieldType type) => type switch
    {
        FieldType.Email => Email,
        FieldType.Phone => Phone,
        FieldType.Iban => Iban,
        _ => null,
    };
}
