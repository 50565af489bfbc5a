namespace Apm.Specs;

/// <summary>Reads <c>results</c> of webhooks.</summary>
/// <param name="api">The API file.</param>
/// <param name="seen">The statuses and types that have a state already.</param>
internal sealed class WebhookResultsBinder(SpecMapping api, Dictionary<string, ScalarSyntax> seen)
{
    public EquatableArray<WebhookResultModel> Bind(SpecValue? entry)
    {
        if (entry?.Mapping() is not { } mapping)
        {
            return default;
        }

        if (mapping.Entries.Count == 0)
        {
            entry.Empty();
        }

        var map = new SpecMapping(mapping, WebhookKeys.WebhookResults, entry.Diagnostics, entry.Key.Span);
        return new[] { ResultKind.Refund, ResultKind.Capture }
            .Select(kind => Result(kind, map.Find(KebabCase.Of(kind.ToString()))))
            .OfType<WebhookResultModel>()
            .ToEquatableArray();
    }

    private WebhookResultModel? Result(ResultKind kind, SpecValue? entry)
    {
        if (entry?.Mapping() is not { } mapping)
        {
            return null;
        }

        var map = new SpecMapping(mapping, WebhookKeys.WebhookResult, entry.Diagnostics, entry.Key.Span);
        var paths = new ResponsePaths(entry.Diagnostics, canBeSame: true);
        var reader = new StatusReader<ResultState>(seen, SpecKeys.TypeItem);
        var hasObject = map.EntryOf("at") is not null;
        Report(kind, map, hasObject);
        var id = hasObject ? null : paths.Read(map.Require("id"));
        var at = hasObject && map.Find("at") is { } place ? paths.ReadObject(place) : null;
        var types = (hasObject ? reader.ReadList(map.Require("types"), ResultState.Unknown) : reader.Required(map.Require("types")))
            .Select(type => new ResultTypeModel(type.Text.Value, type.State) { When = type.When })
            .ToEquatableArray();
        return (id ?? at) is null || types.IsEmpty ? null : new WebhookResultModel(kind, id, at, types);
    }

    private void Report(ResultKind kind, SpecMapping map, bool hasObject)
    {
        var name = KebabCase.Of(kind.ToString());
        if (hasObject && map.KeySpan("id") is { } id)
        {
            map.Diagnostics.Add(SpecDescriptors.DeclaredTwice, id, $"the {name} at 'at' has its id: keep 'id' or 'at'");
        }

        if (hasObject && !ApiResults.Described(api).Contains(kind))
        {
            map.Diagnostics.Add(
                SpecDescriptors.MissingKey,
                map.KeySpan("at")!.Value,
                $"the API does not describe a {name}: add '{name}' under 'results' of the API, or write 'id' and the types by their states");
        }
    }
}
