namespace Apm;

/// <summary>The text must be a code of a standard list.</summary>
/// <param name="list"><c>country</c> for ISO 3166-1 alpha-2, <c>currency</c> for ISO 4217, <c>language</c> for ISO 639-1,
/// <c>locale-</c> and <c>locale_</c> for a language and a country with this character between them.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApmCodeAttribute(string list) : Attribute
{
    /// <summary><c>country</c> for ISO 3166-1 alpha-2, <c>currency</c> for ISO 4217, <c>language</c> for ISO 639-1,
    /// <c>locale-</c> and <c>locale_</c> for a language and a country with this character between them.</summary>
    public string List { get; } = list;
}
