using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Reports a call of an operation that the spec infers. It depends on no value, so nothing is interpreted.</summary>
internal static class InferredOperation
{
    /// <returns>Null if the spec does not infer the operation.</returns>
    public static Diagnostic? Check(IInvocationOperation call, UsageContext context) =>
        context.Constraints.InferredReason(call.TargetMethod) is { } reason && !call.Syntax.ContainsDiagnostics
            ? Diagnostic.Create(UsageDescriptors.Inferred, PlaceOf(call), $"{call.TargetMethod.Name} is inferred: {reason}")
            : null;

    // The name only, because a chain of calls may have many lines.
    private static Location PlaceOf(IInvocationOperation call) => (call.Syntax as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.GetLocation(),
        MemberBindingExpressionSyntax member => member.Name.Identifier.GetLocation(),
        SimpleNameSyntax name => name.Identifier.GetLocation(),
        _ => call.Syntax.GetLocation(),
    };
}
