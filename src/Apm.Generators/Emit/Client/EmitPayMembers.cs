using Apm.Specs;

namespace Apm.Generators;

/// <summary>The member of the client that makes a payment.</summary>
internal static class EmitPayMembers
{
    public static ClientMember Pay(ApiModel api)
    {
        const string Request = "Body = global::Apm.ApmBody.Of(request), Reference = request.Reference, Method = request.Method";
        return new ClientMember(
            $$"""
            /// <summary>Makes a payment. The request is validated first. A request that violates a rule is not sent.</summary>
            /// <exception cref="global::Apm.ApmValidationException">The request violates a rule. Nothing was sent.</exception>
            {{ClientMember.SendErrors}}
            """,
            api.Operation(OperationId.Pay),
            $"global::System.Threading.Tasks.Task<TPayment> PayAsync<TPayment>(global::Apm.IPaymentRequest<TPayment> request, {ClientMember.Token})",
            ClientMember.Payment(api),
            $$"""
            {
                global::System.ArgumentNullException.ThrowIfNull(request);
                var call = new global::Apm.ApmCall({{ClientMember.Field(OperationId.Pay)}}) { {{Request}} };
                return await _transport.SendAsync<TPayment>(call, cancellationToken).ConfigureAwait(false);
            }
            """);
    }
}
