namespace Apm.Analyzers;

/// <summary>Constants that are numbers, all converted to decimal.</summary>
internal static class Numbers
{
    /// <returns>Null for anything but a number, and for floating point, which is compared in another way.</returns>
    public static decimal? Of(object? constant) => constant switch
    {
        long value => value,
        decimal value => value,
        char value => value,
        _ => null,
    };

    public static decimal? Of(Value value) => value is ConstantValue { Constant: var constant } ? Of(constant) : null;

    /// <summary>A whole number of any type.</summary>
    /// <returns>Null for anything else, and outside the range of a long.</returns>
    public static long? Whole(object? constant) => constant switch
    {
        long value => value,
        int or short or sbyte or byte or ushort or uint => Convert.ToInt64(constant, System.Globalization.CultureInfo.InvariantCulture),
        ulong value and <= long.MaxValue => (long)value,
        _ => null,
    };
}
