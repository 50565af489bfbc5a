namespace Apm;

/// <content>The values of a call that a spec names.</content>
public sealed partial class ApmTransport
{
    /// <summary>The values of a payment request.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="reference">The shop's reference.</param>
    /// <param name="value">The money of the payment; null if the request has none.</param>
    /// <param name="idempotencyKey">The key that the caller gives; null for a new one.</param>
    public CallValues CreateValues(ApmOperation operation, string? reference, Money? value, string? idempotencyKey) =>
        new(operation?.Id ?? throw new ArgumentNullException(nameof(operation)), _settings.Current, Clock.GetUtcNow())
        {
            Reference = reference,
            Value = value,
            Key = KeyOf(operation, idempotencyKey),
        };

    /// <summary>The values of an operation on a payment.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="payment">The payment.</param>
    /// <param name="idempotencyKey">The key that the caller gives; null for a new one.</param>
    public CallValues CreateValues(ApmOperation operation, Payment payment, string? idempotencyKey)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(payment);
        return new(operation.Id, _settings.Current, Clock.GetUtcNow())
        {
            PaymentId = payment.KnownId,
            Reference = payment.GetReference(),
            Value = payment.GetPaidValue(),
            Key = KeyOf(operation, idempotencyKey),
        };
    }

    /// <summary>The values of a call that continues a payment after the customer's return.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="order">What the shop stored of the payment.</param>
    /// <param name="returned">The query string of the address at which the customer returned.</param>
    /// <param name="idempotencyKey">The key that the caller gives; null for a new one.</param>
    public CallValues CreateValues(ApmOperation operation, ApmOrder order, string returned, string? idempotencyKey)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(returned);
        return new(operation.Id, _settings.Current, Clock.GetUtcNow())
        {
            PaymentId = order.PaymentId,
            Reference = order.Reference,
            Value = order.Value,
            Key = KeyOf(operation, idempotencyKey),
            Order = order,
            Returned = ReturnedParameters.Read(returned),
        };
    }

    /// <summary>The values of a query by the payment's id.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="self">The id of the payment.</param>
    public CallValues CreateQueryValues(ApmOperation operation, string self)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return new(operation.Id, _settings.Current, Clock.GetUtcNow()) { PaymentId = self };
    }

    /// <summary>Finds a payment by the shop's reference.</summary>
    /// <param name="call">The call.</param>
    /// <param name="at">The path of the payment in the response, with brackets at the end for the first of a list; null if it is the response.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>Null if the gateway does not know the reference.</returns>
    /// <inheritdoc cref="SendAsync{TPayment}(ApmCall, CancellationToken)" path="/exception"/>
    public async Task<TPayment?> FindAsync<TPayment>(ApmCall call, string? at, CancellationToken cancellationToken = default)
        where TPayment : Payment, IPayment<TPayment>
    {
        try
        {
            return await SendAndReadAsync(call, answer => FoundPayment.Read(answer, at) is { } found ? ReadPayment<TPayment>(found) : null, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ApmGatewayException exception) when (exception.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    // Values for a call whose body has no names.
    private ApmCall WithValues(in ApmCall call, ClientSettings settings) =>
        call.Values is not null || (_profile.HeaderTemplates.Count == 0 && !call.Operation.HasNames)
            ? call
            : call with
            {
                Values = new(call.Operation.Id, settings, Clock.GetUtcNow())
                {
                    PaymentId = call.PaymentId,
                    ResultId = call.ResultId,
                    Reference = call.Reference,
                    Key = call.IdempotencyKey,
                },
            };

    private string? KeyOf(ApmOperation operation, string? given) =>
        given ?? (_profile.IdempotencyKey?.IsTakenBy(operation) == true ? ApmIdempotencyKey.Create() : null);
}
