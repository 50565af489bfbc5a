using Apm.Specs;

namespace Apm.Generators;

/// <summary>The client of an API and the interface that a shop's tests replace.</summary>
internal static class EmitClient
{
    private const string Token = "global::System.Threading.CancellationToken cancellationToken = default";

    private const string SendErrors = """
        /// <exception cref="global::Apm.ApmGatewayException">The gateway refused.</exception>
        /// <exception cref="global::Apm.ApmOutcomeUnknownException">It was sent, or may have been, and no answer came: money may have moved. The message says how to find out.</exception>
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
                code.Line(member.Signature + member.Constraint + ";");
            });
        }

        code.Line();
        EmitDocs.Summary(code, $"Payments at the {api.Name}, over HTTP. Safe for use by several threads.");
        code.Line(EmitContext.GeneratedCode);
        using (code.Block($"public sealed class {api.Prefix}Client : I{api.Prefix}Client"))
        {
            Operations(code, api);
            code.Line($$"""
                private readonly global::Apm.ApmTransport _transport;

                /// <summary>A client without dependency injection. It can be kept for as long as the process runs. With dependency injection, use Add{{api.Prefix}}Client instead.</summary>
                /// <param name="options">Where the gateway is and who asks. They are read once, here.</param>
                /// <exception cref="global::Microsoft.Extensions.Options.OptionsValidationException">The options are incomplete; the message names what is missing.</exception>
                public {{api.Prefix}}Client({{api.Prefix}}ClientOptions options) =>
                    _transport = new global::Apm.ApmTransport(options, {{api.Prefix}}ClientOptions.Profile);

                /// <summary>A client with handlers of yours, or with the handler of a test server or of the sandbox.</summary>
                /// <param name="httpClient">Made with <see cref="global::Apm.ApmHttpHandler.CreateClient"/>, which takes the handlers.</param>
                /// <param name="options">Where the gateway is and who asks.</param>
                /// <exception cref="global::System.ArgumentException">The HttpClient is another one, which could send a payment twice.</exception>
                /// <exception cref="global::Microsoft.Extensions.Options.OptionsValidationException">The options are incomplete; the message names what is missing.</exception>
                public {{api.Prefix}}Client(global::System.Net.Http.HttpClient httpClient, {{api.Prefix}}ClientOptions options) =>
                    _transport = new global::Apm.ApmTransport(httpClient, options, {{api.Prefix}}ClientOptions.Profile);

                private {{api.Prefix}}Client(global::Apm.ApmTransport transport) => _transport = transport;

