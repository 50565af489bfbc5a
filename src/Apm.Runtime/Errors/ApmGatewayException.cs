using System.Net;
using System.Text;

namespace Apm;

/// <summary>The gateway responded with an error.</summary>
public sealed class ApmGatewayException : ApmException
{
    private const int DetailsInMessage = 5;

    internal ApmGatewayException(
        string api,
        string operation,
        HttpStatusCode statusCode,
        string? errorName,
        string? gatewayMessage,
        IReadOnlyList<ApmGatewayError> errors,
        string? correlationId,
        bool isDuplicateReference,
        bool isKeyReused,
        Payment? payment,
        Exception? innerException)
        : base(Describe(api, operation, statusCode, errorName, errors, correlationId, isDuplicateReference, isKeyReused, innerException), innerException)
    {
        Operation = operation;
        StatusCode = statusCode;
        ErrorName = errorName;
        GatewayMessage = gatewayMessage;
        Errors = errors;
        CorrelationId = correlationId;
        IsDuplicateReference = isDuplicateReference;
        IsKeyReused = isKeyReused;
        Payment = payment;
    }

    /// <summary>The id of the operation, such as <see cref="PaymentOperation.Pay"/>.</summary>
    public string Operation { get; }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The gateway's name for the error; null if the response has none. The gateway may add new names.</summary>
    public string? ErrorName { get; }

    /// <summary>The gateway's message. It may quote the request, so it is not in <see cref="Exception.Message"/>: do not log it.</summary>
    public string? GatewayMessage { get; }

    /// <summary>The invalid fields that the gateway named; empty if it named none.</summary>
    public IReadOnlyList<ApmGatewayError> Errors { get; }

    /// <summary>The id that the gateway's support needs to find the request; null if the response has none.</summary>
    public string? CorrelationId { get; }

    /// <summary>
    /// The gateway already knows the reference. After an <see cref="ApmOutcomeUnknownException"/> it means that the first
    /// request arrived: wait for the webhook with this reference. It is never true for a query, which has no reference.
    /// </summary>
    public bool IsDuplicateReference { get; }

    /// <summary>The idempotency key belongs to an earlier request with another body. This request changed nothing.</summary>
    public bool IsKeyReused { get; }

    /// <summary>The payment that the error contains, as the gateway described it; null if it contains none. Its type is that of the API.</summary>
    public Payment? Payment { get; }

    /// <summary>True only for a duplicate reference: an earlier request with it arrived. This request changed nothing. Never true for a query.</summary>
    public override bool MoneyMayHaveMoved => IsDuplicateReference;

    private static string Describe(
        string api,
        string operation,
        HttpStatusCode statusCode,
        string? errorName,
        IReadOnlyList<ApmGatewayError> errors,
        string? correlationId,
        bool isDuplicateReference,
        bool isKeyReused,
        Exception? innerException)
    {
        var text = new StringBuilder($"{api} answered '{operation}' with {(int)statusCode}");
        if (errorName is not null)
        {
            text.Append(": ").Append(SafeText.Code(errorName));
        }

        for (var index = 0; index < Math.Min(errors.Count, DetailsInMessage); index++)
        {
            text.Append(index == 0 ? " (" : ", ").Append(errors[index]);
        }

        if (errors.Count > 0)
        {
            text.Append(errors.Count > DetailsInMessage ? ", …)" : ")");
        }

        if (correlationId is not null)
        {
            text.Append(", correlation id ").Append(SafeText.Code(correlationId));
        }

        text.Append(innerException switch
        {
            null => ".",
            RedirectedException => $", but {RedirectedException.WayOut}.",
            _ => ", and the response could not be read.",
        });
        if (isDuplicateReference)
        {
            text.Append(" An earlier request with this reference arrived; this request changed nothing.");
        }

        if (isKeyReused)
        {
            text.Append(" The idempotency key belongs to an earlier request with another body; this request changed nothing.");
        }

        return text.ToString();
    }
}

/// <summary>One invalid field, as a gateway names it.</summary>
/// <param name="ErrorName">The gateway's name for the error; null if it gives none.</param>
/// <param name="Message">The gateway's message; null if it gives none. It may quote the request, so it is not in <see cref="ToString"/>.</param>
/// <param name="JsonPath">The field in the gateway's notation, such as <c>$.instruction.value</c>; null if it gives none.</param>
public sealed record ApmGatewayError(string? ErrorName, string? Message, string? JsonPath)
{
    /// <summary>The path and the name. The gateway's message is withheld.</summary>
    public override string ToString() => (JsonPath, ErrorName) switch
    {
        ({ } path, { } name) => $"{SafeText.Code(path)}: {SafeText.Code(name)}",
        ({ } path, null) => SafeText.Code(path),
        (null, { } name) => SafeText.Code(name),
        _ => "unnamed",
    };
}
