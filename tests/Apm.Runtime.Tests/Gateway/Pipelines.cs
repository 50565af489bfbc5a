using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Apm.Tests.Gateway;

internal static class Pipelines
{
    /// <summary>Tries again whatever happened.</summary>
    public static ResiliencePipeline<HttpResponseMessage> Stubborn(ResiliencePipelineBuilder<HttpResponseMessage> pipeline) => pipeline
        .AddRetry(new HttpRetryStrategyOptions
        {
            Delay = TimeSpan.Zero,
            MaxRetryAttempts = 10,
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is not null || (int)arguments.Outcome.Result!.StatusCode >= 400),
        })
        .Build();
}
