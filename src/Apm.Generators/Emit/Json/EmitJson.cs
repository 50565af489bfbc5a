using Apm.Specs;

namespace Apm.Generators;

/// <summary>The methods of a record that write it as UTF-8 JSON and read it.</summary>
internal static class EmitJson
{
    private const string Money = "Money";
    private const string Entries =
        "global::System.Collections.Generic.List<global::System.Collections.Generic.KeyValuePair<string, string>>";

    public static void Interface(CodeWriter code, ObjectShape shape, EmitContext context)
    {
        var type = shape.TypeName;
        code.Line($"""
            static void global::Apm.IJsonModel<{type}>.Write(ref global::Apm.JsonOutput output, {type} value) => WriteJson(ref output, value);

            static {type} global::Apm.IJsonModel<{type}>.Read(ref global::System.Text.Json.Utf8JsonReader reader, string path) => ReadJson(ref reader, path);

            """);
        Write(code, shape, context);
        code.Line();
        Read(code, shape, context);
    }

    // Every member is written with a comma before it. The end of the object changes the first comma into the brace.
    private static void Write(CodeWriter code, ObjectShape shape, EmitContext context)
    {
        using (code.Block($"internal static void WriteJson(ref global::Apm.JsonOutput output, {shape.TypeName} record)"))
        {
            code.Line("var start = output.Length;");
            foreach (var field in shape.Field.Members)
            {
                var member = shape.Members.FirstOrDefault(known => known.Name == field.Name);
                var start = field.Place == FieldPlace.Body ? null : EmitConstants.Start(code, field, member);
                if (member is null)
                {
                    EmitConstants.Write(code, field, context.MoneyFormat);
                }
                else
                {
                    WriteMember(code, member, shape, context);
                    if (shape.Currency(member) is { } currency && currency.Amounts[0] == member)
                    {
                        var write = currency.IsOfPayment ? "CurrencyOfPayment" : "Currency";
                        code.Line($"output.{write}({CSharpText.JsonMember(currency.Name)}, {currency.Value("record")}, {context.MoneyFormat});");
                    }
                }

                if (start is not null)
                {
                    code.Line($"output.MoveTo{field.Place}({start}, {CSharpText.Literal(field.Name)});");
                }
            }

            code.Line("output.EndObject(start);");
        }
    }

    private static void WriteMember(CodeWriter code, MemberShape member, ObjectShape shape, EmitContext context)
    {
        if (member.IsConst)
        {
            EmitConstants.Write(code, member.Field, context.MoneyFormat);
            return;
        }

        if (shape.Currency(member) is { IsOfPayment: true })
        {
            var (path, property) = (CSharpText.Literal("$." + member.Field.Path), CSharpText.Literal(shape.Container + member.Property));
            code.Line($"output.AmountOfPayment({CSharpText.JsonMember(member.Name)}, record.{member.Property}, {context.MoneyFormat}, {path}, {property});");
            return;
        }

        if (member.IsAmount)
        {
            code.Line($"output.Amount({CSharpText.JsonMember(member.Name)}, record.{member.Property}, {context.MoneyFormat});");
            return;
        }

        if (member.IsFurther)
        {
            code.Line($"output.Members(record.{member.Property});");
            return;
        }

        if (Leaf(member) is { } leaf && leaf != Money)
        {
            code.Line($"output.{leaf}({CSharpText.JsonMember(member.Name)}, record.{member.Property}{Argument(member, context)});");
            return;
        }

        var name = $"output.Raw({CSharpText.JsonMember(member.Name)});";
        if (member.IsValueType && member.DeclaredType == member.Type)
        {
            code.Line(name);
            code.Line(WriteValue(member, context, "record." + member.Property));
            return;
        }

        var local = member.Local;
        using (code.Block($"if (record.{member.Property} is {{ }} {local})"))
        {
            code.Line(name);
            if (member.Item is { } item)
            {
                WriteItems(code, item, context, local);
            }
            else
            {
                code.Line(WriteValue(member, context, local));
            }
        }

        code.Line();
    }

    // The validator rejects null items. They are written as null.
    private static void WriteItems(CodeWriter code, MemberShape item, EmitContext context, string local)
    {
        var value = WriteValue(item, context, item.Local);
        code.Line("var before = output.Length;");
        using (code.Block($"foreach (var {item.Local} in {local})"))
        {
            code.Line("output.Raw(\",\"u8);");
            code.Line(value);
        }

        code.Line("output.EndArray(before);");
    }

    private static string WriteValue(MemberShape member, EmitContext context, string value) => member switch
    {
        { Object: { } shape } => $"{shape.TypeName}.WriteJson(ref output, {value});",
        { Enum: { } shape } => $"output.String({EmitEnum.Converter(shape)}.Text({value}));",
        _ => $"output.{Leaf(member)}({value}{Argument(member, context)});",
    };

