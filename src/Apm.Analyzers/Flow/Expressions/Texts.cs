using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>Operations on texts.</summary>
internal static class Texts
{
    public static Value Concat(IEnumerable<Value> values, SyntaxNode syntax)
    {
        var operands = values.ToArray();
        var parts = operands.SelectMany(PartsOf).ToArray();
        return parts.All(part => part.Text is not null)
            ? new ConstantValue(string.Concat(parts.Select(part => part.Text)), Made(syntax, operands))
            : new PartialText(parts);
    }

    /// <summary>Changes a text as a whole, or its known parts, if the change can be made part by part.</summary>
    public static Value Map(Value value, Func<string, string> change, SyntaxNode syntax) => value switch
    {
        ConstantValue { Constant: string text } => new ConstantValue(change(text), Made(syntax, [value])),
        PartialText partial => new PartialText(partial.Parts.Select(part => part with { Text = part.Text is null ? null : change(part.Text) }).ToArray()),
        _ => Value.Unknown,
    };

    /// <summary>Removes blanks from the ends. Next to an unknown part, an end may still have a blank.</summary>
    public static Value Trim(Value value, bool atStart, bool atEnd, SyntaxNode syntax)
    {
        if (value is not PartialText { Parts: var parts })
        {
            return Map(value, text => atStart && atEnd ? text.Trim() : atStart ? text.TrimStart() : text.TrimEnd(), syntax);
        }

        var trimmed = parts.ToArray();
        if (atStart)
        {
            TrimAt(0, text => text.TrimStart());
        }

        if (atEnd)
        {
            TrimAt(trimmed.Length - 1, text => text.TrimEnd());
        }

        for (var index = 0; atStart && index < trimmed.Length && string.IsNullOrEmpty(trimmed[index].Text); index++)
        {
            TrimAt(index + 1, text => text.TrimStart());
        }

        for (var index = trimmed.Length - 1; atEnd && index >= 0 && string.IsNullOrEmpty(trimmed[index].Text); index--)
        {
            TrimAt(index - 1, text => text.TrimEnd());
        }

        return new PartialText(trimmed);

        void TrimAt(int index, Func<string, string> trim)
        {
            if (index >= 0 && index < trimmed.Length && trimmed[index].Text is { } text)
            {
                trimmed[index] = trimmed[index] with { Text = trim(text) };
            }
        }
    }

    /// <summary>The origin of a value that an expression computes from others: the expression, with the longest origin of the operands.</summary>
    public static Origin Made(SyntaxNode syntax, IEnumerable<Value> operands)
    {
        foreach (var operand in operands)
        {
            if (operand is ConstantValue { Origin: { From: not null } origin })
            {
                return new Origin(syntax, origin) { IsMade = true };
            }
        }

        return new Origin(syntax);
    }

    private static IEnumerable<TextPart> PartsOf(Value value) =>
        value switch
        {
            ConstantValue { Constant: null } => [],
            ConstantValue { Constant: string text } constant => [new TextPart(text, constant.Origin)],
            ConstantValue { Constant: char text } constant => [new TextPart(text.ToString(), constant.Origin)],
            // The format of other numbers depends on the culture.
            ConstantValue { Constant: long and >= 0 and var number } constant =>
            [
                new TextPart(number.ToString(System.Globalization.CultureInfo.InvariantCulture), constant.Origin),
            ],
            PartialText partial => partial.Parts,
            _ => [new TextPart(null, null)],
        };
}
