namespace Apm;

/// <summary>
/// The argument for the parameter reaches a property of a request unchanged. The usage analyzers then check the argument at
/// each call, also in other projects and packages. Within one project they need no attribute.
/// </summary>
/// <example>
/// <code>
/// public Task PayAsync(
///     [ApmPassedTo(typeof(WalletInstruction), nameof(WalletInstruction.Value))] decimal amount,
///     [ApmPassedTo(typeof(WalletInstruction), nameof(WalletInstruction.Value))] string currency)
/// </code>
/// If money is passed in two parts, a <see cref="decimal"/> is in major units and a whole number is in minor units.
/// </example>
/// <param name="type">The type that has the property.</param>
/// <param name="property">The property's name.</param>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class ApmPassedToAttribute(Type type, string property) : Attribute
{
    /// <summary>The type that has the property.</summary>
    public Type Type { get; } = type;

    /// <summary>The property's name.</summary>
    public string Property { get; } = property;
}
