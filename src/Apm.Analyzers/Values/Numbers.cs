namespace Apm.Analyzers;

/// <summary>Constants that are numbers, all converted to decimal.</summary>
internal static class Numbers
{
    /// <returns>Null for anything but a number.</returns>
    public static decimal? Of(object? constant) => constant switch
    {
        long value => value,
        decimal value => value,
        char value => value,
        _ => null,
    };

    public static decimal? Of(Value value) => value is ConstantValue { Constant: var constant } ? Of(constant) : null;
}
