using Apm.Specs.Diagnostics;
using Apm.Specs.Model;

namespace Apm.Specs.Binding;

/// <param name="Facts">With what a method takes over from its API.</param>
internal sealed record ResolvedField(FieldDeclaration Facts, FieldType Type, string DeclaredBy)
{
    public string Path => Facts.Path;
}

/// <summary>Fields of one file laid over those of its API.</summary>
internal sealed class FieldResolver(Report report, CurrencyNames currencies, string declaredBy)
{
    /// <param name="own">What the file says.</param>
    /// <param name="api">What it takes over; null where that is not known.</param>
    /// <returns>The API's fields in their order, then the others.</returns>
    public List<ResolvedField> Resolve(IReadOnlyList<FieldDeclaration> own, IReadOnlyList<ResolvedField>? api)
    {
        var resolved = new List<ResolvedField>(api ?? []);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in resolved)
        {
            places.Add(field.Path, places.Count);
        }

        foreach (var field in own)
        {
            var known = places.TryGetValue(field.Path, out var place) ? resolved[place] : null;
            if (One(field, known, api) is not { } one)
            {
                continue;
            }

            if (known is not null)
            {
                resolved[place] = one;
            }
            else if (Fits(one, resolved, places))
            {
                places.Add(one.Path, resolved.Count);
                resolved.Add(one);
            }
        }

        return resolved;
    }

    private ResolvedField? One(FieldDeclaration field, ResolvedField? known, IReadOnlyList<ResolvedField>? api)
    {
        var all = known is null ? field : Over(new Narrowing(report).Check(field, known.Facts), known.Facts);
        if (all.Type is not { } type)
        {
            // The API that may know the field is not there.
            if (api is null)
            {
                return null;
            }

            if (!field.Keys.ContainsKey("type"))
            {
                var near = Nearest.To(field.Path, (api ?? []).Select(other => other.Path));
                report.Add(SpecRules.MissingKey, field.Key.Span, near is null
                    ? $"the field {Quote.Of(field.Path)} has no type: add 'type:', which is {SpecKeys.Field.Hint("type")}"
                    : $"the API has no field {Quote.Of(field.Path)}: did you mean '{near}'? A new field needs 'type:', which is {SpecKeys.Field.Hint("type")}");
            }

            type = field.Values is null ? FieldType.String : FieldType.Enum;
        }

        return new ResolvedField(new FieldFacts(report, currencies).Fit(field, all, ref type), type, declaredBy);
    }

    // A path is an object or a value, whichever is declared first.
    private bool Fits(ResolvedField field, List<ResolvedField> resolved, Dictionary<string, int> places)
    {
        foreach (var parent in FieldPath.Parents(field.Path))
        {
            if (places.TryGetValue(parent, out var place) && resolved[place].Type != FieldType.Object)
            {
                var type = FieldFacts.Id(resolved[place].Type);
                var what = resolved[place].Type == FieldType.Money ? "is of type money, whose amount and currency need no fields" : $"is of type {type}, which has no members";
                report.Add(SpecRules.WrongKind, field.Facts.Key.Span, $"{Quote.Of(parent)} {what}: remove this field, or make {Quote.Of(parent)} an object", resolved[place].Facts.Location("type"));
                return false;
            }
        }

        if (field.Type != FieldType.Object && resolved.FirstOrDefault(other => other.Path.StartsWith(field.Path + ".", StringComparison.Ordinal)) is { } member)
        {
            report.Add(SpecRules.WrongKind, field.Facts.Key.Span, $"{Quote.Of(field.Path)} has members, such as {Quote.Of(member.Path)}, so it is an object: write type: object, or remove this field", member.Facts.Location("type"));
            return false;
        }

        return true;
    }

    private static FieldDeclaration Over(FieldDeclaration said, FieldDeclaration api) => said with
    {
        Type = said.Type ?? api.Type,
        Required = said.Required ?? api.Required,
        RequiredByDefault = api.RequiredByDefault,
        Length = said.Length ?? api.Length,
        Pattern = said.Pattern ?? api.Pattern,
        Range = said.Range ?? api.Range,
        MinorUnits = said.MinorUnits ?? api.MinorUnits,
        Values = said.Values ?? api.Values,
        Const = said.Const ?? api.Const,
        Default = said.Default ?? api.Default,
        Preset = said.Preset ?? api.Preset,
        TypeName = said.TypeName ?? api.TypeName,
        Loggable = said.Loggable ?? api.Loggable,
        Summary = said.Summary ?? api.Summary,
    };
}
