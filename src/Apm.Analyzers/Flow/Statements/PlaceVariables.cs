using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The locals and parameters of an expression that is judged alone, each looked up once in the body around it.</summary>
internal sealed class PlaceVariables(IOperation place, AnalysisCounts counts)
{
    private Dictionary<ISymbol, bool>? _unknown;
    private Dictionary<ILocalSymbol, PlaceVariables?>? _initializers;

    public IOperation Place { get; } = place;

    /// <inheritdoc cref="BodyVariables.IsUnknown"/>
    public bool IsUnknown(ISymbol variable)
    {
        _unknown ??= new(SymbolEqualityComparer.Default);
        if (!_unknown.TryGetValue(variable, out var isUnknown))
        {
            counts.AddSearch();
            _unknown.Add(variable, isUnknown = BodyVariables.IsUnknown(variable, Place));
        }

        return isUnknown;
    }

    /// <inheritdoc cref="BodyVariables.InitializerOf"/>
    public PlaceVariables? InitializerOf(ILocalSymbol local)
    {
        _initializers ??= new(SymbolEqualityComparer.Default);
        if (!_initializers.TryGetValue(local, out var initializer))
        {
            counts.AddSearch();
            initializer = BodyVariables.InitializerOf(local, Place) is { } value ? new PlaceVariables(value, counts) : null;
            _initializers.Add(local, initializer);
        }

        return initializer;
    }
}