                internal static {{api.Prefix}}Client Over(global::Apm.ApmTransport transport) => new(transport);
                """);
            foreach (var member in members)
            {
                code.Line();
                code.Line("/// <inheritdoc/>");
                code.Line(member.Body.StartsWith("=>", StringComparison.Ordinal)
                    ? $"public {member.Signature}{member.Constraint} {member.Body}"
                    : $"public async {member.Signature}{member.Constraint}\n{member.Body}");
            }

        }
    }

    private static IEnumerable<ClientMember> Members(ApiModel api)
    {
        var payment = $" where TPayment : {api.Prefix}Payment, global::Apm.IPayment<TPayment>";
        yield return new ClientMember(
            $$"""
            /// <summary>Asks for a payment. The request is checked first; a request that breaks a rule is not sent.</summary>
            /// <exception cref="global::Apm.ApmValidationException">The request breaks a rule; nothing was sent.</exception>
            {{SendErrors}}
            """,
            $"global::System.Threading.Tasks.Task<TPayment> PayAsync<TPayment>(global::Apm.IPaymentRequest<TPayment> request, {Token})",
            payment,
            $$"""
            {
                global::System.ArgumentNullException.ThrowIfNull(request);
                var call = new global::Apm.ApmCall({{OperationField(OperationId.Pay)}}) { Body = global::Apm.ApmBody.Of(request), Reference = request.Reference, Method = request.Method };
                return await _transport.SendAsync<TPayment>(call, cancellationToken).ConfigureAwait(false);
            }
            """);
        yield return new ClientMember(
            """
            /// <summary>Asks how a payment stands.</summary>
            /// <param name="self">The payment's <see cref="global::Apm.Payment.Self"/>, as the shop stored it.</param>
            /// <param name="cancellationToken">Ends the wait; asking changes nothing.</param>
            /// <exception cref="global::Apm.ApmGatewayException">The gateway refused.</exception>
            """,
            $"global::System.Threading.Tasks.Task<TPayment> QueryAsync<TPayment>(string self, {Token})",
            payment,
            $$"""
            {
                global::System.ArgumentException.ThrowIfNullOrEmpty(self);
                var call = new global::Apm.ApmCall({{OperationField(OperationId.Query)}}) { {{(api.Operation(OperationId.Query) is { TargetIsLink: false } ? "PaymentId" : "Link")}} = self, Self = self };
                return await _transport.SendAsync<TPayment>(call, cancellationToken).ConfigureAwait(false);
            }
            """);
        yield return new ClientMember(
            """
            /// <summary>Asks how a payment stands, for shops with many methods.</summary>
            /// <param name="self">The payment's <see cref="global::Apm.Payment.Self"/>, as the shop stored it.</param>
            /// <param name="cancellationToken">Ends the wait; asking changes nothing.</param>
            /// <exception cref="global::Apm.ApmGatewayException">The gateway refused.</exception>
            """,
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
            /// <summary>Asks again and again, at growing intervals, until the state is final.</summary>
            /// <param name="payment">The payment as it was last described.</param>
            /// <param name="options">How often to ask; the default begins with a second.</param>
            /// <param name="cancellationToken">Ends the wait; the payment goes on.</param>
            """,
            $"global::System.Threading.Tasks.Task<TPayment> WaitForOutcomeAsync<TPayment>(TPayment payment, global::Apm.PollingOptions? options = null, {Token})",
            payment,
            "=> global::Apm.OutcomePolling.WaitAsync(payment, QueryAsync<TPayment>, options, cancellationToken: cancellationToken);");
    }

    private static ClientMember Member(GeneratedOperation operation, OperationModel model, ApiModel api, string payment)
    {
        var body = operation.BodyType(model, api);
        var isOptional = model.Body is { } root && GeneratedOperation.IsOptional(root);
        var validation = body is null ? "" : "\n/// <exception cref=\"global::Apm.ApmValidationException\">The request breaks a rule of the payment's method; nothing was sent.</exception>";
        var parameter = body is null ? "" : isOptional ? $"{body}? request = null, " : $"{body} request, ";
        var check = body is null || isOptional ? "" : "\n    global::System.ArgumentNullException.ThrowIfNull(request);";
        var written = "global::Apm.ApmBody.Of(request, payment.Validate(request))";
        var sent = body is null ? "" : $"Body = {(isOptional ? "request is null ? global::Apm.ApmBody.None : " : "")}{written}, ";
        return new ClientMember(
            $$"""
            /// <summary>Asks for the operation <c>{{CSharpText.Xml(operation.Id)}}</c>, for payments of methods that offer it.</summary>
            /// <exception cref="global::Apm.ApmActionUnavailableException">The gateway does not offer it for this payment now; nothing was sent.</exception>{{validation}}
            {{SendErrors}}
            """,
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

    /// <summary>One member for every operation of every method whose body is its own: the methods' overloads call it.</summary>
    private static ClientMember OwnRequests(ApiModel api, string payment)
    {
        var cases = string.Join("\n        ", GeneratedOperation.Of(api).Select(pair => $"{CSharpText.Literal(pair.Operation.Id)} => {Call(pair.Model, api)},"));
        return new ClientMember(
            $$"""
            /// <summary>Asks for an operation with a request that is the payment method's own. The methods' overloads call it.</summary>
            /// <exception cref="global::Apm.ApmActionUnavailableException">The gateway does not offer it for this payment now; nothing was sent.</exception>
            /// <exception cref="global::Apm.ApmValidationException">The request breaks a rule; nothing was sent.</exception>
            {{SendErrors}}
            """,
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
                return await _transport.SendAsync<TPayment>(call with { Body = global::Apm.ApmBody.Of(request), Self = payment.Self }, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Where one link means different things by status: the statuses in which it means another.</summary>
    private static IEnumerable<string> RefusedWhile(OperationModel model, ApiModel api) => api.Operations
        .Where(other => other.Id != model.Id && other.Verb == model.Verb && other.Target == model.Target)
        .SelectMany(other => other.While).Except(model.While);

    private static void Operations(CodeWriter code, ApiModel api)
    {
        foreach (var model in api.Operations)
        {
            var path = model.TargetIsLink ? "null" : CSharpText.Literal(model.Target);
            code.Line($"private static readonly global::Apm.ApmOperation {OperationField(model.Id)} = new({CSharpText.Literal(model.Id)}, global::System.Net.Http.HttpMethod.{CSharpName.Pascal(model.Verb)}, {path}, {CSharpText.Number(model.SuccessStatus)});");
        }

        code.Line();
    }

    private static string OperationField(string id) => "The" + CSharpName.Pascal(id);

    private sealed record ClientMember(string Docs, string Signature, string Constraint, string Body);
}
