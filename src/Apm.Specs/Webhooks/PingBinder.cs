namespace Apm.Specs;

/// <summary>Reads a description of deliveries that are not signed and only name a payment.</summary>
/// <param name="map">The description.</param>
/// <param name="api">The API file.</param>
/// <param name="response">The responses about payments.</param>
/// <param name="query">The query of a payment; null if a payment cannot be queried.</param>
internal sealed class PingBinder(SpecMapping map, SpecMapping api, ResponseModel response, OperationModel? query)
{
    private static readonly string[] s_keys = ["ping", "media-type", "acknowledge"];

    public PingModel? Bind()
    {
        foreach (var key in WebhookKeys.Webhooks.Names.Except(s_keys))
        {
            if (map.KeySpan(key) is { } place)
            {
                api.Diagnostics.Add(SpecDescriptors.NotApplicable, place, $"a ping only names a payment: remove '{key}'");
            }
        }

        var path = new ResponsePaths(api.Diagnostics, canBeSame: false).Read(map.Require("ping"));
        var media = WebhooksBinder.MediaType(map.Find("media-type")) ?? WebhooksBinder.Json;
        var acknowledgement = WebhooksBinder.Acknowledgement(map.Require("acknowledge"));
        Report(map.KeySpan("ping")!.Value);
        return path is null ? null : new PingModel(path, media, acknowledgement);
    }

    private void Report(SpecSpan place)
    {
        var responses = api.EntryOf("response")?.Value as MappingSyntax;
        if (responses is not null && response.IdPattern is null && responses.Find("id-pattern") is null)
        {
            api.Diagnostics.Add(
                SpecDescriptors.MissingKey,
                place,
                "anyone can send a ping, so only an id in the form of the gateway's ids is queried: add 'id-pattern' under 'response'");
        }

        if (query is null ? api.EntryOf("operations") is not null : query.TargetIsLink || (response.Self is { } self && self != response.Id))
        {
            api.Diagnostics.Add(
                SpecDescriptors.Contradiction,
                place,
                "the payment that a ping names is queried by its id: add a 'query' with {id} in its path, without 'self' under 'response'");
        }
    }
}
