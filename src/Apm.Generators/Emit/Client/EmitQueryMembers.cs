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
                global::System.ArgumentException.ThrowIfNullOrEmpty(self);
                var call = new global::Apm.ApmCall({{ClientMember.Field(OperationId.Query)}}) { {{place}} = self, Self = self };
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
