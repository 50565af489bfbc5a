using Apm.Specs;

namespace Apm.Generators;

/// <summary>The members of the client that query a payment or wait for its outcome.</summary>
internal static class EmitQueryMembers
{
    private const string Parameters = """
        /// <param name="self">The payment's <see cref="global::Apm.Payment.Self"/>, as the shop stored it.</param>
        /// <param name="cancellationToken">Cancels the wait. A query changes nothing at the gateway.</param>
        /// <exception cref="global::Apm.ApmGatewayException">The gateway responded with an error.</exception>
        """;

    public static IEnumerable<ClientMember> Query(ApiModel api)
    {
        if (api.Operation(OperationId.Query) is not { } query)
        {
            yield break;
        }

        var place = !query.TargetIsLink ? "PaymentId" : "Link";
        var field = ClientMember.Field(OperationId.Query);
        var values = query.Body is null ? "" : $"\n    var values = _transport.CreateQueryValues({field}, self);";
        var body = query.Body is null ? "" : ", Body = QueryBody(values), Values = values";
        yield return new ClientMember(
            $"""
            /// <summary>Queries the current state of a payment.</summary>
            {Parameters}
            """,
            query,
            $"global::System.Threading.Tasks.Task<TPayment> QueryAsync<TPayment>(string self, {ClientMember.Token})",
            ClientMember.Payment(api),
            $$"""
            {
                global::System.ArgumentException.ThrowIfNullOrEmpty(self);{{values}}
                var call = new global::Apm.ApmCall({{field}}) { {{place}} = self, Self = self{{body}} };
                return await _transport.SendAsync<TPayment>(call, cancellationToken).ConfigureAwait(false);
            }
            """);
        yield return new ClientMember(
            $"""
            /// <summary>Queries the current state of a payment of any method.</summary>
            {Parameters}
            """,
            query,
            $"global::System.Threading.Tasks.Task<{api.Prefix}Payment> QueryAsync(string self, {ClientMember.Token})",
            "",
            $"=> QueryAsync<{api.Prefix}Payment>(self, cancellationToken);");
    }

    /// <summary>The members that find a payment by its reference.</summary>
    public static IEnumerable<ClientMember> Find(ApiModel api)
    {
        if (api.Operation(OperationId.Find) is not { } find)
        {
            yield break;
        }

        const string Docs = """
            /// <param name="reference">The shop's reference of the payment request.</param>
            /// <param name="cancellationToken">Cancels the wait. A query changes nothing at the gateway.</param>
            /// <returns>The payment, or null if the gateway has none with the reference. If it has several, the first one of the response.</returns>
            /// <exception cref="global::Apm.ApmGatewayException">The gateway responded with an error.</exception>
            """;
        var field = ClientMember.Field(OperationId.Find);
        var body = find.Body is null ? "" : "Body = FindBody(values), ";
        yield return new ClientMember(
            $"""
            /// <summary>Finds a payment by the shop's reference, such as after an unknown outcome.</summary>
            {Docs}
            """,
            find,
            $"global::System.Threading.Tasks.Task<TPayment?> FindAsync<TPayment>(string reference, {ClientMember.Token})",
            ClientMember.Payment(api),
            $$"""
            {
                global::System.ArgumentException.ThrowIfNullOrEmpty(reference);
                var values = _transport.CreateValues({{field}}, reference, null, null);
                var call = new global::Apm.ApmCall({{field}}) { {{body}}Values = values };
                return await _transport.FindAsync<TPayment>(call, {{CSharpText.LiteralOrNull(find.At)}}, cancellationToken).ConfigureAwait(false);
            }
            """);
        yield return new ClientMember(
            $"""
            /// <summary>Finds a payment of any method by the shop's reference.</summary>
            {Docs}
            """,
            find,
            $"global::System.Threading.Tasks.Task<{api.Prefix}Payment?> FindAsync(string reference, {ClientMember.Token})",
            "",
            $"=> FindAsync<{api.Prefix}Payment>(reference, cancellationToken);");
    }

    /// <summary>Null if a payment cannot be queried.</summary>
    public static ClientMember? Wait(ApiModel api) => api.Operation(OperationId.Query) is null ? null : new(
        """
        /// <summary>Queries a payment at growing intervals until its state is final.</summary>
        /// <param name="payment">The payment from the last response.</param>
        /// <param name="options">The times between queries. The first wait is one second by default.</param>
        /// <param name="cancellationToken">Cancels the wait. It does not change the payment.</param>
        """,
        null,
        "global::System.Threading.Tasks.Task<TPayment> WaitForOutcomeAsync<TPayment>"
            + $"(TPayment payment, global::Apm.PollingOptions? options = null, {ClientMember.Token})",
        ClientMember.Payment(api),
        "=> global::Apm.OutcomePolling.WaitAsync(payment, QueryAsync<TPayment>, options, cancellationToken: cancellationToken);");
}
