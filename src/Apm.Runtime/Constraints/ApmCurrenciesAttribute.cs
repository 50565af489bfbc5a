namespace Apm;

/// <summary>The currencies that a money property accepts.</summary>
/// <param name="currencies">Alphabetic codes, in the order of the spec.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ApmCurrenciesAttribute(params string[] currencies) : Attribute
{
    /// <summary>Alphabetic codes, in the order of the spec.</summary>
    public string[] Currencies { get; } = currencies;
}
