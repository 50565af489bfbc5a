using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

// docs/decisions/analysis-and-fixes.md
/// <summary>
/// The findings of a body that some caller reaches. The body alone is interpreted for all arguments, but the callers of a private
/// method may exclude some of them.
/// </summary>
internal static class ReachableFindings
{
    /// <param name="member">The member with the body.</param>
    public static IEnumerable<Finding> Of(UsageChecker judge, ISymbol member, UsageContext context, CancellationToken cancellationToken)
    {
        foreach (var function in judge.Findings.GroupBy(finding => FunctionOf(finding.Site)))
        {
            var calls = CallSites.Of(function.First().Site, member, context);
            foreach (var finding in calls is null ? function : function.Intersect(AtCalls(calls, judge, context, cancellationToken)))
            {
                yield return finding;
            }
        }
    }

    // If some callers are not known, a value that is wrong on some paths only may be right on all paths that they take.
    private static IEnumerable<Finding> AtCalls(CallSites calls, UsageChecker judge, UsageContext context, CancellationToken cancellationToken)
    {
        if (!calls.AreMore)
        {
            var called = new UsageChecker(context);
            if (calls.Bodies.All(body => Interpreter.JudgeCalls(context, called, body, calls.InPlace, cancellationToken) == AnalysisCoverage.Whole))
            {
                return called.Findings;
            }
        }

        return judge.Findings.Where(judge.IsOnAllPaths);
    }

    private static SyntaxNode? FunctionOf(SyntaxNode site) =>
        site.Ancestors().FirstOrDefault(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.LocalFunctionStatementSyntax);
}
