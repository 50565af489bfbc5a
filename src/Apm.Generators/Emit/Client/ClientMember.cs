using Apm.Specs;

namespace Apm.Generators;

/// <summary>A method of the client, which its interface has, too.</summary>
/// <param name="Operation">What the member sends; null if this depends on the request.</param>
/// <param name="Body">An expression after <c>=&gt;</c>, or a block of an async method.</param>
internal sealed record ClientMember(string Docs, OperationModel? Operation, string Signature, string Constraint, string Body)
{
    public const string Token = "global::System.Threading.CancellationToken cancellationToken = default";

    public const string NotAvailableError = """
        /// <exception cref="global::Apm.ApmActionUnavailableException">The operation is not available for this payment now. Nothing was sent.</exception>
        """;

    public const string SendErrors = """
        /// <exception cref="global::Apm.ApmGatewayException">The gateway responded with an error.</exception>
        /// <exception cref="global::Apm.ApmOutcomeUnknownException">The outcome is not known: money may have moved. The message states what to do.</exception>
        """;

    public const string QueryErrors = """
        /// <exception cref="global::Apm.ApmGatewayException">The gateway responded with an error.</exception>
        """;

    /// <summary>The field of the client with an operation.</summary>
    public static string Field(string operation) => "The" + CSharpName.Pascal(operation);

    /// <summary>What a payment must be, in the signature of a member.</summary>
    public static string Payment(ApiModel api) => $" where TPayment : {api.Prefix}Payment, global::Apm.IPayment<TPayment>";
}
