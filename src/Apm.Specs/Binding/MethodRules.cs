using Apm.Specs.Diagnostics;
using Apm.Specs.Model;
using Apm.Specs.Syntax;

namespace Apm.Specs.Binding;

/// <summary>The rules of a method's request, or of the body of an operation: those of its API that still say something about it, and its own.</summary>
/// <param name="api">The API's id.</param>
/// <param name="syntax">The API's rules, which are read anew over the method's fields.</param>
/// <param name="said">The same as the API means them.</param>
internal sealed class MethodRules(string api, IReadOnlyList<MappingSyntax> syntax, EquatableArray<RuleModel> said, Report report)
{
    /// <param name="own">The rules of the method.</param>
    /// <param name="root">The method's request or body.</param>
    /// <param name="fields">The same as the files say it.</param>
    /// <param name="declaredBy">The method's spec.</param>
    public EquatableArray<RuleModel> Bind(IEnumerable<MappingSyntax> own, FieldModel root, IReadOnlyList<ResolvedField> fields, string declaredBy)
    {
        // What a method narrows may settle a rule of its API for good. That is no mistake, so nobody hears of it.
        var taken = new Rules(root, api, RuleOrigin.TakenOver, new Report("")).Bind(syntax);
        foreach (var forbidden in said.Where(rule => rule.Kind == RuleKind.Forbid))
        {
            ReportContradictions(forbidden, taken, root, fields);
        }

        return taken.Concat(new Rules(root, declaredBy, RuleOrigin.Method, report).Bind(own)).ToEquatableArray();
    }

    private void ReportContradictions(RuleModel rule, EquatableArray<RuleModel> taken, FieldModel root, IReadOnlyList<ResolvedField> fields)
    {
        var scope = new RuleScope(root, isApi: false, new Report(""));
        foreach (var path in rule.Paths.Where(path => !taken.Any(other => other.Kind == RuleKind.Forbid && other.Paths.Contains(path))))
        {
            var declared = fields.FirstOrDefault(field => field.Path == path && field.DeclaredBy != rule.DeclaredBy);
            if (declared is not null && FieldPath.Find(root, path) is { } field && scope.IsAlwaysThere(field) && rule.When.All(condition => CanHold(condition, root)))
            {
                report.Add(SpecRules.WrongKind, declared.Facts.Place("required"), $"a rule of the API forbids {Quote.Of(path)} in some requests, so it cannot be required in all: make a rule of it");
            }
        }
    }

    private static bool CanHold(ConditionModel condition, FieldModel root) =>
        FieldPath.Find(root, condition.Path) is { } field
        && (condition.Test != ConditionTest.OneOf || field.Values.IsEmpty || condition.Values.Any(field.Values.Contains));
}
