namespace Apm.Specs;

/// <summary>A condition for a member of a response, an error or a webhook. A member that is null is absent.</summary>
/// <param name="Path">The path of the member.</param>
/// <param name="Test">The test, which is never <see cref="ConditionTest.StartsWith"/>.</param>
/// <param name="Values">The texts of values: <c>true</c> for the boolean, the digits of a number. Empty if the test has none.</param>
public sealed record MemberConditionModel(string Path, ConditionTest Test, EquatableArray<string> Values)
{
    /// <summary>Whether the values are booleans or numbers, and not texts. Both are accepted; the gateway sends these.</summary>
    public bool IsJson { get; init; }
}
