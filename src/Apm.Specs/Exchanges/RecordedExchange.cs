namespace Apm.Specs;

/// <summary>What was sent to a gateway, what came back, and what must be read from it.</summary>
public sealed record RecordedExchange
{
    public required string Name { get; init; }

    /// <summary>Where the gateway shows it; null if it is the author's own reading of the documentation.</summary>
    public required ExchangeSource? Source { get; init; }

    public required EquatableArray<ExchangeStep> Steps { get; init; }

    public required SpecLocation Location { get; init; }

    /// <summary>A published example confirms the spec. The author's own reading does not.</summary>
    public bool IsPublished => Source?.Example is not null;
}

/// <summary>The documentation in which an exchange is published.</summary>
/// <param name="Url">The address of the page or file.</param>
/// <param name="Example">The place of the example in it; null if the page describes the exchange and has no example of it.</param>
/// <param name="Updated">The date on the page.</param>
public sealed record ExchangeSource(string Url, string? Example, string? Updated);
