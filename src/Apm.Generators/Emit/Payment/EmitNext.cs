using Apm.Specs;

namespace Apm.Generators;

/// <summary>What the customer does next, in the payment of an API.</summary>
internal static class EmitNext
{
    public static void Write(CodeWriter code, NextModel next, ApiModel api)
    {
        EmitDocs.Summary(code, "What the customer does next to pay; null if there is nothing to do, and in a final state.");
        code.Line("public global::Apm.NextAction? Next => GetNext();");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("protected override global::Apm.NextAction? GetNext() => ReadNext(NextProfile);");
        code.Line();
        using (code.Block("private static readonly global::Apm.NextProfile NextProfile = new()", "};"))
        {
            code.Line($"At = {CSharpText.LiteralOrNull(next.At)},");
            code.Line($"By = {CSharpText.LiteralOrNull(next.By)},");
            code.Line($"Schemes = [{CSharpText.Join(api.Response.RedirectSchemes.Select(CSharpText.Literal))}],");
            code.Line($"Money = {api.Prefix}Json.MoneyFormat,");
            using (code.Block("Actions = new global::Apm.NextActionProfile[]", "},"))
            {
                foreach (var action in next.Actions)
                {
                    var kind = CSharpText.Literal(KebabCase.Of(action.Kind.ToString()));
                    var members = action.Members.Select(member => $"[{CSharpText.Literal(member.Key)}] = {CSharpText.Literal(member.Path)}");
                    code.Line($"new({CSharpText.Literal(action.Name)}, {kind}, "
                        + $"new global::System.Collections.Generic.Dictionary<string, string> {{ {CSharpText.Join(members)} }}),");
                }
            }
        }

        code.Line();
    }
}
