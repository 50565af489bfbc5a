using Apm.Specs;

namespace Apm.Generators;

// docs/decisions/spec-language.md
/// <summary>Operations with a body that is specific to a method: the records, and overloads that accept only its payments.</summary>
internal static class EmitOwnOperations
{
    /// <summary>The class with the overloads.</summary>
    public static string Class(MethodModel method) => CSharpName.Pascal(method.Id) + "Operations";

    public static void Write(CodeWriter code, MethodModel method, ApiModel api, EmitContext context)
    {
        var own = GeneratedOperation
            .WithOwnBody(method, api)
            .Select(pair => (pair.Operation, Shape: ShapeBuilder.OwnBody(pair.Operation, pair.Body, method, api)))
            .ToList();
        foreach (var (operation, shape) in own)
        {
            var rules = method.Operation(operation.Id)!.Rules;
            Records(code, operation, shape, rules, method, context);
            EmitValidator.Write(code, shape, EmitShared.Validator(api), context, rules);
            code.Line();
        }

        EmitDocs.Summary(code, $"Operations on payments with {method.Name} whose request is specific to the method.");
        code.Line(EmitContext.GeneratedCode);
        using (code.Block($"public static class {Class(method)}"))
        {
            code.Separated(own, pair => Overload(code, pair.Operation, pair.Shape, method, api));
        }
    }

    private static void Records(
        CodeWriter code,
        GeneratedOperation operation,
        ObjectShape shape,
        EquatableArray<RuleModel> rules,
        MethodModel method,
        EmitContext context)
    {
        var payment = context.Prefix + "Payment";
        EmitRecord.Write(
            code,
            shape,
            context,
            $"The body of the operation {operation.Id} for a payment with {method.Name}.",
            [EmitContext.Method(method), .. EmitRules.Attributes(rules)],
            [$"global::Apm.IOperationRequest<{payment}>", "global::System.ComponentModel.DataAnnotations.IValidatableObject"],
            body => body.Line($"""
                /// <summary>Checks every rule of {CSharpText.Xml(method.Name)}.</summary>
                public global::Apm.ApmValidationResult Validate() => {EmitValidator.Of(shape.TypeName)}.Validate(this);

                /// <inheritdoc/>
                public {EmitContext.ValidateSignature} =>
                    Validate().ToValidationResults();

                string global::Apm.IOperationRequest<{payment}>.Operation => {CSharpText.Literal(operation.Id)};

                void global::Apm.IApmRequest.WriteTo(ref global::Apm.JsonOutput output) => WriteJson(ref output, this);

                """));
        code.Line();
        foreach (var nested in shape.Declared().Skip(1))
        {
            var summary = nested.Field.Summary ?? $"The object {nested.Field.Path} of the operation {operation.Id} for {method.Name}.";
            EmitRecord.Write(code, nested, context, summary, [], []);
            code.Line();
        }

        foreach (var values in shape.DeclaredEnums())
        {
            EmitEnum.Write(code, values, context);
            code.Line();
        }
    }

    private static void Overload(CodeWriter code, GeneratedOperation operation, ObjectShape shape, MethodModel method, ApiModel api)
    {
        var payment = CSharpName.Pascal(method.Id) + "Payment";
        var isOptional = GeneratedOperation.IsOptional(shape.Field);
        var kind = api.Operation(operation.Id)!.Result;
        var takesKey = ClientMember.TakesKey(api.Operation(operation.Id), api);
        var summary = $"/// <summary>Sends the operation <c>{CSharpText.Xml(operation.Id)}</c> for a payment with {CSharpText.Xml(method.Name)}.</summary>";
        code.Line($"""
            {summary}{ClientMember.KeyDocs(takesKey)}
            {ClientMember.NotAvailableError}
            /// <exception cref="global::Apm.ApmValidationException">The request violates a rule. Nothing was sent.</exception>
            {ClientMember.SendErrors}{EmitResult.Docs(kind, api)}
            """);
        EmitDocs.Inferred(code, api.Operation(operation.Id));
        EmitContext.Inferred(code, api.Operation(operation.Id));
        string[] parameters =
        [
            $"this I{api.Prefix}Client client",
            payment + " payment",
            shape.TypeName + (isOptional ? "? request = null" : " request"),
            .. takesKey ? new[] { "string? idempotencyKey = null" } : [],
            "global::System.Threading.CancellationToken cancellationToken = default",
        ];
        using (code.Block($"public static {EmitResult.Task(kind, api, payment)} {operation.MethodName}({CSharpText.Join(parameters)})"))
        {
            code.Line("global::System.ArgumentNullException.ThrowIfNull(client);");
            var body = "request" + (isOptional ? $" ?? new {shape.TypeName}()" : "");
            var rest = takesKey ? "idempotencyKey, cancellationToken"
                : EmitOperationMembers.OwnRequestsTakeKey(kind, api) ? "cancellationToken: cancellationToken"
                : "cancellationToken";
            code.Line($"return client.{EmitOperationMembers.OwnRequestsName(kind)}(payment, {body}, {rest});");
        }
    }
}
