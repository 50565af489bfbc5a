using System.Numerics;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The currencies and the sums of money in rules. Money that cannot be read violates another rule.</summary>
internal sealed class RuleMoney(ApiModel api, FieldModel root)
{
    private readonly MoneyMembers _members = new(api, api.Money) { IsForm = api.Format == BodyFormat.Form };

    /// <summary>The currency of money; null if there is none.</summary>
    /// <param name="path">The path of the money.</param>
    /// <param name="find">Finds a member of the body, or of an item of the list that the rule is about.</param>
    public string? Currency(string path, Func<string, JsonElement?> find) => Read(Field(path), find).Currency;

    /// <summary>Whether an amount is what others make together, all in one currency.</summary>
    public bool IsEqual(string path, TermModel term, Func<string, JsonElement?> find)
    {
        var left = Read(Field(path), find);
        var (right, isMixed) = Value(term, find);
        return !isMixed
            && left.Amount is { } expected
            && right.Amount == expected
            && (right.Currency is null || right.Currency == left.Currency);
    }

    /// <summary>What others make together; null if they have several currencies, or too large a sum.</summary>
    public (long Amount, string? Currency)? Total(TermModel term, Func<string, JsonElement?> find) =>
        Value(term, find) is ({ Amount: { } amount, Currency: var currency }, false) ? ((long)amount, currency) : null;

    private ((BigInteger? Amount, string? Currency) Sum, bool IsMixed) Value(TermModel term, Func<string, JsonElement?> find) => term switch
    {
        FieldTerm { IsMoney: true } field => (Read(Field(field.Path), find), false),
        SumTerm { IsMoney: true } sum => Sum(sum, find),
        OperationTerm operation => Combine(operation.Operator, Value(operation.Left, find), Value(operation.Right, find)),
        _ => ((SumInterpreter.Value(term, find), null), false),
    };

    private ((BigInteger? Amount, string? Currency) Sum, bool IsMixed) Sum(SumTerm sum, Func<string, JsonElement?> find)
    {
        ((BigInteger? Amount, string? Currency) Sum, bool IsMixed) total = ((0, null), false);
        if (find(sum.List) is not { ValueKind: JsonValueKind.Array } list)
        {
            return total;
        }

        var start = sum.List + "[].";
        var field = Field(start + sum.Path);
        foreach (var item in list.EnumerateArray())
        {
            total = Combine('+', total, (Read(field, path => Dotted.Find(item, path[start.Length..])), false));
        }

        return total;
    }

    private static ((BigInteger? Amount, string? Currency) Sum, bool IsMixed) Combine(
        char symbol,
        ((BigInteger? Amount, string? Currency) Sum, bool IsMixed) left,
        ((BigInteger? Amount, string? Currency) Sum, bool IsMixed) right)
    {
        var isMixed = left.IsMixed || right.IsMixed
            || (left.Sum.Currency is { } one && right.Sum.Currency is { } other && one != other);
        return ((SumInterpreter.Combine(symbol, left.Sum.Amount, right.Sum.Amount), left.Sum.Currency ?? right.Sum.Currency), isMixed);
    }

    // An absent amount is 0 in any currency.
    private (BigInteger? Amount, string? Currency) Read(FieldModel field, Func<string, JsonElement?> find)
    {
        if (find(field.Path) is null)
        {
            return (0, null);
        }

        var currency = find(field.CurrencyPath) is { ValueKind: JsonValueKind.String } code ? _members.ReadCurrency(JsonText.Read(code)) : null;
        return (find(field.AmountPath) is { } amount ? _members.ReadAmount(amount, currency) ?? 0 : 0, currency);
    }

    private FieldModel Field(string path) => ExampleMembers.Field(root, path);
}
