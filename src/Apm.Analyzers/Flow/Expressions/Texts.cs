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

    /// <summary>An alignment that is not known.</summary>
    public const int AnyWidth = int.MinValue;

    /// <summary>Fills a text up to a width: to the left if the width is positive.</summary>
    public static Value Align(Value value, int width) => value switch
    {
        _ when width == 0 => value,
        ConstantValue { Constant: null or string } known when Math.Abs((long)width) <= FrameworkMethods.MaxLength =>
            known with { Constant = width > 0 ? ((string?)known.Constant ?? "").PadLeft(width) : ((string?)known.Constant ?? "").PadRight(-width) },
        _ => Value.Unknown,
    };

    /// <summary>Changes a partly known text by a method of <see cref="string"/>. Its known parts remain known as far as they stay together.</summary>
    public static Value Change(PartialText text, string method, Value[] arguments, SyntaxNode syntax) =>
        (method, arguments.Select(argument => (argument as ConstantValue)?.Constant).ToArray()) switch
        {
            (nameof(string.Replace), [char old, char other]) => Map(text, part => part.Replace(old, other), syntax),
            (nameof(string.Replace), [string { Length: 1 } old, string other]) => Map(text, part => part.Replace(old, other), syntax),
            (nameof(string.Substring), [long start]) => Part(text, start, null, syntax),
            (nameof(string.Substring), [long start, long length]) => Part(text, start, length, syntax),
            (nameof(string.PadLeft), [long, ..]) => new PartialText([new TextPart(null, null), .. text.Parts]),
            (nameof(string.PadRight), [long, ..]) => new PartialText([.. text.Parts, new TextPart(null, null)]),
            (nameof(string.Insert), [0L, _]) => Concat([arguments[1], text], syntax),
            _ => Value.Unknown,
        };

    /// <summary>A part of a text that starts within its known beginning.</summary>
    /// <param name="length">Null for the rest of the text.</param>
    public static Value Part(PartialText text, long start, long? length, SyntaxNode syntax)
    {
        if (text.Parts is not [{ Text: { } known, Origin: var origin }, ..] || start < 0 || start > known.Length)
        {
            return Value.Unknown;
        }

        return length is null ? new PartialText([new TextPart(known.Substring((int)start), origin), .. text.Parts.Skip(1)])
            : length >= 0 && start + length <= known.Length
                ? new ConstantValue(known.Substring((int)start, (int)length), new Origin(syntax, origin) { IsMade = origin is not null })
            : Value.Unknown;
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
