using Apm.Specs;

namespace Apm.Analyzers;

/// <summary>The whole number or the amount of money that a field of an <c>equal</c> rule must equal.</summary>
internal static class FieldSum
{
    /// <param name="text">The sum as in the attribute, with whole paths.</param>
    /// <param name="fields">The request, or one item of its list.</param>
    /// <returns>The number, or the amount in minor units with its currency. Null if it depends on an unknown value, has several currencies, or does
    /// not fit into 64 bits.</returns>
    public static (long Amount, string? Code)? Of(string text, RequestFields fields)
    {
        try
        {
            var parser = new TermParser(text, word => Field(word, path => new FieldTerm(path, 0)), word => Field(word, path => new SumTerm("", path, 0)));
            return Of(parser.Parse(), fields);
        }
        catch (Exception exception) when (exception is TermException or OverflowException)
        {
            return null;
        }
    }

    // What counts if the field is absent follows a question mark.
    private static TermModel Field(string word, Func<string, TermModel> term)
    {
        var mark = word.IndexOf('?');
        var absent = mark < 0 ? 0 : long.Parse(word.Substring(mark + 1), System.Globalization.CultureInfo.InvariantCulture);
        return term(mark < 0 ? word : word.Substring(0, mark)) switch
        {
            FieldTerm field => field with { Absent = absent },
            SumTerm sum => sum with { Absent = absent },
            var other => other,
        };
    }

    private static (long Amount, string? Code)? Of(TermModel term, RequestFields fields) => term switch
    {
        NumberTerm number => (number.Value, null),
        FieldTerm field => Number(fields.At(field.Path), field.Absent),
        SumTerm sum => Sum(sum, fields),
        OperationTerm operation => Combine(operation.Operator, Of(operation.Left, fields), Of(operation.Right, fields)),
        _ => null,
    };

    private static (long Amount, string? Code)? Combine(char symbol, (long Amount, string? Code)? one, (long Amount, string? Code)? other)
    {
        if (one is not var (left, code) || other is not var (right, otherCode) || (code ?? otherCode) != (otherCode ?? code))
        {
            return null;
        }

        return (checked(symbol switch { '+' => left + right, '-' => left - right, _ => left * right }), code ?? otherCode);
    }

    private static (long Amount, string? Code)? Number(RequestField field, long absent) => field switch
    {
        { IsPresent: false } => field.MayBePreset ? null : (absent, null),
        { Value: ConstantValue { Constant: long number } } => (number, null),
        { Value: MoneyValue { MinorUnits: { } amount, Code: { } code } } => (amount, code),
        _ => null,
    };

    private static (long Amount, string? Code)? Sum(SumTerm term, RequestFields fields)
    {
        var list = fields.At(term.Path.Substring(0, term.Path.IndexOf("[]", StringComparison.Ordinal)));
        if (list.IsPresent == false)
        {
            return list.MayBePreset ? null : (0, null);
        }

        (long Amount, string? Code)? sum = list.Value is ListValue ? (0, null) : null;
        for (var item = 0; list.Value is ListValue { Items: var items } && item < items.Length; item++)
        {
            sum = Combine('+', sum, Number(fields.Item(item).At(term.Path), term.Absent));
        }

        return sum;
    }
}
