namespace Apm.Specs;

/// <summary>A method file's syntax, and what it starts from, to its model.</summary>
internal sealed class MethodBinder
{
    private readonly ParsedSpec _spec;
    private readonly BoundApi? _bound;
    private readonly ApiModel? _api;
    private readonly BaseSpec? _ground;
    private readonly MethodModel? _base;
    private readonly DiagnosticBag _report;
    private readonly SpecMapping _map;

    private MethodBinder(ParsedSpec spec, BoundApi? api, BoundMethod? extended)
    {
        _spec = spec;
        _bound = api;
        _ground = spec.BaseId is null ? api?.Base : spec.ReplacesBase ? extended?.Base : extended?.Base?.ForSibling();
        _base = _ground?.Method;
        _api = _ground is null ? null : api?.Model;
        _report = new DiagnosticBag(spec.File);
        _map = new SpecMapping(spec.Root!, spec.BaseId is null ? SpecKeys.Method : SpecKeys.Overlay, _report, spec.IdLocation.Span);
    }

    /// <param name="spec">The method.</param>
    /// <param name="api">The API; null where there is none.</param>
    /// <param name="extended">The method that this one extends; null where there is none.</param>
    /// <param name="origin">Reports an API or a method that is not there.</param>
    public static BoundMethod Bind(ParsedSpec spec, BoundApi? api, BoundMethod? extended, Action<SpecMapping> origin)
    {
        if (spec.Root is null)
        {
            return new BoundMethod { Diagnostics = spec.Diagnostics };
        }

        var binder = new MethodBinder(spec, api, extended);
        origin(binder._map);
        return binder.Bind();
    }

    private BoundMethod Bind()
    {
        SpecId.Check(Needed("apm"), "apm");
        var name = Needed("name")?.Text();
        var summary = _map.Find("summary")?.Text();
        var status = _spec.BaseId is null ? _map.Require("status")?.Choice<MethodStatus>() ?? MethodStatus.Available : default;
        var source = _spec.BaseId is null ? SourceBinder.Source(_map) : new SourceModel("", null);
        var countries = Countries();
        var listed = Currencies();
        var currencies = listed.IsEmpty && _ground is not null ? _ground.Currencies : listed;
        var names = new CurrencyNames(_api?.Exponents ?? default, currencies, _api is not null);
        // Where a currency is misspelt, its limit is not the mistake.
        var isComplete = _map.Find("currencies")?.Value is SequenceSyntax { Items.Count: > 0 } list ? list.Items.Count == listed.Count : _base is not null;
        var limits = Limits("limits", _base?.Limits ?? default);
        var refundLimits = Limits("refund-limits", _base?.RefundLimits ?? default);
        ReportUnlimited(listed, limits);
        var capabilities = Capabilities();
        ReportRefundLimits(capabilities);
        var notes = _map.Find("notes")?.Texts().Select(note => note.Value) ?? [];
        var declaredBy = (_api?.Id ?? _spec.ApiId) + "/" + _spec.Id;
        var bodies = new MethodBodies(_spec.File, _bound, _ground, currencies, refundLimits, _base?.GatewayId ?? _spec.Id ?? "", declaredBy, _report);
        var fields = bodies.Read(_map.Find("fields"), _ground?.Fields, _ground?.Request);
        var operations = new MethodOperations(_map, capabilities, bodies, declaredBy);
        var offered = operations.Bind(_api, _ground);
        var response =
            _spec.BaseId is null && _map.Find("response") is { } entry && entry.Mapping() is { } facts
                ? new SpecMapping(facts, SpecKeys.MethodResponse, _report, entry.Key.Span)
                : null;
        var redirects = ResponseMembers.Redirects(response?.Find("redirect"), _api?.Response);
        var members = ResponseMembers.Bind(response?.Find("members"), _api?.Response.Members ?? default, _api?.Name);
        var syntax = RuleBinder.Read(_map.Find("rules"), _report);
        if (_api is null || _ground is null || _spec.Id is not { } id)
        {
            return new BoundMethod { Diagnostics = _report.InOrder(_spec.Diagnostics) };
        }

        var request = bodies.Request(fields, limits);
        new MethodRoles(fields, request, _report).Check(_api.Roles);
        var rules = new MethodRules(_ground.Rules, _report).Bind(syntax, request, fields, declaredBy);
        var model = new MethodModel
        {
            Id = id,
            GatewayId = _base?.GatewayId ?? id,
            Api = _api.Id,
            Name = name ?? _base?.Name ?? id,
            Summary = summary ?? _base?.Summary,
            Status = _base?.Status ?? status,
            Source = _base?.Source ?? source,
            Countries = countries,
            Currencies = currencies,
            Limits = limits,
            RefundLimits = refundLimits,
            Capabilities = capabilities,
            Operations = offered,
            Request = request,
            Rules = rules,
            Redirects = _base?.Redirects ?? redirects,
            Members = _base?.Members ?? members,
            Notes = (_base?.Notes ?? default).Concat(notes).ToEquatableArray(),
        };
        return new BoundMethod
        {
            Diagnostics = _report.InOrder(_spec.Diagnostics),
            Model = model,
            Base = new BaseSpec
            {
                Name = "the base",
                Fields = fields,
                Request = request,
                Rules = [.. _ground.Rules, new RuleSet(declaredBy, syntax, rules.Where(rule => rule.DeclaredBy == declaredBy).ToEquatableArray())],
                Bodies = operations.Bodies,
                Currencies = currencies,
                Places = _map.Places(),
                Method = model,
            },
        };

        EquatableArray<LimitModel> Limits(string key, EquatableArray<LimitModel> known) =>
            new LimitBinder(_map, names, currencies, isComplete, known, Place(key)).Bind(key);
    }

