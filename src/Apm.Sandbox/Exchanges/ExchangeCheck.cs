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
    private readonly ResponseCheck _responses = new(api);
    private readonly WebhookCheck _webhooks = new(api);

    /// <summary>Returns all disagreements, and what was not checked.</summary>
    /// <param name="exchange">An exchange of the method or of the API.</param>
    /// <param name="file">All exchanges of the file. An operation that stands alone is a call for a payment in one of them.</param>
    public ExchangeVerdict Check(RecordedExchange exchange, IEnumerable<RecordedExchange> file)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        ArgumentNullException.ThrowIfNull(file);
        var all = new List<StepFindings>();
        RecordedPayment? before = null;
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
                before = Request(step, before, file, findings) ?? before;
            }
        }

        return new ExchangeVerdict([.. all.SelectMany(findings => findings.Problems)], [.. all.SelectMany(findings => findings.Unchecked)]);
    }

    private RecordedPayment? Request(ExchangeStep step, RecordedPayment? before, IEnumerable<RecordedExchange> file, StepFindings findings)
    {
        if (method is null)
        {
            findings.Problem("an API has no requests of its own: move the exchange to the file of a method");
            return null;
        }

        if (api.Operation(step.Operation!) is not { } operation || !method.Offers(operation.Id))
        {
            findings.Problem($"the method does not offer the operation '{step.Operation}'");
            return null;
        }

        var read = Payment(step);
        if (before is null || before.Offers(operation))
        {
            _requests.Check(method, step, operation, before ?? PaymentFor(operation, read, file), findings);
        }
        else
        {
            findings.Problem($"the step before does not offer the operation '{operation.Id}'");
        }

        _responses.Check(method, step, operation, findings);
        return read;
    }

    private RecordedPayment? PaymentFor(OperationModel operation, RecordedPayment? own, IEnumerable<RecordedExchange> file) => operation.Id switch
    {
        OperationId.Pay => null,
        OperationId.Query => own,
        _ => file.SelectMany(exchange => exchange.Steps).Select(Payment).FirstOrDefault(payment => payment?.Offers(operation) == true),
    };

    private RecordedPayment? Payment(ExchangeStep step)
    {
        if (step is not { Operation: { } id, Response: { Status: < 400, Message.Body: { Kind: ExchangeBodyKind.Json } json } } || api.Operation(id) is null)
        {
            return null;
        }

        using var body = JsonDocument.Parse(json.Text);
        return body.RootElement.ValueKind == JsonValueKind.Object ? new RecordedPayment(api, body.RootElement.Clone()) : null;
    }
}
