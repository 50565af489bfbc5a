using System.Globalization;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Reads and checks an amount of money in either notation.</summary>
internal sealed class MoneyInterpreter(ApiModel api)
{
    /// <summary>The amount in the gateway's minor units; null if the object is not valid money.</summary>
    public (long Amount, string Currency)? Read(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && Member(value, api.Money.CurrencyName) is { ValueKind: JsonValueKind.String } currency
        && JsonText.Read(currency) is var code
        && Member(value, api.Money.AmountName) is { } amount
        && TryReadAmount(amount, code, out var minorUnits)
            ? (minorUnits, code)
            : null;

    public void Check(MoneyModel? money, JsonElement value, string path, List<BodyViolation> violations)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            violations.Add(new(path, BodyRule.Value, "Field must be an object"));
            return;
        }

        var currency = CheckCurrency(money, Member(value, api.Money.CurrencyName), $"{path}.{api.Money.CurrencyName}", violations);
        CheckAmount(money, Member(value, api.Money.AmountName), currency, $"{path}.{api.Money.AmountName}", violations);
    }

    private string? CheckCurrency(MoneyModel? money, JsonElement? value, string path, List<BodyViolation> violations)
    {
        if (value is not { } found)
        {
            violations.Add(new(path, BodyRule.Required, "Field must be set"));
            return null;
        }

        if (found.ValueKind != JsonValueKind.String)
        {
            violations.Add(new(path, BodyRule.Value, "Field must be a string"));
            return null;
        }

        var currency = JsonText.Read(found);
        if (currency.Length == 0)
        {
            violations.Add(new(path, BodyRule.Required, "Field must be set"));
            return null;
        }

        if (money is not null && !money.Currencies.Contains(currency, StringComparer.Ordinal))
        {
            violations.Add(new(path, BodyRule.Currency, "Currency " + CurrencyText.Accepted(money.Currencies)));
        }

        return api.Money.Notation == MoneyNotation.MinorUnits || Exponents.Find(api, currency) is not null ? currency : null;
    }

    private void CheckAmount(MoneyModel? money, JsonElement? value, string? currency, string path, List<BodyViolation> violations)
    {
        if (value is not { } found)
        {
            violations.Add(new(path, BodyRule.Required, "Field must be set"));
            return;
        }

        // The number of decimals of a text depends on its currency.
        if (currency is null && api.Money.Notation == MoneyNotation.DecimalString && found.ValueKind == JsonValueKind.String)
        {
            return;
        }

        if (!TryReadAmount(found, currency, out var amount))
        {
            violations.Add(new(path, BodyRule.Value, AmountForm(currency)));
            return;
        }

        if (amount < money?.MinorUnits?.Min || amount > money?.MinorUnits?.Max)
        {
            violations.Add(new(path, BodyRule.Range, "Amount must be " + ConstraintText.MinorUnits(money.MinorUnits)));
        }

        foreach (var limit in money?.EnforcedLimits ?? [])
        {
            if (limit.Currency == currency)
            {
                CheckLimit(limit, amount, path, violations);
            }
        }
    }

    private void CheckLimit(LimitModel limit, long amount, string path, List<BodyViolation> violations)
    {
        var major = Exponents.ToMajor(api, amount, limit.Currency);
        if (limit.Max is { } max && major > Exponents.LimitToMajor(api, max, limit.Currency))
        {
            violations.Add(new(path, BodyRule.Maximum, "Amount must be " + LimitText.Max(max, limit.Currency)));
        }

        if (limit.Min is { } min && major < Exponents.LimitToMajor(api, min, limit.Currency))
        {
            violations.Add(new(path, BodyRule.Minimum, "Amount must be " + LimitText.Min(min, limit.Currency)));
        }
    }

    private bool TryReadAmount(JsonElement value, string? currency, out long amount)
    {
        amount = 0;
        return api.Money.Notation == MoneyNotation.MinorUnits
            ? value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out amount)
            : value.ValueKind == JsonValueKind.String && currency is not null && TryReadDecimals(JsonText.Read(value), Exponents.Of(api, currency), out amount);
    }

    private static bool TryReadDecimals(string text, int exponent, out long amount)
    {
        amount = 0;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        var digits = point < 0 ? text : text.Remove(point, 1);
        return decimals == exponent
            && point != 0
            && point != text.Length - 1
            && !digits.StartsWith("-.", StringComparison.Ordinal)
            && long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out amount)
            && digits[0] != '+';
    }

    private string AmountForm(string? currency) => api.Money.Notation == MoneyNotation.MinorUnits
        ? "Amount must be an integer in minor units"
        : currency is null
            ? "Amount must be a string"
            : $"Amount must be a string with {Exponents.Of(api, currency)} decimals";

    private static JsonElement? Member(JsonElement value, string name) =>
        value.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
}
