namespace Apm.Specs;

/// <summary>Reads the type of a field: from <c>type</c>, or from <c>const</c>, which replaces it.</summary>
/// <param name="vocabulary">The types of the API; null if the API is missing.</param>
internal sealed class FieldTypeReader(SharedDefinitions? vocabulary, DiagnosticBag report)
{
    /// <param name="constant">The value of <c>const</c>; null if there is none.</param>
    /// <returns>The type, the name of a shared type, and the type of a constant that is a number or a boolean.</returns>
    public (FieldType? Type, string? SharedType, FieldType? ConstType) Read(SpecMapping field, ScalarSyntax? constant)
    {
        if (constant is not null && field.EntryOf(Facets.Type.Name) is not null)
        {
            return TypedConstant(field.Find(Facets.Type.Name), constant);
        }

        var shared = constant is null && field.EntryOf(Facets.Type.Name)?.Value is ScalarSyntax name && vocabulary?.Type(name.Value) is not null
            ? name.Value
            : null;
        return (Type(field, constant, shared), shared, null);
    }

    private (FieldType? Type, string? SharedType, FieldType? ConstType) TypedConstant(SpecValue? type, ScalarSyntax constant)
    {
        var read = Known(type);
        if (read is FieldType.Money && ValueName.OfConstant(constant) is not null)
        {
            return (FieldType.Money, null, null);
        }

        if (read is not (null or FieldType.Const or FieldType.String or FieldType.Boolean or FieldType.Integer))
        {
            report.Add(
                SpecDescriptors.Contradiction,
                type!.Value.Span,
                read is FieldType.Money
                    ? "the only constant of type money is the money of the payment: write const: $payment.value, or remove 'const'"
                    : "a constant is of type string, integer, boolean or money: remove 'type' or 'const'");
            return (ConstChecker.IsConsent(constant) ? FieldType.Boolean : FieldType.Const, null, null);
        }

        if (read is not (FieldType.Boolean or FieldType.Integer))
        {
            return (FieldType.Const, null, null);
        }

        var problem = ValueName.OfConstant(constant) is not null ? null : TypeForm.Problem(read.Value, constant.Value);
        if (problem is not null)
        {
            report.Add(
                SpecDescriptors.WrongKind,
                constant.Span,
                $"{MessageText.Of(constant.Value)} does not fit the type {TypeFacet.Id(read.Value)}: {problem}");
        }

        return (FieldType.Const, null, problem is null ? read : null);
    }

    private FieldType? Type(SpecMapping field, ScalarSyntax? constant, string? shared)
    {
        var type = field.Find(Facets.Type.Name);
        var read = shared is not null ? FieldType.Object : Known(type);
        if (constant is not null)
        {
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
