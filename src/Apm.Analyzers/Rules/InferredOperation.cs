using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Reports a call of an operation that the spec infers. It depends on no value, so nothing is interpreted.</summary>
internal static class InferredOperation
{
    /// <returns>Null if the spec does not infer the operation.</returns>
    public static Diagnostic? Check(IInvocationOperation call, UsageContext context) =>
        context.Constraints.InferredReason(call.TargetMethod) is { } reason && NameOf(call) is { ContainsDiagnostics: false } name
            ? Diagnostic.Create(UsageDescriptors.Inferred, name.GetLocation(), $"{call.TargetMethod.Name} is inferred: {reason}")
            : null;

    private static SyntaxNode NameOf(IInvocationOperation call) => (call.Syntax as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax member => member.Name,
        { } name => name,
        null => call.Syntax,
    };
}
