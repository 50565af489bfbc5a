using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Apm;

// docs/decisions/credentials.md
/// <summary>
/// Ignores an invalid change of options while the shop runs: a mistake in a secret must not stop a client that works with the
/// former options, and must not throw where the configuration is reloaded.
/// </summary>
internal sealed class LastValidOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
    OptionsFactory<TOptions> factory,
    ILogger logger) : IOptionsFactory<TOptions>
    where TOptions : class
{
    private readonly ConcurrentDictionary<string, TOptions> _valid = new(StringComparer.Ordinal);

    public static IOptionsFactory<TOptions> Create(IServiceProvider provider) => new LastValidOptions<TOptions>(
        new(
            provider.GetServices<IConfigureOptions<TOptions>>(),
            provider.GetServices<IPostConfigureOptions<TOptions>>(),
            provider.GetServices<IValidateOptions<TOptions>>()),
        provider.GetService<ILoggerFactory>()?.CreateLogger("Apm.Options") ?? NullLogger.Instance);

    public TOptions Create(string name)
    {
        try
        {
            return _valid[name] = factory.Create(name);
        }
        catch (Exception problem) when (_valid.TryGetValue(name, out var before))
        {
            // Only messages of validation are known to quote no secret. A parser or binder may quote its input.
            OptionsLog.Invalid(logger, typeof(TOptions).Name, name, problem is OptionsValidationException ? problem.Message : problem.GetType().FullName ?? "");
            return before;
        }
    }
}
