using Apm.Specs;

namespace Apm.Generators;

/// <summary>The client of an API, and its interface, which a shop's tests can implement.</summary>
internal static class EmitClient
{
    private const string Token = "global::System.Threading.CancellationToken cancellationToken = default";

    public const string NotAvailableError = """
        /// <exception cref="global::Apm.ApmActionUnavailableException">The operation is not available for this payment now. Nothing was sent.</exception>
        """;

    public const string SendErrors = """
        /// <exception cref="global::Apm.ApmGatewayException">The gateway responded with an error.</exception>
        /// <exception cref="global::Apm.ApmOutcomeUnknownException">The outcome is not known: money may have moved. The message states what to do.</exception>
        """;

    public static void Write(CodeWriter code, ApiModel api)
    {
        var members = Members(api).ToList();
        EmitDocs.Summary(code, $"Payments at the {api.Name}.");
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

    private static IEnumerable<ClientMember> Members(ApiModel api)
    {
        const string Request = "Body = global::Apm.ApmBody.Of(request), Reference = request.Reference, Method = request.Method";
        var payment = $" where TPayment : {api.Prefix}Payment, global::Apm.IPayment<TPayment>";
        var place = api.Operation(OperationId.Query) is { TargetIsLink: false } ? "PaymentId" : "Link";
        yield return new ClientMember(
            $$"""
            /// <summary>Makes a payment. The request is validated first. A request that violates a rule is not sent.</summary>
            /// <exception cref="global::Apm.ApmValidationException">The request violates a rule. Nothing was sent.</exception>
            {{SendErrors}}
            """,
            api.Operation(OperationId.Pay),
            $"global::System.Threading.Tasks.Task<TPayment> PayAsync<TPayment>(global::Apm.IPaymentRequest<TPayment> request, {Token})",
            payment,
            $$"""
            {
                global::System.ArgumentNullException.ThrowIfNull(request);
                var call = new global::Apm.ApmCall({{OperationField(OperationId.Pay)}}) { {{Request}} };
                return await _transport.SendAsync<TPayment>(call, cancellationToken).ConfigureAwait(false);
            }
            """);
        yield return new ClientMember(
            """
            /// <summary>Queries the current state of a payment.</summary>
            /// <param name="self">The payment's <see cref="global::Apm.Payment.Self"/>, as the shop stored it.</param>
            /// <param name="cancellationToken">Cancels the wait. A query changes nothing at the gateway.</param>
            /// <exception cref="global::Apm.ApmGatewayException">The gateway responded with an error.</exception>
            """,
            api.Operation(OperationId.Query),
            $"global::System.Threading.Tasks.Task<TPayment> QueryAsync<TPayment>(string self, {Token})",
            payment,
            $$"""
            {
                global::System.ArgumentException.ThrowIfNullOrEmpty(self);
                var call = new global::Apm.ApmCall({{OperationField(OperationId.Query)}}) { {{place}} = self, Self = self };
                return await _transport.SendAsync<TPayment>(call, cancellationToken).ConfigureAwait(false);
            }
            """);
        yield return new ClientMember(
            """
            /// <summary>Queries the current state of a payment of any method.</summary>
            /// <param name="self">The payment's <see cref="global::Apm.Payment.Self"/>, as the shop stored it.</param>
            /// <param name="cancellationToken">Cancels the wait. A query changes nothing at the gateway.</param>
            /// <exception cref="global::Apm.ApmGatewayException">The gateway responded with an error.</exception>
            """,
            api.Operation(OperationId.Query),
            $"global::System.Threading.Tasks.Task<{api.Prefix}Payment> QueryAsync(string self, {Token})",
            "",
            $"=> QueryAsync<{api.Prefix}Payment>(self, cancellationToken);");
        foreach (var (operation, model) in GeneratedOperation.Of(api))
        {
            yield return Member(operation, model, api, payment);
        }

        if (GeneratedOperation.Of(api).Any())
        {
            yield return OwnRequests(api, payment);
        }

        yield return new ClientMember(
            """
            /// <summary>Queries a payment at growing intervals until its state is final.</summary>
            /// <param name="payment">The payment from the last response.</param>
            /// <param name="options">The times between queries. The first wait is one second by default.</param>
            /// <param name="cancellationToken">Cancels the wait. It does not change the payment.</param>
            """,
            null,
            "global::System.Threading.Tasks.Task<TPayment> WaitForOutcomeAsync<TPayment>"
                + $"(TPayment payment, global::Apm.PollingOptions? options = null, {Token})",
            payment,
            "=> global::Apm.OutcomePolling.WaitAsync(payment, QueryAsync<TPayment>, options, cancellationToken: cancellationToken);");
    }

    private static ClientMember Member(GeneratedOperation operation, OperationModel model, ApiModel api, string payment)
    {
        var body = operation.BodyType(model, api);
        var isOptional = model.Body is { } root && GeneratedOperation.IsOptional(root);
        var validation = body is null
            ? ""
            : "\n/// <exception cref=\"global::Apm.ApmValidationException\">"
                + "The request violates a rule of the payment's method. Nothing was sent.</exception>";
        var parameter = body is null ? "" : isOptional ? $"{body}? request = null, " : $"{body} request, ";
        var check = body is null || isOptional ? "" : "\n    global::System.ArgumentNullException.ThrowIfNull(request);";
        var written = "global::Apm.ApmBody.Of(request, payment.Validate(request))";
        var sent = body is null ? "" : $"Body = {(isOptional ? "request is null ? global::Apm.ApmBody.None : " : "")}{written}, ";
        return new ClientMember(
            $$"""
            /// <summary>Sends the operation <c>{{CSharpText.Xml(operation.Id)}}</c>, for payments of methods that offer it.</summary>
            {{NotAvailableError}}{{validation}}
            {{SendErrors}}
            """,
            model,
            $"global::System.Threading.Tasks.Task<TPayment> {operation.MethodName}<TPayment>(TPayment payment, {parameter}{Token})",
            $"{payment}, global::Apm.{operation.Interface}",
            $$"""
            {
                global::System.ArgumentNullException.ThrowIfNull(payment);{{check}}
                var call = {{Call(model, api)}} with { {{sent}}Self = payment.Self };
                return await _transport.SendAsync<TPayment>(call, cancellationToken).ConfigureAwait(false);
            }
            """);
    }

    /// <summary>One member for all operations with a body that is specific to a method: the overloads of the methods call it.</summary>
    private static ClientMember OwnRequests(ApiModel api, string payment)
    {
        const string OwnCall = "call with { Body = global::Apm.ApmBody.Of(request), Self = payment.Self }";
        var cases = string.Join(
            "\n        ",
            GeneratedOperation.Of(api).Select(pair => $"{CSharpText.Literal(pair.Operation.Id)} => {Call(pair.Model, api)},"));
        return new ClientMember(
            $$"""
            /// <summary>Sends an operation with a request that is specific to the payment method. The overloads of the methods call it.</summary>
            {{NotAvailableError}}
            /// <exception cref="global::Apm.ApmValidationException">The request violates a rule. Nothing was sent.</exception>
            {{SendErrors}}
            """,
            null,
            $"global::System.Threading.Tasks.Task<TPayment> RequestAsync<TPayment>(TPayment payment, global::Apm.IOperationRequest<TPayment> request, {Token})",
            payment,
            $$"""
            {
                global::System.ArgumentNullException.ThrowIfNull(payment);
                global::System.ArgumentNullException.ThrowIfNull(request);
                var call = request.Operation switch
                {
                    {{cases}}
                    var other => throw new global::System.ArgumentException("The gateway has no operation '" + other + "'.", nameof(request)),
                };
                return await _transport.SendAsync<TPayment>({{OwnCall}}, cancellationToken).ConfigureAwait(false);
            }
            """);
    }

    private static string Call(OperationModel model, ApiModel api)
    {
        var arguments = RefusedWhile(model, api).Prepend(model.Id);
        var place = model.TargetIsLink
            ? $"Link = payment.RequireLink({CSharpText.Join(arguments.Prepend(model.Target).Select(CSharpText.Literal))})"
            : $"PaymentId = payment.RequireId({CSharpText.Join(arguments.Select(CSharpText.Literal))})";
        return $"new global::Apm.ApmCall({OperationField(model.Id)}) {{ {place} }}";
    }

    /// <summary>For a link whose meaning depends on the status: the statuses in which it has another meaning.</summary>
    private static IEnumerable<string> RefusedWhile(OperationModel model, ApiModel api) => api.Operations
        .Where(other => other.Id != model.Id && other.Verb == model.Verb && other.Target == model.Target)
        .SelectMany(other => other.While).Except(model.While);

    private static void Operations(CodeWriter code, ApiModel api)
    {
        foreach (var model in api.Operations)
        {
            var path = model.TargetIsLink ? "null" : CSharpText.Literal(model.Target);
            var verb = "global::System.Net.Http.HttpMethod." + CSharpName.Pascal(model.Verb);
            var arguments = CSharpText.Join([CSharpText.Literal(model.Id), verb, path, CSharpText.Number(model.SuccessStatus)]);
            code.Line($"private static readonly global::Apm.ApmOperation {OperationField(model.Id)} = new({arguments}){Facts(model)};");
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

        return facts.Count == 0 ? "" : $" {{ {CSharpText.Join(facts)} }}";
    }

    private static string OperationField(string id) => "The" + CSharpName.Pascal(id);

    /// <param name="Operation">What the member sends; null if this depends on the request.</param>
    private sealed record ClientMember(string Docs, OperationModel? Operation, string Signature, string Constraint, string Body);
}
