namespace Apm.Specs;

/// <param name="Facts">With what a method takes over from its API.</param>
internal sealed record ResolvedField(FieldDeclaration Facts, FieldType Type, string DeclaredBy)
{
    public string Path => Facts.Path;
}

/// <summary>Fields of one file laid over those of its API.</summary>
/// <param name="vocabulary">The types that a field may be of; null where the API is not there.</param>
/// <param name="narrowing">Judges what is said of a field that is known.</param>
/// <param name="declaredBy">The id of the file's spec.</param>
/// <param name="facets">The keys that a field can have; null for those of the language.</param>
internal sealed class FieldResolver(
    DiagnosticBag report,
    CurrencyNames currencies,
    SharedDefinitions? vocabulary,
    Narrowing narrowing,
    string declaredBy,
    FacetTable? facets = null)
{
    // Types within types multiply.
    private const int MaxFields = 2000;

    // Each becomes a member of an enum, or a text in a check. Lists of the API make many of them.
    private const int MaxValues = 10_000;

    private int _values;

    /// <param name="own">What the file says.</param>
    /// <param name="api">What it takes over; null where that is not known.</param>
    /// <returns>The API's fields in their order, then the others.</returns>
    public List<ResolvedField> Resolve(IReadOnlyList<FieldDeclaration> own, IReadOnlyList<ResolvedField>? api)
    {
        var resolved = new ResolvedFields(report, api ?? []);
        _values = resolved.All.Sum(field => field.Facts.Value(Facets.Values)?.Count ?? 0);
        foreach (var field in own)
        {
            var known = resolved.Find(field.Path);
            if (One(field, known, api) is not { } any)
            {
                continue;
            }

            _values -= known?.Facts.Value(Facets.Values)?.Count ?? 0;
            var one = WithFewValues(any, field.Key.Span);

            var type = known?.Facts.SharedType is null ? one.Facts.SharedType : null;
            if (type is not null && resolved.Under(one.Path).FirstOrDefault(other => other.Facts.File == field.File) is { } member)
            {
                report.Add(
                    SpecDescriptors.Contradiction,
                    field.Key.Span,
                    $"{MessageText.Of(field.Path)} has members of its own, such as {MessageText.Of(member.Path)}, which stand before this: write this field first",
                    member.Facts.Location(Facets.Type));
                continue;
            }

            if (known is not null)
            {
                resolved.Replace(one);
            }
            else if (!resolved.Add(one))
            {
                continue;
            }

            if (type is not null)
            {
                Expand(one, vocabulary!.Type(type)!, resolved, api);
            }
        }

        resolved.ReportEmptyLists();
        return resolved.All;
    }

    private void Expand(ResolvedField place, IReadOnlyList<ResolvedField> members, ResolvedFields resolved, IReadOnlyList<ResolvedField>? api)
    {
        foreach (var member in members)
        {
            var path = place.Path + "." + member.Path;
            if (!FieldPath.IsShallow(path, place.Facts.Key.Span, report))
            {
                return;
            }

            if (resolved.All.Count == MaxFields)
            {
                report.Add(SpecDescriptors.TooMuch, place.Facts.Key.Span, $"with the members of its types, the request has more than {MaxFields} fields");
                return;
            }

            var placed = member with { Facts = member.Facts with { Path = path } };
            if (resolved.Find(path) is { } known)
            {
                Lay(placed, known, place, resolved, api);
            }
            else
            {
                resolved.Add(WithFewValues(placed, place.Facts.Key.Span), place.Facts.Key.Span);
            }
        }
    }

    private ResolvedField WithFewValues(ResolvedField field, SpecSpan place)
    {
        var count = field.Facts.Value(Facets.Values)?.Count ?? 0;
        _values += count;
        if (count == 0 || _values <= MaxValues)
        {
            return field;
        }

        report.Add(SpecDescriptors.TooMuch, place, $"with the values of {MessageText.Of(field.Path)}, these fields have more than {MaxValues} values");
        return field with { Type = FieldType.String, Facts = field.Facts.Without([Facets.Values, Facets.Default, Facets.Preset]) };
    }

    // A member of a type narrows what stands in its place as if the file had written it there.
    private void Lay(ResolvedField member, ResolvedField known, ResolvedField place, ResolvedFields resolved, IReadOnlyList<ResolvedField>? api)
    {
        var found = report.Apart();
        var laid = new FieldResolver(found, currencies, vocabulary, narrowing.To(found), member.DeclaredBy, facets).One(member.Facts, known, api);
        foreach (var problem in found.Found)
        {
            report.Add(
                problem.Rule,
                place.Facts.Place(Facets.Type),
                $"the type {place.Facts.SharedType} does not fit here: of {MessageText.Of(member.Path)}, {problem.Message}",
                problem.Related ?? member.Facts.Location(Facets.Type));
        }

        if (laid is not null && found.Found.Count == 0)
        {
            resolved.Replace(member.Facts.Find(Facets.Required) is null ? laid : laid with { Facts = RequiredFacet.Settle(laid.Facts) });
        }
    }

    private ResolvedField? One(FieldDeclaration field, ResolvedField? known, IReadOnlyList<ResolvedField>? api)
    {
        var all = known is null ? field : narrowing.Check(field, known.Facts).Over(known.Facts, facets ?? Facets.Table);
        if (all.Type is not { } type)
        {
            // The API that may know the field is not there.
            if (api is null)
            {
                return null;
            }

            if (!field.IsWritten(Facets.Type))
            {
                var near = report.Suggestions.NearestTo(field.Path, (api ?? []).Select(other => other.Path));
                report.Add(
                    SpecDescriptors.MissingKey,
                    field.Key.Span,
                    near is null
                        ? $"the field {MessageText.Of(field.Path)} has no type: add 'type:', which is {Facets.Type.Key.Hint}"
                        : $"the API has no field {MessageText.Of(field.Path)}: did you mean '{near}'? A new field needs 'type:', which is {Facets.Type.Key.Hint}"
                );
            }

            // Nobody knows which facts fit.
            type = field.Find(Facets.Values) is null ? FieldType.String : FieldType.Enum;
            field = field.WithKeys(facet => facet == Facets.Type || facet == Facets.Values);
        }

        var (facts, fitting) = new FieldChecks(report, currencies).Check(field, all, type);
        return new ResolvedField(facts, fitting, declaredBy);
    }
}
