using System.Text;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Compares a recorded webhook with the spec: media type, signature, and what must be read from its body.</summary>
/// <param name="api">The API.</param>
/// <param name="methods">The methods that webhooks can name.</param>
internal sealed class WebhookCheck(ApiModel api, IReadOnlyList<MethodModel> methods)
{
    public void Check(ExchangeStep step, StepFindings findings)
    {
        if (api.Webhooks is not { } first)
        {
            findings.Problem("the API has no webhooks in its spec");
            return;
        }

        if (step.Message is { Body: { } sent } delivered && first.Ping is { } ping && IsPing(first, ping, delivered, sent))
        {
            CheckPing(ping, step, delivered, sent, findings);
            return;
        }

        var webhooks = Described(first, step.Message);
        if (step.Message is not { Body: { } recorded } message || (recorded.Kind == ExchangeBodyKind.Form) != webhooks.IsForm)
        {
            findings.Problem(webhooks.IsForm ? "a webhook needs a form" : "a webhook needs a JSON body");
            return;
        }

        if ((webhooks.IsForm ? FormText.ToJson(recorded.Text) : recorded.Kind == ExchangeBodyKind.Json ? recorded.Text : null) is not { } json)
        {
            findings.Problem("the body of the webhook cannot be read");
            return;
        }

        using var body = JsonDocument.Parse(json);
        if (body.RootElement.ValueKind != JsonValueKind.Object)
        {
            findings.Problem("the webhook cannot be read: it is not a JSON object");
            return;
        }

        Headers(webhooks, message, findings);
        Signature(webhooks, message, recorded.Text, json, findings);
        var items = webhooks.Each is { } each ? Dotted.FindAll(body.RootElement, each).ToList() : [body.RootElement];
        if (items.Count == 0)
        {
            findings.Problem($"the webhook has no notifications at '{webhooks.Each}'");
            return;
        }

        var interpreter = new WebhookInterpreter(api, webhooks, methods);
        foreach (var difference in step.Reading.DifferencesToEach([.. items.Select(interpreter.Read)]))
        {
            findings.Problem(difference);
        }
    }

    private static bool IsPing(WebhooksModel first, PingModel ping, ExchangeMessage message, ExchangeBody body) => first.HasOnlyPings
        || (message.Header("Content-Type") is { } media
            ? media.Equals(ping.MediaType, StringComparison.OrdinalIgnoreCase)
            : ping.IsForm == (body.Kind == ExchangeBodyKind.Form) && ping.IsForm != first.IsForm);

    // By the header, or by the kind of the body.
    private static WebhooksModel Described(WebhooksModel first, ExchangeMessage? message) =>
        first.Others.FirstOrDefault(other => message?.Header("Content-Type") is { } media
            ? media.Equals(other.MediaType, StringComparison.OrdinalIgnoreCase)
            : other.IsForm != first.IsForm && other.IsForm == (message?.Body?.Kind == ExchangeBodyKind.Form)) ?? first;

    // Nothing but the payment is read.
    private void CheckPing(PingModel ping, ExchangeStep step, ExchangeMessage message, ExchangeBody recorded, StepFindings findings)
    {
        if ((ping.IsForm ? FormText.ToJson(recorded.Text) : recorded.Kind == ExchangeBodyKind.Json ? recorded.Text : null) is not { } json)
        {
            findings.Problem(ping.IsForm ? "a webhook needs a form" : "a webhook needs a JSON body");
            return;
        }

        using var body = JsonDocument.Parse(json);
        var payment = WebhookInterpreter.PaymentOf([ping.Path], api.Response.IdPattern, body.RootElement);
        foreach (var header in message.Headers.Where(header => !header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)))
        {
            findings.Leave($"the header {header.Name} of the webhook: no shop reads it");
        }

        if (payment is null)
        {
            findings.Problem($"the ping has no payment's id at '{ping.Path}'");
        }

