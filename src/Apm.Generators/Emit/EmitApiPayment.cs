using Apm.Generators.Naming;
using Apm.Generators.Writing;
using Apm.Specs.Model;

namespace Apm.Generators.Emit;

/// <summary>What all payments of an API have in common: the base class, and the status as an open set of texts.</summary>
internal static class EmitApiPayment
{
    public static string StatusType(ApiModel api) => api.Prefix + CSharpName.Pascal(LastSegment(api.Response.Status));

    public static void Write(CodeWriter code, ApiModel api)
    {
        var type = api.Prefix + "Payment";
        var status = StatusType(api);
        EmitDocs.Summary(code, $"A payment at the {api.Name}, as the gateway last described it.");
        code.Line(EmitContext.GeneratedCode);
        code.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Apm.JsonModelConverter<{type}>))]");
        using (code.Block($"public class {type} : global::Apm.Payment, global::Apm.IPayment<{type}>, global::Apm.IJsonModel<{type}>"))
        {
            EmitPayment.Members(code, type, api, modifier: "");
            code.Line();
            code.Line($"""
                /// <summary>The gateway's id of the payment.</summary>
                public string {CSharpName.Property(LastSegment(api.Response.Id))} => Id;

                /// <summary>The gateway's own word for where the payment stands; values that it adds later are kept.</summary>
                public {status} {CSharpName.Property(LastSegment(api.Response.Status))} => new(Status);

                /// <inheritdoc/>
                public override global::Apm.PaymentState State => new {status}(Status).State;
                """);
        }

        code.Line();
        Status(code, api, status);
    }

    private static void Status(CodeWriter code, ApiModel api, string type)
    {
        EmitDocs.Summary(code, $"Where a payment stands, in the words of the {api.Name}. An open set: a value that is not listed here is kept as it came.");
        code.Line("/// <param name=\"Value\">As the gateway wrote it.</param>");
        code.Line(EmitContext.GeneratedCode);
        using (code.Block($"public readonly record struct {type}(string Value)"))
        {
            foreach (var status in api.Statuses)
            {
                EmitDocs.Summary(code, $"{status.Status}: {status.State}.");
                code.Line($"public static {type} {CSharpName.Property(status.Status)} => new({CSharpText.Literal(status.Status)});");
                code.Line();
            }

            code.Line("/// <summary>What the value comes down to; unknown for values that are not listed here.</summary>");
            using (code.Block("public global::Apm.PaymentState State => Value switch", "};"))
            {
                foreach (var state in api.Statuses.Where(status => status.State != PaymentState.Unknown).GroupBy(status => status.State))
                {
                    code.Line($"{string.Join(" or ", state.Select(status => CSharpText.Literal(status.Status)))} => global::Apm.PaymentState.{state.Key},");
                }

                code.Line("_ => global::Apm.PaymentState.Unknown,");
            }

            code.Line();
            code.Line("""
                /// <summary>The value as the gateway wrote it.</summary>
                public override string ToString() => Value ?? "";
                """);
        }
    }

    private static string LastSegment(string path) => path.Substring(path.LastIndexOf('.') + 1);
}
