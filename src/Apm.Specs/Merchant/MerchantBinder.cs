namespace Apm.Specs;

// docs/decisions/any-gateway.md
/// <summary>Reads <c>merchant</c> of an API file: the settings of a merchant, which fill paths, headers, bodies and hosts.</summary>
/// <param name="api">The API file.</param>
/// <param name="read">Reads fields.</param>
internal sealed class MerchantBinder(SpecMapping api, Func<MappingSyntax?, List<ResolvedField>> read)
{
    private const int MaxSettings = 50;

    /// <returns>The settings; the patterns of those that have one are in the fields.</returns>
    public List<ResolvedField> Bind()
    {
        var entry = api.Find("merchant");
        if (entry?.Mapping() is not { } mapping)
        {
            return [];
        }

        if (mapping.Entries.Count == 0)
        {
            entry.Empty();
        }

        return [.. read(mapping).Where(IsSetting).Take(MaxSettings)];
    }

    private bool IsSetting(ResolvedField setting)
    {
        var key = setting.Facts.Key;
        var problem =
            setting.Path.IndexOfAny(['.', '[']) >= 0 ? "a setting has one name, without dots and brackets"
            : setting.Facts.Find(Facets.Const) is not null ? "a setting is what the merchant sets: remove 'const', or write the value where it is used"
            : setting.Facts.Find(Facets.In) is not null ? "'in' does not apply to a setting, which is sent where its name is: remove it"
            : setting.Type is not (FieldType.String or FieldType.Enum or FieldType.Integer or FieldType.Boolean)
                ? $"a setting is of type string, enum, integer or boolean, not {TypeFacet.Id(setting.Type)}"
            : null;
        if (problem is not null)
        {
            api.Diagnostics.Add(SpecDescriptors.NotApplicable, key.Span, $"{MessageText.Of(key.Value)} cannot be a setting: {problem}");
        }

        return problem is null;
    }
}
