using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Apm.AspNetCore.Tests;

/// <summary>What the library logs.</summary>
internal sealed class LoggedLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

    /// <summary>Warnings and errors.</summary>
    public IReadOnlyCollection<string> Warnings => [.. _lines.Select(line => line.Text)];

    public IReadOnlyCollection<string> Errors => [.. _lines.Where(line => line.Level == LogLevel.Error).Select(line => line.Text)];

    // What ASP.NET logs is not the library's.
    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("Apm", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Warning)
        {
            _lines.Enqueue((logLevel, formatter(state, exception)));
        }
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
    }
}
