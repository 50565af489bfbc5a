using System.Text.Json;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>The call of one step. It goes through the generated client, unless the client would refuse it or lacks the payment.</summary>
/// <param name="method">The types of the method.</param>
/// <param name="step">A request with its response.</param>
/// <param name="operation">The operation.</param>
/// <param name="payment">The payment that the request is about; null if no response shows it.</param>
/// <param name="body">The body as it was read; null if there is none.</param>
internal sealed class StepCall(GeneratedMethod method, ExchangeStep step, ApmOperation operation, Payment? payment, object? body)
{
    private const string MadeUp = "/recorded";

    private readonly string? _self = payment?.Self is { Length: > 0 } self ? self : null;

    /// <summary>Whether the address does not depend on a link that no response shows.</summary>
    public bool IsAddressKnown => operation.Path is not null || (operation.Id == OperationId.Query ? _self is not null : payment is not null);

    /// <summary>The links that a request which the client would refuse may have; empty if the client follows the link itself.</summary>
    public IReadOnlyList<string> Links => operation.Path is null && step.Refusal is not null && payment is not null && operation.Id != OperationId.Query
        ? [.. payment.Actions.Select(action => action.Href)]
        : [];

    public async Task<Payment> SendAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var options = method.Options(operation.Id == OperationId.Query ? _self : payment?.Actions.Select(action => action.Href).FirstOrDefault());
        var client = method.Client(http, options);
        var call = (step.Refusal, operation.Id) switch
        {
            (null, OperationId.Pay) when body is not null => method.PayAsync(client, body, cancellationToken),
            (null, OperationId.Query) when _self is not null => method.QueryAsync(client, _self, cancellationToken),
            (null, not (OperationId.Pay or OperationId.Query)) when payment is not null =>
                method.CallAsync(operation.Id, client, payment, body, cancellationToken),
            _ => method.SendAsync(http, options, Unchecked(), cancellationToken),
        };
        return await call.ConfigureAwait(false);
    }

    private ApmCall Unchecked()
    {
        var json = step.Refusal is null && body is not null ? method.Write(body)
            : step.Message?.Body switch
            {
                { Kind: ExchangeBodyKind.Json } recorded => recorded.Text,
                { Kind: ExchangeBodyKind.Form } recorded => FormText.ToJson(recorded.Text) ?? "{}",
                _ => "{}",
            };
        return new ApmCall(operation)
        {
            Link = operation.Path is not null ? null : operation.Id == OperationId.Query ? _self ?? MadeUp : Links.FirstOrDefault() ?? MadeUp,
            PaymentId = operation.Path?.Contains("{id}", StringComparison.Ordinal) == true ? PaymentId(operation.Path) : null,
            Body = operation.IsSafe ? ApmBody.None : ApmBody.Of(new RecordedBody(json), ApmValidationResult.Valid),
            Reference = operation.Id == OperationId.Pay ? Reference(json) : null,
        };
    }

    // Without a payment, the id is that of the address.
    private string PaymentId(string path)
    {
        if ((operation.Id == OperationId.Query ? _self : payment is null ? null : GeneratedReading.IdOf(payment)) is { } id)
        {
            return id;
        }

        var (wanted, stated) = (path.Split('/'), step.Message?.Address?.Path.Split('/') ?? []);
        return wanted.Zip(stated).Where(part => part.First == "{id}" && part.Second.Length > 0).Select(part => Uri.UnescapeDataString(part.Second))
            .FirstOrDefault(MadeUp[1..]);
    }

    private string? Reference(string json)
    {
        using var document = JsonDocument.Parse(json);
        var found = document.RootElement;
        foreach (var name in method.Profile.ReferencePath.Split('.')[1..])
        {
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found))
            {
                return null;
            }
        }

        return found.ValueKind == JsonValueKind.String ? found.GetString() : null;
    }
}
