using Apm.Generators.Writing;
using Apm.Specs.Model;

namespace Apm.Generators.Emit;

/// <summary>XML documentation from what a spec says.</summary>
internal static class EmitDocs
{
    public static void Summary(CodeWriter code, string summary) => code.Line($"/// <summary>{CSharpText.Xml(summary)}</summary>");

    public static void Field(CodeWriter code, FieldModel field, EmitContext context)
    {
        Summary(code, field.Summary ?? "The member " + field.Name + " of the request body.");
        code.Line("/// <remarks>" + string.Join(" ", Facts(field, context).Select(CSharpText.Xml))
            + $" <c>{CSharpText.Xml(field.Path)}</c> in {CSharpText.Xml(field.DeclaredBy)}.</remarks>");
    }

    public static string Money(long minorUnits, string currency) =>
        Apm.Specs.Iso.CurrencyText.Format(minorUnits, currency);

    private static IEnumerable<string> Facts(FieldModel field, EmitContext context)
    {
        yield return field switch
        {
            { Const: { } only, Type: FieldType.Boolean } => (field.Required ? "Required: " : "Optional: ") + $"the merchant has to set it to {only}.",
            { Const: { } only } => $"Always {only}.",
            { Required: true } => "Required.",
            _ => "Optional.",
        };
        if (field.Type == FieldType.List)
        {
            foreach (var fact in OfList(field, context))
            {
                yield return fact;
            }
        }

        if (field.Length is { } length and not { Min: 0, Max: null })
        {
            yield return Constraints.LengthText(length) + ".";
        }

        if (Constraints.TypeText(field.Type) is { } what)
        {
            yield return what + ".";
        }
        else if (field.Pattern is { } pattern)
        {
            yield return "Allowed: " + pattern.Text + ".";
        }

        if (field.Range is { } range)
        {
            yield return Constraints.RangeText(range) + ".";
        }

        if (field.Unit is { } unit)
        {
            yield return $"In {unit}.";
        }

        if (field.Type is FieldType.Country && field.Values.IsEmpty)
        {
            yield return "An ISO 3166-1 alpha-2 code.";
        }

        if (!field.Values.IsEmpty)
        {
            yield return "One of " + CSharpText.Join(field.Values) + ".";
        }

        if (field.Type is FieldType.Currency && field.Values.IsEmpty)
        {
            yield return "An ISO 4217 alphabetic code.";
        }

        if (field.Type is FieldType.Language && field.Values.IsEmpty)
        {
            yield return "An ISO 639-1 code.";
        }

        if (field.Preset is { } preset)
        {
            yield return $"{preset} is sent unless another value is set.";
        }

        if (field.Default is { } @default)
        {
            yield return $"The gateway assumes {@default} where nothing is sent.";
        }

        if (field.Money is { } money)
        {
            foreach (var fact in Of(money, context))
            {
                yield return fact;
            }
        }
    }

    private static IEnumerable<string> OfList(FieldModel list, EmitContext context)
    {
        if (list.Count is { } count)
        {
            yield return Constraints.CountText(count) + ".";
        }

        if (list.Item.Type == FieldType.Object)
        {
            yield break;
        }

        foreach (var fact in Facts(list.Item, context).Skip(1))
        {
            yield return "Each: " + fact;
        }
    }

    private static IEnumerable<string> Of(MoneyModel money, EmitContext context)
    {
        if (context.MethodName is { } method)
        {
            yield return $"{method} accepts {CSharpText.Join(money.Currencies)}.";
        }

        if (money.MinorUnits is { } range)
        {
            yield return Constraints.RangeText(range) + " in minor units.";
        }

        foreach (var limit in money.Limits.SelectMany(Constraints.LimitTexts))
        {
            yield return limit;
        }
    }
}
