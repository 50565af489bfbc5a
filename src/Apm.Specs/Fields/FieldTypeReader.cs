namespace Apm.Specs;

/// <summary>Reads the type of a field: from <c>type</c>, or from <c>const</c>, which stands in its place.</summary>
/// <param name="vocabulary">What the API names; null if there is no API, whose names then are not known.</param>
internal sealed class FieldTypeReader(SharedDefinitions? vocabulary, DiagnosticBag report)
{
    /// <param name="only">The value of <c>const</c>; null if there is none.</param>
    public (FieldType? Type, string? SharedType) Read(SpecMapping field, ScalarSyntax? only)
    {
        var shared = only is null && field.EntryOf(Facets.Type.Name)?.Value is ScalarSyntax name && vocabulary?.Type(name.Value) is not null
            ? name.Value
            : null;
        return (Type(field, only, shared), shared);
    }

    private FieldType? Type(SpecMapping field, ScalarSyntax? only, string? shared)
    {
        var type = field.Find(Facets.Type.Name);
        var read = shared is not null ? FieldType.Object : Known(type);
        if (only is not null)
        {
            if (read is not (null or FieldType.Const))
            {
                report.Add(SpecDescriptors.Contradiction, type!.Value.Span, "a field with 'const' has no other type: remove 'type' or 'const'");
            }

            return ConstChecker.IsConsent(only) ? FieldType.Boolean : FieldType.Const;
        }

        if (read is not FieldType.Const)
        {
            return read;
        }

        if (field.KeySpan(Facets.Const.Name) is null)
        {
            report.Add(SpecDescriptors.MissingKey, type!.Value.Span, "a field of type const needs its value: write const: … in place of the type");
        }

        return FieldType.String;
    }

    private FieldType? Known(SpecValue? type)
    {
        if (type?.Value is not ScalarSyntax { IsNull: false } name || KebabCase.TryParse<FieldType>(name.Value, out _))
        {
            return type?.Choice<FieldType>();
        }

        if (vocabulary is null)
        {
            // It may be a type of the API that is not there.
            return FieldType.Object;
        }

        var own = vocabulary.Types.ToList();
        var near = report.Suggestions.NearestTo(name.Value, KebabCase.Ids<FieldType>().Concat(own));
        report.Add(SpecDescriptors.WrongKind, name.Span, $"{MessageText.Of(name.Value)} does not fit here: 'type' is {type.Hint}"
            + (own.Count == 0 ? "" : ", or a type of the API: " + MessageText.List(own)) + (near is null ? "" : $"; did you mean '{near}'?"));
        return null;
    }
}
