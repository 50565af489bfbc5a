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
        return new ErrorModel
        {
            Name = Path(map?.Require("name")) ?? "name",
            Message = Path(map?.Require("message")) ?? "message",
            Details = Path(details?.Require("at")),
            DetailName = Path(details?.Find("name")),
            DetailMessage = Path(details?.Find("message")),
            DetailPath = Path(details?.Find("path")),
            CorrelationHeader = ApiConnectionBinder.HeaderName(map?.Find("correlation-header")),
            Codes = Codes(map?.Find("codes")),
        };
    }

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
