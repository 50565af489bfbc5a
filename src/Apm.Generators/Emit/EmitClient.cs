using Apm.Generators.Writing;
using Apm.Specs.Model;

namespace Apm.Generators.Emit;

/// <summary>The client of an API and the interface that a shop's tests replace.</summary>
internal static class EmitClient
{
    private const string Token = "global::System.Threading.CancellationToken cancellationToken = default";

    private const string SendErrors = """
        /// <exception cref="global::Apm.ApmGatewayException">The gateway refused.</exception>
        /// <exception cref="global::Apm.ApmOutcomeUnknownException">It was sent and no answer came: money may have moved. The message says how to find out.</exception>
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

                /// <summary>A client on an HttpClient of yours. With dependency injection, use Add{{api.Prefix}}Client instead.</summary>
                /// <param name="httpClient">Follows no redirects of its own and does not retry.</param>
                /// <param name="options">Where the gateway is and who asks.</param>
                /// <exception cref="global::System.ArgumentException">The options are incomplete; the message names what is missing.</exception>
                public {{api.Prefix}}Client(global::System.Net.Http.HttpClient httpClient, {{api.Prefix}}ClientOptions options) =>
                    _transport = new global::Apm.ApmTransport(httpClient, options, {{api.Prefix}}ClientOptions.Profile);
                """);
            foreach (var member in members)
            {
                code.Line();
                code.Line("/// <inheritdoc/>");
                code.Line(member.Body.StartsWith("=>", StringComparison.Ordinal)
                    ? $"public {member.Signature}{member.Constraint} {member.Body}"
                    : $"public async {member.Signature}{member.Constraint}\n{member.Body}");
            }

            code.Line();
            Private(code, api);
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
                global::Apm.ApmValidationException.ThrowIfInvalid(request.Validate());
                var answer = await _transport.PayAsync({{OperationField("pay")}}, request, cancellationToken).ConfigureAwait(false);
                return Create<TPayment>({{OperationField("pay")}}, answer, request.Reference, null);
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
                var answer = await _transport.SendAsync({{OperationField("query")}}, self, self, cancellationToken).ConfigureAwait(false);
                return Create<TPayment>({{OperationField("query")}}, answer, null, self);
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
        foreach (var (operation, model) in Operation.Of(api))
        {
            yield return Member(operation, model, api, payment);
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

    private static ClientMember Member(Operation operation, OperationModel model, ApiModel api, string payment)
    {
        var body = operation.BodyType(model, api);
        var validation = body is null ? "" : "\n/// <exception cref=\"global::Apm.ApmValidationException\">The request breaks a rule; nothing was sent.</exception>";
        var parameter = body is null ? "" : $"{body} request, ";
        var check = body is null ? "" : $"""

                global::System.ArgumentNullException.ThrowIfNull(request);
                global::Apm.ApmValidationException.ThrowIfInvalid({EmitValidator.Of(body)}.Validate(request));
            """;
        var argument = body is null ? "" : "request, ";
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
                var link = payment.Action({{OperationField(operation.Id)}});
                var answer = await _transport.SendAsync({{OperationField(operation.Id)}}, link, {{argument}}payment.Self, cancellationToken).ConfigureAwait(false);
                return Create<TPayment>({{OperationField(operation.Id)}}, answer, null, payment.Self);
            }
            """);
    }

    private static void Operations(CodeWriter code, ApiModel api)
    {
        foreach (var model in api.Operations)
        {
            var ambiguous = api.Operations
                .Where(other => other.Id != model.Id && other.Verb == model.Verb && other.Target == model.Target)
                .SelectMany(other => other.While).Except(model.While).ToList();
            var refused = ambiguous.Count == 0 ? "" : $" {{ RefusedWhile = [{CSharpText.Join(ambiguous.Select(CSharpText.Literal))}] }}";
            code.Line($"private static readonly global::Apm.ApmOperation {OperationField(model.Id)} = new({CSharpText.Literal(model.Id)}, global::System.Net.Http.HttpMethod.{Naming.CSharpName.Pascal(model.Verb)}, {(model.TargetIsLink ? $"link: {CSharpText.Literal(model.Target)}" : $"path: {CSharpText.Literal(model.Target)}")}, {CSharpText.Number(model.SuccessStatus)}){refused};");
        }

        code.Line();
    }

    private static void Private(CodeWriter code, ApiModel api) => code.Line($$"""
        // What was read of an answer is lost if it is no payment; money may have moved all the same.
        private static TPayment Create<TPayment>(global::Apm.ApmOperation operation, global::Apm.ApmAnswer answer, string? reference, string? self)
            where TPayment : {{api.Prefix}}Payment, global::Apm.IPayment<TPayment>
        {
            try
            {
                return TPayment.Create({{api.Prefix}}Json.ReadPayment(answer.Body));
            }
            catch (global::System.Text.Json.JsonException exception)
            {
                throw global::Apm.ApmTransport.Unreadable(operation, answer, exception, reference, self);
            }
        }
        """);

    private static string OperationField(string id) => "The" + Naming.CSharpName.Pascal(id);

    private sealed record ClientMember(string Docs, string Signature, string Constraint, string Body);
}
