using Apm.Specs;

namespace Apm.Generators;

/// <summary>The client of an API, and its interface, which a shop's tests can implement.</summary>
internal static class EmitClient
{
    public static void Write(CodeWriter code, ApiModel api)
    {
        var members = Members(api).ToList();
        EmitDocs.Summary(code, $"Payments at the {api.Name}.");
        if (api.Operation(OperationId.Query) is null)
        {
            code.Line("/// <remarks>This gateway has no query. Its webhooks state the outcome of a payment.</remarks>");
        }

        code.Line(EmitContext.GeneratedCode);
        using (code.Block($"public interface I{api.Prefix}Client"))
        {
            code.Separated(members, member =>
            {
                code.Line(member.Docs);
                EmitDocs.Inferred(code, member.Operation);
                EmitContext.Inferred(code, member.Operation);
                code.Line(member.Signature + member.Constraint + ";");
            });
        }

        code.Line();
        EmitDocs.Summary(code, $"Payments at the {api.Name}, over HTTP. It is thread-safe.");
        code.Line(EmitContext.GeneratedCode);
        using (code.Block($"public sealed class {api.Prefix}Client : I{api.Prefix}Client"))
        {
            Operations(code, api);
            code.Line($$"""
                private readonly global::Apm.ApmTransport _transport;

                /// <summary>
                /// Creates a client without dependency injection. It can live as long as the process. With dependency injection, use
                /// Add{{api.Prefix}}Client instead.
                /// </summary>
                /// <param name="options">The address of the gateway and the credentials. They are read once, here.</param>
                /// <exception cref="global::Microsoft.Extensions.Options.OptionsValidationException">The options are invalid.</exception>
                public {{api.Prefix}}Client({{api.Prefix}}ClientOptions options) =>
                    _transport = new global::Apm.ApmTransport(options, {{api.Prefix}}ClientOptions.Profile);

                /// <summary>Creates a client with handlers of yours, or with the handler of a test server or of the sandbox.</summary>
                /// <param name="httpClient">An HttpClient from <see cref="global::Apm.ApmHttpHandler.CreateClient"/>, which takes the handlers.</param>
                /// <param name="options">The address of the gateway and the credentials.</param>
                /// <exception cref="global::System.ArgumentException">The HttpClient was created in another way and could send a payment twice.</exception>
                /// <exception cref="global::Microsoft.Extensions.Options.OptionsValidationException">The options are invalid.</exception>
                public {{api.Prefix}}Client(global::System.Net.Http.HttpClient httpClient, {{api.Prefix}}ClientOptions options) =>
                    _transport = new global::Apm.ApmTransport(httpClient, options, {{api.Prefix}}ClientOptions.Profile);

                private {{api.Prefix}}Client(global::Apm.ApmTransport transport) => _transport = transport;

                internal static {{api.Prefix}}Client Over(global::Apm.ApmTransport transport) => new(transport);
                """);
            Bodies(code, api);
            foreach (var member in members)
            {
                code.Line();
                code.Line("/// <inheritdoc/>");
                EmitContext.Inferred(code, member.Operation);
                code.Line(member.Body.StartsWith("=>", StringComparison.Ordinal)
                    ? $"public {member.Signature}{member.Constraint} {member.Body}"
                    : $"public async {member.Signature}{member.Constraint}\n{member.Body}");
            }
        }
    }

    // The bodies of requests that the client sends by itself.
    private static void Bodies(CodeWriter code, ApiModel api)
    {
        foreach (var operation in api.Operations.Where(operation => operation.Body is not null && (operation.IsQuery || operation.Id == OperationId.Complete)))
        {
            code.Line();
            using (code.Block($"private static global::Apm.ApmBody {CSharpName.Pascal(operation.Id)}Body(global::Apm.CallValues values)"))
            {
                code.Line("var output = global::Apm.JsonOutput.RentFor(values);");
                using (code.Block("try"))
                {
                    EmitConstants.Members(code, operation.Body!, api.Prefix + "Json.MoneyFormat", "start");
                    code.Line("return output.Detach();");
                }

                using (code.Block("finally"))
                {
                    code.Line("output.Dispose();");
                }
            }
        }
    }

    private static IEnumerable<ClientMember> Members(ApiModel api) =>
    [
        EmitPayMembers.Pay(api),
        .. EmitPayMembers.Repeat(api),
        .. EmitQueryMembers.Query(api),
        .. EmitQueryMembers.Find(api),
        .. EmitCompleteMembers.Of(api),
        .. EmitOperationMembers.Of(api),
        .. EmitResultMembers.Of(api),
        .. EmitQueryMembers.Wait(api) is { } wait ? new[] { wait } : [],
    ];

    private static void Operations(CodeWriter code, ApiModel api)
    {
        foreach (var model in api.AllOperations)
        {
            var path = model.TargetIsLink ? "null" : CSharpText.Literal(model.Target);
            var verb = "global::System.Net.Http.HttpMethod." + CSharpName.Pascal(model.Verb);
            var arguments = CSharpText.Join([CSharpText.Literal(model.Id), verb, path, CSharpText.Number(model.SuccessStatus)]);
            code.Line($"private static readonly global::Apm.ApmOperation {ClientMember.Field(model.Id)} = new({arguments}){Facts(model)};");
        }

        code.Line();
    }

    private static string Facts(OperationModel model)
    {
        List<string> facts = [];
        if (model.SendsContentTypeWithoutBody)
        {
            facts.Add($"{nameof(OperationModel.SendsContentTypeWithoutBody)} = true");
        }

        if (!model.While.IsEmpty)
        {
            facts.Add($"{nameof(OperationModel.While)} = [{CSharpText.Join(model.While.Select(CSharpText.Literal))}]");
        }

        if (!model.When.IsEmpty)
        {
            facts.Add($"{nameof(OperationModel.When)} = [{CSharpText.Join(model.When.Select(EmitStates.Condition))}]");
        }

        return facts.Count == 0 ? "" : $" {{ {CSharpText.Join(facts)} }}";
    }
}
