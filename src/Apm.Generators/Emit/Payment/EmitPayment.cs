using Apm.Specs;

namespace Apm.Generators;

/// <summary>A payment of one method: the response of the gateway, and the available operations.</summary>
internal static class EmitPayment
{
    public static void Write(CodeWriter code, MethodModel method, ApiModel api, EmitContext context)
    {
        var type = context.Prefix + "Payment";
        var offered = GeneratedOperation
            .Of(api)
            .Where(pair => method.Operation(pair.Operation.Id) is { HasOwnBody: false })
            .Select(pair => pair.Operation.Interface);
        EmitDocs.Summary(code, $"A payment with {method.Name}, as of the last response.");
        code.Line($"/// <remarks>{string.Join(" Or: ", method.Redirects.Select(redirect => GoesOn(redirect.Kind)))}</remarks>");
        code.Line(EmitContext.GeneratedCode);
        code.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Apm.JsonModelConverter<{type}>))]");
        code.Line(EmitContext.Method(method));
        if (method.Operations.Any(operation => operation.Body is not null))
        {
            foreach (var attribute in EmitConstraints.Of(method.Currencies, method.RefundLimits))
            {
                code.Line(attribute);
            }
        }

        if (EmitRequest.Obsolete(method) is { } obsolete)
        {
            code.Line(obsolete);
        }

        var bases = offered.Prepend($"global::Apm.IJsonModel<{type}>").Prepend($"global::Apm.IPayment<{type}>").Prepend(api.Prefix + "Payment");
        using (code.Block($"public sealed class {type} : {CSharpText.Join(bases)}"))
        {
            var special = method.Statuses.IsEmpty ? [] : EmitStates.Special(States.Of(api.Statuses, method.Statuses), method.Statuses);
            EmitStates.Field(code, "TheStates", special);
            Members(code, type, api);
            if (!method.Statuses.IsEmpty)
            {
                var state = EmitApiPayment.State(api, EmitApiPayment.StatusProperty(api) + ".State", special.Count > 0);
                code.Line();
                code.Line($"""
                    /// <inheritdoc/>
                    public override global::Apm.PaymentState State => {state};
                    """);
            }

            foreach (var member in method.Members)
            {
                code.Line();
                EmitApiPayment.Member(code, member, api, EmitApiPayment.MemberProperty(member, api, type));
            }

            var withSharedBody = GeneratedOperation.Of(api).Where(pair => method.Operation(pair.Operation.Id) is { HasOwnBody: false, Body: not null });
            foreach (var (operation, model) in withSharedBody)
            {
                Body(code, operation, model, method, api, context);
            }
        }

        NotOffered(code, method, api, context);
    }

    private static string GoesOn(RedirectKind kind) => kind switch
    {
        RedirectKind.PngBase64 => "The customer is shown <see cref=\"global::Apm.Payment.QrCode\"/>, a PNG in Base64.",
        RedirectKind.None => "The customer is not redirected.",
        _ => "The customer is sent to <see cref=\"global::Apm.Payment.Redirect\"/>.",
    };

    private const string Utf8 = "global::System.Text.Encoding.UTF8";

    /// <summary>Members of both a method's payment and the API's payment.</summary>
    public static void Members(CodeWriter code, string type, ApiModel api, string modifier = "new ")
    {
        Readers(code, type, api, modifier);
        if (api.UsesPaymentFacts)
        {
            code.Line($$"""

                /// <summary>
                /// A payment that the shop knows by its id, for operations on a payment of which the shop has no response. Its status and its
                /// other members are not known.
                /// </summary>
                /// <param name="id">The gateway's id of the payment.</param>
                /// <param name="value">The money of the payment request, for operations that send it; null if it is not known.</param>
                /// <param name="reference">The shop's reference of the payment request, for operations that send it; null if it is not known.</param>
                public static {{modifier}}{{type}} Known(string id, global::Apm.Money? value = null, string? reference = null) =>
                    new(new global::Apm.PaymentResponse { Id = id, Value = value, Reference = reference });
                """);
        }
        else if (api.Operation(OperationId.Query) is null)
        {
            code.Line($$"""

                /// <summary>
                /// A payment that the shop knows by its id, for operations on a payment of which the shop has no response. Its status and its
                /// other members are not known.
                /// </summary>
                /// <param name="id">The gateway's id of the payment.</param>
                public static {{modifier}}{{type}} Known(string id) => new(new global::Apm.PaymentResponse { Id = id });
                """);
        }
    }

    private static void Readers(CodeWriter code, string type, ApiModel api, string modifier) => code.Line($$"""
        /// <summary>Creates a payment from a response of the gateway. Clients call it; tests of a shop use <see cref="Parse(string)"/>.</summary>
        public {{type}}(global::Apm.PaymentResponse response)
            : base(response)
        {
        }

        static {{type}} global::Apm.IPayment<{{type}}>.Create(global::Apm.PaymentResponse response) => new(response);

        /// <summary>Reads a payment from the gateway's JSON, such as a text that the shop stored.</summary>
        /// <exception cref="global::System.Text.Json.JsonException">The text is not a payment.</exception>
        public static {{modifier}}{{type}} Parse(string json) => new({{api.Prefix}}Json.ReadPayment(new(200, {{Utf8}}.GetBytes(json))));

        static void global::Apm.IJsonModel<{{type}}>.Write(ref global::Apm.JsonOutput output, {{type}} value) => output.Raw(value.RawUtf8.Span);

        static {{type}} global::Apm.IJsonModel<{{type}}>.Read(ref global::System.Text.Json.Utf8JsonReader reader, string path) =>
            new({{api.Prefix}}Json.ReadPayment(new(200, global::Apm.JsonInput.ReadRaw(ref reader))));
        """);

    // A value that other methods of the API accept, such as a currency, may be invalid for this method.
    private static void Body(CodeWriter code, GeneratedOperation operation, OperationModel model, MethodModel method, ApiModel api, EmitContext context)
    {
        var offered = method.Operation(operation.Id)!;
        if (offered.Body!.Equals(model.Body) && offered.Rules.Equals(model.Rules))
        {
            return;
        }

        var shape = ShapeBuilder.Body(model, offered.Body, method, api);
        code.Line();
        code.Line($"""
            /// <inheritdoc/>
            public override global::Apm.ApmValidationResult Validate({shape.TypeName} request) => {operation.Name}Rules.Validate(request);

            """);
        EmitValidator.WriteClass(code, "private", operation.Name + "Rules", shape, EmitShared.Validator(api), context, offered.Rules);
    }

    /// <summary>Whether the method refuses anything that the API's client has.</summary>
    public static bool HasRefusals(MethodModel method, ApiModel api) => Refusals(method, api).Any();

    // A request that is specific to the method cannot be left out if one of its members is required.
    private static IEnumerable<(GeneratedOperation Operation, string Parameters, string Message)> Refusals(MethodModel method, ApiModel api)
    {
        const string Token = ", global::System.Threading.CancellationToken cancellationToken = default";
        foreach (var (operation, model) in GeneratedOperation.Of(api))
        {
            var offered = method.Operation(operation.Id);
            if (offered is null)
            {
                var request = operation.BodyType(model, api) switch
                {
                    null => "",
                    var type when GeneratedOperation.IsOptional(model.Body!) => $", {type}? request = null",
                    var type => $", {type} request",
                };
                var key = ClientMember.TakesKey(model, api) ? ", string? idempotencyKey = null" : "";
                yield return (operation, request + key + Token, operation.CannotBe is { } refused
                    ? $"A payment with {method.Name} cannot be {refused}."
                    : $"A payment with {method.Name} does not offer '{operation.Id}'.");
            }
            else if (offered is { HasOwnBody: true, Body: { } body } && !GeneratedOperation.IsOptional(body))
            {
                yield return (operation, "", $"For a payment with {method.Name}, this operation requires a {operation.OwnBodyType(method)}.");
            }
        }
    }

    /// <summary>Overloads for operations that a method does not offer. A call is a compile error with a message that explains it.</summary>
    private static void NotOffered(CodeWriter code, MethodModel method, ApiModel api, EmitContext context)
    {
        if (!HasRefusals(method, api))
        {
            return;
        }

        code.Line();
        EmitDocs.Summary(code, $"The operations that {method.Name} does not offer.");
        code.Line(EmitContext.GeneratedCode);
        code.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        using (code.Block($"public static class {context.Prefix}NotOffered"))
        {
            code.Separated(Refusals(method, api), refusal =>
            {
                EmitDocs.Summary(code, refusal.Message);
                code.Line($"[global::System.Obsolete({CSharpText.Literal(refusal.Message)}, error: true)]");
                var parameters = $"this I{api.Prefix}Client client, {context.Prefix}Payment payment{refusal.Parameters}";
                var result = EmitResult.Task(api.Operation(refusal.Operation.Id)!.Result, api, context.Prefix + "Payment");
                code.Line($"public static {result} {refusal.Operation.MethodName}({parameters}) =>");
                code.Line($"    throw new global::System.NotSupportedException({CSharpText.Literal(refusal.Message)});");
            });
        }
    }
}
