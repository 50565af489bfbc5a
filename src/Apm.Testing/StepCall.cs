using System.Text.Json;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>The call of one step. It goes through the generated client, unless the client would refuse it or lacks the payment.</summary>
/// <param name="method">The types of the method.</param>
/// <param name="step">A request with its response.</param>
/// <param name="operation">The operation.</param>
/// <param name="payment">The payment that the request is about; null if no response shows it.</param>
/// <param name="result">The id of the refund or the capture that the request is about; null if no response shows it.</param>
/// <param name="body">The body as it was read; null if there is none.</param>
/// <param name="names">The values that the spec names, as they were recorded.</param>
internal sealed class StepCall(
    GeneratedMethod method,
    ExchangeStep step,
    ApmOperation operation,
    Payment? payment,
    string? result,
    object? body,
    RecordedNames names)
{
    private const string MadeUp = "/recorded";

    private readonly string? _self = payment?.Self is { Length: > 0 } self ? self : null;

    /// <summary>Whether the address does not depend on a link that no response shows.</summary>
    public bool IsAddressKnown => operation.Path is not null || (operation.Id == OperationId.Query ? _self is not null : payment is not null);

    /// <summary>The links that a request which the client would refuse may have; empty if the client follows the link itself.</summary>
    public IReadOnlyList<string> Links => operation.Path is null && IsUnchecked && payment is not null && operation.Id != OperationId.Query
        ? [.. payment.Actions.Select(action => action.Href)]
        : [];

    public async Task<object?> SendAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var options = method.Options(operation.Id == OperationId.Query ? _self : payment?.Actions.Select(action => action.Href).FirstOrDefault(), names);
        var client = method.Client(http, options);
        return (IsUnchecked, operation.Id) switch
        {
            (false, OperationId.Pay) when body is not null =>
                await method.PayAsync(client, body, cancellationToken).ConfigureAwait(false),
            (false, OperationId.Query) when _self is not null =>
                await method.QueryAsync(client, _self, cancellationToken).ConfigureAwait(false),
            (false, OperationId.Find) when names.Text(ValueName.PaymentReference) is { } reference =>
                await method.FindAsync(client, reference, cancellationToken).ConfigureAwait(false),
            (false, { } id) when GeneratedMethod.IsOnResult(id) =>
                await method.CallOnResultAsync(id, client, ResultId, KnownId, cancellationToken).ConfigureAwait(false),
            (false, OperationId.Complete) => await method.CompleteAsync(client, Order, names.Returned(), cancellationToken).ConfigureAwait(false),
            (false, { } id) when !OperationId.IsOfApi(id) && (payment ?? MadeUpPayment) is { } known =>
                await method.CallAsync(operation.Id, client, known, body, cancellationToken).ConfigureAwait(false),
            _ => await method.SendAsync(http, options, Unchecked(), cancellationToken).ConfigureAwait(false),
        };
    }

    // A recorded date was right when the request was recorded.
    private bool IsUnchecked => step.Refusal is not null
        || (body is not null && method.Validate(body, payment)?.Violations.Any(violation => violation.Rule == ViolationRule.Date) == true);

    private ApmCall Unchecked()
    {
        var json = step.Refusal is null && body is not null ? Written(body)
            : step.Message?.Body switch
            {
                { Kind: ExchangeBodyKind.Json } recorded => recorded.Text,
                { Kind: ExchangeBodyKind.Form } recorded => GeneratedMethod.FormToJson(recorded.Text, method.Body(operation.Id)) ?? "{}",
                _ => "{}",
            };
        return new ApmCall(operation)
        {
            Link = operation.Path is not null ? null : operation.Id == OperationId.Query ? _self ?? MadeUp : Links.FirstOrDefault() ?? MadeUp,
            PaymentId = KnownId,
            ResultId = GeneratedMethod.IsOnResult(operation.Id) ? ResultId : null,
            Body = operation.IsSafe ? ApmBody.None : ApmBody.Of(new RecordedBody(json), ApmValidationResult.Valid),
            Reference = operation.Id == OperationId.Pay ? Reference(json) : null,
        };
    }

    private string Written(object body) => step.Message?.Body is { Kind: ExchangeBodyKind.Json } recorded
        ? RecordedNames.Fill(GeneratedMethod.Placeholders(body), recorded.Text, static _ => true)
        : method.Write(body);

    // What the shop stored of the payment in the steps before, or else of that in the response.
    private ApmOrder Order => new(
        (payment is null ? null : GeneratedReading.ReferenceOf(payment)) ?? names.Text(ValueName.PaymentReference) ?? "",
        (payment is null ? null : GeneratedReading.ValueOf(payment)) ?? new Money(1, method.CurrencyOf(null)))
    {
        PaymentId = (payment is null ? null : GeneratedReading.IdOf(payment)) ?? names.Text(ValueName.PaymentId),
    };

    private string ResultId => result ?? Stated(operation.Path!, part => part != "{id}");

    private string? KnownId =>
        operation.Path?.Contains("{id}", StringComparison.Ordinal) == true ? PaymentId(operation.Path)
        : operation.Path is null || operation.Id == OperationId.Pay ? null
        : names.Text(ValueName.PaymentId);

    // The response of an operation that results in another object is read only through the client.
    private Payment? MadeUpPayment =>
        (method.Result(operation.Id)?.IsAssignableTo(typeof(Payment)) != true || operation.Path?.Contains("{id}", StringComparison.Ordinal) == false)
        && KnownId is { } id ? method.PaymentWith(id, names) : null;

    // Without a payment, the id is that of the address.
    private string PaymentId(string path) =>
        (operation.Id == OperationId.Query ? _self : payment is null ? null : GeneratedReading.IdOf(payment)) ?? Stated(path, part => part == "{id}");

    private string Stated(string path, Func<string, bool> isWanted)
    {
        var (wanted, stated) = (path.Split('?')[0].Split('/'), step.Message?.Address?.Path.Split('?')[0].Split('/') ?? []);
        return wanted.Zip(stated)
            .Where(part => part.First.StartsWith('{') && isWanted(part.First) && part.Second.Length > 0)
            .Select(part => Uri.UnescapeDataString(part.Second))
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
