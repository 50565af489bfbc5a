using Apm.Specs;

namespace Apm.Generators;

/// <summary>Writes fields whose value the client knows: constants, values of the call, and objects and lists of these.</summary>
internal static class EmitConstants
{
    /// <summary>Writes a member of the object that is being written.</summary>
    /// <param name="code">A method with the parameter or local <c>output</c>.</param>
    /// <param name="field">The field.</param>
    /// <param name="format">The expression for the format of money.</param>
    public static void Write(CodeWriter code, FieldModel field, string format)
    {
        var member = CSharpText.JsonMember(field.Name);
        switch (field)
        {
            case { Type: FieldType.Object }:
                Object(code, field, format, Local(field));
                break;
            case { Type: FieldType.List, Item.ConstName: { } name }:
                code.Line($"output.NamedItem({member}, {CSharpText.Literal(name)}{Raw(field.Item)});");
                break;
            case { Type: FieldType.List }:
                code.Line($"output.Raw({CSharpText.JsonMemberOf(field.Name, $"[{CSharpText.JsonValue(field.Item)}]")});");
                break;
            case { Type: FieldType.Money, ConstName: { } money, Money: { CurrencyAt: { } currency, IsOfPayment: var isOfPayment } }:
                code.Line($"output.NamedAmount({member}, {CSharpText.Literal(money)}, {format});");
                if (isOfPayment)
                {
                    break;
                }

                code.Line($"output.NamedCurrency({CSharpText.JsonMember(currency)}, {CSharpText.Literal(ValueName.PaymentCurrency)}, {format});");
                break;
            case { Type: FieldType.Money, ConstName: { } money }:
                code.Line($"output.NamedMoney({member}, {CSharpText.Literal(money)}, {format});");
                break;
            case { ConstName: { } name }:
                code.Line($"output.Named({member}, {CSharpText.Literal(name)}{Raw(field)});");
                break;
            default:
                code.Line($"output.Raw({CSharpText.JsonMemberOf(field.Name, CSharpText.JsonValue(field))});");
                break;
        }
    }

    /// <summary>Writes the members of an object, and its end.</summary>
    /// <param name="start">The local with the length before the object.</param>
    public static void Members(CodeWriter code, FieldModel field, string format, string start)
    {
        code.Line($"var {start} = output.Length;");
        foreach (var member in field.Members)
        {
            Write(code, member, format);
        }

        code.Line($"output.EndObject({start});");
    }

    /// <summary>Declares a local with the length before a member.</summary>
    public static string Start(CodeWriter code, FieldModel field, MemberShape? member)
    {
        // No other local has an underscore after a letter.
        var start = (member?.Local ?? Local(field)) + "_start";
        code.Line($"var {start} = output.Length;");
        return start;
    }

    private static void Object(CodeWriter code, FieldModel field, string format, string local)
    {
        code.Line($"output.Raw({CSharpText.JsonMember(field.Name)});");
        Members(code, field, format, local + "_start");
    }

    private static string Raw(FieldModel field) => field.ConstType is null || field.IsText ? "" : ", isText: false";

    private static string Local(FieldModel field) => "fixed_" + string.Concat(field.Path.Select(c => char.IsLetterOrDigit(c) ? c.ToString() : "_"));
}
