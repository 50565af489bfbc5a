namespace Apm;

/// <summary>The text must have the check digits of an identifier.</summary>
/// <param name="identifiers"><c>cpf</c>, <c>cnpj</c> or <c>aba</c>. The check digits of one of them must be right.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApmChecksumAttribute(params string[] identifiers) : Attribute
{
    /// <summary><c>cpf</c>, <c>cnpj</c> or <c>aba</c>. The check digits of one of them must be right.</summary>
    public string[] Identifiers { get; } = identifiers;
}
