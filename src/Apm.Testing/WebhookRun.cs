using System.Text.Json;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>Reads one recorded webhook with the generated type.</summary>
internal sealed class WebhookRun(GeneratedWebhook webhook, ExchangeStep step, StepFindings findings)
{
    public async Task RunAsync()
    {
        if (step.Message is not { Body: { Kind: ExchangeBodyKind.Json } body } message)
        {
            findings.Differences.Add("a webhook needs a JSON body");
            return;
        }

        Headers(message);
        try
        {
            var read = webhook.Read(body.Text);
            findings.Differences.AddRange(step.Reading.DifferencesTo(GeneratedReading.Of(read, webhook.Profile, step.Reading)));
        }
        catch (JsonException problem)
        {
            findings.Differences.Add("the webhook cannot be read: " + problem.Message);
            return;
        }

        if (!message.Keys.IsEmpty)
        {
            await SignatureAsync(message, body).ConfigureAwait(false);
        }
    }

    private void Headers(ExchangeMessage message)
    {
        var profile = webhook.Profile;
        foreach (var header in message.Headers)
        {
            if (header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                if (!header.Value.Equals(profile.MediaType, StringComparison.OrdinalIgnoreCase))
                {
                    findings.Differences.Add($"the webhook has the media type '{header.Value}', and the generated type has '{profile.MediaType}'");
                }
            }
            else if (!header.Name.Equals(profile.SignatureHeader, StringComparison.OrdinalIgnoreCase))
            {
                findings.Unchecked.Add($"the header {header.Name} of the webhook: no shop reads it");
            }
            else if (message.Keys.IsEmpty)
            {
                findings.Unchecked.Add($"the signature in the header {header.Name}: the exchange has no 'keys'");
            }
        }
    }

    // A shop accepts a webhook if one signature is right. An exchange states one right signature for each key.
    private async Task SignatureAsync(ExchangeMessage message, ExchangeBody body)
    {
        var isList = webhook.Profile.SignatureForm == WebhookSignatureForm.KeyedList;
        var keys = isList ? message.Keys.ToList() : [message.Keys[^1]];
        var header = message.Header(webhook.Profile.SignatureHeader);
        var signatures = header is null ? [null] : (isList ? header.Split(',', StringSplitOptions.TrimEntries) : [header]).Distinct().ToList<string?>();
        foreach (var signature in signatures)
        {
            var receipt = await webhook.ReceiveAsync(body.Text, signature, keys).ConfigureAwait(false);
            if (receipt != WebhookReceipt.Handled)
            {
                findings.Differences.Add($"the webhook with its signature is received as {receipt}, not as {WebhookReceipt.Handled}");
                return;
            }
        }

        if (signatures.Count != keys.Count)
        {
            findings.Differences.Add($"the webhook has {signatures.Count} signatures, and the exchange has {keys.Count} keys");
        }
    }
}
