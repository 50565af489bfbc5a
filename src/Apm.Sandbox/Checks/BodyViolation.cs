namespace Apm.Sandbox;

/// <summary>One thing that is wrong with a body.</summary>
/// <param name="Path"><c>$</c> and the dotted path, such as <c>$.order.value.currency</c>.</param>
/// <param name="Rule">What was broken.</param>
/// <param name="Message">For a developer; it never quotes the value.</param>
public sealed record BodyViolation(string Path, BodyRule Rule, string Message);
