using Apm.Specs.Model;

namespace Apm.Sandbox.Checks;

internal static class RangeText
{
    public static string Of(string what, RangeModel? range) => range switch
    {
        { Min: { } min, Max: { } max } => $"{what} must be between {min} and {max}",
        { Min: { } min } => $"{what} must be at least {min}",
        { Max: { } max } => $"{what} must be at most {max}",
        _ => $"{what} is out of range",
    };

    public static string Of(string what, LengthModel length) => length.Max is { } max
        ? $"{what} must have between {length.Min} and {max} characters"
        : $"{what} must have at least {length.Min} characters";
}
