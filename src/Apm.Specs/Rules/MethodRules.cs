namespace Apm.Specs;

/// <summary>The rules of a method's request, or of the body of an operation: those of the base that the request can break, and its own.</summary>
/// <param name="taken">The rules of the API, and of the method that is extended.</param>
internal sealed class MethodRules(IReadOnlyList<RuleSet> taken, DiagnosticBag report)
{
    /// <param name="own">The rules of the method.</param>
    /// <param name="index">The fields of the method's request or body.</param>
    /// <param name="fields">The fields as the files declare them.</param>
    /// <param name="declaredBy">The method's spec.</param>
    public EquatableArray<RuleModel> Bind(IEnumerable<MappingSyntax> own, FieldIndex index, IReadOnlyList<ResolvedField> fields, string declaredBy)
    {
        return taken
            .SelectMany(set => TakeOver(set, index, fields))
            .Concat(new RuleBinder(index, declaredBy, RuleOrigin.Method, report).Bind(own))
            .ToEquatableArray();
    }

    // A narrowed field can make a rule of the base unnecessary. That is not a mistake, so it is not reported.
    private EquatableArray<RuleModel> TakeOver(RuleSet set, FieldIndex index, IReadOnlyList<ResolvedField> fields)
    {
        var kept = new RuleBinder(index, set.DeclaredBy, RuleOrigin.TakenOver, DiagnosticBag.Silent()).Bind(set.Syntax);
        var forbidden = new HashSet<string>(kept.Where(rule => rule.Kind == RuleKind.Forbid).SelectMany(rule => rule.Paths), StringComparer.Ordinal);
        var own = fields.Where(field => field.Facts.File == report.File).ToDictionary(field => field.Path, StringComparer.Ordinal);
        var scope = new RuleScope(index, isApi: false, DiagnosticBag.Silent());
        foreach (var rule in set.Declared.Where(rule => rule.Kind == RuleKind.Forbid))
        {
            foreach (var path in rule.Paths.Where(path => !forbidden.Contains(path)))
            {
                if (own.TryGetValue(path, out var declared)
                    && index.Find(path) is { } field
                    && scope.IsAlwaysThere(field)
                    && rule.When.All(condition => CanHold(condition, index))
                    && (rule.AnyOf.IsEmpty || rule.AnyOf.Any(alternative => alternative.All(condition => CanHold(condition, index)))))
                {
                    report.Add(
                        SpecDescriptors.Contradiction,
                        declared.Facts.Place(Facets.Required),
                        $"a rule of {rule.DeclaredBy} forbids {MessageText.Of(path)} in some requests, "
                            + "so it cannot be required in all requests: write a rule that requires it");
                }
            }
        }

        return kept;
    }

    private static bool CanHold(ConditionModel condition, FieldIndex index) =>
        index.Find(condition.Path) is { } field
        && (condition.Test != ConditionTest.OneOf
            || (condition.IsCurrency ? field.Money!.Currencies : field.Values) is not { IsEmpty: false } values
            || condition.Values.Any(values.Contains));
}
