using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>Methods that are called because they may throw.</summary>
internal static class GuardMethods
{
    private static readonly string[] s_words = ["Throw", "Guard", "Require", "Ensure", "Check", "Validate", "Verify", "Assert", "Demand", "Must"];

    /// <summary>Whether its name says that it refuses what it is given.</summary>
    public static bool IsGuard(IMethodSymbol method) =>
        s_words.Any(word => method.Name.StartsWith(word, StringComparison.Ordinal) || method.ContainingType.Name.StartsWith(word, StringComparison.Ordinal));

    public static bool NeverReturns(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "DoesNotReturnAttribute");
}
