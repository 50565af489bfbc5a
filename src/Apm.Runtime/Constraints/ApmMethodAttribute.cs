namespace Apm;

/// <summary>The payment method of a type: of a request and its objects, of a payment, or of the constants of the method.</summary>
/// <param name="name">The display name of the method, such as <c>Acme Wallet</c>.</param>
/// <param name="spec">The id of the spec of the method, such as <c>acme/2024-01-01/wallet</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ApmMethodAttribute(string name, string spec) : Attribute
{
    /// <summary>The display name of the method.</summary>
    public string Name { get; } = name;

    /// <summary>The id of the spec of the method.</summary>
    public string Spec { get; } = spec;
}
