namespace Apm.Sandbox;

/// <summary>A violation of one rule by a body.</summary>
/// <param name="Path"><c>$</c> and the dotted path, such as <c>$.order.value.currency</c>.</param>
/// <param name="Rule">The kind of the violated rule.</param>
/// <param name="Message">A message for developers. It never quotes the value.</param>
public sealed record BodyViolation(string Path, BodyRule Rule, string Message);
