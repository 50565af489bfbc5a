using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Reads and checks an amount of money.</summary>
internal sealed class MoneyInterpreter(ApiModel api)
{
    private readonly MoneyMembers _members = new(api, api.Money);

    /// <summary>The amount in the gateway's minor units; null if the object is not valid money.</summary>
    public (long Amount, string Currency)? Read(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && Member(value, api.Money.CurrencyName) is { ValueKind: JsonValueKind.String } currency
        && _members.ReadCurrency(JsonText.Read(currency)) is { } code
        && Member(value, api.Money.AmountName) is { } amount
        && _members.ReadAmount(amount, code) is { } minorUnits
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

        var code = JsonText.Read(found);
        if (code.Length == 0)
        {
            violations.Add(new(path, BodyRule.Required, "Field must be set"));
            return null;
        }

        if (_members.ReadCurrency(code) is not { } currency)
        {
            violations.Add(new(path, BodyRule.Currency, "Currency must be in lower case"));
            return null;
        }

        if (money is not null && !money.Currencies.Contains(currency, StringComparer.Ordinal))
        {
            violations.Add(new(path, BodyRule.Currency, "Currency " + CurrencyText.Accepted(money.Currencies)));
        }

        return !api.Money.IsMajor || Exponents.Find(api, currency) is not null ? currency : null;
    }

    private void CheckAmount(MoneyModel? money, JsonElement? value, string? currency, string path, List<BodyViolation> violations)
    {
        if (value is not { } found)
        {
            violations.Add(new(path, BodyRule.Required, "Field must be set"));
            return;
        }

        if (currency is null && _members.DependsOnCurrency(found))
        {
            return;
        }

        if (_members.ReadAmount(found, currency) is not { } amount)
        {
            violations.Add(new(path, BodyRule.Value, _members.Form(currency)));
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

    private static JsonElement? Member(JsonElement value, string name) =>
        value.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
}
