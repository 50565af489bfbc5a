namespace Apm.Specs;

/// <summary>How payments of a method go on, and what it adds to answers.</summary>
internal sealed record MethodResponse(
    EquatableArray<RedirectModel> Redirects,
    EquatableArray<ResponseMemberModel> Members,
    EquatableArray<StatusModel> Statuses)
{
    public static MethodResponse Read(MethodFile file)
    {
        if (file.Base.Method is { } extended)
        {
            return new MethodResponse(extended.Redirects, extended.Members, extended.Statuses);
        }

        var keys =
            !file.IsOverlay && file.Keys.Find("response") is { } entry && entry.Mapping() is { } mapping
                ? new SpecMapping(mapping, ResponseKeys.MethodResponse, file.Diagnostics, entry.Key.Span)
                : null;
        var response = file.Base.Api?.Response;
        return new MethodResponse(
            ResponseMembers.Redirects(keys?.Find("redirect"), response),
            ResponseMembers.Bind(keys?.Find("members"), response?.Members ?? default, file.Base.Api?.Name, response?.Texts ?? [], file.Base.Api?.Money),
            MethodStates.Read(keys?.Find("statuses"), file, file.Base.Api?.Statuses ?? default, SpecKeys.StatusItem, "statuses"));
    }
}
