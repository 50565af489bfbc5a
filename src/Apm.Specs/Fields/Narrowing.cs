namespace Apm.Specs;

// docs/decisions/spec-language.md
/// <summary>A method may narrow what its API, or the method that it extends, says of a field, never widen it. What widens is reported and dropped.</summary>
/// <param name="ground">What is narrowed; null of an API's own types.</param>
/// <param name="gatewayId">What <c>$apm</c> stands for; null of an API.</param>
internal sealed class Narrowing(DiagnosticBag report, BaseSpec? ground = null, string? gatewayId = null)
{
    private readonly string _ground = ground?.Name ?? "the API";

    // What the API leaves to its methods was decided by the method that is extended.
    private readonly bool _mayRelax = ground?.Method is null;

    public FieldDeclaration Check(FieldDeclaration said, FieldDeclaration api)
    {
        var type = said.Type ?? api.Type;
        if (said.Type is { } own
            && api.Type is { } old
            && own != old
            && !(
                old == FieldType.String
                && own is not (FieldType.Object or FieldType.List or FieldType.Money or FieldType.Integer or FieldType.MinorUnits or FieldType.Boolean))
            && !(old == FieldType.Enum && own == FieldType.Const))
        {
            Widens(said, api, "type", $"type {FieldFacets.Id(own)} is another than {FieldFacets.Id(old)}", "write a new field, or leave the type out");
            said = said with { Type = null, SharedType = null, Const = null };
            type = old;
        }

        if (said.SharedType is { } shared && api.SharedType is { } one && shared != one)
        {
            Widens(said, api, "type", $"type {shared} is another than {one}", "leave the type out, and narrow its members one by one");
        }

        if (said.Required == false && (api.Required ?? api.Const is not null) && !(api.RequiredByDefault && _mayRelax))
        {
            Widens(said, api, "required", $"{_ground} requires this field", Relax);
            said = said with { Required = null };
        }

        if (said.Length is { } length && api.Length is { } most && (length.Min < most.Min || (length.Max ?? int.MaxValue) > (most.Max ?? int.MaxValue)))
        {
            Widens(said, api, "length", $"length {Text(length)} is wider than {Text(most)}", $"write a range within {Text(most)}, or leave 'length' out");
            said = said with { Length = null };
        }

        said = Range(said, api, "range", said.Range, api.Range, dropped => dropped with { Range = null });
        said = Range(said, api, "count", said.Count, api.Count, dropped => dropped with { Count = null });
        if (said.Unit is { } unit && api.Unit is { } other && unit != other)
        {
            Widens(said, api, "unit", $"{unit} are another unit than {other}", "leave 'unit' out");
            said = said with { Unit = null };
        }

        said = Range(said, api, "minor-units", said.MinorUnits, api.MinorUnits, dropped => dropped with { MinorUnits = null });
        return Const(Values(Pattern(said, api), api), api, type);
    }

    /// <summary>The same, which reports elsewhere.</summary>
    public Narrowing To(DiagnosticBag other) => new(other, ground, gatewayId);

    /// <summary>An object is required because of its members, so it can be made optional where all of those can.</summary>
    /// <param name="said">An object of the method.</param>
    /// <param name="api">The API's object; null where it has none.</param>
    /// <param name="fields">All fields of the API.</param>
    public FieldDeclaration Check(FieldDeclaration said, FieldModel? api, IReadOnlyList<ResolvedField> fields)
    {
        // What a type says of its members says nothing of the places where it stands.
        if (said is { SharedType: not null, Required: null } && api is { Type: FieldType.Object, Required: true })
        {
            return said with { Required = true };
        }

        if (said.Required != false || api is not { Type: FieldType.Object, Required: true } || Fixed(api) is not { } member)
        {
            return said;
        }

        var declared = fields.First(field => field.Path == member).Facts;
        Widens(said, declared, "required", $"{_ground} requires {MessageText.Of(member)}", Relax);
        return said with { Required = null };
    }

    private string Relax => "leave 'required' out" + (_mayRelax ? "; only what an API file marks by-default can be made optional" : "");

