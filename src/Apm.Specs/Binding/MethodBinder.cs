using Apm.Specs.Diagnostics;
using Apm.Specs.Model;
using Apm.Specs.Syntax;

namespace Apm.Specs.Binding;

/// <summary>A method file's syntax, and its API, to its model.</summary>
internal sealed class MethodBinder
{
    /// <summary>As a const: the method's id.</summary>
    public const string OwnId = "$apm";

    private const string Sale = "sale";
    private const string Authorization = "authorization";

    private readonly ParsedSpec _spec;
    private readonly BoundApi? _bound;
    private readonly ApiModel? _api;
    private readonly Report _report;
    private readonly Map _map;

    private MethodBinder(ParsedSpec spec, BoundApi? bound)
    {
        _spec = spec;
        _bound = bound;
        _api = bound?.Model;
        _report = new Report(spec.File);
        _map = new Map(spec.Root!, SpecKeys.Method, _report, spec.IdLocation.Span);
    }

    /// <param name="spec">The method.</param>
    /// <param name="isApiKnown">There is a file with the API's id.</param>
    /// <param name="bound">The API; null where there is none.</param>
    public static BoundMethod Bind(ParsedSpec spec, bool isApiKnown, BoundApi? bound) =>
        spec.Root is null ? new BoundMethod { Diagnostics = spec.Diagnostics } : new MethodBinder(spec, bound).Bind(isApiKnown);

    private BoundMethod Bind(bool isApiKnown)
    {
        SpecId.Check(_map.Require("apm"), "apm");
        var name = _map.Require("name")?.Text();
        if (_map.Require("api")?.Scalar() is { } api && !isApiKnown)
        {
            _report.Add(SpecRules.UnknownName, api.Span, $"no API file has the id {Quote.Of(api.Value)}: write the 'api:' of one, or add an .api.yaml file with it");
        }

        var summary = _map.Find("summary")?.Text();
        var status = _map.Require("status")?.Choice<MethodStatus>() ?? MethodStatus.Available;
        var source = Shared.Source(_map);
        var countries = _map.Find("countries")?.Texts().Where(code => Codes.IsCountry(code, _report)).Select(code => code.Value).ToEquatableArray() ?? default;
        var listed = Currencies();
        var currencies = listed.IsEmpty && _api is not null ? _api.Currencies : listed;
        var names = new CurrencyNames(_api?.Exponents ?? default, currencies, _api is not null);
        // Where a currency is misspelt, its limit is not the mistake.
        var isComplete = _map.Find("currencies")?.Value is SequenceSyntax { Items.Count: > 0 } list && list.Items.Count == listed.Count;
        var limits = new Limits(_map, names, currencies, isComplete).Bind("limits");
        var refundLimits = new Limits(_map, names, currencies, isComplete).Bind("refund-limits");
        ReportUnlimited(listed, limits);
        var capabilities = Capabilities();
        ReportRefundLimits(capabilities);
        var notes = _map.Find("notes")?.Texts().Select(note => note.Value).ToEquatableArray() ?? default;
        var fields = Fields(_map.Find("fields"), _api is null ? null : _bound!.Fields, _api?.Request, currencies);
        var declaredBy = (_api?.Id ?? _spec.ApiId) + "/" + _spec.Id;
        var operations = new MethodOperations(_map, capabilities, (body, shared, root) => Fields(body, shared, root, currencies)).Bind(_api is null ? null : _bound, Body, declaredBy);
        var response = _map.Find("response") is { } entry && entry.Mapping() is { } facts ? new Map(facts, SpecKeys.MethodResponse, _report, entry.Key.Span) : null;
        var redirects = ResponseMembers.Redirects(response?.Find("redirect"), _api?.Response);
        var members = ResponseMembers.Bind(response?.Find("members"), _api?.Response.Members ?? default, _api?.Name);
        var request = _api is not null && _spec.Id is { } ownId ? Request(fields, ownId, new MoneyContext(_api.Money, currencies, limits, _api.Roles.Value)) : null;
        var rules = Rules.Read(_map.Find("rules"), _report);
        var allRules = request is null ? default : new MethodRules(_api!.Id, _bound!.Rules, _api.Rules, _report).Bind(rules, request, fields, declaredBy);
        return new BoundMethod
        {
            Diagnostics = _report.InOrder(_spec.Diagnostics),
            Model = _api is null || _spec.Id is not { } id ? null : new MethodModel
            {
                Id = id,
                Api = _api.Id,
                Name = name ?? id,
                Summary = summary,
                Status = status,
                Source = source,
                Countries = countries,
                Currencies = currencies,
                Limits = limits,
                RefundLimits = refundLimits,
                Capabilities = capabilities,
                Operations = operations,
                Request = request!,
                Rules = allRules,
                Redirects = redirects,
                Members = members,
                Notes = notes,
            },
        };

        // A body that methods share keeps the API's types, which here hold what the method accepts.
        FieldModel Body(string operation, IReadOnlyList<ResolvedField> body, bool isOwn) => FieldTree.Build(
            body,
            _spec.Id ?? "",
            _api!.Id,
            new MoneyContext(_api.Money, currencies, operation is "refund" or "partial-refund" ? refundLimits : default, FirstMoney(body)),
            isOwn ? _api.Types : _api.Types.Select(type => type.Accepting(currencies)).ToList());
    }

