namespace Apm.Analyzers;

/// <summary>How completely an expression or a body was analyzed.</summary>
internal enum AnalysisCoverage
{
    Whole,

    /// <summary>The expression has locals or parameters whose values do not need the body. A finding is true only if the body can reach it.</summary>
    WithVariables,

    /// <summary>The expression depends on locals or parameters, so the whole body must be interpreted.</summary>
    NeedsBody,

    /// <summary>The body is too large, so the findings may be wrong.</summary>
    TooLarge,
}
