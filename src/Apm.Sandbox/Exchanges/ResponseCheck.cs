using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Compares a recorded response with the spec: status, headers, and what must be read from its body.</summary>
/// <param name="api">The API.</param>
/// <param name="currency">The currency of the payment; null if no step before shows it.</param>
internal sealed class ResponseCheck(ApiModel api, string? currency)
{
    private readonly ResponseInterpreter _responses = new(api, currency);

    public void Check(MethodModel method, ExchangeStep step, OperationModel operation, StepFindings findings)
    {
        if (step.Response is not { } response)
        {
            return;
        }

        Headers(response, findings);
        if (response.Status >= 400 || IsError(response.Message.Body))
        {
            Error(method, step.Reading, response, findings);
        }
        else if (response.Status != operation.SuccessStatus)
        {
            findings.Problem($"the response has the status {response.Status}, and the spec has {operation.SuccessStatus}");
        }
        else if (operation.Result == ResultKind.Payment)
        {
            Payment(method, step.Reading, response.Message.Body, operation, findings);
        }
        else if (api.Result(operation.Result) is { } model)
        {
            Result(model, step.Reading, response.Message.Body, findings);
        }
        else
        {
            Compare(step.Reading, ExchangeReading.Nothing, findings);
        }
    }

    private void Headers(ExchangeResponse response, StepFindings findings)
    {
        foreach (var header in response.Message.Headers)
        {
            if (response.Status < 400 || !header.Name.Equals(api.Errors.CorrelationHeader, StringComparison.OrdinalIgnoreCase))
            {
                findings.Leave($"the header {header.Name} of the response: no client reads it");
            }
        }
    }

    private bool IsError(ExchangeBody? body)
    {
        if (api.Errors.When.IsEmpty || body is not { Kind: ExchangeBodyKind.Json } json)
        {
            return false;
        }

        using var parsed = JsonDocument.Parse(json.Text);
        return _responses.IsError(parsed.RootElement);
    }

    private void Error(MethodModel method, ExchangeReading stated, ExchangeResponse response, StepFindings findings)
    {
        using var body = response.Message.Body is { Kind: ExchangeBodyKind.Json } json ? JsonDocument.Parse(json.Text) : null;
        var read = body is null ? ExchangeReading.Nothing : _responses.ReadError(body.RootElement, response.Status, stated.Code, method);
        Compare(stated, read, findings);
    }

    private void Payment(MethodModel method, ExchangeReading stated, ExchangeBody? recorded, OperationModel operation, StepFindings findings)
    {
        if (recorded is not { Kind: ExchangeBodyKind.Json } json)
        {
            findings.Problem("the response is not JSON, so no payment can be read from it");
            return;
        }

        using var body = JsonDocument.Parse(json.Text);
        if (FoundElement.In(body.RootElement, operation.At) is not { } payment)
        {
            Compare(stated, ExchangeReading.Nothing, findings);
            return;
        }

        if (_responses.Unreadable(payment) is { } reason)
        {
            findings.Problem("no payment can be read from the response: " + reason);
            return;
        }

        var read = _responses.ReadPayment(payment, method);
        Compare(stated, read, findings);
        if (api.Response.Next is not null)
        {
            return;
        }

        if (stated.Redirect is not null && method.Redirects.All(redirect => redirect.Kind != RedirectKind.Url))
        {
            findings.Problem("the customer is sent to an address, and the spec has no 'url' in 'response: redirect'");
        }

        if (stated.QrCode is not null && method.Redirects.All(redirect => redirect.Kind != RedirectKind.PngBase64))
        {
            findings.Problem("the customer is shown an image, and the spec has no 'png-base64' in 'response: redirect'");
        }
    }

    private void Result(ResultModel model, ExchangeReading stated, ExchangeBody? recorded, StepFindings findings)
    {
        using var body = recorded is { Kind: ExchangeBodyKind.Json } json ? JsonDocument.Parse(json.Text) : null;
        var name = KebabCase.Of(model.Kind.ToString());
        if (body is null || new ResultInterpreter(api, currency).Read(model, body.RootElement) is not { } read)
        {
            findings.Problem($"no {name} can be read from the response: it has no id at '{model.Id}'");
            return;
        }

        Compare(stated, new ExchangeReading { Result = read }, findings);
    }

    private static void Compare(ExchangeReading stated, ExchangeReading read, StepFindings findings)
    {
        foreach (var difference in stated.DifferencesTo(read))
        {
            findings.Problem(difference);
        }
    }
}