    // A type stands at several places, which a limit of one of them does not tell apart.
    private static string? FirstMoney(IReadOnlyList<ResolvedField> body)
    {
        var types = body.Where(field => field.Facts.SharedType is not null).Select(field => field.Path + ".").ToList();
        return body.FirstOrDefault(field => field.Type == FieldType.Money && !types.Any(type => field.Path.StartsWith(type, StringComparison.Ordinal)))?.Path;
    }

    private EquatableArray<string> Currencies()
    {
        var kept = new List<string>();
        var entry = _map.Require("currencies");
        var all = _api?.Currencies ?? default;
        foreach (var code in ApiMoney.KnownCurrencies(entry, new CurrencyNames(_api?.Exponents ?? default, all, _api is not null), _report))
        {
            if (all.IsEmpty || all.Contains(code.Value))
            {
                kept.Add(code.Value);
                continue;
            }

            var place = _bound?.Currencies;
            _report.Add(SpecRules.Widens, code.Span, $"{code.Value} is none of the currencies that the API accepts in {(place is null ? "its file" : Place.Of(place))}: {Nearest.DidYouMean(code.Value, all, "leave it out")}", place);
        }

        return kept.ToEquatableArray();
    }

    private void ReportUnlimited(EquatableArray<string> currencies, EquatableArray<LimitModel> limits)
    {
        var limited = _map.Find("limits")?.Value is MappingSyntax mapping ? mapping.Entries.Select(entry => entry.Key.Value).ToList() : [];
        var without = limited.Contains(Limits.Each) || limits.Any(limit => limit.HasEquivalents) ? [] : currencies.Where(code => !limited.Contains(code)).ToList();
        if (without.Count > 0)
        {
            var place = _map.KeySpan("limits") ?? _map.KeySpan("currencies") ?? _map.Place;
            _report.Add(SpecRules.NoLimit, place, $"no limit is known in {Quote.List(without)}: amounts in {(without.Count == 1 ? "it" : "them")} are not checked");
        }
    }

    private void ReportRefundLimits(EquatableArray<string> capabilities)
    {
        if (_map.KeySpan("refund-limits") is { } place && _map.KeySpan("capabilities") is not null && !capabilities.Contains("refund") && !capabilities.Contains("partial-refund"))
        {
            _report.Add(SpecRules.Limit, place, "the method offers no refund, so refunds have no limits: remove them, or list refund or partial-refund under 'capabilities'");
        }
    }

    private EquatableArray<string> Capabilities()
    {
        var kept = new List<string>();
        var known = _api is null ? null : _api.Operations.Select(operation => operation.Id).Concat([Sale, Authorization]).ToList();
        foreach (var capability in _map.Require("capabilities")?.Texts() ?? [])
        {
            if (known?.Contains(capability.Value) != false)
            {
                kept.Add(capability.Value);
                continue;
            }

            _report.Add(SpecRules.UnknownName, capability.Span, $"{Quote.Of(capability.Value)} is no operation of the API: {Nearest.DidYouMean(capability.Value, known, "write some of " + Quote.List(known.Except(["pay", "query"])))}");
        }

        return kept.ToEquatableArray();
    }

    /// <param name="entry">The method's own fields.</param>
    /// <param name="shared">Those of the API; null where the API is not there.</param>
    /// <param name="root">The API's object that they stand in; null where there is none.</param>
    /// <param name="currencies">What the method accepts.</param>
    private List<ResolvedField> Fields(Entry? entry, IReadOnlyList<ResolvedField>? shared, FieldModel? root, EquatableArray<string> currencies)
    {
        var declared = entry?.Mapping() is { } mapping ? new FieldReader(_spec.File, isApi: false, _bound?.Vocabulary, _report).Read(mapping) : [];
        if (root is not null)
        {
            var narrowing = new Narrowing(_report);
            declared = declared.Select(field => narrowing.Check(field, FieldPath.Find(root, field.Path), shared!)).ToList();
        }

        var names = new CurrencyNames(_api?.Exponents ?? default, currencies, _api is not null);
        var declaredBy = (_api?.Id ?? _spec.ApiId) + "/" + _spec.Id;
        return new FieldResolver(_report, names, _bound?.Vocabulary, declaredBy).Resolve(declared, shared);
    }

    private FieldModel Request(IReadOnlyList<ResolvedField> fields, string id, MoneyContext money) =>
        FieldTree.Share(FieldTree.Build(fields, id, _api!.Id + "/" + id, money, _api.Types), _api.Request);
}
