using Apm.Specs;

namespace Apm.Generators;

/// <summary>XML documentation with the constraints of a spec.</summary>
internal static class EmitDocs
{
    public static void Summary(CodeWriter code, string summary) => code.Line($"/// <summary>{CSharpText.Xml(summary)}</summary>");

    /// <summary>What no source states about an operation.</summary>
    public static void Inferred(CodeWriter code, OperationModel? operation)
    {
        if (operation?.Inferred is { } reason)
        {
            code.Line($"/// <remarks>{CSharpText.Xml(ConstraintText.Sentence("inferred: " + reason.TrimEnd('.')))}</remarks>");
        }
    }

    public static void Field(CodeWriter code, FieldModel field, EmitContext context)
    {
        Summary(code, field.Summary ?? "The member " + field.Name + " of the request body.");
        code.Line("/// <remarks>" + string.Join(" ", Facts(field, context).Select(CSharpText.Xml))
            + $" <c>{CSharpText.Xml(field.Path)}</c> in {CSharpText.Xml(field.DeclaredBy)}.</remarks>");
    }

    private static IEnumerable<string> Facts(FieldModel field, EmitContext context)
    {
        yield return field switch
        {
            { Const: { } only, Type: FieldType.Boolean } => (field.Required ? "Required: " : "Optional: ") + $"the merchant must set it to {only}.",
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
            yield return ConstraintText.Sentence(ConstraintText.Length(length));
        }

        if (field.Type == FieldType.MinorUnits)
        {
            yield return "In minor units of the payment's currency.";
        }
        else if (field.Values.IsEmpty && ConstraintText.Form(field) is { } form)
        {
            yield return ConstraintText.Sentence(form);
        }
        else if (field.Pattern is { } pattern)
        {
            yield return "Allowed: " + pattern.Text + "." + (field.ReplacesCharacters ? " The gateway replaces every other character with a space." : "");
        }

        if (!field.Checksums.IsEmpty)
        {
            yield return $"A {ConstraintText.Checksums(field.Checksums)} with valid check digits.";
        }

        if (field.Range is { } range)
        {
            yield return ConstraintText.Sentence(ConstraintText.Range(range));
        }

        if (field.Decimals is { } decimals)
        {
            yield return ConstraintText.Sentence(ConstraintText.Decimals(decimals));
        }

        if (field.DaysAhead is { } days)
        {
            yield return ConstraintText.Sentence(ConstraintText.DaysAhead(days));
        }

        if (field is { Type: FieldType.Map, Count: { } entries })
        {
            yield return ConstraintText.Sentence(ConstraintText.Entries(entries));
        }

        if (field.IsText)
        {
            yield return "A text in JSON.";
        }

        if (field.Unit is { } unit)
        {
            yield return $"In {unit}.";
        }

        if (!field.Values.IsEmpty)
        {
            yield return "One of " + CSharpText.Join(field.Values) + ".";
        }

        if (field.Preset is { } preset)
        {
            yield return $"{preset} is sent unless another value is set.";
        }

        if (field.Default is { } @default)
        {
            yield return $"The gateway assumes {@default} if nothing is sent.";
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
            yield return ConstraintText.Sentence(ConstraintText.Count(count));
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
            yield return ConstraintText.Sentence(ConstraintText.MinorUnits(range));
        }

        foreach (var limit in money.Limits)
        {
            yield return ConstraintText.Sentence(LimitText.Of(limit));
        }
    }
}
