using System.Globalization;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>Reads one recorded webhook with the generated type.</summary>
internal sealed class WebhookRun(GeneratedWebhook webhook, ExchangeStep step, StepFindings findings)
{
    public async Task RunAsync()
    {
        var isForm = webhook.Profile.MediaType.Equals(FormText.MediaType, StringComparison.OrdinalIgnoreCase);
        if (step.Message is not { Body: { } body } message || body.Kind != (isForm ? ExchangeBodyKind.Form : ExchangeBodyKind.Json))
        {
            findings.Differences.Add(isForm ? "a webhook needs a form" : "a webhook needs a JSON body");
            return;
        }

        Headers(message);
        try
        {
            var read = webhook.Read(body.Text).Select((one, index) => GeneratedReading.Of(one, webhook.Profile, Stated(index))).ToList();
            findings.Differences.AddRange(step.Reading.DifferencesToEach(read));
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

    private ExchangeReading Stated(int index) =>
        step.Reading.Each is not { } each ? step.Reading : index < each.Count ? each[index] : ExchangeReading.Nothing;

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
        var isList = webhook.Profile.SignatureForm != WebhookSignatureForm.Single;
        var keys = isList ? message.Keys.ToList() : [message.Keys[^1]];
        var header = webhook.Profile.SignatureAt is null ? message.Header(webhook.Profile.SignatureHeader) : null;
        var signatures = header is null ? [null] : Signatures(header, isList).Distinct().ToList<string?>();
        foreach (var signature in signatures)
        {
            var receipt = await webhook.ReceiveAsync(body.Text, signature, keys, Time(signature)).ConfigureAwait(false);
            if (receipt != WebhookReceipt.Handled)
            {
                findings.Differences.Add($"the webhook with its signature is received as {receipt}, not as {WebhookReceipt.Handled}");
                return;
            }
        }

        if (isList && signatures.Count != keys.Count)
        {
            findings.Differences.Add($"the webhook has {signatures.Count} signatures, and the exchange has {keys.Count} keys");
        }
    }

    // Each signature is delivered alone, with the time if there is one.
    private IEnumerable<string> Signatures(string header, bool isList)
    {
        var entries = isList ? header.Split(',', StringSplitOptions.TrimEntries) : [header];
        if (webhook.Profile.SignatureForm != WebhookSignatureForm.Timestamped)
        {
            return entries;
        }

        var time = entries.FirstOrDefault(entry => entry.StartsWith(webhook.Profile.SignatureTime + "=", StringComparison.Ordinal));
        return entries
            .Where(entry => entry.StartsWith(webhook.Profile.SignatureValue + "=", StringComparison.Ordinal))
            .Select(entry => $"{time},{entry}");
    }

    // A recorded delivery is received at its own time.
    private DateTimeOffset? Time(string? signature) =>
        webhook.Profile.SignatureForm == WebhookSignatureForm.Timestamped
        && signature?.Split(',')[0].Split('=') is [_, var text]
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
