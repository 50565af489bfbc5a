using Apm.Specs;

namespace Apm.Generators;

/// <summary>Checks of the currency, bounds and limits of a money value.</summary>
internal static class EmitMoneyChecks
{
    public static void Write(CodeWriter code, ValidationTarget target, string local, EmitContext context)
    {
        var money = target.Field.Money!;
        var amount = target with { Path = Place(target, target.Field.AmountPath) };
        if (money.MinorUnits is { } range)
        {
            amount.If(code, Outside(local, range, context), "Range", "must be " + ConstraintText.MinorUnits(range));
            code.Line();
        }

        using (code.Block($"switch ({local}.Currency)"))
        {
            var place = money.IsOfPayment ? target.Field.AmountPath : target.Field.CurrencyPath;
            Currencies(code, money, target with { Path = Place(target, place) }, amount, local, context);
        }
    }

    private static string? Outside(string local, RangeModel range, EmitContext context) => context.IsUnlikeIso
        ? $"!{context.MoneyFormat}.IsWithin({local}, {CSharpText.Number(range.Min ?? long.MinValue)}, {CSharpText.Number(range.Max ?? long.MaxValue)})"
        : EmitValidator.Outside(local + ".MinorUnits", range);

    /// <summary>Checks that amounts which share one member for their currency have the same one.</summary>
    public static void SameCurrency(CodeWriter code, ObjectShape shape)
    {
        foreach (var currency in shape.Currencies)
        {
            var first = currency.Amounts[0];
            var because = currency.IsOfPayment ? "the payment has one" : "the gateway has one member for both";
            foreach (var other in currency.Amounts.Skip(1))
            {
                code.Line();
                ValidationTarget.Of(shape, other).If(
                    code,
                    $"!global::Apm.ApmChecks.HaveSameCurrency(record.{first.Property}, record.{other.Property})",
                    "Currency",
                    $"must be in the currency of {first.Name}, because {because}");
            }
        }
    }

    // The path of a member of the money, where the path of the money begins.
    private static string Place(ValidationTarget money, string path) =>
        path.Substring(money.Field.Path.Length - money.Path.Length).TrimStart('.');

    private static void Currencies(CodeWriter code, MoneyModel money, ValidationTarget currency, ValidationTarget amount, string local, EmitContext context)
    {
        code.Line($"""
            case "":
                {currency.Add("Required", "must be set")}
                break;
            """);
        var limits = money.EnforcedLimits.ToList();
        foreach (var limit in limits)
        {
            code.Line($"case {CSharpText.Literal(limit.Currency)}:");
            Exactness(code, limit.Currency, amount, local, context);
            Limit(code, ">", limit.Max, "Maximum", LimitText.Max, limit.Currency, amount, local, context);
            Limit(code, "<", limit.Min, "Minimum", LimitText.Min, limit.Currency, amount, local, context);
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

        var message = CSharpText.Literal($"{CurrencyText.Accepted(money.Currencies, context.MethodName)}; it is '");
        code.Line($"""
            default:
                {currency.AddExpression("Currency", $"{message} + {local}.Currency + \"'\"")}
                break;
            """);
    }

    /// <summary>If a gateway gives a currency fewer decimals than ISO 4217, some amounts cannot be sent.</summary>
    private static void Exactness(CodeWriter code, string currency, ValidationTarget amount, string local, EmitContext context)
    {
        if (context.OddCurrencies.Contains(currency))
        {
            var message = CSharpText.Literal($"must have no more decimals than the gateway gives {currency}; it is ");
            code.Line($$"""
                    if (!{{context.MoneyFormat}}.CanWrite({{local}}))
                    {
                        {{amount.AddExpression("Range", $"{message} + {local}.ToString()")}}
                    }

                """);
        }
    }

    private static void Limit(
        CodeWriter code,
        string comparison,
        long? bound,
        string rule,
        Func<long, string, string> words,
        string currency,
        ValidationTarget amount,
        string local,
        EmitContext context)
    {
        if (bound is not { } minorUnits)
        {
            return;
        }

        var of = context.MethodName is { } method ? $", the {rule.ToLowerInvariant()} of {method}" : "";
        var message = $"{CSharpText.Literal($"must be {words(minorUnits, currency)}{of}; it is ")} + {local}.ToString()";
        code.Line($$"""
                if ({{local}}.MinorUnits {{comparison}} {{CSharpText.Number(minorUnits)}})
                {
                    {{amount.AddExpression(rule, message)}}
                }

            """);
    }
}