    private static void Read(CodeWriter code, ObjectShape shape, EmitContext context)
    {
        using (code.Block($"internal static {shape.TypeName} ReadJson(ref global::System.Text.Json.Utf8JsonReader reader, string path)"))
        {
            foreach (var member in shape.Members)
            {
                code.Line(member.IsFurther ? $"{Entries}? {member.Local} = null;"
                    : member.IsConst ? $"var {member.Local} = false;"
                    : $"{(member.IsAmount ? "decimal" : member.Type)}? {member.Local} = null;");
            }

            foreach (var currency in shape.Currencies)
            {
                code.Line($"string? {currency.Local} = null;");
            }

            code.Line("global::Apm.JsonInput.ExpectObject(ref reader, path);");
            using (code.Block("while (global::Apm.JsonInput.NextMember(ref reader, out var name))"))
            {
                var branch = "if";
                foreach (var member in shape.Members.Where(member => !member.IsFurther))
                {
                    using (code.Block($"{branch} (global::Apm.JsonInput.Is(name, {CSharpText.Utf8(member.Name)}))"))
                    {
                        ReadMember(code, member, context);
                    }

                    branch = "else if";
                }

                foreach (var currency in shape.Currencies)
                {
                    using (code.Block($"{branch} (global::Apm.JsonInput.Is(name, {CSharpText.Utf8(currency.Name)}))"))
                    {
                        code.Line($"{currency.Local} = global::Apm.JsonInput.NextCurrency(ref reader, path, {CSharpText.Literal(currency.Name)}, "
                            + $"{context.MoneyFormat});");
                    }
                }

                var other = shape.Members.FirstOrDefault(member => member.IsFurther) is { } further
                    ? $"global::Apm.JsonInput.NextEntry(ref reader, path, ref {further.Local});"
                    : "global::Apm.JsonInput.SkipMember(ref reader);";
                if (branch == "if")
                {
                    code.Line(other);
                }
                else
                {
                    using (code.Block("else"))
                    {
                        code.Line(other);
                    }
                }
            }

            code.Line();
            foreach (var member in shape.Members.Where(member => member.IsConst && member.Field.Required))
            {
                using (code.Block($"if (!{member.Local})"))
                {
                    code.Line($"throw {Missing(member)};");
                }

                code.Line();
            }

            using (code.Block("return new " + shape.TypeName, "};"))
            {
                foreach (var member in shape.Members.Where(member => !member.IsConst))
                {
                    code.Line($"{member.Property} = {Read(member, shape, context)}{Fallback(member)},");
                }
            }
        }
    }

    private static string Read(MemberShape member, ObjectShape shape, EmitContext context) => member.IsFurther
        ? $"global::Apm.JsonInput.ToMap({member.Local})"
        : shape.Currency(member) is { } currency
        ? $"global::Apm.JsonInput.ToMoney({member.Local}, {currency.Local}, path, {CSharpText.Literal(member.Name)}, {CSharpText.Literal(currency.Name)}, "
            + $"{context.MoneyFormat})"
        : member.Local;

    private static string Fallback(MemberShape member) => member switch
    {
        { IsRequired: true } => " ?? throw " + Missing(member),
        { Field.Preset: not null } => " ?? " + EmitRecord.Value(member, member.Field.Preset!),
        _ => "",
    };

    private static void ReadMember(CodeWriter code, MemberShape member, EmitContext context)
    {
        var name = CSharpText.Literal(member.Name);
        var path = "path + " + CSharpText.Literal("." + member.Name);
        code.Line($"{member.Local} = {(Leaf(member) is { } leaf
            ? $"global::Apm.JsonInput.Next{leaf}(ref reader, path, {name}{Argument(member, context)})"
            : $"global::Apm.JsonInput.NextIsNull(ref reader) ? null : {ReadValue(member, context, name, path)}")};");
    }

    /// <param name="name">A C# expression.</param>
    /// <param name="path">A C# expression.</param>
    private static string ReadValue(MemberShape member, EmitContext context, string name, string path)
    {
        var arguments = $"(ref reader, path, {name}";
        return member switch
        {
            { Item: { } item } => $"global::Apm.JsonInput.ReadList{arguments}, "
                + "static (ref global::System.Text.Json.Utf8JsonReader reader, string path, string name) => "
                + ReadValue(item, context, "name", "path + \".\" + name") + ")",
            { Object: { } shape } => $"{shape.TypeName}.ReadJson(ref reader, {path})",
            { Enum: { } shape } => $"{EmitEnum.Converter(shape)}.Parse(global::Apm.JsonInput.ReadString{arguments}), {path})",
            _ => $"global::Apm.JsonInput.Read{Leaf(member)}{arguments}{Argument(member, context)})",
        };
    }

    /// <summary>The part of the names of the runtime's methods that read and write a value; null for objects, lists and enums.</summary>
    private static string? Leaf(MemberShape member) => member switch
    {
        { Item: not null } or { Object: not null } or { Enum: not null } => null,
        { IsConst: true } => "Const",
        { IsAmount: true } => "Amount",
        { Field.Type: FieldType.Money } => Money,
        { Field.Type: FieldType.Integer or FieldType.MinorUnits } => member.Field.IsText ? "IntegerText" : "Integer",
        { Field.Type: FieldType.Date } => "Date",
        { Field.Type: FieldType.DateTime } => member.Field.IsUnixSeconds ? "DateTimeSeconds" : "DateTime",
        { Field.Type: FieldType.Decimal } => member.Field.IsText ? "DecimalNumberText" : "DecimalNumber",
        { Field.Type: FieldType.Map } => "Map",
        { Field.Type: FieldType.Boolean } => member.Field.IsText ? "BooleanText" : "Boolean",
        { Field.Type: FieldType.Url } => "Uri",
        _ => "String",
    };

    // Further arguments of the runtime's method.
    private static string Argument(MemberShape member, EmitContext context) => member switch
    {
        { IsConst: true, Field: { ConstType: not null, IsText: false } } => ", " + member.Field.Const,
        { IsConst: true } => ", " + CSharpText.Literal(member.Field.Const!),
        { Field.Type: FieldType.Money } => ", " + context.MoneyFormat,
        { Field: { Type: FieldType.Decimal, IsText: true } field } => ", " + CSharpText.Number(field.Decimals ?? -1),
        _ => "",
    };

    private static string Missing(MemberShape member) => $"global::Apm.JsonInput.Missing(path, {CSharpText.Literal(member.Name)})";
}
