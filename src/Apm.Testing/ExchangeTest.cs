using System.Text.Json;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>One recorded exchange, which a test runs.</summary>
public sealed class ExchangeTest
{
    private readonly RecordedExchange _exchange;
    private readonly GeneratedMethod? _method;
    private readonly Type? _event;

    internal ExchangeTest(ExchangeFile file, RecordedExchange exchange, GeneratedMethod? method, Type? webhooks)
    {
        (File, Spec, _exchange, _method, _event) = (file.File, file.SpecId, exchange, method, webhooks);
    }

    /// <summary>The path of the file.</summary>
    public string File { get; }

    /// <summary>The id of the spec, such as <c>my-gateway/2024-01-31/my_wallet</c>.</summary>
    public string Spec { get; }

    /// <summary>The name of the exchange, which is unique in its file.</summary>
    public string Name => _exchange.Name;

    /// <summary>Whether the source of the exchange names a published example.</summary>
    public bool IsPublished => _exchange.IsPublished;

    /// <summary>
    /// Reads, validates and writes each recorded request with the generated types, sends it with the generated client to a handler that
    /// returns the recorded response, and compares what is read from the response or the webhook.
    /// </summary>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="ExchangeException">The generated code does not agree with the exchange.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var differences = new List<string>();
        Payment? payment = null;
        for (var i = 0; i < _exchange.Steps.Count; i++)
        {
            var step = _exchange.Steps[i];
            var found = new List<string>();
            if (step.IsWebhook)
            {
                found.AddRange(await WebhookAsync(step).ConfigureAwait(false));
            }
            else if (_method is null)
            {
                found.Add("an API has no requests of its own: move the exchange to the file of a method");
            }
            else
            {
                payment = await new StepRun(_method, step, payment, found).RunAsync(cancellationToken).ConfigureAwait(false) ?? payment;
            }

            differences.AddRange(found.Select(difference => _exchange.Steps.Count == 1 ? difference : $"step {i + 1}: {difference}"));
        }

        if (differences.Count > 0)
        {
            throw new ExchangeException(ToString(), differences);
        }
    }

    /// <summary>The spec and the name.</summary>
    public override string ToString() => $"{Spec}: {Name}";

    private async Task<IEnumerable<string>> WebhookAsync(ExchangeStep step)
    {
        if (_event is null)
        {
            return ["the API has no webhooks"];
        }

        if (step.Message is not { Body: { Kind: ExchangeBodyKind.Json } body } message)
        {
            return ["a webhook needs a JSON body"];
        }

        PaymentEvent read;
        try
        {
            read = GeneratedAssembly.ReadEvent(_event, body.Text);
        }
        catch (JsonException problem)
        {
            return ["the webhook cannot be read: " + problem.Message];
        }

        var differences = step.Reading.DifferencesTo(GeneratedReading.Of(read, step.Reading)).ToList();
        if (!message.Keys.IsEmpty && await GeneratedAssembly.ReceiveAsync(_event, message).ConfigureAwait(false) is var receipt and not WebhookReceipt.Handled)
        {
            differences.Add($"the webhook with its signature is received as {receipt}, not as {WebhookReceipt.Handled}");
        }

        return differences;
    }
}
