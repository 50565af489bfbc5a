using Apm.Generators.Writing;
using Apm.Specs.Model;

namespace Apm.Generators.Emit;

/// <summary>Currency, bounds and limits of a money value.</summary>
internal static class EmitMoneyChecks
{
    public static void Write(CodeWriter code, Checked target, string local, EmitContext context)
    {
        var money = target.Field.Money!;
        var amount = Member(target, money.Format.AmountName);
        if (money.MinorUnits is { } range)
        {
            amount.If(code, Outside(local, range, context), "Range", $"is a whole number of minor units, {Constraints.RangeText(range).ToLowerInvariant()}");
            code.Line();
        }

        using (code.Block($"switch ({local}.Currency)"))
        {
            Currencies(code, money, Member(target, money.Format.CurrencyName), amount, local, context);
        }
    }

    private static string? Outside(string local, RangeModel range, EmitContext context) => context.IsUnlikeIso
        ? $"!{context.MoneyFormat}.IsWithin({local}, {CSharpText.Number(range.Min ?? long.MinValue)}, {CSharpText.Number(range.Max ?? long.MaxValue)})"
        : EmitValidator.Outside(local + ".MinorUnits", range);

    private static Checked Member(Checked money, string name) =>
        money with { Path = money.Path.Length == 0 ? name : money.Path + "." + name, Label = money.Label + "." + name };

    private static void Currencies(CodeWriter code, MoneyModel money, Checked currency, Checked amount, string local, EmitContext context)
    {
        code.Line($"""
            case "":
                {currency.Add("Required", "is required")}
                break;
            """);
        var limits = money.EnforcedLimits.ToList();
        foreach (var limit in limits)
        {
            code.Line($"case {CSharpText.Literal(limit.Currency)}:");
            Exactness(code, limit.Currency, amount, local, context);
            Limit(code, limit.Max, ">", "Maximum", "more than the maximum", limit.Currency, amount, local, context);
            Limit(code, limit.Min, "<", "Minimum", "less than the minimum", limit.Currency, amount, local, context);
            code.Line("    break;");
        }

        var unlimited = money.Currencies.Where(code => !limits.Any(limit => limit.Currency == code)).ToList();
        foreach (var odd in unlimited.Where(context.OddCurrencies.Contains))
        {
            code.Line($"case {CSharpText.Literal(odd)}:");
            Exactness(code, odd, amount, local, context);
            code.Line("    break;");
        }

        unlimited.RemoveAll(context.OddCurrencies.Contains);
        foreach (var accepted in unlimited)
        {
            code.Line($"case {CSharpText.Literal(accepted)}:");
        }

        if (unlimited.Count > 0)
        {
            code.Line("    break;");
        }

        var by = context.MethodName is { } method ? $" by {method}" : "";
        var acceptedList = money.Currencies.Count <= 24 ? $"; accepted: {CSharpText.Join(money.Currencies)}" : "";
        code.Line($"""
            default:
                {currency.AddExpression("Currency", $"\"'\" + {local}.Currency + {CSharpText.Literal($"' is not accepted{by}{acceptedList}")}")}
                break;
            """);
    }

    /// <summary>A gateway that gives a currency fewer decimals than ISO 4217 cannot be sent every amount.</summary>
    private static void Exactness(CodeWriter code, string currency, Checked amount, string local, EmitContext context)
    {
        if (context.OddCurrencies.Contains(currency))
        {
            code.Line($$"""
                    if (!{{context.MoneyFormat}}.CanWrite({{local}}))
                    {
                        {{amount.AddExpression("Range", $"{local}.ToString() + {CSharpText.Literal($" has more decimals than the gateway gives {currency}")}")}}
                    }

                """);
        }
    }

    private static void Limit(CodeWriter code, long? bound, string comparison, string rule, string words, string currency, Checked amount, string local, EmitContext context)
    {
        if (bound is not { } minorUnits)
        {
            return;
        }

        var of = context.MethodName is { } method ? " of " + method : "";
        var message = $"{local}.ToString() + {CSharpText.Literal($" is {words}{of}: {EmitDocs.Money(minorUnits, currency)}")}";
        code.Line($$"""
                if ({{local}}.MinorUnits {{comparison}} {{CSharpText.Number(minorUnits)}})
                {
                    {{amount.AddExpression(rule, message)}}
                }

            """);
    }
}
