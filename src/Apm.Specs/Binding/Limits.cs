using Apm.Specs.Diagnostics;
using Apm.Specs.Model;
using Apm.Specs.Syntax;

namespace Apm.Specs.Binding;

/// <summary>What a payment or a refund may be worth, by currency.</summary>
/// <param name="method">The method file.</param>
/// <param name="names">The currencies that it may name.</param>
/// <param name="accepted">What the method accepts.</param>
/// <param name="isComplete">False where a currency is misspelt: its limit is not the mistake then.</param>
internal sealed class Limits(Map method, CurrencyNames names, IReadOnlyList<string> accepted, bool isComplete)
{
    /// <summary>The key for every accepted currency.</summary>
    public const string Each = "each";

    private const int MaxLimits = 20;

    private readonly List<(LimitModel Limit, SpecSpan Place)> _limits = [];

    /// <param name="key">Of the method file, <c>limits</c> or <c>refund-limits</c>.</param>
    public EquatableArray<LimitModel> Bind(string key)
    {
        var entries = method.Find(key)?.Mapping()?.Entries ?? [];
        foreach (var item in entries.Where(item => item.Key.Value != Each && IsAccepted(item.Key)))
        {
            foreach (var limit in Items(item))
            {
                Add(new LimitReader(limit, item.Key, method.Report), item.Key.Value);
            }
        }

        // What a currency says for itself goes before what is said for all.
        foreach (var item in entries.Where(item => item.Key.Value == Each))
        {
            foreach (var limit in Items(item))
            {
                AddForEach(new LimitReader(limit, item.Key, method.Report));
            }
        }

        return _limits.Select(limit => limit.Limit).Where(limit => accepted.Contains(limit.Currency)).ToEquatableArray();
    }

    private bool IsAccepted(ScalarSyntax currency)
    {
        if (!names.IsKnown(currency, method.Report))
        {
            return false;
        }

        if (isComplete && !accepted.Contains(currency.Value))
        {
            method.Report.Add(SpecRules.Limit, currency.Span, $"{currency.Value} is not accepted, so it has no limit: remove this, or list {currency.Value} under 'currencies' ({Quote.List(accepted)})");
        }

        return true;
    }

    private IEnumerable<MappingSyntax> Items(MappingEntry item)
    {
        if (item.Value is SequenceSyntax { Items.Count: > MaxLimits } list)
        {
            method.Report.Add(SpecRules.TooMuch, list.Items[MaxLimits].Span, $"these are more than {MaxLimits} limits for {Quote.Of(item.Key.Value)}");
        }

        var items = item.Value is SequenceSyntax { Items.Count: > 0 } several ? several.Items.Take(MaxLimits) : [item.Value];
        return items
            .Select(value => new Entry(Quote.Plain(item.Key.Value), "a limit, such as { max: 1000 }, or a list of them", item.Key, value, method.Report).Mapping())
            .Where(mapping => mapping is not null)
            .Select(mapping => mapping!);
    }

    private void Add(LimitReader reader, string currency)
    {
        if (names.Exponent(currency) is not { } exponent)
        {
            method.Report.Add(SpecRules.UnknownCode, reader.Place, $"{currency} has no decimals in ISO 4217: declare them in the API file, such as exponents: {{ {currency}: 2 }}");
            return;
        }

        var limit = reader.Read(currency, exponent, isEach: false);
        if (limit is null)
        {
            return;
        }

        if (Same(limit) is { } other)
        {
            method.Report.Add(SpecRules.DeclaredTwice, reader.Begin, $"{currency} has {(limit.IsEnforced ? "a limit that is checked" : "such a limit")} already: say both bounds in one, or tell them apart by 'channel', 'per' or 'advisory'", method.Report.At(_limits[other].Place));
            return;
        }

        _limits.Add((limit, reader.Begin));
    }

    private void AddForEach(LimitReader reader)
    {
        foreach (var currency in accepted)
        {
            if (names.Exponent(currency) is not { } exponent)
            {
                continue;
            }

            if (reader.Read(currency, exponent, isEach: true) is not { } limit)
            {
                // The mistake is the same in every currency.
                return;
            }

            if (Same(limit) is not { } known)
            {
                _limits.Add((limit, reader.Begin));
                continue;
            }

            var own = _limits[known].Limit;
            var both = own with { Min = own.Min ?? limit.Min, Max = own.Max ?? limit.Max };
            if (both.Min > both.Max)
            {
                method.Report.Add(SpecRules.Limit, reader.Bound(own.Min is null ? "min" : "max"), LimitReader.Crossed(both), method.Report.At(_limits[known].Place));
                return;
            }

            _limits[known] = (both, _limits[known].Place);
        }
    }

    private int? Same(LimitModel limit) =>
        _limits.FindIndex(other => other.Limit.Currency == limit.Currency && Circumstances(other.Limit) == Circumstances(limit)) is >= 0 and var index ? index : null;

    // Facts are named after them, so what differs in blanks and capitals alone is the same.
    private static string Circumstances(LimitModel limit) =>
        (limit.IsAdvisory ? "advisory/" : "/") + new string($"{limit.Channel}/{limit.Per}".Where(c => c is '/' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')).ToArray()).ToLowerInvariant();
}
