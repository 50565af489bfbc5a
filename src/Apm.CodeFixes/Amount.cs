using System.Globalization;
using Apm.Iso;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Apm.CodeFixes;

/// <summary>Amounts in C# code.</summary>
internal static class Amount
{
    /// <returns>Null for anything but a whole number or a decimal.</returns>
    public static decimal? Of(object? constant) => constant switch
    {
        decimal or long or int or short or sbyte or byte or ushort or uint or ulong => Convert.ToDecimal(constant, CultureInfo.InvariantCulture),
        _ => null,
    };

    public static decimal? Parse(string? text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    /// <summary>Converts to major units, with the decimals of the currency.</summary>
    /// <returns>Null if the currency has no minor unit, or is not known.</returns>
    public static decimal? Major(decimal minorUnits, string? currency)
    {
        if (!Iso4217.TryGetExponent(currency, out var exponent))
        {
            return null;
        }

        var amount = minorUnits;
        for (var index = 0; index < exponent; index++)
        {
            amount /= 10m;
        }

        return decimal.Round(amount, exponent);
    }

    /// <summary>A literal that can replace an expression, in the same notation as that expression.</summary>
    /// <returns>Null if no literal of the same type has the value.</returns>
    public static string? Literal(decimal amount, string? currency, FixTarget place)
    {
        var isWhole = decimal.Truncate(amount) == amount;
        var (type, converted) = (
            place.Model.GetTypeInfo(place.Expression).Type?.SpecialType,
            place.Model.GetTypeInfo(place.Expression).ConvertedType?.SpecialType);
        if (type == SpecialType.System_Decimal || (!isWhole && converted == SpecialType.System_Decimal && place.Expression.Parent is ArgumentSyntax))
        {
            return Digits(amount, currency) + "m";
        }

        return isWhole && (type == SpecialType.System_Int64 || converted == SpecialType.System_Int64 || amount is <= int.MaxValue and >= int.MinValue)
            ? Digits(amount, currency)
            : null;
    }

    /// <summary>A whole amount without decimals, any other amount with all decimals of the currency.</summary>
    public static string Digits(decimal amount, string? currency) => decimal.Truncate(amount) == amount || !Iso4217.TryGetExponent(currency, out var decimals)
        ? amount.ToString("0.############################", CultureInfo.InvariantCulture)
        : amount.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
