using Apm.Specs;

namespace Apm.Generators;

/// <summary>The members of the client that continue a payment after the customer's return.</summary>
internal static class EmitCompleteMembers
{
    public static IEnumerable<ClientMember> Of(ApiModel api)
    {
        if (api.Operation(OperationId.Complete) is not { } complete)
        {
            yield break;
        }

        var takesKey = ClientMember.TakesKey(complete, api);
        var field = ClientMember.Field(OperationId.Complete);
        var key = takesKey ? "idempotencyKey" : "null";
        var body = complete.Body is null ? "" : "Body = CompleteBody(values), ";
        var self = api.Operation(OperationId.Query) is { TargetIsLink: false } ? "Self = order.PaymentId, " : "";
        const string Returned = "The query string of the address at which the customer returned, unchanged.";
        var docs = $$"""
            /// <param name="order">What the shop stored of the payment. If the response is about another payment, the call fails.</param>
            /// <param name="returned">{{Returned}}</param>{{ClientMember.KeyParameterDocs(takesKey)}}
            /// <param name="cancellationToken">Cancels the call.</param>
            /// <exception cref="global::Apm.ApmPaymentMismatchException">The response is about another payment. Do not deliver the order.</exception>
            /// <exception cref="global::Apm.ApmActionUnavailableException">The address lacks a parameter. Nothing was sent.</exception>
            {{ClientMember.SendErrors}}
            """;
        var initializer = $"{ClientMember.Key(takesKey, api)}{body}PaymentId = order.PaymentId, {self}Values = values";
        const string Parameters = "(global::Apm.ApmOrder order, string returned, ";
        yield return new ClientMember(
            "/// <summary>Continues a payment after the customer's return.</summary>\n" + docs,
            complete,
            $"global::System.Threading.Tasks.Task<TPayment> CompleteAsync<TPayment>{Parameters}{ClientMember.KeyParameter(takesKey)}{ClientMember.Token})",
            ClientMember.Payment(api),
            $$"""
            {
                global::System.ArgumentNullException.ThrowIfNull(order);
                global::System.ArgumentNullException.ThrowIfNull(returned);
                var values = _transport.CreateValues({{field}}, order, returned, {{key}});
                var call = new global::Apm.ApmCall({{field}}) { {{initializer}} };
                return await _transport.SendAsync<TPayment>(call, cancellationToken).ConfigureAwait(false);
            }
            """);
        yield return new ClientMember(
            "/// <summary>Continues a payment of any method after the customer's return.</summary>\n" + docs,
            complete,
            $"global::System.Threading.Tasks.Task<{api.Prefix}Payment> CompleteAsync{Parameters}{ClientMember.KeyParameter(takesKey)}{ClientMember.Token})",
            "",
            $"=> CompleteAsync<{api.Prefix}Payment>(order, returned, {(takesKey ? "idempotencyKey, " : "")}cancellationToken);");
    }
}
