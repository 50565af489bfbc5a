using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Apm;

/// <summary>The names of traces and metrics of payments. They contain no secrets and no customer data.</summary>
/// <remarks>
/// Every operation has an activity and a measurement of <see cref="DurationName"/>, with the tags <c>apm.api</c>
/// (<c>acme/2024-01-01</c>), <c>apm.operation</c> (<c>pay</c>), <c>apm.method</c> (<c>wallet</c>, if known),
/// <c>http.response.status_code</c> and <c>error.type</c>. The last is the gateway's error name if the spec declares it under
/// <c>errors: codes:</c>, otherwise the HTTP status; <c>outcome_unknown</c>, <c>unreachable</c>, <c>action_unavailable</c>,
/// <c>cancelled</c>, or a type of exception. The number of tag values is therefore limited by the spec and the code. An activity
/// also has the gateway's error name as <c>apm.error.name</c>, if it is printable ASCII without blanks.
/// </remarks>
public static class ApmTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/>.</summary>
    public const string ActivitySourceName = "Apm";

    /// <summary>The name of the <see cref="Meter"/>.</summary>
    public const string MeterName = "Apm";

    /// <summary>A histogram, in seconds: how long operations take, retries of queries included.</summary>
    public const string DurationName = "apm.client.operation.duration";

    /// <summary>A counter: operations whose outcome is not known. Each of them needs an investigation.</summary>
    public const string OutcomesUnknownName = "apm.client.outcomes_unknown";

    /// <summary>
    /// A counter: responses with an address to which no customer may be sent (<see cref="Payment.IsRedirectRefused"/>). Such an
    /// operation also has the tag <c>apm.redirect_refused</c>.
    /// </summary>
    public const string RedirectsRefusedName = "apm.client.redirects_refused";

    /// <summary>A counter: deliveries of webhooks, by <c>apm.api</c> and <c>apm.webhook.receipt</c>, a <see cref="WebhookReceipt"/>.</summary>
    public const string WebhooksName = "apm.webhooks";

    /// <summary>
    /// A counter: processed webhooks that <see cref="InMemoryProcessedEventStore"/> forgot before their time because it was full. Each
    /// of them may be processed again.
    /// </summary>
    public const string WebhooksForgottenName = "apm.webhooks.forgotten";

    internal static readonly ActivitySource Source = new(ActivitySourceName, Version);
    internal static readonly Histogram<double> Duration;
    internal static readonly Counter<long> OutcomesUnknown;
    internal static readonly Counter<long> RedirectsRefused;
    internal static readonly Counter<long> Webhooks;
    internal static readonly Counter<long> WebhooksForgotten;

    private static readonly Meter s_meter = new(MeterName, Version);

    static ApmTelemetry()
    {
        Duration = s_meter.CreateHistogram<double>(DurationName, "s", "The duration of operations at payment gateways.");
        OutcomesUnknown = s_meter.CreateCounter<long>(OutcomesUnknownName, "{operation}", "Operations whose outcome is not known after they were sent.");
        RedirectsRefused = s_meter.CreateCounter<long>(RedirectsRefusedName, "{answer}", "Responses whose redirect address was refused.");
        Webhooks = s_meter.CreateCounter<long>(WebhooksName, "{delivery}", "Webhooks that gateways delivered.");
        WebhooksForgotten = s_meter.CreateCounter<long>(
            WebhooksForgottenName,
            "{event}",
            "Processed webhooks that were forgotten early because the store was full.");
    }

    private static string? Version => typeof(ApmTelemetry).Assembly.GetName().Version?.ToString(3);
}
