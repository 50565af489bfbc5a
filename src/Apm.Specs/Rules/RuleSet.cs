namespace Apm.Specs;

/// <summary>The rules of one file. Each file that extends it reads them again, because its fields differ.</summary>
/// <param name="DeclaredBy">The id of the spec.</param>
/// <param name="Syntax">The syntax in the file.</param>
/// <param name="Declared">The rules as the file declares them.</param>
internal sealed record RuleSet(string DeclaredBy, IReadOnlyList<MappingSyntax> Syntax, EquatableArray<RuleModel> Declared);
