using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Apm;

/// <summary>
/// Options that changed for the worse while the shop runs are not taken: a mistake in a secret must not end the
/// deliveries of those that are right, nor be thrown at whoever reloads the configuration.
/// </summary>
internal sealed class LastValidOptions(OptionsFactory<ApmEventOptions> factory, ILogger logger) : IOptionsFactory<ApmEventOptions>
{
    private readonly ConcurrentDictionary<string, ApmEventOptions> _valid = new(StringComparer.Ordinal);

    public ApmEventOptions Create(string name)
    {
        try
        {
            return _valid[name] = factory.Create(name);
        }
        catch (OptionsValidationException problem) when (_valid.ContainsKey(name))
        {
            EventLog.InvalidOptions(logger, name, problem.Message);
            return _valid[name];
        }
    }
}
