using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

// docs/decisions/sources-and-exchanges.md
/// <summary>Compares recorded exchanges with a spec. It uses no generated code.</summary>
/// <param name="api">The API.</param>
/// <param name="method">The method; null for the webhooks of an API.</param>
public sealed class ExchangeCheck(ApiModel api, MethodModel? method)
{
    private readonly RequestCheck _requests = new(api);
    private readonly WebhookCheck _webhooks = new(api, method is null ? [] : [method]);

    /// <summary>Returns all disagreements, and what was not checked.</summary>
    /// <param name="exchange">An exchange of the method or of the API.</param>
    /// <param name="file">All exchanges of the file. An operation that stands alone is a call for a payment in one of them.</param>
    public ExchangeVerdict Check(RecordedExchange exchange, IEnumerable<RecordedExchange> file)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        ArgumentNullException.ThrowIfNull(file);
        var all = new List<StepFindings>();
        RecordedPayment? before = null;
        string? result = null;
        string? currency = null;
        foreach (var step in exchange.Steps)
        {
            var findings = new StepFindings(step.Location);
            all.Add(findings);
            if (step.IsWebhook)
            {
                _webhooks.Check(step, findings);
            }
            else
            {
                currency = CurrencyOf(step) ?? currency;
                before = Request(step, before, result, currency, file, findings) ?? before;
                result = ResultId(step) ?? result;
            }
        }

        return new ExchangeVerdict([.. all.SelectMany(findings => findings.Problems)], [.. all.SelectMany(findings => findings.Unchecked)]);
    }

    private RecordedPayment? Request(
        ExchangeStep step,
        RecordedPayment? before,
        string? result,
        string? currency,
        IEnumerable<RecordedExchange> file,
        StepFindings findings)
    {
        if (method is null)
        {
            findings.Problem("an API has no requests of its own: move the exchange to the file of a method");
            return null;
        }

        if (Find(step.Operation!) is not { } operation)
        {
            findings.Problem($"the method does not offer the operation '{step.Operation}'");
            return null;
        }

        var read = Payment(step);
        if (before is null || api.Operation(operation.Id) is null || before.Offers(operation))
        {
            _requests.Check(method, step, operation, before ?? PaymentFor(operation, read, file), result, currency, findings);
        }
        else
        {
            findings.Problem($"the step before does not offer the operation '{operation.Id}'");
        }

        new ResponseCheck(api, currency).Check(method, step, operation, findings);
        if (operation.Id != OperationId.Pay && before?.Id is { } id && read?.Id is { } other && other != id)
        {
            findings.Problem(
                $"the response to '{operation.Id}' has the id '{other}', and the payment has '{id}': if it is another object, "
                    + $"write 'result' under '{operation.Id}' of the API");
        }

        if (operation.Id == OperationId.Complete && step.Message is { } request && read?.Reference is { } reference && Stated(request, operation) is { } stated
            && stated != reference)
        {
            findings.Problem($"the response to 'complete' has the reference '{reference}', and the request has '{stated}': the client refuses it");
        }

        return read;
    }

    private string? Stated(ExchangeMessage request, OperationModel operation)
    {
        if (operation.Body is not { } root || method is null || RecordedBody.Json(request.Body, api, method) is not { } json)
        {
            return null;
        }

        using var body = JsonDocument.Parse(json);
        var sent = body.RootElement;
        return root.Members.Where(member => member.ConstName == ValueName.PaymentReference).Select(member => Dotted.Text(sent, member.Path)).FirstOrDefault();
    }

    // A method offers the queries and cancellations of its refunds and captures.
    private OperationModel? Find(string id) => api.Operation(id) is { } operation
        ? (method!.Offers(id) ? operation : null)
        : api.Results
            .Where(result => api.Operations.Any(operation => operation.Result == result.Kind && method!.Offers(operation.Id)))
            .SelectMany(result => result.Operations)
            .FirstOrDefault(operation => operation.Id == id);

    // Of the money in a payment request or in a response about the payment.
    private string? CurrencyOf(ExchangeStep step)
    {
        if (step.Operation == OperationId.Pay && method is not null && step.Message is { } request && RecordedBody.Json(request.Body, api, method) is { } sent)
        {
            using var body = JsonDocument.Parse(sent);
            if (PaymentCurrency.Of(api, method, body.RootElement) is { } currency)
            {
                return currency;
            }
        }

        return Payment(step) is { } payment ? new ResponseInterpreter(api).CurrencyOf(payment.Body) : null;
    }

    private string? ResultId(ExchangeStep step)
    {
        if (step.Response?.Message.Body is not { Kind: ExchangeBodyKind.Json } json
            || step.Response.Status >= 400
            || api.AllOperations.FirstOrDefault(operation => operation.Id == step.Operation) is not { } operation
            || api.Result(operation.Result) is not { } model)
        {
            return null;
        }

        using var body = JsonDocument.Parse(json.Text);
        return new ResultInterpreter(api).Read(model, body.RootElement)?.Id;
    }

    private RecordedPayment? PaymentFor(OperationModel operation, RecordedPayment? own, IEnumerable<RecordedExchange> file) => operation.Id switch
    {
        OperationId.Pay or OperationId.Find or OperationId.Complete => null,
        OperationId.Query => own,
        _ => file.SelectMany(exchange => exchange.Steps).Select(Payment).FirstOrDefault(payment => payment?.Offers(operation) == true),
    };

    private RecordedPayment? Payment(ExchangeStep step)
    {
        if (step is not { Operation: { } id, Response: { Message.Body: { Kind: ExchangeBodyKind.Json } json } response }
            || api.Operation(id) is not { Result: ResultKind.Payment } operation)
        {
            return null;
        }

        using var body = JsonDocument.Parse(json.Text);
        var responses = new ResponseInterpreter(api);
        if (response.Status >= 400 || responses.IsError(body.RootElement))
        {
            // A refused payment is the result of these.
            return id is OperationId.Pay or OperationId.Confirm or OperationId.Complete && responses.PaymentOf(body.RootElement) is { } contained
                ? new RecordedPayment(api, contained.Clone())
                : null;
        }

        return FoundElement.In(body.RootElement, operation.At) is { ValueKind: JsonValueKind.Object } found ? new RecordedPayment(api, found.Clone()) : null;
    }
}
