namespace Apm.Specs;

/// <summary>Where members of an error stand, and the gateway's names for what can go wrong.</summary>
internal static class ApiErrors
{
    private const string Hint = "a mapping, such as { status: 404, name: notFound }";

    public static ErrorModel Bind(SpecMapping api)
    {
        var entry = api.Require("errors");
        var map = entry?.Mapping() is { } mapping ? new SpecMapping(mapping, SpecKeys.Errors, api.Diagnostics, entry.Key.Span) : null;
        var details =
            map?.Find("details") is { } found && found.Mapping() is { } inner
                ? new SpecMapping(inner, SpecKeys.Details, api.Diagnostics, found.Key.Span)
                : null;
        var at = details?.Require("at");
        return new ErrorModel
        {
            Name = Path(map?.Require("name"), at) ?? "name",
            Message = Path(map?.Require("message"), at) ?? "message",
            Details = Path(at),
            DetailName = ItemPath(details?.Find("name"), at),
            DetailMessage = ItemPath(details?.Find("message"), at),
            DetailPath = ItemPath(details?.Find("path"), at),
            CorrelationHeader = ApiConnectionBinder.HeaderName(map?.Find("correlation-header")),
            Codes = Codes(map?.Find("codes")),
        };
    }

    // The list of details has no text of the error itself.
    private static string? Path(SpecValue? entry, SpecValue? list)
    {
        if (Within(entry, list) is { } rest)
        {
            entry!.Diagnostics.Add(
                SpecDescriptors.WrongKind,
                entry.Value.Span,
                $"{Text(entry)} is within 'at' of 'details', which is a list: write the path of a text beside the list, "
                    + $"or write '{entry.Name}: {rest}' under 'details'");
            return null;
        }

        return Path(entry);
    }

    private static string? ItemPath(SpecValue? entry, SpecValue? list)
    {
        if (Within(entry, list) is { } rest)
        {
            entry!.Diagnostics.Add(
                SpecDescriptors.WrongKind,
                entry.Value.Span,
                $"{Text(entry)} begins with 'at': a path under 'details' is one within an item of the list, so write {rest}");
            return null;
        }

        return Path(entry);
    }

    private static string Text(SpecValue entry) => MessageText.Of(((ScalarSyntax)entry.Value).Value);

    // The part of a path that follows the path of the list; null if the path does not begin with it.
    private static string? Within(SpecValue? entry, SpecValue? list) =>
        entry?.Value is ScalarSyntax path
        && list?.Value is ScalarSyntax { Value.Length: > 0 } at
        && path.Value.StartsWith(at.Value + ".", StringComparison.Ordinal)
            ? MessageText.Plain(path.Value.Substring(at.Value.Length + 1))
            : null;

    private static string? Path(SpecValue? entry) =>
        entry?.Scalar() is { } path && FieldPath.IsValidInResponse(path, entry.Diagnostics) ? path.Value : null;

    private static EquatableArray<ErrorCodeModel> Codes(SpecValue? entry)
    {
        var codes = new List<ErrorCodeModel>();
        foreach (var item in (entry?.Mapping()?.Entries ?? []).TakeWhile(_ => !entry!.Diagnostics.IsFull))
        {
            if (!KebabCase.TryParse<ErrorKind>(item.Key.Value, out var kind))
            {
                UnknownKeys.Add(entry!.Diagnostics, (MappingSyntax)entry.Value, item.Key, item.Value, "codes", KebabCase.Ids<ErrorKind>());
            }
            else if (new SpecValue(item.Key.Value, Hint, item.Key, item.Value, entry!.Diagnostics).Mapping() is { } mapping)
            {
                var map = new SpecMapping(mapping, SpecKeys.ErrorCode, entry.Diagnostics, item.Key.Span);
                var status = map.Require("status")?.Integer(400, 599);
                var name = map.Require("name")?.Text();
                var detail = map.Find("detail");
                if (detail is not null && kind != ErrorKind.InvalidBody)
                {
                    entry.Diagnostics.Add(SpecDescriptors.NotApplicable, detail.Key.Span, "'detail' applies only to invalid-body: remove it here");
                }

                if (status is { } number && name is not null)
                {
                    codes.Add(new ErrorCodeModel(kind, (int)number, name, kind == ErrorKind.InvalidBody ? detail?.Text() : null));
                }
            }
        }

        return codes.ToEquatableArray();
    }
}
