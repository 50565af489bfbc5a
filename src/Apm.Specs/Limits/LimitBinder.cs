namespace Apm.Specs;

// docs/decisions/money-and-limits.md
/// <summary>Reads the mapping of one limit.</summary>
internal sealed class LimitBinder
{
    private const long MaxMinorUnits = 999_999_999_999_999_999;
    private const int MaxTextLength = 60;

    private readonly SpecMapping _map;
    private readonly bool _hasEquivalents;
    private readonly bool _isAdvisory;
    private readonly string? _channel;
    private readonly string? _per;

    public LimitBinder(MappingSyntax limit, ScalarSyntax key, DiagnosticBag report)
    {
        _map = new SpecMapping(limit, SpecKeys.Limit, report, key.Span);
        Place = key.Span;
        Begin = limit.Entries.Count > 0 ? limit.Entries[0].Key.Span : key.Span;
        _hasEquivalents = IsEquivalent(_map.Find("elsewhere"));
        _isAdvisory = _map.Find("advisory")?.Boolean() ?? false;
        _channel = Text("channel");
        _per = Text("per");
        if (_map.KeySpan("min") is null && _map.KeySpan("max") is null)
        {
            report.Add(
                SpecDescriptors.MissingKey,
                Place,
                $"the limit for {MessageText.Of(key.Value)} has neither min nor max: add one of them, such as {{ max: 1000 }}, or remove the limit");
        }
    }

    /// <summary>The currency.</summary>
    public SpecSpan Place { get; }

    /// <summary>The first key of the limit.</summary>
    public SpecSpan Begin { get; }

    public SpecSpan Bound(string key) => _map.EntryOf(key) is { } entry ? entry.Value.Span : Place;

    public static string Crossed(LimitModel limit) =>
        $"the minimum {CurrencyText.Format(limit.Min!.Value, limit.Currency)} is above the maximum "
        + $"{CurrencyText.Format(limit.Max!.Value, limit.Currency)}: write the smaller amount as min";

    /// <returns>Null where the limit is not valid.</returns>
    public LimitModel? Read(string currency, int exponent, bool isEach)
    {
        if (isEach && _hasEquivalents)
        {
            _map.Diagnostics.Add(
                SpecDescriptors.NotApplicable,
                Bound("elsewhere"),
                "'elsewhere' does not apply to a limit for each currency: remove 'elsewhere', or name the currency of the limit");
            return null;
        }

        if (!TryAmount("min", currency, exponent, isEach, out var min) | !TryAmount("max", currency, exponent, isEach, out var max) && isEach)
        {
            return null;
        }

        var limit = new LimitModel(currency, min, max) { HasEquivalents = _hasEquivalents, IsAdvisory = _isAdvisory, Channel = _channel, Per = _per };
        if (max == 0)
        {
            _map.Diagnostics.Add(
                SpecDescriptors.Limit,
                Bound("max"),
                $"a maximum of {CurrencyText.Format(0, currency)} allows no payment: write a greater maximum, or remove {(isEach ? "'max'" : currency)}"
            );
            return null;
        }

        if (min > max)
        {
            _map.Diagnostics.Add(SpecDescriptors.Limit, Bound("min"), Crossed(limit), _map.Diagnostics.At(Bound("max")));
            return null;
        }

        return min is null && max is null ? null : limit;
    }

    /// <returns>False where the amount is reported.</returns>
    private bool TryAmount(string key, string currency, int exponent, bool isEach, out long? amount)
    {
        var entry = _map.Find(key);
        amount = entry is null ? null : Amount(entry, currency, exponent, isEach);
        return _map.KeySpan(key) is null || amount is not null;
    }

    private static long? Amount(SpecValue entry, string currency, int exponent, bool isEach)
    {
        if (entry.Value is not MappingSyntax mapping)
        {
            return entry.Scalar() is { } scalar ? AmountText.Read(scalar, currency, exponent, entry.Diagnostics) : null;
        }

        if (isEach)
        {
            entry.Diagnostics.Add(
                SpecDescriptors.NotApplicable,
                entry.Value.Span,
                "currencies have different minor units: write a plain decimal here, or a limit for one currency");
            return null;
        }

        return new SpecMapping(mapping, SpecKeys.Minor, entry.Diagnostics, entry.Key.Span).Require("minor")?.Integer(0, MaxMinorUnits);
    }

    private static bool IsEquivalent(SpecValue? entry)
    {
        if (entry?.Scalar() is not { } scalar || scalar.Value == "equivalent")
        {
            return entry?.Value is ScalarSyntax { Value: "equivalent" };
        }

        entry.Diagnostics.Add(
            SpecDescriptors.WrongKind,
            scalar.Span,
            $"{MessageText.Of(scalar.Value)} does not fit here: "
                + "write elsewhere: equivalent, or remove 'elsewhere' if the limit in other currencies is not known");
        return false;
    }

    private string? Text(string key)
    {
        if (_map.Find(key)?.Scalar() is not { } scalar)
        {
            return null;
        }

        if (scalar.Value.Length <= MaxTextLength)
        {
            return scalar.Value.Trim();
        }

        _map.Diagnostics.Add(
            SpecDescriptors.TooMuch,
            scalar.Span,
            $"'{key}' must be a few words, such as mobile app or day: write texts of more than {MaxTextLength} characters under 'notes'");
        return null;
    }
}
