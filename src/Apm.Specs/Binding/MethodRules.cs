using Apm.Specs.Diagnostics;
using Apm.Specs.Model;
using Apm.Specs.Syntax;

namespace Apm.Specs.Binding;

/// <summary>The rules of a method's request, or of the body of an operation: those that it takes over and that still say something about it, and its own.</summary>
/// <param name="taken">The rules of the API, and of the method that is extended.</param>
internal sealed class MethodRules(IReadOnlyList<RuleSet> taken, Report report)
{
    /// <param name="own">The rules of the method.</param>
    /// <param name="root">The method's request or body.</param>
    /// <param name="fields">The same as the files say it.</param>
    /// <param name="declaredBy">The method's spec.</param>
    public EquatableArray<RuleModel> Bind(IEnumerable<MappingSyntax> own, FieldModel root, IReadOnlyList<ResolvedField> fields, string declaredBy) =>
        taken.SelectMany(set => TakeOver(set, root, fields)).Concat(new Rules(root, declaredBy, RuleOrigin.Method, report).Bind(own)).ToEquatableArray();

    // What a method narrows may settle a rule for good. That is no mistake, so nobody hears of it.
    private EquatableArray<RuleModel> TakeOver(RuleSet set, FieldModel root, IReadOnlyList<ResolvedField> fields)
    {
        var kept = new Rules(root, set.DeclaredBy, RuleOrigin.TakenOver, new Report("")).Bind(set.Syntax);
        foreach (var forbidden in set.Said.Where(rule => rule.Kind == RuleKind.Forbid))
        {
            ReportContradictions(forbidden, kept, root, fields);
        }

        return kept;
    }

    private void ReportContradictions(RuleModel rule, EquatableArray<RuleModel> taken, FieldModel root, IReadOnlyList<ResolvedField> fields)
    {
        var scope = new RuleScope(root, isApi: false, new Report(""));
        foreach (var path in rule.Paths.Where(path => !taken.Any(other => other.Kind == RuleKind.Forbid && other.Paths.Contains(path))))
        {
            var declared = fields.FirstOrDefault(field => field.Path == path && field.Facts.File == report.File);
            if (declared is not null && FieldPath.Find(root, path) is { } field && scope.IsAlwaysThere(field) && rule.When.All(condition => CanHold(condition, root)))
            {
                report.Add(SpecRules.WrongKind, declared.Facts.Place("required"), $"a rule of {rule.DeclaredBy} forbids {Quote.Of(path)} in some requests, so it cannot be required in all: make a rule of it");
            }
        }
    }

    private static bool CanHold(ConditionModel condition, FieldModel root) =>
        FieldPath.Find(root, condition.Path) is { } field
        && (condition.Test != ConditionTest.OneOf || field.Values.IsEmpty || condition.Values.Any(field.Values.Contains));
}
