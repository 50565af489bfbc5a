using Apm.Specs;

namespace Apm.Generators;

/// <summary>The request of a method: its record, the records below it, and its enums.</summary>
internal static class EmitRequest
{
    public static void Write(CodeWriter code, ObjectShape request, MethodModel method, ApiModel api, EmitContext context)
    {
        var payment = context.Prefix + "Payment";
        var attributes = new List<string> { EmitContext.Method(method) };
        if (Obsolete(method) is { } obsolete)
        {
            attributes.Add(obsolete);
        }

        attributes.AddRange(EmitRules.Attributes(method.Rules));

        EmitRecord.Write(code, request, context, $"A request for a payment with {method.Name}.", attributes,
            [$"global::Apm.IPaymentRequest<{payment}>", "global::System.ComponentModel.DataAnnotations.IValidatableObject"],
            body => Interfaces(body, request, method, api, payment));

        foreach (var shape in request.Declared().Skip(1))
        {
            code.Line();
            var summary = shape.Field.Summary ?? $"The object {shape.Field.Path} of a request with {method.Name}.";
            EmitRecord.Write(code, shape, context, summary, [EmitContext.Method(method)], []);
        }

        foreach (var shape in request.DeclaredEnums())
        {
            code.Line();
            EmitEnum.Write(code, shape, context);
        }
    }

    public static string? Obsolete(MethodModel method) => method.Status == MethodStatus.Discontinued
        ? $"[global::System.Obsolete({CSharpText.Literal(method.Name + " is discontinued.")})]"
        : null;

    private static void Interfaces(CodeWriter code, ObjectShape request, MethodModel method, ApiModel api, string payment)
    {
        var interfaceName = $"global::Apm.IPaymentRequest<{payment}>";
        code.Line($"""
            /// <summary>Checks every rule of {CSharpText.Xml(method.Name)}.</summary>
            public global::Apm.ApmValidationResult Validate() => {EmitValidator.Of(request.TypeName)}.Validate(this);

            /// <inheritdoc/>
            public {EmitContext.ValidateSignature} =>
                Validate().ToValidationResults();

            string {interfaceName}.Method => {CSharpText.Literal(method.Id)};

            string? {interfaceName}.Reference => {Reference(request, api)};{Value(request, api, interfaceName)}

            void global::Apm.IApmRequest.WriteTo(ref global::Apm.JsonOutput output) => WriteJson(ref output, this);

            """);
    }

    /// <summary>The shop's reference, through objects that a caller may have left out.</summary>
    private static string Reference(ObjectShape request, ApiModel api) => Path(request, api.Roles.Reference);

    // Operations on the payment send it again.
    private static string Value(ObjectShape request, ApiModel api, string interfaceName) => api.UsesPaymentFacts
        ? $"\n\nglobal::Apm.Money? {interfaceName}.Value => {Path(request, api.Roles.Value)};"
        : "";

    private static string Path(ObjectShape request, string names)
    {
        var path = new List<string>();
        var shape = request;
        foreach (var name in names.Split('.'))
        {
            var member = shape?.Members.FirstOrDefault(candidate => candidate.Name == name);
            if (member is null)
            {
                return "null";
            }

            path.Add(member.Property);
            shape = member.Object;
        }

        return string.Join("?.", path);
    }
}