    // The first member that every request has to have.
    private string? Fixed(FieldModel field) =>
        !field.Required || (field.RequiredByDefault && _mayRelax) || field.Type == FieldType.Const ? null
        : field.Type is not (FieldType.Object or FieldType.List) ? field.Path
        : field.Members.Select(Fixed).FirstOrDefault(path => path is not null);

    private FieldDeclaration Range(
        FieldDeclaration said,
        FieldDeclaration api,
        string key,
        RangeModel? own,
        RangeModel? most,
        Func<FieldDeclaration, FieldDeclaration> drop)
    {
        if (own is null || most is null
            || ((own.Min ?? long.MinValue) >= (most.Min ?? long.MinValue) && (own.Max ?? long.MaxValue) <= (most.Max ?? long.MaxValue)))
        {
            return said;
        }

        Widens(
            said,
            api,
            key,
            $"{key} {RangeText.Of(own)} is wider than {RangeText.Of(most)}",
            $"write a range within {RangeText.Of(most)}, or leave '{key}' out");
        return drop(said);
    }

    private FieldDeclaration Pattern(FieldDeclaration said, FieldDeclaration api)
    {
        if (said.Pattern is not { } own || api.Pattern is not { } most || own.Characters.FirstOutside(most.Characters) is not { } outside)
        {
            return said;
        }

        Widens(said, api, "pattern", $"the pattern allows {MessageText.Of(outside.ToString())}, which that of {_ground} does not", "leave that character out");
        return said with { Pattern = null };
    }

    private FieldDeclaration Values(FieldDeclaration said, FieldDeclaration api)
    {
        if (said.Values is not { } own || api.Values is not { } most)
        {
            return said;
        }

        var known = new HashSet<string>(most.Select(value => value.Value), StringComparer.Ordinal);
        var kept = new List<ScalarSyntax>();
        foreach (var value in own.TakeWhile(_ => !report.IsFull))
        {
            if (known.Contains(value.Value))
            {
                kept.Add(value);
                continue;
            }

            report.Add(
                SpecDescriptors.Widens,
                value.Span,
                $"{MessageText.Of(value.Value)} is none of the values in {Where(api, "values")}: {report.Suggestions.DidYouMean(value.Value, known, "leave it out")}",
                api.Location("values"));
        }

        return said with { Values = kept.Count == 0 ? null : kept };
    }

    private FieldDeclaration Const(FieldDeclaration said, FieldDeclaration api, FieldType? type)
    {
        if (type is not (FieldType.Const or FieldType.Boolean) || said.Const is not { } own)
        {
            return said;
        }

        var problem =
            api.Const is { } only ? only.Value == own.Value || (only.Value == ConstChecker.OwnId && own.Value == gatewayId) ? null
                : $"{MessageText.Of(own.Value)} is another value than {MessageText.Of(only.Value)}{(only.Value == ConstChecker.OwnId ? ", by which the gateway knows the method," : "")}"
            : api.Values is { } values && values.All(value => value.Value != own.Value) ? $"{MessageText.Of(own.Value)} is none of the values of {_ground}"
            : api.Pattern is { } pattern && !pattern.IsMatch(own.Value) ? $"{MessageText.Of(own.Value)} does not match the pattern of {_ground}"
            : null;
        if (problem is null)
        {
            return said;
        }

        Widens(said, api, "const", problem, api.Const is null ? "write a value that is allowed there" : "leave the field out");
        return said with { Const = null, Type = null };
    }

    private void Widens(FieldDeclaration said, FieldDeclaration api, string key, string what, string way) =>
        report.Add(SpecDescriptors.Widens, said.Place(key), $"{what} in {Where(api, key)}: {way}", api.Location(key));

    /// <summary>Such as <c>gateway.api.yaml, line 12</c>.</summary>
    private static string Where(FieldDeclaration api, string key) => LocationText.Of(api.Location(key));

    private static string Text(LengthModel length) => RangeText.Of(RangeText.Of(length));
}
