using Apm.Specs;

namespace Apm.Testing;

/// <summary>Runs one step of an exchange with generated code.</summary>
/// <param name="method">The types of the method.</param>
/// <param name="step">A request with its response.</param>
/// <param name="before">The payment of the steps before; null if there is none.</param>
/// <param name="result">The id of the last refund or capture of the steps before; null if there is none.</param>
/// <param name="others">The payments of all exchanges of the file.</param>
/// <param name="names">The values that the spec names, as they were recorded.</param>
/// <param name="findings">Where differences are added.</param>
internal sealed class StepRun(
    GeneratedMethod method,
    ExchangeStep step,
    Payment? before,
    string? result,
    IEnumerable<Payment> others,
    RecordedNames names,
    StepFindings findings)
{
    private readonly string _id = step.Operation!;

    /// <returns>The payment, the refund, the capture or the acknowledgement that was read; null if there is none.</returns>
    public async Task<object?> RunAsync(CancellationToken cancellationToken)
    {
        if (method.Operation(_id) is not { } operation)
        {
            findings.Differences.Add($"the generated code does not offer the operation '{_id}'");
            return null;
        }

        var payment = before ?? WithFacts(PaymentOfFile(), operation);
        if (before is not null && !IsFree && !method.Offers(before, _id))
        {
            findings.Differences.Add($"the client refuses the operation: the step before does not offer '{_id}'");
            return null;
        }

        var body = step.Message is { } message ? ReadRequest(message, payment) : null;
        if (step.Refusal is null && findings.Differences.Count > 0)
        {
            return null;
        }

        payment = WithCurrency(payment, body);
        var response = Readable(operation);
        var gateway = new RecordedGateway(response, method.Profile.ResponseSignature);
        using var http = ApmHttpHandler.CreateClient(gateway);
        var call = new StepCall(method, step, operation, payment, result, body, names);
        var read = await CompareAsync(call.SendAsync(http, cancellationToken), response).ConfigureAwait(false);
        new SentRequest(method, step, operation, gateway, body, findings).Compare(call.IsAddressKnown ? call.Links : null);
        return read;
    }

    // Operations that need no link and no status of a payment.
    private bool IsFree => OperationId.IsOfApi(_id) || GeneratedMethod.IsOnResult(_id);

    private Payment? PaymentOfFile() => _id switch
    {
        OperationId.Pay or OperationId.Find => null,
        OperationId.Query or OperationId.Complete => GeneratedPayments.Of(method, step),
        _ when GeneratedMethod.IsOnResult(_id) => null,
        _ => others.FirstOrDefault(payment => method.Offers(payment, _id)),
    };

    // A payment from a response alone may lack what the shop stored.
    private Payment? WithFacts(Payment? payment, ApmOperation operation) =>
        payment is not null
        && operation.Path is not null
        && GeneratedReading.IdOf(payment) is { } id
        && new[] { ValueName.PaymentReference, ValueName.PaymentValue }.Any(name => names.Text(name) is not null)
            ? method.PaymentWith(id, names)
            : payment;

    // An amount without its currency is sent for a payment whose currency is known.
    private Payment? WithCurrency(Payment? payment, object? body) =>
        payment is not null
        && body is not null
        && GeneratedReading.ValueOf(payment) is null
        && GeneratedMethod.Placeholders(body).Contains($"\"{MoneyModel.CurrencyOfPayment}\"", StringComparison.Ordinal)
        && GeneratedReading.IdOf(payment) is { } id
        && before is null
            ? method.PaymentWith(id, names, method.CurrencyOf(null))
            : payment;

    // A client also reads a response with another status of success.
    private ExchangeResponse? Readable(ApmOperation operation)
    {
        if (step.Response is not { Status: < 400 } response || response.Status == operation.SuccessStatus)
        {
            return step.Response;
        }

        findings.Differences.Add($"the response has the status {response.Status}, and the generated code has {operation.SuccessStatus}");
        return null;
    }

    private async Task<object?> CompareAsync(Task<object?> call, ExchangeResponse? response)
    {
        foreach (var header in response?.Message.Headers ?? default)
        {
            if (response!.Status < 400 || !header.Name.Equals(method.Profile.CorrelationHeader, StringComparison.OrdinalIgnoreCase))
            {
                findings.Unchecked.Add($"the header {header.Name} of the response: no client reads it");
            }
        }

        try
        {
            var read = await call.ConfigureAwait(false);
            if (response is not null && read is Payment refused && GeneratedReading.ErrorOf(refused) is { } error)
            {
                Compare(error, refused, response);
            }
            else if (response is { Status: < 400 })
            {
                Compare(read, response.Message.Body);
            }

            return read;
        }
        catch (ApmException failed)
        {
            if (response is not null)
            {
                Failed(failed, response);
            }

            return null;
        }
    }

    private void Compare(object? read, ExchangeBody? recorded)
    {
        var reading = read switch
        {
            Payment payment => GeneratedReading.Of(payment, method, step.Reading),
            OperationResult answer => GeneratedReading.Of(answer, method, step.Reading),
            _ => ExchangeReading.Nothing,
        };
        if (read is null || recorded is not null)
        {
            findings.Differences.AddRange(step.Reading.DifferencesTo(reading));
        }

        if (recorded is not null && _id != OperationId.Find && ((read as Payment)?.RawJson ?? (read as OperationResult)?.RawJson) is { } raw)
        {
            findings.Differences.AddRange(JsonDifference.Between(recorded.Text, raw));
        }

        if (_id != OperationId.Pay
            && before is not null
            && GeneratedReading.IdOf(before) is { } id
            && read is Payment after
            && GeneratedReading.IdOf(after) is { } other
            && other != id)
        {
            findings.Differences.Add(
                $"the response to '{_id}' has the id '{other}', and the payment has '{id}': if it is another object, write 'result' under '{_id}' of the API");
        }
    }

    private void Failed(ApmException failed, ExchangeResponse response)
    {
        // A response of success can be an error.
        if ((failed as ApmGatewayException ?? failed.InnerException as ApmGatewayException) is not { } error
            || (response.Status < 400 && (error.InnerException is not null || method.Profile.Errors.When.Count == 0)))
        {
            findings.Differences.Add("the client failed: " + failed.Message);
            return;
        }

        Compare(error, error.Payment, response);
    }

    private void Compare(ApmGatewayException error, Payment? payment, ExchangeResponse response)
    {
        findings.Differences.AddRange(step.Reading.DifferencesTo(GeneratedReading.Of(error, payment, method, step.Reading)));
        if (method.Profile.CorrelationHeader is { } header && response.Message.Header(header) is { } stated && error.CorrelationId != stated)
        {
            findings.Differences.Add($"the correlation id is read as '{error.CorrelationId}', and the exchange states '{stated}'");
        }
    }

    private object? ReadRequest(ExchangeMessage message, Payment? payment)
    {
        var isForm = method.Profile.MediaType == FormText.MediaType;
        if (message.Body is { } body && (body.Kind == ExchangeBodyKind.Form) != isForm)
        {
            findings.Differences.Add(isForm ? "the request is JSON, and the client sends a form" : "the request is a form, and the client sends JSON");
            return null;
        }

        if (method.Body(_id) is not { } type)
        {
            if (message.Body is not null && method.Placeholders(_id, "{}") is null)
            {
                findings.Differences.Add($"the generated code has no body for the operation '{_id}'");
            }

            return null;
        }

        var json = message.Body is not { } recorded ? "{}" : isForm ? GeneratedMethod.FormToJson(recorded.Text, type) : recorded.Text;
        var outside = new HashSet<string>(StringComparer.Ordinal);
        if (json is not null && json != "null")
        {
            json = RecordedFields.Merge(method, _id, type, json, message, outside);
        }

        if (json is null)
        {
            findings.Differences.Add("the form cannot be read, or has two values for one name");
            return null;
        }

        if (json == "null")
        {
            findings.Differences.Add("the body is null, and the client sends an object: write the object, or remove 'body'");
            return null;
        }

        if (message.Body is not null && json == "{}")
        {
            findings.Differences.Add("a request without members has no body: remove 'body'");
        }

        return ReadRequest(json, type, payment, outside);
    }

    private object? ReadRequest(string json, Type type, Payment? payment, ICollection<string> outside)
    {
        var reading = RequestReading.Of(method, type, json, outside, method.CurrencyOf(payment));
        var expected = step.Refusal?.At ?? default;
        findings.Differences.AddRange(reading.Unreadable.Except(expected).Select(path => $"the request cannot be read at {path}"));
        if (reading.Request is not { } request)
        {
            findings.Unchecked.AddRange(expected.Except(reading.Unreadable).Select(path => $"the refusal at {path}: the request cannot be read"));
            return null;
        }

        var refused = (method.Validate(request, payment)?.Violations ?? [])
            .Where(violation => violation.Rule != ViolationRule.Date || expected.Contains(violation.Path))
            .Select(violation => violation.Path)
            .Where(path => !reading.IsReplaced(path))
            .ToList();
        findings.Differences.AddRange(refused.Except(expected).Select(path => $"the validator refuses {path}, and the exchange does not"));
        findings.Differences.AddRange(expected.Except(refused).Except(reading.Unreadable).Select(path =>
            $"the validator accepts {path}, and the exchange refuses it: {step.Refusal!.Because}"));
        findings.Differences.AddRange(JsonDifference.Between(
                reading.Json,
                RecordedNames.Fill(GeneratedMethod.Placeholders(request), reading.Json, static _ => true))
            .Where(difference => !reading.IsReplaced(difference[..difference.IndexOf(' ', StringComparison.Ordinal)])));
        return reading.Unreadable.Count == 0 ? request : null;
    }
}
