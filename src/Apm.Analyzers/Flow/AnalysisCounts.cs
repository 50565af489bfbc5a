namespace Apm.Analyzers;

/// <summary>How much the usage analyzer did. Tests limit these counts, because times differ between machines.</summary>
internal sealed class AnalysisCounts
{
    private int _expressions;
    private int _bodies;
    private int _boundMethods;
    private int _searches;
    private long _steps;

    /// <summary>The operations whose values were evaluated.</summary>
    public int Expressions => _expressions;

    /// <summary>The bodies that were interpreted as a whole.</summary>
    public int Bodies => _bodies;

    /// <summary>The methods that were bound because they may assign an argument to a constrained member.</summary>
    public int BoundMethods => _boundMethods;

    /// <summary>The names whose uses were looked for in a body or in the compilation.</summary>
    public int Searches => _searches;

    /// <summary>The operations that were visited in expressions and bodies, each time that a path or a call reached them.</summary>
    public long Steps => _steps;

    public void AddExpression(int steps)
    {
        Interlocked.Increment(ref _expressions);
        Interlocked.Add(ref _steps, steps);
    }

    public void AddBody(int steps)
    {
        Interlocked.Increment(ref _bodies);
        Interlocked.Add(ref _steps, steps);
    }

    public void AddSearch() => Interlocked.Increment(ref _searches);

    public void AddBoundMethod() => Interlocked.Increment(ref _boundMethods);
}
