using Apm.Specs.Diagnostics;
using Apm.Specs.Model;
using Apm.Specs.Syntax;

namespace Apm.Specs.Binding;

/// <summary>What no rule says alone: the same a second time, and the contrary of another.</summary>
internal sealed class RulePairs(Report report)
{
    private readonly List<(RuleModel Rule, MappingSyntax Syntax)> _seen = [];

    /// <returns>False where the rule is reported.</returns>
    public bool Add(RuleModel rule, MappingSyntax syntax)
    {
        foreach (var (other, earlier) in _seen)
        {
            var line = Entry.Invariant(earlier.Entries[0].Key.Span.Line + 1);
            if (rule with { Because = null } == other with { Because = null })
            {
                report.Add(SpecRules.DeclaredTwice, syntax.Entries[0].Key.Span, $"the rule on line {line} says the same: keep one of them", At(earlier));
                return false;
            }

            if (Contradicted(rule, other) is { } path)
            {
                report.Add(SpecRules.WrongKind, Place(syntax, path), $"the rule on line {line} says the contrary of {Quote.Of(path)} whenever this one holds, so that no request is right: remove one of them, or make their conditions differ", At(earlier));
                return false;
            }
        }

        _seen.Add((rule, syntax));
        return true;
    }

    private static string? Contradicted(RuleModel rule, RuleModel other) => (rule.Kind, other.Kind) switch
    {
        (RuleKind.Require, RuleKind.Forbid) when IsMetWith(other, rule) => rule.Paths.FirstOrDefault(path => other.Paths.Any(forbidden => IsWithin(path, forbidden))),
        (RuleKind.Forbid, RuleKind.Require) when IsMetWith(rule, other) => rule.Paths.FirstOrDefault(forbidden => other.Paths.Any(path => IsWithin(path, forbidden))),
        _ => null,
    };

    // Whenever a requirement holds, what forbids does too.
    private static bool IsMetWith(RuleModel forbids, RuleModel requires) =>
        (forbids.List == requires.List || forbids.When.IsEmpty) && forbids.When.All(condition => requires.When.Contains(condition));

    private static bool IsWithin(string path, string parent) => path == parent || path.StartsWith(parent + ".", StringComparison.Ordinal) || path.StartsWith(parent + FieldPath.Item, StringComparison.Ordinal);

    private static SpecSpan Place(MappingSyntax syntax, string path)
    {
        var said = syntax.Entries.Select(entry => entry.Value).SelectMany(value => value is SequenceSyntax list ? list.Items : [value]);
        return said.OfType<ScalarSyntax>().First(scalar => scalar.Value == path).Span;
    }

    private SpecLocation At(MappingSyntax syntax) => report.At(syntax.Entries[0].Key.Span);
}
