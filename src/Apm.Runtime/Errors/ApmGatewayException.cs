using System.Net;
using System.Text;

namespace Apm;

/// <summary>The gateway answered with an error.</summary>
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
        Exception? innerException)
        : base(Describe(api, operation, statusCode, errorName, errors, correlationId, isDuplicateReference, innerException), innerException)
    {
        Operation = operation;
        StatusCode = statusCode;
        ErrorName = errorName;
        GatewayMessage = gatewayMessage;
        Errors = errors;
        CorrelationId = correlationId;
        IsDuplicateReference = isDuplicateReference;
    }

    /// <summary>The id of the operation, such as <see cref="PaymentOperation.Pay"/>.</summary>
    public string Operation { get; }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The gateway's name for what is wrong; null where the answer has none. New names may appear.</summary>
    public string? ErrorName { get; }

    /// <summary>The gateway's own words. They may quote what was sent, so they are not in <see cref="Exception.Message"/>: do not log them.</summary>
    public string? GatewayMessage { get; }

    /// <summary>The wrong fields that the gateway named; empty where it named none.</summary>
    public IReadOnlyList<ApmGatewayError> Errors { get; }

    /// <summary>What the gateway's support asks for; null where the answer has none.</summary>
    public string? CorrelationId { get; }

    /// <summary>
    /// The gateway already knows the reference. After <see cref="ApmOutcomeUnknownException"/> it means that the first
    /// request did arrive: wait for the event that carries the reference. Never true for a query, which has no reference.
    /// </summary>
    public bool IsDuplicateReference { get; }

    /// <summary>True for a duplicate reference only: an earlier request with it did arrive. This one changed nothing. Never true for a query.</summary>
    public override bool MoneyMayHaveMoved => IsDuplicateReference;

    private static string Describe(
        string api,
        string operation,
        HttpStatusCode statusCode,
        string? errorName,
        IReadOnlyList<ApmGatewayError> errors,
        string? correlationId,
        bool isDuplicateReference,
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
            _ => ", and the answer could not be read.",
        });
        if (isDuplicateReference)
        {
            text.Append(" An earlier request with this reference did arrive; this one changed nothing.");
        }

        return text.ToString();
    }
}

/// <summary>One wrong field, as a gateway names it.</summary>
/// <param name="ErrorName">The gateway's name for what is wrong; null where it gives none.</param>
/// <param name="Message">The gateway's own words; they may quote what was sent, so they are not in <see cref="ToString"/>. Null where it gives none.</param>
/// <param name="JsonPath">Where, in the gateway's notation, such as <c>$.instruction.value</c>; null where it gives none.</param>
public sealed record ApmGatewayError(string? ErrorName, string? Message, string? JsonPath)
{
    /// <summary>Path and name; the gateway's words are withheld.</summary>
    public override string ToString() => (JsonPath, ErrorName) switch
    {
        ({ } path, { } name) => $"{SafeText.Code(path)}: {SafeText.Code(name)}",
        ({ } path, null) => SafeText.Code(path),
        (null, { } name) => SafeText.Code(name),
        _ => "unnamed",
    };
}
