namespace Apm;

/// <summary>
/// What a caller passes for the parameter reaches a property of a request unchanged. The usage analyzers then judge the
/// argument at the call, from other projects and packages too; within a project they find out by themselves.
/// </summary>
/// <example>
/// <code>
/// public Task PayAsync(
///     [ApmPassedTo(typeof(WalletInstruction), nameof(WalletInstruction.Value))] decimal amount,
///     [ApmPassedTo(typeof(WalletInstruction), nameof(WalletInstruction.Value))] string currency)
/// </code>
/// For money that is passed in two parts, a <see cref="decimal"/> is in major units and a whole number in minor units.
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