        foreach (var difference in step.Reading.DifferencesTo(new ExchangeReading { Payment = payment }))
        {
            findings.Problem(difference);
        }
    }

    private static void Headers(WebhooksModel webhooks, ExchangeMessage message, StepFindings findings)
    {
        foreach (var header in message.Headers)
        {
            if (header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                if (!header.Value.Equals(webhooks.MediaType, StringComparison.OrdinalIgnoreCase))
                {
                    findings.Problem($"the webhook has the media type '{header.Value}', and the spec has '{webhooks.MediaType}'");
                }
            }
            else if (!header.Name.Equals(webhooks.Signature.Header, StringComparison.OrdinalIgnoreCase))
            {
                findings.Leave($"the header {header.Name} of the webhook: no shop reads it");
            }
            else if (message.Keys.IsEmpty)
            {
                findings.Leave($"the signature in the header {header.Name}: the exchange has no 'keys'");
            }
        }
    }

    private static void Signature(WebhooksModel webhooks, ExchangeMessage message, string raw, string json, StepFindings findings)
    {
        var how = webhooks.Signature;
        if (message.Keys.IsEmpty)
        {
            return;
        }

        var body = Encoding.UTF8.GetBytes(raw);
        var keys = message.Keys.ToDictionary(key => key.Id, key => key.Secret, StringComparer.Ordinal);
        if (how.At is { } at)
        {
            using var parsed = JsonDocument.Parse(json);
            foreach (var item in webhooks.Each is { } each ? Dotted.FindAll(parsed.RootElement, each) : [parsed.RootElement])
            {
                InBody(how, at, keys, item, findings);
            }
        }
        else if (message.Header(how.Header!) is not { } signature)
        {
            findings.Problem($"the webhook has no header '{how.Header}', in which the spec has the signature");
        }
        else if (how.Algorithm == SignatureAlgorithm.RsaSha256)
        {
            if (!IsSigned(how, keys, signature, body))
            {
                findings.Problem($"the signature in the header '{how.Header}' is not right for the body and the keys");
            }
        }
        else if (WebhookSigner.Sign(how, keys, body, WebhookSigner.TimeIn(how, signature) ?? "") is var right && !IsSame(how.Encoding, signature, right))
        {
            findings.Problem($"the signature in the header '{how.Header}' is not right for the body and the keys: with the spec, it is '{right}'");
        }
    }

    private static void InBody(
        WebhookSignatureModel how,
        string at,
        Dictionary<string, string> keys,
        JsonElement root,
        StepFindings findings)
    {
        var signature = Dotted.Text(root, at);
        if (signature is null)
        {
            findings.Problem($"the webhook has no member '{at}', in which the spec has the signature");
        }
        else if (WebhookSigner.Sign(how, keys, root) is var right && !IsSame(how.Encoding, signature, right))
        {
            findings.Problem($"the signature at '{at}' is not right for the members and the keys: with the spec, it is '{right}'");
        }
    }

    private static bool IsSigned(WebhookSignatureModel how, Dictionary<string, string> keys, string header, byte[] body)
    {
        var content = WebhookSigner.Content(how, body, how.Form == SignatureForm.Timestamped ? WebhookSigner.TimeIn(how, header) ?? "" : "");
        var before = how.Form == SignatureForm.Timestamped ? how.Value + "=" : how.Prefix ?? "";
        return header.Split(',', StringSplitOptions.TrimEntries)
            .Where(entry => entry.StartsWith(before, StringComparison.Ordinal))
            .Any(entry => keys.Values.Any(key => WebhookSigner.IsSigned(how, key, entry[before.Length..], content)));
    }

    // A gateway may send several signatures in any order.
    private static bool IsSame(SignatureEncoding encoding, string signature, string right)
    {
        var letters = encoding == SignatureEncoding.Hex ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        return signature.Split(',', StringSplitOptions.TrimEntries).ToHashSet(letters).SetEquals(right.Split(','));
    }
}
