namespace Apm.Specs;

/// <summary>The rules of one file, which each file that stands on it reads anew: its fields differ.</summary>
/// <param name="DeclaredBy">The id of the spec.</param>
/// <param name="Syntax">As the file has them.</param>
/// <param name="Said">As the file means them.</param>
internal sealed record RuleSet(string DeclaredBy, IReadOnlyList<MappingSyntax> Syntax, EquatableArray<RuleModel> Said);
