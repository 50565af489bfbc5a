using System.Globalization;
using Apm.Specs.Model;

namespace Apm.Generators.Emit;

/// <summary>Constraints as a person reads them, in documentation and in messages.</summary>
internal static class Constraints
{
    public static string LengthText(LengthModel length) => length switch
    {
        { Max: null } => $"{N(length.Min)} or more characters",
        { Max: { } max } when max == length.Min => $"Exactly {N(max)} characters",
        { Min: 0, Max: { } max } => $"At most {N(max)} characters",
        { Max: { } max } => $"{N(length.Min)} to {N(max)} characters",
    };

    public static string RangeText(RangeModel range) => range switch
    {
        { Min: { } min, Max: { } max } => $"From {N(min)} to {N(max)}",
        { Min: { } min } => $"{N(min)} or more",
        { Max: { } max } => $"{N(max)} or less",
        _ => "Any whole number",
    };

    /// <summary>A sentence for each bound, which says where it is not checked.</summary>
    public static IEnumerable<string> LimitTexts(LimitModel limit)
    {
        var where = (limit.Channel is { } channel ? " through " + channel : "") + (limit.Per is { } per ? " per " + per : "");
        var check = limit.IsAdvisory ? ", as advice that is not checked"
            : !limit.IsEnforced ? ", which is not checked"
            : limit.HasEquivalents ? ", or its equivalent in another currency, which is not checked"
            : "";
        if (limit.Min is { } min)
        {
            yield return $"At least {EmitDocs.Money(min, limit.Currency)}{where}{check}.";
        }

        if (limit.Max is { } max)
        {
            yield return $"At most {EmitDocs.Money(max, limit.Currency)}{where}{check}.";
        }
    }

    public static string CountText(RangeModel count) => count switch
    {
        { Min: { } min, Max: { } max } when min == max => $"Exactly {N(min)} items",
        { Min: null or 0, Max: { } max } => $"At most {N(max)} items",
        { Min: { } min, Max: { } max } => $"{N(min)} to {N(max)} items",
        { Min: { } min } => $"{N(min)} or more items",
        _ => "Any number of items",
    };

    /// <summary>What a text of a type is whose name says its form.</summary>
    public static string? TypeText(FieldType type) => type switch
    {
        FieldType.Url => "An absolute http or https URL",
        FieldType.Email => "An e-mail address, such as name@example.com",
        FieldType.Phone => "A telephone number in digits",
        FieldType.Iban => "An international bank account number in capital letters and digits, without blanks",
        FieldType.Date => "A date, sent as year-month-day",
        FieldType.Json => "A JSON text, which is passed on as it is",
        FieldType.MinorUnits => "In minor units of the payment's currency",
        _ => null,
    };

    private static string N(long value) => value.ToString(CultureInfo.InvariantCulture);
}
