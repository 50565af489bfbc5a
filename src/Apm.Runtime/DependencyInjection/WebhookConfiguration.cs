using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Apm;

/// <summary>Reads webhook options without a binder: a binder needs reflection, or a generator in the shop's project.</summary>
internal static class WebhookConfiguration
{
    public static void Read(IConfiguration section, ApmWebhookOptions options)
    {
        foreach (var key in section.GetSection(nameof(options.Keys)).GetChildren())
        {
            options.Keys[key.Key] = key.Value ?? "";
        }

        options.RememberFor = Time(section, nameof(options.RememberFor)) ?? options.RememberFor;
        options.AnswerWithin = Time(section, nameof(options.AnswerWithin)) ?? options.AnswerWithin;
        options.HandleWithin = Time(section, nameof(options.HandleWithin)) ?? options.HandleWithin;
        options.Lease = Time(section, nameof(options.Lease)) ?? options.Lease;
        options.StoreTimeout = Time(section, nameof(options.StoreTimeout)) ?? options.StoreTimeout;
        options.Consumer = section[nameof(options.Consumer)] ?? options.Consumer;
        if (section[nameof(options.MaxBodyBytes)] is { } bytes)
        {
            options.MaxBodyBytes = int.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Wrong(nameof(options.MaxBodyBytes), "a whole number");
        }
    }

    private static TimeSpan? Time(IConfiguration section, string name) =>
        section[name] is not { } text ? null
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time
        : throw Wrong(name, "a time such as 00:00:08");

    private static OptionsValidationException Wrong(string name, string what) =>
        new(nameof(ApmWebhookOptions), typeof(ApmWebhookOptions), [$"{name} must be {what}."]);
}
