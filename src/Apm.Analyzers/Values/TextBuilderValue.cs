namespace Apm.Analyzers;

/// <summary>A <see cref="System.Text.StringBuilder"/> within one chain of calls.</summary>
internal sealed record TextBuilderValue(Value Text) : Value;
