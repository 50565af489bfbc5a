using System.Globalization;

namespace Apm.Specs;

/// <summary>Reads <c>source</c>, which both kinds of file have.</summary>
internal static class SourceBinder
{
    public static SourceModel Source(SpecMapping map)
    {
        if (map.Require("source") is not { } entry || entry.Mapping() is not { } mapping)
        {
            return new SourceModel("", null);
        }

        var source = new SpecMapping(mapping, SpecKeys.Source, map.Diagnostics, entry.Key.Span);
        return new SourceModel(source.Require("url")?.Url() ?? "", Date(source.Find("updated")));
    }

    public static string? Date(SpecValue? entry)
    {
        if (entry?.Scalar() is not { } scalar)
        {
            return null;
        }

        if (DateTime.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return scalar.Value;
        }

        var way = DateTime.TryParse(scalar.Value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && scalar.Value.Any(char.IsLetter)
            ? "write " + date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : "write the year, the month and the day, such as 2024-01-31";
        entry.Diagnostics.Add(SpecDescriptors.WrongKind, scalar.Span, $"{MessageText.Of(scalar.Value)} is not a date: {way}");
        return null;
    }
}
