namespace Apm.Specs;

/// <summary>Reads the type of a field: from <c>type</c>, or from <c>const</c>, which replaces it.</summary>
/// <param name="vocabulary">The types of the API; null if the API is missing.</param>
internal sealed class FieldTypeReader(SharedDefinitions? vocabulary, DiagnosticBag report)
{
    /// <param name="constant">The value of <c>const</c>; null if there is none.</param>
    public (FieldType? Type, string? SharedType) Read(SpecMapping field, ScalarSyntax? constant)
    {
        var shared = constant is null && field.EntryOf(Facets.Type.Name)?.Value is ScalarSyntax name && vocabulary?.Type(name.Value) is not null
            ? name.Value
            : null;
        return (Type(field, constant, shared), shared);
    }

    private FieldType? Type(SpecMapping field, ScalarSyntax? constant, string? shared)
    {
        var type = field.Find(Facets.Type.Name);
        var read = shared is not null ? FieldType.Object : Known(type);
        if (constant is not null)
        {
            if (read is not (null or FieldType.Const))
            {
                report.Add(SpecDescriptors.Contradiction, type!.Value.Span, "a field with 'const' cannot have another type: remove 'type' or 'const'");
            }

            return ConstChecker.IsConsent(constant) ? FieldType.Boolean : FieldType.Const;
        }

        if (read is not FieldType.Const)
        {
            return read;
        }

        if (field.KeySpan(Facets.Const.Name) is null)
        {
            report.Add(SpecDescriptors.MissingKey, type!.Value.Span, "a field of type const needs its value: write const: … instead of the type");
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
            // It may be a type of the API, which is missing.
            return FieldType.Object;
        }

        var own = vocabulary.Types.ToList();
        var meant = type.DidYouMean(name, [.. KebabCase.Ids<FieldType>(), .. own]);
        report.Add(
            SpecDescriptors.WrongKind,
            name.Span,
            $"{MessageText.Of(name.Value)} is not a type{(meant.Length == 0 ? ":" : meant)} 'type' must be {type.Hint}"
                + (own.Count == 0 ? "" : ", or a type of the API: " + MessageText.List(own)));
        return null;
    }
}