    // What a method that extends another does not say, that says.
    private SpecValue? Needed(string key) => _spec.BaseId is null ? _map.Require(key) : _map.Find(key);

    private SpecLocation? Place(string key) => _ground is not null && _ground.Places.TryGetValue(key, out var place) ? place : null;

    private EquatableArray<string> Countries()
    {
        var said = _map.Find("countries")?.Texts().Where(code => IsoCodes.IsCountry(code, _report)).ToList();
        var most = _base?.Countries ?? default;
        return said is null ? most : Within(said, most, "countries").ToEquatableArray();
    }

    private EquatableArray<string> Currencies()
    {
        var entry = Needed("currencies");
        var all = _ground?.Currencies ?? default;
        return Within(ApiMoney.KnownCurrencies(entry, new CurrencyNames(_api?.Exponents ?? default, all, _api is not null), _report), all, "currencies")
            .ToEquatableArray();
    }

    /// <summary>The values that the ground has; the others are reported.</summary>
    /// <param name="said">In the file.</param>
    /// <param name="most">Of the ground; empty where nothing is known.</param>
    /// <param name="key">Under which both stand.</param>
    private List<string> Within(IEnumerable<ScalarSyntax> said, EquatableArray<string> most, string key)
    {
        var kept = new List<string>();
        var all = new HashSet<string>(most, StringComparer.Ordinal);
        foreach (var value in said)
        {
            if (most.IsEmpty || all.Contains(value.Value))
            {
                kept.Add(value.Value);
                continue;
            }

            var place = Place(key);
            _report.Add(
                SpecDescriptors.Widens,
                value.Span,
                $"{MessageText.Of(value.Value)} is none of the {key} of {_ground!.Name}{(place is null ? "" : " in " + LocationText.Of(place))}: {_report.Suggestions.DidYouMean(value.Value, most, "leave it out")}",
                place);
        }

        return kept;
    }

    private void ReportUnlimited(EquatableArray<string> currencies, EquatableArray<LimitModel> limits)
    {
        var limited = new HashSet<string>(
            _map.Find("limits")?.Value is MappingSyntax mapping ? mapping.Entries.Select(entry => entry.Key.Value) : [],
            StringComparer.Ordinal);
        limited.UnionWith((_base?.Limits ?? default).Select(limit => limit.Currency));
        var without =
            limited.Contains(LimitBinder.Each) || limits.Any(limit => limit.HasEquivalents)
                ? []
                : currencies.Where(code => !limited.Contains(code)).ToList();
        if (without.Count > 0)
        {
            var place = _map.KeySpan("limits") ?? _map.KeySpan("currencies") ?? _map.Place;
            _report.Add(
                SpecDescriptors.NoLimit,
                place,
                $"no limit is known in {MessageText.List(without)}: amounts in {(without.Count == 1 ? "it" : "them")} are not checked");
        }
    }

    private void ReportRefundLimits(EquatableArray<string> capabilities)
    {
        if (_map.KeySpan("refund-limits") is { } place
            && (_base is not null || _map.KeySpan("capabilities") is not null)
            && !capabilities.Contains(OperationId.Refund)
            && !capabilities.Contains(OperationId.PartialRefund))
        {
            _report.Add(
                SpecDescriptors.Limit,
                place,
                "the method offers no refund, so refunds have no limits: remove them, or list refund or partial-refund under 'capabilities'");
        }
    }

    private EquatableArray<string> Capabilities()
    {
        if (Needed("capabilities") is not { } entry)
        {
            return _base?.Capabilities ?? default;
        }

        var known = _api is null ? null : _api.Operations.Select(operation => operation.Id).Concat([PaymentKind.Sale, PaymentKind.Authorization]).ToList();
        var said = entry.Texts();
        foreach (var capability in said.Where(capability => known?.Contains(capability.Value) == false))
        {
            _report.Add(
                SpecDescriptors.UnknownName,
                capability.Span,
                $"{MessageText.Of(capability.Value)} is no operation of the API: {_report.Suggestions.DidYouMean(capability.Value, known!, "write some of " + MessageText.List(known!.Except([OperationId.Pay, OperationId.Query])))}"
            );
        }

        var kept = Within(said.Where(capability => known?.Contains(capability.Value) != false), _base?.Capabilities ?? default, "capabilities");
        ReportHowItIsPaid(entry, said.Where(capability => kept.Contains(capability.Value)).ToList());
        return kept.ToEquatableArray();
    }

    private void ReportHowItIsPaid(SpecValue entry, List<ScalarSyntax> capabilities)
    {
        var kinds = capabilities.Where(capability => capability.Value is PaymentKind.Sale or PaymentKind.Authorization).ToList();
        // Where a capability is wrong, it may be the one that is missing.
        if (kinds.Count == 0 && _api is not null && entry.Value is SequenceSyntax list && list.Items.Count == capabilities.Count)
        {
            _report.Add(
                SpecDescriptors.MissingKey,
                entry.Value.Span,
                "nothing says how the method is paid: add sale (at once) or authorization (settled later)");
        }
        else if (kinds.Count == 2 && _api is { Roles.Sale: null })
        {
            _report.Add(
                SpecDescriptors.WrongKind,
                kinds[1].Span,
                "no request can choose between sale and authorization: keep one of them, or name the field that chooses as 'sale' under 'payment' of the API");
        }
    }
}
