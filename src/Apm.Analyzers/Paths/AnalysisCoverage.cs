namespace Apm.Analyzers;

/// <summary>How far an expression or a body could be judged.</summary>
internal enum AnalysisCoverage
{
    Whole,

    /// <summary>Locals or parameters have a say in it, so that its whole body has to be run.</summary>
    NeedsBody,

    /// <summary>It is too large, so that what was judged may be wrong.</summary>
    TooLarge,
}
