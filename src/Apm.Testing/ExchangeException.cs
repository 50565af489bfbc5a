namespace Apm.Testing;

/// <summary>A recorded exchange does not agree with the generated code, or a file of exchanges has errors.</summary>
public sealed class ExchangeException : Exception
{
    internal ExchangeException(string exchange, IReadOnlyList<string> differences)
        : base($"{exchange}:{string.Concat(differences.Select(difference => Environment.NewLine + "- " + difference))}") => Differences = differences;

    /// <summary>One sentence for each difference, with the JSON path or the member.</summary>
    public IReadOnlyList<string> Differences { get; }
}
