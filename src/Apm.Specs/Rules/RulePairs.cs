namespace Apm.Specs;

/// <summary>Compares each rule with the rules before it: repetitions and contradictions are reported.</summary>
internal sealed class RulePairs(DiagnosticBag report)
{
    private readonly List<Seen> _seen = [];

    /// <returns>False where the rule is reported.</returns>
    public bool Add(RuleModel rule, MappingSyntax syntax)
    {
        var added = new Seen(rule, syntax);
        foreach (var earlier in _seen)
        {
            if (added.Meaning.Equals(earlier.Meaning))
            {
                report.Add(
                    SpecDescriptors.DeclaredTwice,
                    syntax.Entries[0].Key.Span,
                    $"the rule on line {earlier.Line} is the same: remove one of them",
                    At(earlier.Syntax));
                return false;
            }

            if (Contradicted(added, earlier) is { } path)
            {
                report.Add(
                    SpecDescriptors.Contradiction,
                    Place(syntax, path),
                    $"the rule on line {earlier.Line} contradicts this rule for {MessageText.Of(path)}, "
                        + "so no request is valid when this rule applies: remove one of them, or change the conditions",
                    At(earlier.Syntax));
                return false;
            }
        }

        _seen.Add(added);
        return true;
    }

    private static string? Contradicted(Seen rule, Seen other) =>
        (rule.Meaning.Kind, other.Meaning.Kind) switch
        {
            (RuleKind.Require, RuleKind.Forbid) when IsMetWith(other.Meaning, rule.Meaning) => rule.Meaning.Paths.FirstOrDefault(path =>
                FieldPath.Parents(path).Append(path).Any(other.Paths.Contains)),
            (RuleKind.Forbid, RuleKind.Require) when IsMetWith(rule.Meaning, other.Meaning) => rule.Meaning.Paths.FirstOrDefault(
                other.PathsAndParents.Contains),
            _ => null,
        };

    // Whenever the rule that requires applies, the rule that forbids applies, too.
    private static bool IsMetWith(RuleModel forbids, RuleModel requires) =>
        (forbids.List == requires.List || forbids.When.IsEmpty)
        && (forbids.AnyOf.IsEmpty || forbids.AnyOf.Equals(requires.AnyOf))
        && forbids.When.All(condition => requires.When.Contains(condition));

    private static SpecSpan Place(MappingSyntax syntax, string path)
    {
        var paths = syntax.Entries.Select(entry => entry.Value).SelectMany(value => value is SequenceSyntax list ? list.Items : [value]);
        return paths.OfType<ScalarSyntax>().FirstOrDefault(scalar => scalar.Value == path)?.Span ?? syntax.Entries[0].Key.Span;
    }

    private SpecLocation At(MappingSyntax syntax) => report.At(syntax.Entries[0].Key.Span);

    private sealed class Seen(RuleModel rule, MappingSyntax syntax)
    {
        public RuleModel Meaning { get; } = rule with { Because = null };

        public MappingSyntax Syntax { get; } = syntax;

        public HashSet<string> Paths { get; } = new(rule.Paths, StringComparer.Ordinal);

        /// <summary>What cannot be absent where the paths are there.</summary>
        public HashSet<string> PathsAndParents { get; } = new(rule.Paths.SelectMany(path => FieldPath.Parents(path).Append(path)), StringComparer.Ordinal);

        public string Line => SpecValue.Invariant(Syntax.Entries[0].Key.Span.Line + 1);
    }
}
