using Apm.Specs;

namespace Apm.Analyzers;

/// <summary>The length of a text in Unicode code points.</summary>
internal static class TextLength
{
    /// <returns>The shortest and the longest length of a partly known text; null if the value is not a text.</returns>
    public static (long Min, long Max)? Of(Value value) => value switch
    {
        ConstantValue { Constant: string text } when CodePoints.Count(text) is var length => (length, length),
        PartialText partial => (partial.Known.Sum(part => (long)CodePoints.Count(part.Text!)), long.MaxValue),
        _ => null,
    };
}
