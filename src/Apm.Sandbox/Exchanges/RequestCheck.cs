using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Compares a recorded request with the spec: address, headers and body.</summary>
internal sealed class RequestCheck(ApiModel api)
{
    private readonly RequestInterpreter _requests = new(api);

    /// <param name="method">The method.</param>
    /// <param name="step">A request.</param>
    /// <param name="operation">Its operation.</param>
    /// <param name="payment">The payment that the request is about; null if no response shows it.</param>
    /// <param name="result">The id of the refund or the capture that the request is about; null if no response shows it.</param>
    /// <param name="currency">The currency of the payment; null if no step before shows it.</param>
    /// <param name="findings">Where findings are added.</param>
    public void Check(
        MethodModel method,
        ExchangeStep step,
        OperationModel operation,
        RecordedPayment? payment,
        string? result,
        string? currency,
        StepFindings findings)
    {
        if (step.Message is not { } request)
        {
            return;
        }

        var root = operation.Id == OperationId.Pay ? method.Request
            : operation.IsQuery || operation.Id == OperationId.Complete ? operation.Body
            : method.Operation(operation.Id)?.Body;
        var rules = operation.Id == OperationId.Pay ? method.Rules : method.Operation(operation.Id)?.Rules ?? default;
        Address(operation, request.Address, payment, result, root, findings);
        if (RecordedBody.Json(request.Body, api, method) is not { } json)
        {
            findings.Problem(api.Format == BodyFormat.Json ? "the request is a form, and requests of the spec are JSON"
                : request.Body!.Kind == ExchangeBodyKind.Json ? "the request is JSON, and requests of the spec are forms"
                : "the form cannot be read, or has two values for one name");
            return;
        }

        using var body = JsonDocument.Parse(json);
        var isSent = body.RootElement.ValueKind != JsonValueKind.Object || body.RootElement.EnumerateObject().Any();
        var headers = new SentHeaders(api, operation, isSent, Dotted.TextOrNumber(body.RootElement, api.Roles.Reference), root);
        foreach (var difference in request.Headers.Select(headers.DifferenceTo).OfType<string>())
        {
            findings.Problem(difference);
        }

        if (root is not null)
        {
            var query = PathTemplate.Query(request.Address?.Path ?? "");
            var merged = OutsideBody.Merge(root, body.RootElement, query, name => request.Header(name));
            Named(root, merged, payment, findings);
            var unknown = UnknownMembers.In(api, root, merged).Select(path => $"the spec has no field {path}");
            foreach (var difference in unknown.Concat(BodyForm.DifferencesIn(api, root, merged)))
            {
                findings.Problem(difference);
            }

            Body(PaymentCurrency.Add(api, root, merged, currency), step.Refusal, root, rules, findings);
        }

        if (request.Body is not null && (root is null || !isSent))
        {
            findings.Problem(root is null
                ? $"the operation '{operation.Id}' has no body in the spec, and one was recorded"
                : "a request without members has no body: remove 'body'");
        }
    }

    // An operation whose body has the id of the payment must have that of the steps before.
    private static void Named(FieldModel field, JsonElement body, RecordedPayment? payment, StepFindings findings)
    {
        if (field.ConstName == ValueName.PaymentId
            && (payment?.Id ?? payment?.Self) is { } id
            && Dotted.TextOrNumber(body, field.Path) is { } stated
            && stated != id)
        {
            findings.Problem($"$.{field.Path} is '{stated}', and the payment has the id '{id}'");
        }

        foreach (var member in field.Type == FieldType.Object ? field.Members : default)
        {
            Named(member, body, payment, findings);
        }
    }

    private void Address(
        OperationModel operation,
        ExchangeAddress? stated,
        RecordedPayment? payment,
        string? result,
        FieldModel? root,
        StepFindings findings)
    {
        var fields = root?.OutsideBody().Where(field => field.Place == FieldPlace.Query).Select(field => field.Name).ToList() ?? [];
        if (stated is null)
        {
            return;
        }

        if (stated.Verb != operation.Verb)
        {
            findings.Problem($"the request is sent with {stated.Verb}, and the spec has {operation.Verb}");
        }

        if (operation is { Id: OperationId.Query, TargetIsLink: true } && payment?.Self is { } self && !payment.IsFollowed(self))
        {
            findings.Problem($"the link {self} leads to no host of the API");
            return;
        }

        var address = Path(operation, payment, result);
        if (address is null)
        {
            findings.Leave($"the address {stated.Path}: no response of the file offers the operation '{operation.Id}'");
        }
        else if (!PathTemplate.Matches(address, stated.Path, fields))
        {
            findings.Problem($"the request is sent to {stated.Path}, and the spec has {address}");
        }
    }

    // A template if the payment is not known.
    private static string? Path(OperationModel operation, RecordedPayment? payment, string? result)
    {
        var isQuery = operation.Id == OperationId.Query;
        if (!operation.TargetIsLink)
        {
            return Fill(Fill(Fill(operation.Target, "{id}", isQuery ? payment?.Self : payment?.Id), "{refund.id}", result), "{capture.id}", result);
        }

        var link = isQuery ? payment?.Self : payment?.Link(operation);
        return link is null || link.StartsWith('/') ? link
            : Uri.TryCreate(link, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }, out var address) ? address.PathAndQuery
            : link;
    }

    private static string Fill(string path, string placeholder, string? id) =>
        id is null ? path : path.Replace(placeholder, Uri.EscapeDataString(id), StringComparison.Ordinal);

    private void Body(JsonElement body, ExchangeRefusal? refused, FieldModel root, EquatableArray<RuleModel> rules, StepFindings findings)
    {
        // A recorded date is a date of its time, so only a recorded refusal is compared.
        var violations = _requests.Check(root, rules, body)
            .Where(violation => violation.Rule != BodyRule.Date || refused?.At.Contains(violation.Path) == true)
            .ToList();
        if (refused is not { } refusal)
        {
            foreach (var violation in violations)
            {
                findings.Problem($"the request was accepted, and the spec refuses it at {violation.Path}: {violation.Message}");
            }

            return;
        }

        foreach (var path in refusal.At.Where(path => violations.All(violation => violation.Path != path)))
        {
            findings.Problem($"the spec does not refuse {path}: {refusal.Because}");
        }

        foreach (var violation in violations.Where(violation => !refusal.At.Contains(violation.Path)))
        {
            findings.Problem($"the spec also refuses {violation.Path}: {violation.Message}");
        }
    }
}
