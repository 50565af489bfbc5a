using Apm.Specs;

namespace Apm.Generators;

/// <summary>A record for a JSON object, with its methods for printing, writing and reading.</summary>
internal static class EmitRecord
{
    /// <param name="interfaces">Interfaces in addition to <c>IJsonModel</c>.</param>
    /// <param name="body">Writes further members.</param>
    public static void Write(
        CodeWriter code,
        ObjectShape shape,
        EmitContext context,
        string summary,
        IEnumerable<string> attributes,
        IEnumerable<string> interfaces,
        Action<CodeWriter>? body = null)
    {
        EmitDocs.Summary(code, summary);
        code.Line(EmitContext.GeneratedCode);
        code.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Apm.JsonModelConverter<{shape.TypeName}>))]");
        foreach (var attribute in attributes)
        {
            code.Line(attribute);
        }

        using (code.Block($"public sealed partial record {shape.TypeName} : {CSharpText.Join(interfaces.Append($"global::Apm.IJsonModel<{shape.TypeName}>"))}"))
        {
            foreach (var member in shape.Members)
            {
                Property(code, member, context);
                code.Line();
                ReplacingMethod(code, member, shape);
            }

            body?.Invoke(code);
            EmitJson.Interface(code, shape, context);
            code.Line();
            PrintMembers(code, shape);
        }
    }

    private static void Property(CodeWriter code, MemberShape member, EmitContext context)
    {
        EmitDocs.Field(code, member.Field, context);
        foreach (var attribute in EmitConstraints.Of(member.Field, context))
        {
            code.Line(attribute);
        }

        code.Line(member switch
        {
            { IsConst: true, Field.ConstType: not null } => $"public {member.Type} {member.Property} => {member.Field.Const};",
            { IsConst: true } => $"public string {member.Property} => {CSharpText.Literal(member.Field.Const!)};",
            { Field.Preset: { } preset } => $"public {member.DeclaredType} {member.Property} {{ get; init; }} = {Value(member, preset)};",
            { IsRequired: true } => $"public required {member.DeclaredType} {member.Property} {{ get; init; }}",
            _ => $"public {member.DeclaredType} {member.Property} {{ get; init; }}",
        });
    }

    // The spec states what happens to other characters, so shops have texts that contain them.
    private static void ReplacingMethod(CodeWriter code, MemberShape member, ObjectShape shape)
    {
        var name = "To" + member.Property;
        if (member.Field is not { UnsupportedCharacters: not null, Pattern.Characters: { } characters } || shape.Members.Any(other => other.Property == name))
        {
            return;
        }

        EmitDocs.Summary(code, $"Replaces each character that {member.Property} does not allow with a space.");
        code.Line("/// <param name=\"text\">A text with any characters. Its length stays as it is.</param>");
        code.Line($"public static string {name}(string text) => global::Apm.ApmChecks.ReplaceOtherCharacters(text, {CSharpText.Literal(characters)});");
        code.Line();
    }

    /// <summary>The C# expression for a value that a spec gives as text.</summary>
    public static string Value(MemberShape member, string text) => member switch
    {
        { Enum: { } shape } => shape.TypeName + "." + shape.Members.First(value => value.Value == text).Name,
        { Field.Type: FieldType.Integer or FieldType.MinorUnits or FieldType.Boolean } => text,
        { Field.Type: FieldType.Decimal } => text + "m",
        { Field.Type: FieldType.Url } => $"new global::System.Uri({CSharpText.Literal(text)}, global::System.UriKind.RelativeOrAbsolute)",
        _ => CSharpText.Literal(text),
    };

    /// <summary>The method that prints members. It withholds texts that may be personal data of a customer.</summary>
    private static void PrintMembers(CodeWriter code, ObjectShape shape)
    {
        using (code.Block("private bool PrintMembers(global::System.Text.StringBuilder builder)"))
        {
            var separator = "";
            foreach (var member in shape.Members)
            {
                var name = CSharpText.Literal(separator + member.Property + " = ");
                code.Line(IsPrinted(member)
                    ? $"global::Apm.ApmRecord.Print(builder, {name}, {member.Property});"
                    : $"global::Apm.ApmRecord.Withhold(builder, {name});");
                separator = ", ";
            }

            code.Line($"return {(shape.Members.IsEmpty ? "false" : "true")};");
        }
    }

    private static bool IsPrinted(MemberShape member) =>
        member.Field.Loggable || member.IsConst || member.NestedObject is not null || member.NestedEnum is not null || member.Field.Type == FieldType.Money;
}
