using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Apm.Analyzers.Flow;
using Apm.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Apm.Analyzers;

/// <summary>
/// Finds the places at which values reach constrained members, and reports values that break the spec. It reads the
/// attributes on generated code, never the YAML, so that it works across assemblies.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = UsageRules.All;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (UsageContext.Of(start.Compilation) is { } usage)
            {
                var bodies = new ConditionalWeakTable<IOperation, Lazy<ILookup<SyntaxNode, Finding>>>();
                start.RegisterOperationAction(operation => Analyze(operation, usage, bodies),
                    OperationKind.SimpleAssignment, OperationKind.ObjectCreation, OperationKind.Invocation, OperationKind.With);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, UsageContext usage, ConditionalWeakTable<IOperation, Lazy<ILookup<SyntaxNode, Finding>>> bodies)
    {
        if (!Sites.IsSite(context.Operation, usage, out var isGoingOn))
        {
            return;
        }

        var judge = new UsageJudge(usage);
        var findings = Interpreter.TryJudge(usage, judge, context.Operation, context.CancellationToken)
            ? judge.Findings
            : InBody(context, usage, bodies);
        foreach (var finding in findings)
        {
            // What becomes of money on its way to a member is told there.
            if (finding.Site == context.Operation.Syntax && !(isGoingOn && finding.Rule == UsageRules.UnknownCurrency))
            {
                context.ReportDiagnostic(finding.ToDiagnostic(usage));
            }
        }
    }

    /// <summary>The whole body is run once, whichever of its places asks first.</summary>
    private static IEnumerable<Finding> InBody(OperationAnalysisContext context, UsageContext usage, ConditionalWeakTable<IOperation, Lazy<ILookup<SyntaxNode, Finding>>> bodies)
    {
        var body = context.Operation;
        while (body.Parent is { } parent)
        {
            body = parent;
        }

        var cancellationToken = context.CancellationToken;
        return bodies.GetValue(body, body => new Lazy<ILookup<SyntaxNode, Finding>>(() =>
        {
            var judge = new UsageJudge(usage);
            var isKnown = Interpreter.TryJudgeBody(usage, judge, body, cancellationToken);
            return (isKnown ? judge.Findings : []).ToLookup(finding => finding.Site);
        }, LazyThreadSafetyMode.PublicationOnly)).Value[context.Operation.Syntax];
    }
}
