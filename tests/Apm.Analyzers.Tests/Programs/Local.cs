namespace Apm.Analyzers.Tests.Programs;

internal enum Kind
{
    Currency,
    Text,
    Address,
    Amount,
    Price,
    Money,
    Condition,
}

internal sealed record Local(string Name, Kind Kind);
