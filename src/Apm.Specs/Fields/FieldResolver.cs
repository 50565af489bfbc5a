namespace Apm.Specs;

/// <param name="Facts">What is declared about the field, including what a method inherits from its base.</param>
internal sealed record ResolvedField(FieldDeclaration Facts, FieldType Type, string DeclaredBy)
{
    public string Path => Facts.Path;
}

/// <summary>Merges the fields of one file with those of its base.</summary>
/// <param name="vocabulary">The types and lists of the API; null if the API is missing.</param>
/// <param name="narrowing">Checks a field against the same field of the base.</param>
/// <param name="declaredBy">The id of the file's spec.</param>
/// <param name="facets">The keys that a field can have; null for the keys of the language.</param>
internal sealed class FieldResolver(
    DiagnosticBag report,
    CurrencyNames currencies,
    SharedDefinitions? vocabulary,
    Narrowing narrowing,
    string declaredBy,
    FacetTable? facets = null)
{
    // Types can contain types, so a few lines can declare many fields.
    private const int MaxFields = 2000;

    // Each value becomes a member of an enum, or a text in a check. Many fields can use one list of the API.
    private const int MaxValues = 10_000;

    private int _values;

    /// <param name="own">The fields that the file declares.</param>
    /// <param name="inherited">The fields of the base; null if the base is missing.</param>
    /// <returns>The fields of the base in their order, then the others.</returns>
    public List<ResolvedField> Resolve(IReadOnlyList<FieldDeclaration> own, IReadOnlyList<ResolvedField>? inherited)
    {
        var resolved = new ResolvedFields(report, inherited ?? []);
        _values = resolved.All.Sum(field => field.Facts.Value(Facets.Values)?.Count ?? 0);
        foreach (var field in own)
        {
            var known = resolved.Find(field.Path);
            if (ResolveField(field, known, inherited) is not { } merged)
            {
                continue;
            }

            _values -= known?.Facts.Value(Facets.Values)?.Count ?? 0;
            var result = WithFewValues(merged, field.Key.Span);

            var type = known?.Facts.SharedType is null ? result.Facts.SharedType : null;
            if (type is not null && resolved.Under(result.Path).FirstOrDefault(other => other.Facts.File == field.File) is { } member)
            {
                report.Add(
                    SpecDescriptors.Contradiction,
                    field.Key.Span,
                    $"{MessageText.Of(field.Path)} is declared after its member {MessageText.Of(member.Path)}: write this field first",
                    member.Facts.Location(Facets.Type));
                continue;
            }

            if (known is not null)
            {
                resolved.Replace(result);
            }
            else if (!resolved.Add(result))
            {
                continue;
            }

            if (type is not null)
            {
                AddMembers(result, vocabulary!.Type(type)!, resolved, inherited);
            }
        }

        resolved.ReportEmptyLists();
        return resolved.All;
    }

    private void AddMembers(ResolvedField place, IReadOnlyList<ResolvedField> members, ResolvedFields resolved, IReadOnlyList<ResolvedField>? inherited)
    {
        foreach (var member in members)
        {
            var path = place.Path + "." + member.Path;
            if (!FieldPath.IsShallow(path, place.Facts.Key.Span, report))
            {
                return;
            }

            if (resolved.All.Count >= MaxFields)
            {
                report.Add(SpecDescriptors.TooMuch, place.Facts.Key.Span, $"the request has more than {MaxFields} fields, including the members of its types");
                return;
            }

            var placed = member with { Facts = member.Facts with { Path = path } };
            if (resolved.Find(path) is { } known)
            {
                NarrowWithMember(placed, known, place, resolved, inherited);
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

        report.Add(SpecDescriptors.TooMuch, place, $"the fields have more than {MaxValues} values, including those of {MessageText.Of(field.Path)}");
        return field with { Type = FieldType.String, Facts = field.Facts.Without([Facets.Values, Facets.Default, Facets.Preset]) };
    }

    // A member of a type narrows the field with the same path, as if the file declared this member itself.
    private void NarrowWithMember(
        ResolvedField member,
        ResolvedField known,
        ResolvedField place,
        ResolvedFields resolved,
        IReadOnlyList<ResolvedField>? inherited)
    {
        var found = report.Apart();
        var resolver = new FieldResolver(found, currencies, vocabulary, narrowing.ReportingTo(found), member.DeclaredBy, facets);
        var narrowed = resolver.ResolveField(member.Facts, known, inherited);

        // All of these are reported at one place of this file, so they keep the order of the keys in the file of the type.
        foreach (var problem in found.Found.OrderBy(problem => problem.Location.Span.Start))
        {
            report.Add(
                problem.Rule,
                place.Facts.Place(Facets.Type),
                $"the type {place.Facts.SharedType} does not fit here: for {MessageText.Of(member.Path)}, {problem.Message}",
                problem.Related ?? member.Facts.Location(Facets.Type));
        }

        if (narrowed is not null && found.Found.Count == 0)
        {
            var isDeclared = member.Facts.Find(Facets.Required) is not null;
            resolved.Replace(isDeclared ? narrowed with { Facts = RequiredFacet.WithoutByDefault(narrowed.Facts) } : narrowed);
        }
    }

    private ResolvedField? ResolveField(FieldDeclaration field, ResolvedField? known, IReadOnlyList<ResolvedField>? inherited)
    {
        var all = known is null ? field : narrowing.Check(field, known.Facts).MergedWith(known.Facts, facets ?? Facets.Table);
        if (all.Type is not { } type)
        {
            // The API is missing, and may declare the field.
            if (inherited is null)
            {
                return null;
            }

            if (!field.IsWritten(Facets.Type))
            {
                var near = report.Suggestions.NearestTo(field.Path, inherited.Select(other => other.Path));
                report.Add(
                    SpecDescriptors.MissingKey,
                    field.Key.Span,
                    near is null
                        ? $"the field {MessageText.Of(field.Path)} has no type: add 'type:', which must be {Facets.Type.Key.Hint}"
                        : $"the API has no field {MessageText.Of(field.Path)}: did you mean '{near}'? "
                            + $"A new field needs 'type:', which must be {Facets.Type.Key.Hint}");
            }

            // It is not known which other keys fit.
            type = field.Find(Facets.Values) is null ? FieldType.String : FieldType.Enum;
            field = field.WithKeys(facet => facet == Facets.Type || facet == Facets.Values);
        }

        var (facts, fitting) = new FieldChecks(report, currencies).Check(field, all, type);
        return new ResolvedField(facts, fitting, declaredBy);
    }
}
