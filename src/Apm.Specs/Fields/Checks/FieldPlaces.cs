namespace Apm.Specs;

/// <summary>Checks that fields in the query string and in headers have names that fit there.</summary>
internal static class FieldPlaces
{
    /// <param name="fields">The fields of a body.</param>
    /// <param name="file">The file whose fields are reported.</param>
    /// <param name="headers">The headers of every request of the API; null for a type, which has no own place.</param>
    /// <param name="report">The diagnostics of the file.</param>
    public static void Check(IReadOnlyList<ResolvedField> fields, string file, IReadOnlyCollection<string>? headers, DiagnosticBag report)
    {
        foreach (var field in fields.Where(field => field.Facts.File == file && field.Facts.Path == field.Facts.Key.Value))
        {
            if (field.Facts.Value(Facets.In) is not { } place || place == "body" || field.Facts.KeyOf(Facets.In) is null)
            {
                continue;
            }

            var at = field.Facts.Place(Facets.In);
            if (headers is null)
            {
                report.Add(SpecDescriptors.NotApplicable, at, "members of a type are in the body: remove 'in', and declare the field in the request");
            }
            else if (field.Path.IndexOfAny(['.', '[']) >= 0)
            {
                report.Add(
                    SpecDescriptors.NotApplicable,
                    at,
                    $"a field in the {place} has one name: remove 'in', or write the name of the {(place == "query" ? "parameter" : "header")} alone");
            }
            else if (place == "header")
            {
                ReportHeader(field, headers, report);
            }
        }
    }

    private static void ReportHeader(ResolvedField field, IReadOnlyCollection<string> headers, DiagnosticBag report)
    {
        var names = new RequestHeaders(report);
        if (!ApiConnectionBinder.IsToken(field.Facts.Key, report) || !names.Take(field.Facts.Key, "request"))
        {
            return;
        }

        if (headers.Contains(field.Path, StringComparer.OrdinalIgnoreCase))
        {
            report.Add(
                SpecDescriptors.DeclaredTwice,
                field.Facts.Key.Span,
                $"{MessageText.Of(field.Path)} is already a header of every request of the API: remove it here, or write another name");
        }
    }
}
