namespace Apm.Specs;

/// <summary>What a payment or a refund may be worth, by currency.</summary>
/// <param name="method">The method file.</param>
/// <param name="names">The currencies that it may name.</param>
/// <param name="accepted">What the method accepts.</param>
/// <param name="isComplete">False if a currency is misspelt, so that its limit is not the mistake.</param>
/// <param name="fromBase">The limits of the method that is extended, which may be narrowed.</param>
/// <param name="place">Where these stand.</param>
internal sealed class LimitsBinder(
    SpecMapping method,
    CurrencyNames names,
    IReadOnlyList<string> accepted,
    bool isComplete,
    EquatableArray<LimitModel> fromBase,
    SpecLocation? place)
{
    /// <summary>The key for every accepted currency.</summary>
    public const string Each = "each";

    private const int MaxLimits = 20;
    private const string Hint = "a limit, such as { max: 1000 }, or a list of them";

    private readonly List<(LimitModel Limit, SpecSpan Place)> _limits = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LimitModel> _fromBase = fromBase
        .GroupBy(Circumstances, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
    private readonly HashSet<string> _accepted = new(accepted, StringComparer.Ordinal);

    /// <param name="key">Of the method file, <c>limits</c> or <c>refund-limits</c>.</param>
    public EquatableArray<LimitModel> Bind(string key)
    {
        var entries = method.Find(key)?.Mapping()?.Entries ?? [];
        foreach (var item in entries.Where(item => item.Key.Value != Each && IsAccepted(item.Key)))
        {
            foreach (var limit in Items(item))
            {
                Add(new LimitBinder(limit, item.Key, method.Diagnostics), item.Key.Value);
            }
        }

        // The limit of one currency goes before the limit for each.
        foreach (var item in entries.Where(item => item.Key.Value == Each))
        {
            foreach (var limit in Items(item))
            {
                AddForEach(new LimitBinder(limit, item.Key, method.Diagnostics));
            }
        }

        var inherited = fromBase.Where(limit => Same(limit) is null);
        return _limits.Select(limit => limit.Limit).Concat(inherited).Where(limit => _accepted.Contains(limit.Currency)).ToEquatableArray();
    }

    private bool IsAccepted(ScalarSyntax currency)
    {
        if (!names.IsKnown(currency, method.Diagnostics))
        {
            return false;
        }

        if (isComplete && !_accepted.Contains(currency.Value))
        {
            method.Diagnostics.Add(
                SpecDescriptors.Limit,
                currency.Span,
                $"{currency.Value} is not accepted, so a limit has no effect: "
                    + $"remove the limit, or list {currency.Value} under 'currencies' ({MessageText.List(accepted)})"
            );
        }

        return true;
    }

    private IEnumerable<MappingSyntax> Items(MappingEntry item)
    {
        if (item.Value is SequenceSyntax { Items.Count: > MaxLimits } list)
        {
            method.Diagnostics.Add(
                SpecDescriptors.TooMuch,
                list.Items[MaxLimits].Span,
                $"there are more than {MaxLimits} limits for {MessageText.Of(item.Key.Value)}: remove the others");
        }

        if (item.Value is SequenceSyntax { Items.Count: 0 })
        {
            new SpecValue(MessageText.Plain(item.Key.Value), Hint, item.Key, item.Value, method.Diagnostics).Empty();
            return [];
        }

        var items = item.Value is SequenceSyntax several ? several.Items.Take(MaxLimits) : [item.Value];
        return items
            .Select(value => new SpecValue(MessageText.Plain(item.Key.Value), Hint, item.Key, value, method.Diagnostics).Mapping())
            .Where(mapping => mapping is not null)
            .Select(mapping => mapping!);
    }

    private void Add(LimitBinder reader, string currency)
    {
        if (names.Exponent(currency) is not { } exponent)
        {
            method.Diagnostics.Add(
                SpecDescriptors.UnknownCode,
                reader.Place,
                $"{currency} has no decimals in ISO 4217: declare them in the API file, such as exponents: {{ {currency}: 2 }}");
            return;
        }

        var limit = reader.Read(currency, exponent, isEach: false);
        if (limit is null || Narrowed(limit, reader) is not { } narrowed)
        {
            return;
        }

        if (Same(limit) is { } other)
        {
            method.Diagnostics.Add(
                SpecDescriptors.DeclaredTwice,
                reader.Begin,
                $"{currency} already has {(limit.IsEnforced ? "a limit that is checked" : "such a limit")}: "
                    + "write both bounds in one limit, or add 'channel', 'per' or 'advisory'",
                method.Diagnostics.At(_limits[other].Place));
            return;
        }

        Put(narrowed, reader.Begin);
    }

    private void AddForEach(LimitBinder reader)
    {
        foreach (var currency in accepted)
        {
            if (names.Exponent(currency) is not { } exponent)
            {
                continue;
            }

            if (reader.Read(currency, exponent, isEach: true) is not { } declared || Narrowed(declared, reader) is not { } limit)
            {
                // The mistake is the same in every currency.
                return;
            }

            if (Same(limit) is not { } earlier)
            {
                Put(limit, reader.Begin);
                continue;
            }

            var own = _limits[earlier].Limit;
            var both = own with { Min = own.Min ?? limit.Min, Max = own.Max ?? limit.Max };
            if (both.Min > both.Max)
            {
                method.Diagnostics.Add(
                    SpecDescriptors.Limit,
                    reader.Bound(own.Min is null ? "min" : "max"),
                    LimitBinder.Crossed(both),
                    method.Diagnostics.At(_limits[earlier].Place));
                return;
            }

            _limits[earlier] = (both, _limits[earlier].Place);
        }
    }

    /// <returns>The limit within that of the method that is extended; null where it is wider.</returns>
    private LimitModel? Narrowed(LimitModel limit, LimitBinder reader)
    {
        if (!_fromBase.TryGetValue(Circumstances(limit), out var fromBase))
        {
            return limit;
        }

        var wider = limit.Max > fromBase.Max ? "max" : limit.Min < fromBase.Min ? "min" : null;
        if (wider is not null)
        {
            var bound = wider == "max" ? fromBase.Max!.Value : fromBase.Min!.Value;
            method.Diagnostics.Add(
                SpecDescriptors.Widens,
                reader.Bound(wider),
                $"the base has {CurrencyText.Format(bound, limit.Currency)}{(place is null ? "" : " in " + LocationText.Of(place))}: "
                    + $"write {(wider == "max" ? "a smaller" : "a larger")} amount, or remove '{wider}'",
                place);
            return null;
        }

        var both = limit with { Min = limit.Min ?? fromBase.Min, Max = limit.Max ?? fromBase.Max };
        if (both.Min > both.Max)
        {
            method.Diagnostics.Add(SpecDescriptors.Limit, reader.Bound(limit.Min is null ? "max" : "min"), LimitBinder.Crossed(both), place);
            return null;
        }

        return both;
    }

    private void Put(LimitModel limit, SpecSpan begin)
    {
        _places[Circumstances(limit)] = _limits.Count;
        _limits.Add((limit, begin));
    }

    private int? Same(LimitModel limit) => _places.TryGetValue(Circumstances(limit), out var index) ? index : null;

    // Two limits apply in the same case if their texts differ only in blanks, punctuation and capitals.
    private static string Circumstances(LimitModel limit) =>
        limit.Currency
        + (limit.IsAdvisory ? "/advisory/" : "//")
        + new string(
            $"{limit.Channel}/{limit.Per}".Where(c => c is '/' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')).ToArray()
        ).ToLowerInvariant();
}
