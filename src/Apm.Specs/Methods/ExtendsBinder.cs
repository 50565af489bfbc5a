namespace Apm.Specs;

// docs/decisions/spec-language.md
/// <summary>Binds a method file with <c>extends</c>: its base is the other method instead of the API.</summary>
internal static class ExtendsBinder
{
    /// <param name="method">The method that extends another.</param>
    /// <param name="extended">The method that <c>extends</c> names; null if there is none.</param>
    /// <param name="api">The API of both; null if there is none.</param>
    /// <param name="candidates">The ids of methods that can be extended.</param>
    /// <param name="versions">The ids of the extended method in other versions where it is available.</param>
    /// <param name="ct">Ends the binding early.</param>
    public static BoundMethod Bind(
        ParsedSpec method,
        ParsedSpec? extended,
        ParsedSpec? api,
        IEnumerable<string> candidates,
        IEnumerable<string> versions,
        CancellationToken ct)
    {
        var baseSpec = extended is null or { BaseId: not null } || api is null ? BaseSpec.Unknown : SpecBinder.BindMethod(extended, api, ct).Base;
        return MethodBinder.Bind(
            method,
            method.ReplacesBase ? baseSpec : baseSpec.ForSibling(),
            map =>
            {
                Check(map, extended, api, candidates);
                if (extended is { BaseId: null } && api is not null)
                {
                    MethodAvailability.Report(map.EntryOf("extends")?.Value, extended, versions, map.Diagnostics);
                }
            });
    }

    // Reports a method that cannot be extended.
    private static void Check(SpecMapping map, ParsedSpec? extended, ParsedSpec? api, IEnumerable<string> candidates)
    {
        if (map.EntryOf("api") is { } own)
        {
            map.Diagnostics.Add(
                SpecDescriptors.NotApplicable,
                own.Key.Span,
                "'api' does not apply to a file that extends a method, which has the API of that method: remove 'api'");
        }

        if (map.Find("extends")?.Scalar() is not { } named)
        {
            return;
        }

        if (extended is null && map.EntryOf("apm")?.Value is ScalarSyntax { Value: var id } && named.Value.EndsWith("/" + id, StringComparison.Ordinal))
        {
            map.Diagnostics.Add(
                SpecDescriptors.UnknownName,
                named.Span,
                $"{MessageText.Of(named.Value)} is the id of this file, and no other file has this id: write the id of the method that it narrows");
        }
        else if (extended is null)
        {
            map.Diagnostics.Add(
                SpecDescriptors.UnknownName,
                named.Span,
                $"no method has the id {MessageText.Of(named.Value)}: "
                    + map.Diagnostics.Suggestions.DidYouMean(
                        named.Value,
                        candidates,
                        "write the API and the id of a method, such as my-gateway/2024-01-31/my_wallet"));
        }
        else if (extended.BaseId is { } further)
        {
            map.Diagnostics.Add(
                SpecDescriptors.NotApplicable,
                named.Span,
                $"{MessageText.Of(named.Value)} itself extends {MessageText.Of(further)}, and a method that extends another cannot be extended: "
                    + $"write {MessageText.Of(further)} here, with all that both methods narrow");
        }
        else if (api is null)
        {
            map.Diagnostics.Add(
                SpecDescriptors.UnknownName,
                named.Span,
                $"no API file has the id {MessageText.Of(extended.ApiId ?? "")} of the API of this method: add an .api.yaml file with it");
        }
    }
}
