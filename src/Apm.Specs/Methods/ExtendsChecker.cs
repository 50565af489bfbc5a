namespace Apm.Specs;

// docs/decisions/spec-language.md
/// <summary>A method file that extends another one.</summary>
internal static class ExtendsChecker
{
    /// <summary>Reports a method that cannot be extended.</summary>
    public static void Check(SpecMapping map, ParsedSpec? extended, ParsedSpec? api, IEnumerable<string> candidates)
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
                    + $"{map.Diagnostics.Suggestions.DidYouMean(named.Value, candidates, "write the API and the id of a method, such as my-gateway/2024-01-31/my_wallet")}"
            );
        }
        else if (extended.BaseId is { } further)
        {
            map.Diagnostics.Add(
                SpecDescriptors.WrongKind,
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
