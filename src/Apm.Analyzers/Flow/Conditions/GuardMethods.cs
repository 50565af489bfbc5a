using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>Finds methods that are called because they may throw.</summary>
internal static class GuardMethods
{
    private static readonly string[] s_words = ["Throw", "Guard", "Require", "Ensure", "Check", "Validate", "Verify", "Assert", "Demand", "Must"];

    /// <summary>Whether the name of the method means that it rejects arguments.</summary>
    public static bool IsGuard(IMethodSymbol method) =>
        s_words.Any(word => method.Name.StartsWith(word, StringComparison.Ordinal) || method.ContainingType.Name.StartsWith(word, StringComparison.Ordinal));

    public static bool NeverReturns(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "DoesNotReturnAttribute");
}
