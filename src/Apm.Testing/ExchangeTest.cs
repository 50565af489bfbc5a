using Apm.Specs;

namespace Apm.Testing;

/// <summary>One recorded exchange, which a test runs.</summary>
public sealed class ExchangeTest
{
    private readonly RecordedExchange _exchange;
    private readonly GeneratedMethod? _method;
    private readonly GeneratedWebhook? _webhook;
    private readonly Lazy<List<Payment>> _payments;

    internal ExchangeTest(ExchangeFile file, RecordedExchange exchange, GeneratedMethod? method, GeneratedWebhook? webhook, Lazy<List<Payment>> payments)
    {
        (File, Spec, _exchange, _method, _webhook, _payments) = (file.File, file.SpecId, exchange, method, webhook, payments);
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
    /// <returns>One sentence for each part of the exchange that was not checked; empty if all was.</returns>
    /// <exception cref="ExchangeException">The generated code does not agree with the exchange.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken = default)
    {
        var (differences, notChecked) = (new List<string>(), new List<string>());
        Payment? payment = null;
        OperationResult? result = null;
        var names = new RecordedNames();
        foreach (var step in _exchange.Steps.Where(step => !step.IsWebhook && _method is not null))
        {
            names.Add(_method!, step);
        }

        for (var i = 0; i < _exchange.Steps.Count; i++)
        {
            var findings = new StepFindings();
            var read = await RunAsync(_exchange.Steps[i], payment, result?.Id, names, findings, cancellationToken).ConfigureAwait(false);
            payment = read as Payment ?? payment;
            result = read as OperationResult ?? result;
            var place = _exchange.Steps.Count == 1 ? "" : $"step {i + 1}: ";
            differences.AddRange(findings.Differences.Select(difference => place + difference));
            notChecked.AddRange(findings.Unchecked.Select(part => place + part));
        }

        return differences.Count == 0 ? notChecked : throw new ExchangeException(ToString(), differences);
    }

    /// <summary>The spec and the name.</summary>
    public override string ToString() => $"{Spec}: {Name}";

    private async Task<object?> RunAsync(
        ExchangeStep step,
        Payment? payment,
        string? result,
        RecordedNames names,
        StepFindings findings,
        CancellationToken cancellationToken)
    {
        if (!step.IsWebhook && _method is not null)
        {
            return await new StepRun(_method, step, payment, result, _payments.Value, names, findings).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        if (step.IsWebhook && _webhook is not null)
        {
            await new WebhookRun(_webhook, step, findings).RunAsync().ConfigureAwait(false);
        }
        else
        {
            findings.Differences.Add(step.IsWebhook
                ? "the API has no webhooks"
                : "an API has no requests of its own: move the exchange to the file of a method");
        }

        return null;
    }
}
