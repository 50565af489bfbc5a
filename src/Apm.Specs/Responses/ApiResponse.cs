namespace Apm.Specs;

/// <summary>Reads <c>response</c> and <c>statuses</c> of an API file.</summary>
internal static class ApiResponse
{
    private const int MaxPaths = 20;

    /// <param name="query">Without a link, a payment's id is all that a query needs. Null if a payment cannot be queried.</param>
    public static ResponseModel Bind(SpecMapping api, OperationModel? query, MoneyFormatModel money)
    {
        var entry = api.Require("response");
        var map = entry?.Mapping() is { } mapping ? new SpecMapping(mapping, ResponseKeys.Response, api.Diagnostics, entry.Key.Span) : null;
        var paths = new ResponsePaths(api.Diagnostics, canBeSame: true);
        var id = paths.Read(map?.Require("id")) ?? "id";
        var response = new ResponseModel
        {
            Id = id,
            IdPattern = map?.Find("id-pattern") is { } pattern ? PatternFacet.Parse(pattern)?.ToModel(isNeverEmpty: true) : null,
            StatusPaths = paths.ReadSeveral(map?.Require("status")) is { IsEmpty: false } status ? status : new[] { "status" }.ToEquatableArray(),
            Reference = paths.Read(map?.Find("reference")),
            Self = query is null ? null
                : paths.Read(query.TargetIsLink ? map?.Require("self") : map?.Find("self")) ?? (query.TargetIsLink ? "self" : id),
            Redirects = paths.Read("redirect", Few(map?.Find("redirect"), entry => entry.OneOrMore())).ToEquatableArray(),
            RedirectSchemes = map is null ? default : RedirectSchemes.Bind(map),
            Actions = paths.ReadObjects("actions", Few(map?.Find("actions"), entry => entry.Texts())).ToEquatableArray(),
            Href = MemberName.Read(map?.Require("href")) ?? "href",
            Next = NextBinder.Bind(map?.Find("next")),
            Value = MoneyPlace.Read(map?.Find("value"), paths, money, knowsPayment: false),
            Captured = MoneyPlace.Read(map?.Find("captured"), paths, money),
            Refunded = MoneyPlace.Read(map?.Find("refunded"), paths, money),
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
        Models(new StatusReader<PaymentState>([], SpecKeys.StatusItem).Required(api.Require("statuses")));

    /// <summary>The statuses, or the types of webhooks, with their states.</summary>
    public static EquatableArray<StatusModel> Models(IEnumerable<StatedText<PaymentState>> statuses) =>
        statuses.Select(status => new StatusModel(status.Text.Value, status.State) { When = status.When }).ToEquatableArray();

    /// <summary>The texts of a mapping of lists, unchecked.</summary>
    public static Dictionary<string, ScalarSyntax> Listed(MappingEntry? entry) =>
        (entry?.Value as MappingSyntax)?.Entries.SelectMany(state => (state.Value as SequenceSyntax)?.Items.OfType<ScalarSyntax>() ?? [])
            .GroupBy(text => text.Value).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal) ?? [];
}
