using System.Globalization;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>Reads one recorded webhook with the generated type.</summary>
internal sealed class WebhookRun(GeneratedWebhook webhook, ExchangeStep step, StepFindings findings)
{
    private readonly WebhookProfile _profile = Profile(webhook.Profile, step.Message);

    public async Task RunAsync()
    {
        var isForm = IsForm(_profile);
        if (step.Message is not { Body: { } body } message || body.Kind != (isForm ? ExchangeBodyKind.Form : ExchangeBodyKind.Json))
        {
            findings.Differences.Add(isForm ? "a webhook needs a form" : "a webhook needs a JSON body");
            return;
        }

        Headers(message);
        try
        {
            if (_profile.IsPing)
            {
                Ping(body);
                return;
            }

            var read = webhook.Read(_profile, body.Text).Select((one, index) => GeneratedReading.Of(one, _profile, Stated(index))).ToList();
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

    // By the header, or by the kind of the body.
    private static WebhookProfile Profile(WebhookProfile first, ExchangeMessage? message)
    {
        if (message?.Header("Content-Type") is { } media)
        {
            return first.For(media);
        }

        var isForm = message?.Body?.Kind == ExchangeBodyKind.Form;
        return IsForm(first) == isForm ? first : first.Others.FirstOrDefault(other => IsForm(other) == isForm) ?? first;
    }

    private static bool IsForm(WebhookProfile profile) => profile.MediaType.Equals(FormText.MediaType, StringComparison.OrdinalIgnoreCase);

    // Nothing but the payment is read.
    private void Ping(ExchangeBody body)
    {
        var payment = GeneratedReading.NullIfEmpty(webhook.Read(_profile, body.Text)[0].PaymentLink);
        if (payment is null)
        {
            findings.Differences.Add($"the ping has no payment's id at '{_profile.Payment}'");
        }

        findings.Differences.AddRange(step.Reading.DifferencesTo(new ExchangeReading { Payment = payment }));
    }

    private ExchangeReading Stated(int index) =>
        step.Reading.Each is not { } each ? step.Reading : index < each.Count ? each[index] : ExchangeReading.Nothing;

    private void Headers(ExchangeMessage message)
    {
        var profile = _profile;
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
        var isList = _profile.SignatureForm != WebhookSignatureForm.Single;
        var keys = isList ? message.Keys.ToList() : [message.Keys[^1]];
        var header = _profile.SignatureAt is null ? message.Header(_profile.SignatureHeader) : null;
        var signatures = header is null ? [null] : Signatures(header, isList).Distinct().ToList<string?>();
        foreach (var signature in signatures)
        {
            var receipt = await webhook.ReceiveAsync(body.Text, signature, _profile.MediaType, keys, Time(signature)).ConfigureAwait(false);
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
        if (_profile.SignatureForm != WebhookSignatureForm.Timestamped)
        {
            return entries;
        }

        var time = entries.FirstOrDefault(entry => entry.StartsWith(_profile.SignatureTime + "=", StringComparison.Ordinal));
        return entries
            .Where(entry => entry.StartsWith(_profile.SignatureValue + "=", StringComparison.Ordinal))
            .Select(entry => $"{time},{entry}");
    }

    // A recorded delivery is received at its own time.
    private DateTimeOffset? Time(string? signature) =>
        _profile.SignatureForm == WebhookSignatureForm.Timestamped
        && signature?.Split(',')[0].Split('=') is [_, var text]
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
