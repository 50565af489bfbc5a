using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Apm;

// docs/decisions/credentials.md
/// <summary>
/// Options that changed for the worse while the shop runs are not taken: a mistake in a secret must not end what works
/// with those before, nor be thrown at whoever reloads the configuration.
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
            // Only what validation says is known to quote no secret; a parser or binder may quote what it was given.
            OptionsLog.Invalid(logger, typeof(TOptions).Name, name, problem is OptionsValidationException ? problem.Message : problem.GetType().FullName ?? "");
            return before;
        }
    }
}
