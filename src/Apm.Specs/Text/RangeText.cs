using System.Globalization;

namespace Apm.Specs;

/// <summary><c>1..64</c>, <c>1..</c>, <c>..64</c> and <c>64</c>.</summary>
internal static class RangeText
{
    public static string Of(RangeModel range) => range.Min == range.Max && range.Min is { } only
        ? SpecValue.Invariant(only)
        : (range.Min is { } min ? SpecValue.Invariant(min) : "") + ".." + (range.Max is { } max ? SpecValue.Invariant(max) : "");

    public static RangeModel Of(LengthModel length) => new(length.Min, length.Max);

    public static RangeModel? Read(SpecValue entry, long lowest, long highest)
    {
        if (entry.Scalar() is not { } scalar)
        {
            return null;
        }

        var text = scalar.Value.Trim();
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var (first, last) = dots < 0 ? (text, text) : (text.Substring(0, dots).Trim(), text.Substring(dots + 2).Trim());
        if (!TryRead(first, out var min) || !TryRead(last, out var max) || (min is null && max is null))
        {
            entry.Diagnostics.Add(
                SpecDescriptors.WrongKind,
                scalar.Span,
                $"{MessageText.Of(text)} is not a range: '{entry.Name}' must be {entry.Hint}; one side may be left out, such as 1.. or ..64");
            return null;
        }

        if (min < lowest || min > highest || max < lowest || max > highest)
        {
            entry.Diagnostics.Add(
                SpecDescriptors.WrongKind,
                scalar.Span,
                $"{MessageText.Of(text)} is out of range: '{entry.Name}' must be within {SpecValue.Invariant(lowest)}..{SpecValue.Invariant(highest)}");
            return null;
        }

        if (max == 0 && lowest == 0)
        {
            entry.Diagnostics.Add(
                SpecDescriptors.WrongKind,
                scalar.Span,
                $"{MessageText.Of(text)} allows no value: write a greater number, or remove what can never be present");
            return null;
        }

        if (min > max)
        {
            entry.Diagnostics.Add(
                SpecDescriptors.WrongKind,
                scalar.Span,
                $"{MessageText.Of(text)} allows no value: write the lower bound first, {SpecValue.Invariant(max.Value)}..{SpecValue.Invariant(min.Value)}");
            return null;
        }

        return new RangeModel(min, max);
    }

    private static bool TryRead(string text, out long? bound)
    {
        bound = null;
        if (text.Length == 0)
        {
            return true;
        }

        var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        bound = number;
        return isNumber;
    }
}
