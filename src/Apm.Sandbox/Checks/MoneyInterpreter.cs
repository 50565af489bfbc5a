using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Reads and checks an amount of money.</summary>
internal sealed class MoneyInterpreter(ApiModel api)
{
    private readonly MoneyMembers _members = new(api, api.Money) { IsForm = api.Format == BodyFormat.Form };

    /// <summary>The amount in the gateway's minor units; null if the body has no valid money at the field.</summary>
    /// <param name="field">A money field that is not in a list.</param>
    /// <param name="body">The whole body.</param>
    public (long Amount, string Currency)? Read(FieldModel field, JsonElement body) =>
        Dotted.Text(body, field.CurrencyPath) is { } code
        && _members.ReadCurrency(code) is { } currency
        && Dotted.Find(body, field.AmountPath) is { } amount
        && _members.ReadAmount(amount, currency) is { } minorUnits
            ? (minorUnits, currency)
            : null;

    /// <param name="field">A money field.</param>
    /// <param name="value">The value of the field.</param>
    /// <param name="parent">The object with the field.</param>
    /// <param name="path">The path of the value.</param>
    /// <param name="violations">The violations that were found so far.</param>
    public void Check(FieldModel field, JsonElement value, JsonElement parent, string path, List<BodyViolation> violations)
    {
        if (field.Money is { CurrencyAt: { } beside } amount)
        {
            // Another amount may have the same currency.
            var found = new List<BodyViolation>();
            var code = !amount.IsOfPayment ? CheckCurrency(amount, Member(parent, beside), path[..^field.Name.Length] + beside, found)
                : Member(parent, beside) is { } known ? CheckCurrency(amount, known, path, found)
                : null;
            CheckAmount(amount, value, code, path, found);
            violations.AddRange(found.Except(violations).ToList());
            return;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            violations.Add(new(path, BodyRule.Value, "Field must be an object"));
            return;
        }

        var currency = CheckCurrency(field.Money, Member(value, api.Money.CurrencyName), $"{path}.{api.Money.CurrencyName}", violations);
        CheckAmount(field.Money, Member(value, api.Money.AmountName), currency, $"{path}.{api.Money.AmountName}", violations);
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
