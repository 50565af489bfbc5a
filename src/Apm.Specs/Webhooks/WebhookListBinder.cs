namespace Apm.Specs;

/// <summary>Reads <c>webhooks</c> of an API file: one description of deliveries, or a list with different media types.</summary>
/// <param name="api">The API file.</param>
/// <param name="money">How the API writes money.</param>
/// <param name="response">The responses about payments.</param>
/// <param name="query">The query of a payment; null if a payment cannot be queried.</param>
internal sealed class WebhookListBinder(SpecMapping api, MoneyFormatModel money, ResponseModel response, OperationModel? query)
{
    private const int MaxDescriptions = 5;

    public WebhooksModel? Bind()
    {
        if (api.Find("webhooks") is not { } entry)
        {
            return null;
        }

        var maps = entry.Value is SequenceSyntax ? entry.Mappings(WebhookKeys.Webhooks, MaxDescriptions).ToList()
            : entry.Mapping() is { } mapping ? [new SpecMapping(mapping, WebhookKeys.Webhooks, api.Diagnostics, entry.Key.Span)]
            : [];
        var seen = ApiResponse.Listed(api.EntryOf("statuses"));
        var pings = maps.Where(map => map.EntryOf("ping") is not null).ToList();
        var signed = maps.Where(map => map.EntryOf("ping") is null).Select(map => (map, Model: new WebhooksBinder(map, api, money).Bind(seen))).ToList();
        var ping = pings.Select(map => new PingBinder(map, api, response, query).Bind()).ToList().FirstOrDefault();
        ReportMediaTypes(maps);
        foreach (var second in pings.Skip(1))
        {
            api.Diagnostics.Add(SpecDescriptors.DeclaredTwice, second.KeySpan("ping")!.Value, "there is another ping: keep one of the two");
        }

        ReportOthers(signed);
        return signed.Count > 0 ? signed[0].Model with { Ping = ping, Others = signed.Skip(1).Select(other => other.Model).ToEquatableArray() }
            : ping is null ? null
            : OnlyPings(ping);
    }

    private static WebhooksModel OnlyPings(PingModel ping) => new()
    {
        Ping = ping,
        HasOnlyPings = true,
        IdPaths = new[] { ping.Path }.ToEquatableArray(),
        TypePaths = new[] { ping.Path }.ToEquatableArray(),
        MediaType = ping.MediaType,
        Signature = SignatureBinder.Bind(null),
        Acknowledgement = ping.Acknowledgement,
        Types = default,
    };

    private void ReportMediaTypes(List<SpecMapping> maps)
    {
        var seen = new Dictionary<string, SpecMapping>(StringComparer.OrdinalIgnoreCase);
        foreach (var map in maps)
        {
            var media = (map.EntryOf("media-type")?.Value as ScalarSyntax)?.Value ?? WebhooksBinder.Json;
            if (!seen.TryGetValue(media, out var other))
            {
                seen.Add(media, map);
                continue;
            }

            var place = map.EntryOf("media-type")?.Value.Span ?? map.Place;
            api.Diagnostics.Add(
                SpecDescriptors.DeclaredTwice,
                place,
                $"deliveries are told apart by their media types, and {MessageText.Of(media)} is already described: write another 'media-type'",
                api.Diagnostics.At(other.EntryOf("media-type")?.Value.Span ?? other.Place));
        }
    }

    // The types are one type in C#.
    private void ReportOthers(List<(SpecMapping Map, WebhooksModel Model)> signed)
    {
        foreach (var (map, model) in signed.Skip(1))
        {
            foreach (var key in new[] { "types", "events" })
            {
                if (map.KeySpan(key) is { } place)
                {
                    api.Diagnostics.Add(SpecDescriptors.NotApplicable, place, $"the '{key}' of all webhooks are in the first item: move them there");
                }
            }

            foreach (var result in model.Results)
            {
                var first = signed[0].Model.Results.FirstOrDefault(other => other.Kind == result.Kind);
                if (first is null || first.At is null != result.At is null)
                {
                    api.Diagnostics.Add(
                        SpecDescriptors.Contradiction,
                        map.KeySpan("results")!.Value,
                        $"webhooks about a {KebabCase.Of(result.Kind.ToString())} must be described in the first item, "
                        + "and in all items by the same key: 'id' or 'at'");
                }
            }
        }
    }
}
