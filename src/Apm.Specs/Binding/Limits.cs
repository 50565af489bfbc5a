using Apm.Specs.Diagnostics;
using Apm.Specs.Model;
using Apm.Specs.Syntax;

namespace Apm.Specs.Binding;

/// <summary>What a payment may be worth, by currency.</summary>
internal sealed class Limits(Map method, CurrencyNames names, IReadOnlyList<string>? accepted)
{
    public EquatableArray<LimitModel> Bind()
    {
        var limits = new List<LimitModel>();
        foreach (var item in method.Find("limits")?.Mapping()?.Entries ?? [])
        {
            if (!names.IsKnown(item.Key, method.Report))
            {
                continue;
            }

            var isAccepted = accepted?.Contains(item.Key.Value) != false;
            if (!isAccepted)
            {
                method.Report.Add(SpecRules.Limit, item.Key.Span, $"{item.Key.Value} is not accepted, so it has no limit: remove this, or list {item.Key.Value} under 'currencies' ({Quote.List(accepted!)})");
            }

            if (Limit(item) is { } limit && isAccepted)
            {
                limits.Add(limit);
            }
        }

        return limits.ToEquatableArray();
    }

    private LimitModel? Limit(MappingEntry item)
    {
        var currency = item.Key.Value;
        if (new Entry(currency, "a limit, such as { max: 1000 }", item.Key, item.Value, method.Report).Mapping() is not { } mapping)
        {
            return null;
        }

        var map = new Map(mapping, SpecKeys.Limit, method.Report, item.Key.Span);
        if (names.Exponent(currency) is not { } exponent)
        {
            method.Report.Add(SpecRules.UnknownCode, item.Key.Span, $"{currency} has no decimals in ISO 4217: declare them in the API file, such as exponents: {{ {currency}: 2 }}");
            return null;
        }

        var min = Amount(map.Find("min"), currency, exponent);
        var max = Amount(map.Find("max"), currency, exponent);
        if (map.KeySpan("min") is null && map.KeySpan("max") is null)
        {
            method.Report.Add(SpecRules.MissingKey, item.Key.Span, $"the limit in {currency} has neither min nor max: add one, such as {{ max: 1000 }}, or remove the limit");
        }

        if (min > max)
        {
            method.Report.Add(SpecRules.Limit, map.Find("min")!.Value.Span, $"the minimum {Iso.CurrencyText.Format(min.Value, currency)} is above the maximum {Iso.CurrencyText.Format(max!.Value, currency)}: write the smaller one as min", method.Report.At(map.Find("max")!.Value.Span));
            return null;
        }

        return min is null && max is null ? null : new LimitModel(currency, min, max);
    }

    private static long? Amount(Entry? entry, string currency, int exponent)
    {
        if (entry?.Value is MappingSyntax mapping)
        {
            return new Map(mapping, SpecKeys.Minor, entry.Report, entry.Key.Span).Require("minor")?.Integer(0, 999_999_999_999_999_999);
        }

        return entry?.Scalar() is { } scalar ? AmountText.Read(scalar, currency, exponent, entry.Report) : null;
    }
}
