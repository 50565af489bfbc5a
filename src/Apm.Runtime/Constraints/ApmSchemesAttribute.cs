namespace Apm;

/// <summary>The schemes of an address. Without this attribute, an address must be http or https.</summary>
/// <param name="schemes">In lowercase letters; none if every scheme is allowed that can be the address of a page or an app.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApmSchemesAttribute(params string[] schemes) : Attribute
{
    /// <summary>In lowercase letters; empty if every scheme is allowed that can be the address of a page or an app.</summary>
    public IReadOnlyList<string> Schemes { get; } = schemes;
}
