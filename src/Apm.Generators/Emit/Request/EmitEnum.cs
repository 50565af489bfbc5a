namespace Apm.Generators;

/// <summary>A C# enum for a list of texts, and the converter between them.</summary>
internal static class EmitEnum
{
    public static string Converter(string enumType) => enumType + "JsonConverter";

    public static string Converter(EnumShape shape) => Converter(shape.TypeName);

    public static void Write(CodeWriter code, EnumShape shape, EmitContext context)
    {
        const string Options = "global::System.Text.Json.JsonSerializerOptions options";
        var type = shape.TypeName;
        EmitDocs.Field(code, shape.Field, context);
        code.Line(EmitContext.GeneratedCode);
        code.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof({Converter(shape)}))]");
        using (code.Block("public enum " + type))
        {
            code.Separated(shape.Members, member =>
            {
                EmitDocs.Summary(code, member.Value);
                code.Line($"[global::System.Runtime.Serialization.EnumMember(Value = {CSharpText.Literal(member.Value)})]");
                code.Line(member.Name + ",");
            });
        }

        code.Line();
        EmitDocs.Summary(code, $"Reads and writes {type} as the texts of the gateway.");
        code.Line(EmitContext.GeneratedCode);
        using (code.Block($"public sealed class {Converter(shape)} : global::System.Text.Json.Serialization.JsonConverter<{type}>"))
        {
            code.Line($"""
                /// <inheritdoc/>
                public override {type} Read(ref global::System.Text.Json.Utf8JsonReader reader, global::System.Type typeToConvert, {Options}) =>
                    Parse(reader.GetString(), "$");

                /// <inheritdoc/>
                public override void Write(global::System.Text.Json.Utf8JsonWriter writer, {type} value, {Options}) =>
                    writer.WriteStringValue(Text(value));

                // A value without a name in the enum is written as its number, which no gateway accepts.
                """);
            using (code.Block($"internal static string Text({type} value) => value switch", "};"))
            {
                foreach (var member in shape.Members)
                {
                    code.Line($"{type}.{member.Name} => {CSharpText.Literal(member.Value)},");
                }

                code.Line("_ => ((int)value).ToString(global::System.Globalization.CultureInfo.InvariantCulture),");
            }

            code.Line();
            using (code.Block($"internal static {type} Parse(string? text, string path) => text switch", "};"))
            {
                foreach (var member in shape.Members)
                {
                    code.Line($"{CSharpText.Literal(member.Value)} => {type}.{member.Name},");
                }

                var values = CSharpText.Join(shape.Members.Select(member => member.Value));
                var message = "\"The value at \" + path + " + CSharpText.Literal($" is not one of {values}.");
                code.Line($"_ => throw new global::System.Text.Json.JsonException({message}, path, null, null),");
            }
        }
    }
}
