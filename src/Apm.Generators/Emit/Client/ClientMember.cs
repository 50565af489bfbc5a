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

    /// <summary>Whether an operation takes an idempotency key.</summary>
    public static bool TakesKey(OperationModel? operation, ApiModel api) => operation is not null && api.Recovery?.Key?.IsTakenBy(operation) == true;

    /// <summary>The parameter of the key; empty for an operation without a key.</summary>
    public static string KeyParameter(bool takesKey) => takesKey ? "string? idempotencyKey = null, " : "";

    /// <summary>The key in the initializer of a call; empty for an operation without a key.</summary>
    public static string Key(bool takesKey, ApiModel? api = null) =>
        !takesKey ? "" : api?.UsesValues == true ? "IdempotencyKey = values.Key, " : "IdempotencyKey = idempotencyKey, ";

    /// <summary>The body in the initializer of a call, with the values of the call if the API has names.</summary>
    /// <param name="body">The expression for the body without values.</param>
    /// <param name="api">The API.</param>
    public static string BodyOf(string body, ApiModel api) =>
        api.UsesValues ? $"Body = {body.Substring(0, body.Length - 1)}, values), Values = values, " : $"Body = {body}, ";

    private const string KeyText = "he key by which the gateway carries out the request once. Store it with the order before the call. "
        + "If it is null, the client creates one, which is lost if the program ends.";

    /// <summary>The documentation of the key for a member without tags for parameters.</summary>
    public static string KeyDocs(bool takesKey) => takesKey ? $"\n/// <remarks><c>idempotencyKey</c> is t{KeyText}</remarks>" : "";

    /// <summary>The documentation of the key for a member with a tag for each parameter.</summary>
    public static string KeyParameterDocs(bool takesKey) => takesKey ? $"\n/// <param name=\"idempotencyKey\">T{KeyText}</param>" : "";

    /// <summary>What a payment must be, in the signature of a member.</summary>
    public static string Payment(ApiModel api) => $" where TPayment : {api.Prefix}Payment, global::Apm.IPayment<TPayment>";
}
