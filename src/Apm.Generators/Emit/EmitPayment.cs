using Apm.Generators.Writing;
using Apm.Specs.Model;

namespace Apm.Generators.Emit;

/// <summary>A payment of one method: what the gateway answers, and which operations can be asked for.</summary>
internal static class EmitPayment
{
    public static void Write(CodeWriter code, MethodModel method, ApiModel api, EmitContext context)
    {
        var type = context.Prefix + "Payment";
        var offered = Operation.Of(api).Where(pair => method.Offers(pair.Operation.Id)).Select(pair => "global::Apm." + pair.Operation.Interface);
        EmitDocs.Summary(code, $"A payment with {method.Name}, as the gateway last described it.");
        code.Line(EmitContext.GeneratedCode);
        code.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Apm.JsonModelConverter<{type}>))]");
        code.Line(EmitContext.Method(method));
        if (EmitRequest.Obsolete(method) is { } obsolete)
        {
            code.Line(obsolete);
        }

        using (code.Block($"public sealed class {type} : {CSharpText.Join(offered.Prepend($"global::Apm.IJsonModel<{type}>").Prepend($"global::Apm.IPayment<{type}>").Prepend(api.Prefix + "Payment"))}"))
        {
            Members(code, type, api);
        }

        NotOffered(code, method, api, context);
    }

    /// <summary>Members that a method's payment and the API's own have in common.</summary>
    public static void Members(CodeWriter code, string type, ApiModel api, string modifier = "new ") => code.Line($$"""
        /// <summary>A payment as the gateway described it. Clients make payments; tests of a shop use <see cref="Parse(string)"/>.</summary>
        public {{type}}(global::Apm.PaymentResponse response)
            : base(response)
        {
        }

        static {{type}} global::Apm.IPayment<{{type}}>.Create(global::Apm.PaymentResponse response) => new(response);

        /// <summary>A payment from the gateway's JSON, such as a shop has stored it.</summary>
        /// <exception cref="global::System.Text.Json.JsonException">The text is not a payment.</exception>
        public static {{modifier}}{{type}} Parse(string json) => new({{api.Prefix}}Json.ReadPayment(new(200, global::System.Text.Encoding.UTF8.GetBytes(json))));

        static void global::Apm.IJsonModel<{{type}}>.Write(ref global::Apm.JsonOutput output, {{type}} value) => output.Raw(value.RawUtf8.Span);

        static {{type}} global::Apm.IJsonModel<{{type}}>.Read(ref global::System.Text.Json.Utf8JsonReader reader, string path) =>
            new({{api.Prefix}}Json.ReadPayment(new(200, global::Apm.JsonInput.ReadRaw(ref reader))));
        """);

    /// <summary>Asking for what a method does not offer fails to compile, with a sentence that says so.</summary>
    private static void NotOffered(CodeWriter code, MethodModel method, ApiModel api, EmitContext context)
    {
        var missing = Operation.Of(api).Where(pair => !method.Offers(pair.Operation.Id)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        code.Line();
        EmitDocs.Summary(code, $"What {method.Name} does not offer.");
        code.Line(EmitContext.GeneratedCode);
        code.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        using (code.Block($"public static class {context.Prefix}NotOffered"))
        {
            code.Separated(missing, pair =>
            {
                var (operation, model) = pair;
                var message = $"A payment with {method.Name} cannot be {operation.CannotBe}.";
                var body = operation.BodyType(model, api) is { } type ? $"{type} request, " : "";
                EmitDocs.Summary(code, message);
                code.Line($"[global::System.Obsolete({CSharpText.Literal(message)}, error: true)]");
                code.Line($"public static global::System.Threading.Tasks.Task<{context.Prefix}Payment> {operation.MethodName}(this I{api.Prefix}Client client, {context.Prefix}Payment payment, {body}global::System.Threading.CancellationToken cancellationToken = default) =>");
                code.Line($"    throw new global::System.NotSupportedException({CSharpText.Literal(message)});");
            });
        }
    }
}
