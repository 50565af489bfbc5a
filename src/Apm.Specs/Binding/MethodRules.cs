using Apm.Specs.Diagnostics;
using Apm.Specs.Model;
using Apm.Specs.Syntax;

namespace Apm.Specs.Binding;

/// <summary>The rules of a method: those of its API that still say something about it, and its own.</summary>
internal sealed class MethodRules(BoundApi api, Report report)
{
    public EquatableArray<RuleModel> Bind(IEnumerable<MappingSyntax> own, FieldModel request, IReadOnlyList<ResolvedField> fields, string declaredBy)
    {
        // What a method narrows may settle a rule of its API for good. That is no mistake, so nobody hears of it.
        var taken = new Rules(request, api.Model!.Id, RuleOrigin.TakenOver, new Report("")).Bind(api.Rules);
        foreach (var forbidden in api.Model.Rules.Where(rule => rule.Kind == RuleKind.Forbid))
        {
            ReportContradictions(forbidden, taken, request, fields);
        }

        return taken.Concat(new Rules(request, declaredBy, RuleOrigin.Method, report).Bind(own)).ToEquatableArray();
    }

    private void ReportContradictions(RuleModel rule, EquatableArray<RuleModel> taken, FieldModel request, IReadOnlyList<ResolvedField> fields)
    {
        var scope = new RuleScope(request, isApi: false, new Report(""));
        foreach (var path in rule.Paths.Where(path => !taken.Any(other => other.Kind == RuleKind.Forbid && other.Paths.Contains(path))))
        {
            var declared = fields.FirstOrDefault(field => field.Path == path && field.DeclaredBy != rule.DeclaredBy);
            if (declared is not null && FieldPath.Find(request, path) is { } field && scope.IsAlwaysThere(field) && rule.When.All(condition => CanHold(condition, request)))
            {
                report.Add(SpecRules.WrongKind, declared.Facts.Place("required"), $"a rule of the API forbids {Quote.Of(path)} in some requests, so it cannot be required in all: make a rule of it");
            }
        }
    }

    private static bool CanHold(ConditionModel condition, FieldModel request) =>
        FieldPath.Find(request, condition.Path) is { } field
        && (condition.Test != ConditionTest.OneOf || field.Values.IsEmpty || condition.Values.Any(field.Values.Contains));
}
