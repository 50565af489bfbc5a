using System.Text;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

// docs/decisions/sources-and-exchanges.md
/// <summary>Compares recorded exchanges with a spec. It uses no generated code.</summary>
/// <param name="api">The API.</param>
/// <param name="method">The method; null for the webhooks of an API.</param>
public sealed class ExchangeCheck(ApiModel api, MethodModel? method)
{
    private readonly RequestInterpreter _requests = new(api);
    private readonly ResponseInterpreter _responses = new(api);

    /// <summary>Returns all disagreements, in the order of the steps.</summary>
    /// <param name="exchange">An exchange of the method or of the API.</param>
    public IReadOnlyList<ExchangeProblem> Check(RecordedExchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        return [.. exchange.Steps.SelectMany(step => Problems(step).Select(problem => new ExchangeProblem(step.Location, problem)))];
    }

    private IEnumerable<string> Problems(ExchangeStep step) => step.IsWebhook ? Webhook(step) : Request(step).Concat(Response(step));

    private IEnumerable<string> Request(ExchangeStep step)
    {
        var id = step.Operation!;
        if (method is null)
        {
            return ["an API has no requests of its own: move the exchange to the file of a method"];
        }

        if (api.Operation(id) is null || !method.Offers(id))
        {
            return [$"the method does not offer the operation '{id}'"];
        }

        if (step.Message is not { } request)
        {
            return [];
        }

        return Address(api.Operation(id)!, request.Address).Concat(Content(step, request, id));
    }

    private static IEnumerable<string> Address(OperationModel operation, ExchangeAddress? stated)
    {
        if (stated is null)
        {
            yield break;
        }

        if (stated.Verb != operation.Verb)
        {
            yield return $"the request is sent with {stated.Verb}, and the spec has {operation.Verb}";
        }

        if (!operation.TargetIsLink && !PathTemplate.Matches(operation.Target, stated.Path))
        {
            yield return $"the request is sent to {stated.Path}, and the spec has {operation.Target}";
        }
    }

    private IEnumerable<string> Content(ExchangeStep step, ExchangeMessage request, string id)
    {
        var (root, rules) = id == OperationId.Pay ? (method!.Request, method.Rules) : (method!.Operation(id)?.Body, method.Operation(id)?.Rules ?? default);
        return root is null
            ? request.Body is null ? [] : [$"the operation '{id}' has no body in the spec, and one was recorded"]
            : Body(request, step.Refusal, root, rules);
    }

    private IEnumerable<string> Body(ExchangeMessage request, ExchangeRefusal? refused, FieldModel root, EquatableArray<RuleModel> rules)
    {
        using var body = JsonDocument.Parse(request.Body is { Kind: ExchangeBodyKind.Json } json ? json.Text : "{}");
        var violations = _requests.Check(root, rules, body.RootElement);
        foreach (var path in UnknownMembers.In(root, body.RootElement))
        {
            yield return $"the spec has no field {path}";
        }

        if (refused is not { } refusal)
        {
            foreach (var violation in violations)
            {
                yield return $"the request was accepted, and the spec refuses it at {violation.Path}: {violation.Message}";
            }

            yield break;
        }

        foreach (var path in refusal.At.Where(path => violations.All(violation => violation.Path != path)))
        {
            yield return $"the spec does not refuse {path}: {refusal.Because}";
        }

        foreach (var violation in violations.Where(violation => !refusal.At.Contains(violation.Path)))
        {
            yield return $"the spec also refuses {violation.Path}: {violation.Message}";
        }
    }

    private IEnumerable<string> Response(ExchangeStep step)
    {
        if (step.Response is not { } response)
        {
            return [];
        }

        if (api.Operation(step.Operation!) is not { SuccessStatus: var expected })
        {
            return [];
        }

        if (response.Status < 400 && response.Status != expected)
        {
            return [$"the response has the status {response.Status}, and the spec has {expected}"];
        }

        if (response.Message.Body is not { Kind: ExchangeBodyKind.Json } json)
        {
            return step.Reading.DifferencesTo(ExchangeReading.Nothing);
        }

        using var body = JsonDocument.Parse(json.Text);
        return response.Status >= 400
            ? [.. step.Reading.DifferencesTo(_responses.ReadError(body.RootElement))]
            : [.. step.Reading.DifferencesTo(_responses.ReadPayment(body.RootElement, method!.Members)), .. NextStep(step.Reading)];
    }

    private IEnumerable<string> NextStep(ExchangeReading reading)
    {
        if (reading.Redirect is not null && method!.Redirects.All(redirect => redirect.Kind != RedirectKind.Url))
        {
            yield return "the customer is sent to an address, and the spec has no 'url' in 'response: redirect'";
        }

        if (reading.QrCode is not null && method!.Redirects.All(redirect => redirect.Kind != RedirectKind.PngBase64))
        {
            yield return "the customer is shown an image, and the spec has no 'png-base64' in 'response: redirect'";
        }
    }

    private IEnumerable<string> Webhook(ExchangeStep step)
    {
        if (api.Webhooks is not { } webhooks)
        {
            return ["the API has no webhooks in its spec"];
        }

        if (step.Message?.Body is not { Kind: ExchangeBodyKind.Json } json)
        {
            return ["a webhook needs a JSON body"];
        }

        using var body = JsonDocument.Parse(json.Text);
        return [.. Headers(webhooks, step.Message, json), .. step.Reading.DifferencesTo(new WebhookInterpreter(api, webhooks).Read(body.RootElement))];
    }

    private static IEnumerable<string> Headers(WebhooksModel webhooks, ExchangeMessage message, ExchangeBody body)
    {
        if (message.Header("Content-Type") is { } type && !type.Equals(webhooks.MediaType, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"the webhook has the media type '{type}', and the spec has '{webhooks.MediaType}'";
        }

        if (message.Keys.IsEmpty)
        {
            yield break;
        }

        var name = webhooks.Signature.Header;
        var keys = message.Keys.ToDictionary(key => key.Id, key => key.Secret, StringComparer.Ordinal);
        var right = WebhookSigner.Sign(webhooks.Signature, keys, Encoding.UTF8.GetBytes(body.Text));
        if (message.Header(name) is not { } signature)
        {
            yield return $"the webhook has no header '{name}', in which the spec has the signature";
        }
        else if (!IsSame(webhooks.Signature.Encoding, signature, right))
        {
            yield return $"the signature in the header '{name}' is not right for the body and the keys: with the spec, it is '{right}'";
        }
    }

    // A gateway may send several signatures in any order.
    private static bool IsSame(SignatureEncoding encoding, string signature, string right)
    {
        var letters = encoding == SignatureEncoding.Hex ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        return signature.Split(',', StringSplitOptions.TrimEntries).ToHashSet(letters).SetEquals(right.Split(','));
    }
}
