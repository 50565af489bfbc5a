namespace Apm.Specs;

/// <summary>Reads <c>errors</c> of an API file: where members of an error are.</summary>
internal static class ApiErrors
{
    private static readonly string[] s_ofDetail = ["name", "message", "path"];

    public static ErrorModel Bind(SpecMapping api)
    {
        var entry = api.Require("errors");
        var map = entry?.Mapping() is { } mapping ? new SpecMapping(mapping, ResponseKeys.Errors, api.Diagnostics, entry.Key.Span) : null;
        var details =
            map?.Find("details") is { } found && found.Mapping() is { } inner
                ? new SpecMapping(inner, ResponseKeys.Details, api.Diagnostics, found.Key.Span)
                : null;
        var at = details is null || s_ofDetail.Any(key => details.EntryOf(key) is not null) ? details?.Find("at") : details.Require("at");
        var names = Paths(map?.Find("name"), at);
        var errors = new ErrorModel
        {
            NamePaths = names,
            Message = Paths(map?.Require("message"), at).FirstOrDefault() ?? "message",
            Details = Path(at),
            DetailName = ItemPath(details?.Find("name"), at),
            DetailMessage = ItemPath(details?.Find("message"), at),
            DetailPath = ItemPath(details?.Find("path"), at),
            When = MemberConditions.Bind(map?.Find("when")),
            Payment = Path(map?.Find("payment")),
            CorrelationHeader = ApiConnectionBinder.HeaderName(map?.Find("correlation-header")),
            Codes = default,
        };
        return map is null ? errors : errors with { Codes = new ErrorCodes(map, errors).Bind() };
    }

    // The list of details has no text of the error itself.
    private static EquatableArray<string> Paths(SpecValue? entry, SpecValue? list)
    {
        var paths = new List<string>();
        foreach (var path in entry?.Name == "name" ? entry.OneOrMore() : entry?.Scalar() is { } single ? [single] : Enumerable.Empty<ScalarSyntax>())
        {
            if (Within(path, list) is { } rest)
            {
                entry!.Diagnostics.Add(
                    SpecDescriptors.WrongKind,
                    path.Span,
                    $"{MessageText.Of(path.Value)} is within 'at' of 'details', which is a list: write the path of a text beside the list, "
                        + $"or write '{entry.Name}: {rest}' under 'details'");
            }
            else if (FieldPath.IsValidInResponse(path, entry!.Diagnostics))
            {
                paths.Add(path.Value);
            }
        }

        return paths.ToEquatableArray();
    }

    private static string? ItemPath(SpecValue? entry, SpecValue? list)
    {
        if (entry?.Value is ScalarSyntax path && Within(path, list) is { } rest)
        {
            entry.Diagnostics.Add(
                SpecDescriptors.WrongKind,
                entry.Value.Span,
                $"{MessageText.Of(path.Value)} begins with 'at': a path under 'details' is one within an item of the list, so write {rest}");
            return null;
        }

        return Path(entry);
    }

    // The part of a path that follows the path of the list; null if the path does not begin with it.
    private static string? Within(ScalarSyntax path, SpecValue? list) =>
        list?.Value is ScalarSyntax { Value.Length: > 0 } at && path.Value.StartsWith(at.Value + ".", StringComparison.Ordinal)
            ? MessageText.Plain(path.Value.Substring(at.Value.Length + 1))
            : null;

    private static string? Path(SpecValue? entry) =>
        entry?.Scalar() is { } path && FieldPath.IsValidInResponse(path, entry.Diagnostics) ? path.Value : null;
}
