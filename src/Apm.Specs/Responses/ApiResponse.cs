namespace Apm.Specs;

/// <summary>Reads <c>response</c> and <c>statuses</c> of an API file.</summary>
internal static class ApiResponse
{
    private const int MaxPaths = 20;

    /// <param name="query">Without a link, a payment's id is all that a query needs. Null if a payment cannot be queried.</param>
    public static ResponseModel Bind(SpecMapping api, OperationModel? query, MoneyFormatModel money)
    {
        var entry = api.Require("response");
        var map = entry?.Mapping() is { } mapping ? new SpecMapping(mapping, SpecKeys.Response, api.Diagnostics, entry.Key.Span) : null;
        var paths = new ResponsePaths(api.Diagnostics, canBeSame: true);
        var id = paths.Read(map?.Require("id")) ?? "id";
        var response = new ResponseModel
        {
            Id = id,
            Status = paths.Read(map?.Require("status")) ?? "status",
            Self = query is null ? null
                : paths.Read(query.TargetIsLink ? map?.Require("self") : map?.Find("self")) ?? (query.TargetIsLink ? "self" : id),
            Redirects = paths.Read("redirect", Few(map?.Find("redirect"), entry => entry.OneOrMore())).ToEquatableArray(),
            RedirectSchemes = map is null ? default : RedirectSchemes.Bind(map),
            Actions = paths.ReadObjects("actions", Few(map?.Find("actions"), entry => entry.Texts())).ToEquatableArray(),
            Href = MemberName.Read(map?.Require("href")) ?? "href",
            Reference = paths.Read(map?.Find("reference")),
            Next = NextBinder.Bind(map?.Find("next")),
            Value = paths.Read(map?.Find("value")),
            Captured = paths.Read(map?.Find("captured")),
            Refunded = paths.Read(map?.Find("refunded")),
            Members = default,
        };
        if (query is null && map?.KeySpan("self") is { } self)
        {
            api.Diagnostics.Add(SpecDescriptors.NotApplicable, self, "'query' is none, so a payment has nothing to be queried by: remove 'self'");
        }

        if (response is { Refunded: not null, Value: null, Captured: null } && map!.EntryOf("value") is null && map.EntryOf("captured") is null)
        {
            api.Diagnostics.Add(
                SpecDescriptors.MissingKey,
                map.KeySpan("refunded")!.Value,
                "a payment is refunded if 'refunded' is at least 'captured' or 'value': add one of them");
        }

        return response with { Members = ResponseMembers.Bind(map?.Find("members"), [], null, response.Texts, money) };
    }

    private static IEnumerable<ScalarSyntax> Few(SpecValue? entry, Func<SpecValue, List<ScalarSyntax>> read)
    {
        var paths = entry is null ? [] : read(entry);
        if (paths.Count > MaxPaths)
        {
            entry!.Diagnostics.Add(SpecDescriptors.TooMuch, paths[MaxPaths].Span, $"the list has more than {MaxPaths} paths: remove the others");
        }

        return paths.Take(MaxPaths);
    }

    public static EquatableArray<StatusModel> Statuses(SpecMapping api) =>
        Required<PaymentState>(api.Require("statuses")).Select(status => new StatusModel(status.Status, status.State)).ToEquatableArray();

    /// <param name="entry">States with texts.</param>
    /// <param name="seen">Texts that already have a state.</param>
    public static EquatableArray<StatusModel> Statuses(SpecValue? entry, Dictionary<string, ScalarSyntax> seen) =>
        Read<PaymentState>(entry, seen).Select(status => new StatusModel(status.Status, status.State)).ToEquatableArray();

    /// <summary>States with texts, of which there must be one.</summary>
    public static List<(string Status, TState State)> Required<TState>(SpecValue? entry)
        where TState : struct, Enum
    {
        var statuses = Read<TState>(entry, []);
        if (entry?.Value is MappingSyntax states && states.Entries.All(state => state.Value is SequenceSyntax { Items.Count: 0 }))
        {
            entry.Empty();
        }

        return statuses;
    }

    private static List<(string Status, TState State)> Read<TState>(SpecValue? entry, Dictionary<string, ScalarSyntax> seen)
        where TState : struct, Enum
    {
        var statuses = new List<(string Status, TState State)>();
        foreach (var state in (entry?.Mapping()?.Entries ?? []).TakeWhile(_ => !entry!.Diagnostics.IsFull))
        {
            if (!KebabCase.TryParse<TState>(state.Key.Value, out var meaning))
            {
                UnknownKeys.Add(entry!.Diagnostics, (MappingSyntax)entry.Value, state.Key, state.Value, entry.Name, KebabCase.Ids<TState>());
                continue;
            }

            foreach (var status in ValueList.Read(
                    new SpecValue(
                        state.Key.Value,
                        $"a list of the gateway's {entry!.Name}, such as [captured, settled]",
                        state.Key,
                        state.Value,
                        entry.Diagnostics)))
            {
                if (seen.TryGetValue(status.Value, out var first))
                {
                    entry.Diagnostics.Add(
                        SpecDescriptors.DeclaredTwice,
                        status.Span,
                        $"{MessageText.Of(status.Value)} already has a state on line {SpecValue.Invariant(first.Span.Line + 1)}: remove one of the two",
                        entry.Diagnostics.At(first.Span));
                }
                else if (statuses.Count == ValueList.MaxValues)
                {
                    entry.Diagnostics.Add(SpecDescriptors.TooMuch, status.Span, $"there are more than {ValueList.MaxValues} {entry.Name}: remove the others");
                    return statuses;
                }
                else
                {
                    seen.Add(status.Value, status);
                    statuses.Add((status.Value, meaning));
                }
            }
        }

        return statuses;
    }

    /// <summary>The texts of a mapping of lists, unchecked.</summary>
    public static Dictionary<string, ScalarSyntax> Listed(MappingEntry? entry) =>
        (entry?.Value as MappingSyntax)?.Entries.SelectMany(state => (state.Value as SequenceSyntax)?.Items.OfType<ScalarSyntax>() ?? [])
            .GroupBy(text => text.Value).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal) ?? [];
}
