using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>
/// Finds the places where values reach constrained members, and reports values that violate the spec. It reads the
/// attributes on generated code, never the YAML, so it works across assemblies.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageAnalyzer : DiagnosticAnalyzer
{
    private readonly AnalysisCounts _counts;

    public UsageAnalyzer()
        : this(new AnalysisCounts())
    {
    }

    internal UsageAnalyzer(AnalysisCounts counts) => _counts = counts;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = UsageDescriptors.All;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (UsageContext.Of(start.Compilation, _counts) is { } usage)
            {
                var bodies = new ConditionalWeakTable<IOperation, ILookup<SyntaxNode, Finding>>();
                start.RegisterOperationAction(operation => Analyze(operation, usage, bodies),
                    OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.CoalesceAssignment, OperationKind.DeconstructionAssignment,
                    OperationKind.ObjectCreation, OperationKind.Invocation, OperationKind.With);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, UsageContext usage, ConditionalWeakTable<IOperation, ILookup<SyntaxNode, Finding>> bodies)
    {
        if (!usage.Calls.MayMatter(context.Operation))
        {
            return;
        }

        if (context.Operation is IInvocationOperation call && InferredOperation.Check(call, usage) is { } inferred)
        {
            context.ReportDiagnostic(inferred);
        }

        if (!UsageSites.Matches(context.Operation, usage, out var isOperandOfConstrained))
        {
            return;
        }

        var judge = new UsageChecker(usage);
        var findings = Interpreter.Judge(usage, judge, context.Operation, context.CancellationToken) switch
        {
            AnalysisCoverage.Whole => judge.Findings,
            AnalysisCoverage.WithVariables when judge.Findings.Count == 0 => [],
            AnalysisCoverage.WithVariables => InBody(context, usage, bodies),
            AnalysisCoverage.NeedsBody => InBody(context, usage, bodies),
            _ => [],
        };
        foreach (var finding in findings)
        {
            // A violation of money that is an operand of a member is reported at the member. Unfinished code is not reported.
            if (finding.Site == context.Operation.Syntax
                && !(isOperandOfConstrained && finding.Rule == UsageDescriptors.UnknownCurrency)
                && !(finding.Rule == UsageDescriptors.Missing && PartialRecords.IsDraft(context.Operation, usage))
                && !finding.At.ContainsDiagnostics)
            {
                context.ReportDiagnostic(finding.ToDiagnostic(usage, PackedPages.FolderOf(context.Options)));
            }
        }
    }

    /// <summary>The findings in the whole body, which is interpreted once for all of its operations.</summary>
    private static IEnumerable<Finding> InBody(
        OperationAnalysisContext context,
        UsageContext usage,
        ConditionalWeakTable<IOperation, ILookup<SyntaxNode, Finding>> bodies)
    {
        var body = PartialRecords.BodyOf(context.Operation);
        if (!bodies.TryGetValue(body, out var findings))
        {
            var judge = new UsageChecker(usage);
            var isWhole = Interpreter.JudgeBody(usage, judge, body, context.CancellationToken) == AnalysisCoverage.Whole;
            findings = (isWhole && judge.Findings.Count > 0 ? ReachableFindings.Of(judge, context.ContainingSymbol, usage, context.CancellationToken) : [])
                .ToLookup(finding => finding.Site);
            findings = bodies.GetValue(body, _ => findings);
        }

        return findings[context.Operation.Syntax];
    }
}
