using Apm.Specs;

namespace Apm.Generators;

/// <summary>The member of the client that makes a payment.</summary>
internal static class EmitPayMembers
{
    public static ClientMember Pay(ApiModel api)
    {
        var takesKey = ClientMember.TakesKey(api.Operation(OperationId.Pay), api);
        var field = ClientMember.Field(OperationId.Pay);
        var key = takesKey ? "idempotencyKey" : "null";
        var values = api.UsesValues ? $"\n    var values = _transport.CreateValues({field}, request.Reference, request.Value, {key});" : "";
        var request = ClientMember.Key(takesKey, api) + ClientMember.BodyOf("global::Apm.ApmBody.Of(request)", api)
            + "Reference = request.Reference, Method = request.Method";
        const string Summary = "/// <summary>Makes a payment. The request is validated first. A request that violates a rule is not sent.</summary>";
        return new ClientMember(
            $$"""
            {{Summary}}{{ClientMember.KeyDocs(takesKey)}}
            /// <exception cref="global::Apm.ApmValidationException">The request violates a rule. Nothing was sent.</exception>
            {{ClientMember.SendErrors}}
            """,
            api.Operation(OperationId.Pay),
            $"global::System.Threading.Tasks.Task<TPayment> PayAsync<TPayment>"
                + $"(global::Apm.IPaymentRequest<TPayment> request, {ClientMember.KeyParameter(takesKey)}{ClientMember.Token})",
            ClientMember.Payment(api),
            $$"""
            {
                global::System.ArgumentNullException.ThrowIfNull(request);{{values}}
                var call = new global::Apm.ApmCall({{field}}) { {{request}} };
                return await _transport.SendAsync<TPayment>(call, cancellationToken).ConfigureAwait(false);
            }
            """);
    }

    /// <summary>The members that send a request with an unknown outcome again, for an API with idempotency keys.</summary>
    public static IEnumerable<ClientMember> Repeat(ApiModel api)
    {
        if (api.Recovery?.Key is not { } key)
        {
            yield break;
        }

        yield return new ClientMember(
            Docs("what the request results in, such as a payment"),
            null,
            $"global::System.Threading.Tasks.Task<TResult> RepeatAsync<TResult>(global::Apm.ApmOutcomeUnknownException exception, {ClientMember.Token})",
            " where TResult : class",
            "=> _transport.RepeatAsync<TResult>(exception, cancellationToken);");
        if (api.AllOperations.Any(operation => operation.Result == ResultKind.Nothing && key.IsTakenBy(operation)))
        {
            yield return new ClientMember(
                Docs("nothing"),
                null,
                $"global::System.Threading.Tasks.Task RepeatAsync(global::Apm.ApmOutcomeUnknownException exception, {ClientMember.Token})",
                "",
                "=> _transport.RepeatAsync<global::Apm.ApmHttpResponse>(exception, cancellationToken);");
        }
    }

    private static string Docs(string result) => $"""
        /// <summary>
        /// Sends a request again whose outcome is not known, with the same body and the same idempotency key. The gateway carries it out once.
        /// </summary>
        /// <param name="exception">The exception of the request, before its <see cref="global::Apm.ApmOutcomeUnknownException.RepeatBefore"/>.</param>
        /// <param name="cancellationToken">Cancels the call.</param>
        /// <returns>{char.ToUpperInvariant(result[0]) + result.Substring(1)}.</returns>
        /// <exception cref="global::System.ArgumentException">The exception has no key of this API, or the request results in something else.</exception>
        {ClientMember.SendErrors}
        """;
}
