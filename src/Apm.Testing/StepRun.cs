using System.Text.Json;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>Runs one step of an exchange with generated code.</summary>
/// <param name="method">The types of the method.</param>
/// <param name="step">A request with its response.</param>
/// <param name="payment">The payment of the steps before; null if there is none.</param>
/// <param name="differences">Where differences are added.</param>
internal sealed class StepRun(GeneratedMethod method, ExchangeStep step, Payment? payment, List<string> differences)
{
    /// <returns>The payment that was read; null if there is none.</returns>
    public async Task<Payment?> RunAsync(CancellationToken cancellationToken)
    {
        var operation = step.Operation!;
        var body = step.Message?.Body is { Kind: ExchangeBodyKind.Json } json ? ReadRequest(json.Text) : null;
        if (step.Refusal is not null || step.Response is not { } response || differences.Count > 0)
        {
            return null;
        }

        var gateway = new RecordedGateway(response);
        using var http = ApmHttpHandler.CreateClient(gateway);
        var client = method.Client(http);
        var call = operation switch
        {
            OperationId.Pay when body is not null => method.PayAsync(client, body, cancellationToken),
            OperationId.Query when (payment?.Self ?? step.Reading.Self) is { } self => method.QueryAsync(client, self, cancellationToken),
            not (OperationId.Pay or OperationId.Query) when payment is not null => method.CallAsync(operation, client, payment, body, cancellationToken)
                ?? throw new ExchangeException(operation, ["the generated code does not offer the operation for this method"]),
            _ => null,
        };
        return call is null ? ReadAlone(response) : await CompareAsync(call, gateway).ConfigureAwait(false);
    }

    private async Task<Payment?> CompareAsync(Task<Payment> call, RecordedGateway gateway)
    {
        Payment? read = null;
        try
        {
            read = await call.ConfigureAwait(false);
            differences.AddRange(step.Reading.DifferencesTo(GeneratedReading.Of(read, step.Reading)));
            if (gateway.Requests > 0 && step.Response!.Message.Body is { } recorded)
            {
                differences.AddRange(JsonDifference.Between(recorded.Text, read.RawJson));
            }
        }
        catch (ApmActionUnavailableException unavailable)
        {
            differences.Add("the client refuses the operation: " + unavailable.Message);
        }
        catch (ApmException failed)
        {
            differences.AddRange((failed as ApmGatewayException ?? failed.InnerException as ApmGatewayException) is { } error && step.Response!.Status >= 400
                ? step.Reading.DifferencesTo(GeneratedReading.Of(error))
                : ["the client failed: " + failed.Message]);
        }

        CompareSent(gateway);
        return read;
    }

    private void CompareSent(RecordedGateway gateway)
    {
        if (gateway.Requests != 1)
        {
            differences.Add($"the client sent {gateway.Requests} requests, not one");
            return;
        }

        if (step.Message is not { } recorded)
        {
            return;
        }

        if (recorded.Body is { Kind: ExchangeBodyKind.Json } body)
        {
            differences.AddRange(gateway.Body is { Length: > 0 } sent ? JsonDifference.Between(body.Text, sent) : ["the client sent no body"]);
        }

        if (recorded.Address is { } address
            && gateway.Request is { } request
            && (request.Method.Method, request.RequestUri!.AbsolutePath) != (address.Verb, address.Path))
        {
            differences.Add($"the client sent {request.Method} {request.RequestUri.AbsolutePath}, and the exchange states {address.Verb} {address.Path}");
        }

        foreach (var header in recorded.Headers)
        {
            var sent = gateway.Request!.Headers.NonValidated.TryGetValues(header.Name, out var values)
                || gateway.Request.Content?.Headers.NonValidated.TryGetValues(header.Name, out values) == true ? values.ToString() : null;
            if (sent != header.Value)
            {
                differences.Add($"the header {header.Name} is {(sent is null ? "not sent" : $"sent as '{sent}'")}, and the exchange states '{header.Value}'");
            }
        }
    }

    // Without a payment before it, an operation cannot be called, and its response is read alone.
    private Payment? ReadAlone(ExchangeResponse response)
    {
        if (response.Message.Body is not { Kind: ExchangeBodyKind.Json } body || response.Status >= 400)
        {
            return null;
        }

        try
        {
            var read = method.ReadPayment(body.Text);
            differences.AddRange(step.Reading.DifferencesTo(GeneratedReading.Of(read, step.Reading)));
            differences.AddRange(JsonDifference.Between(body.Text, read.RawJson));
            return read;
        }
        catch (JsonException problem)
        {
            differences.Add("the response cannot be read: " + problem.Message);
            return null;
        }
    }

    private object? ReadRequest(string json)
    {
        var type = step.Operation == OperationId.Pay ? method.Request : method.Body(step.Operation!);
        if (type is null)
        {
            differences.Add($"the generated code has no body for the operation '{step.Operation}'");
            return null;
        }

        object request;
        IReadOnlyList<string> refused;
        try
        {
            request = GeneratedMethod.Read(json, type);
            refused = [.. GeneratedMethod.Validate(request, payment)?.Violations.Select(violation => violation.Path) ?? []];
        }
        catch (JsonException problem)
        {
            // Reading ends at the first member that the type cannot hold.
            if (step.Refusal?.At.Contains(problem.Path ?? "") != true)
            {
                differences.Add($"the request cannot be read at {problem.Path}: {problem.Message}");
            }

            return null;
        }

        var expected = step.Refusal?.At ?? default;
        differences.AddRange(refused.Except(expected).Select(path => $"the validator refuses {path}, and the exchange does not"));
        differences.AddRange(expected.Except(refused).Select(path => $"the validator accepts {path}, and the exchange refuses it: {step.Refusal!.Because}"));
        differences.AddRange(JsonDifference.Between(json, GeneratedMethod.Write(request)));
        return request;
    }
}
