using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The state of one interpreted body: the analyzed body, or a method that it calls.</summary>
internal sealed class Frame(Frame? caller, VariableUsage facts)
{
    private readonly Dictionary<ILabelSymbol, List<PathState>> _jumps = new(SymbolEqualityComparer.Default);

    public int Depth { get; } = caller is null ? 0 : caller.Depth + 1;

    public Frame? Caller => caller;

    public VariableUsage Facts => facts;

    /// <summary>The values that the body returned, one for each path.</summary>
    public List<Outcome> Returns { get; } = [];

    /// <summary>The method of the body; null for the analyzed body.</summary>
    public ISymbol? Symbol { get; init; }

    /// <summary>The object whose member this is; null for the object of the analyzed body, and for a static member.</summary>
    public Receiver? Receiver { get; init; }

    /// <summary>The call in the analyzed body that led to this body.</summary>
    public SyntaxNode? Call { get; init; }

    /// <summary>The secret that the body returns; null if it returns something else.</summary>
    public ReturnedSecret? Secret { get; init; }

    /// <summary>Whether exceptions are caught here.</summary>
    public bool IsGuarded { get; set; }

    public bool IsIn(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(Symbol, symbol) || (caller?.IsIn(symbol) ?? false);

    public void Jump(ILabelSymbol label, PathState env)
    {
        if (!_jumps.TryGetValue(label, out var envs))
        {
            _jumps.Add(label, envs = []);
        }

        envs.Add(env);
    }

    /// <summary>The symbols may have other values at the labels of the jumps so far.</summary>
    public void ForgetOnJumps(ISymbol[] symbols)
    {
        foreach (var envs in _jumps.Values)
        {
            for (var index = 0; index < envs.Count; index++)
            {
                envs[index] = envs[index].Forget(symbols);
            }
        }
    }

    public IEnumerable<PathState> Arrived(ILabelSymbol label)
    {
        if (!_jumps.TryGetValue(label, out var envs))
        {
            return [];
        }

        _jumps.Remove(label);
        return envs.ToArray();
    }
}
