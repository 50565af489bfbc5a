namespace Apm.Specs;

// docs/decisions/spec-language.md
/// <summary>A method file that extends another one.</summary>
internal static class ExtendsChecker
{
    /// <summary>Reports what it cannot extend.</summary>
    public static void Check(SpecMapping map, ParsedSpec? extended, ParsedSpec? api, IEnumerable<string> known)
    {
        if (map.EntryOf("api") is { } own)
        {
            map.Diagnostics.Add(SpecDescriptors.NotApplicable, own.Key.Span, "the API is that of the method that is extended: remove 'api'");
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
                $"{MessageText.Of(named.Value)} is this file itself, and no other file has the id: write the id of the method that it narrows");
        }
        else if (extended is null)
        {
            map.Diagnostics.Add(
                SpecDescriptors.UnknownName,
                named.Span,
                $"no method has the id {MessageText.Of(named.Value)}: {map.Diagnostics.Suggestions.DidYouMean(named.Value, known, "write API and id of one, such as my-gateway/2024-01-31/my_wallet")}"
            );
        }
        else if (extended.BaseId is { } further)
        {
            map.Diagnostics.Add(
                SpecDescriptors.WrongKind,
                named.Span,
                $"{MessageText.Of(named.Value)} itself extends {MessageText.Of(further)}: write that here, and say what both narrow");
        }
        else if (api is null)
        {
            map.Diagnostics.Add(
                SpecDescriptors.UnknownName,
                named.Span,
                $"no API file has the id {MessageText.Of(extended.ApiId ?? "")}, which this method is of: add an .api.yaml file with it");
        }
    }
}
