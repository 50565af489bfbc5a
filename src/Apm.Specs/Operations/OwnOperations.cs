using System.Text.RegularExpressions;

namespace Apm.Specs;

/// <summary>Operations of the gateway's own: any id with a <c>summary</c>. An id without one may be misspelt.</summary>
internal static class OwnOperations
{
    private static readonly Regex s_id = new(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant);

    // Names of the language, and of members and types of every client.
    private static readonly HashSet<string> s_taken = new(StringComparer.Ordinal)
    {
        PaymentKind.Sale,
        PaymentKind.Authorization,
        ResultOperationId.QueryRefund,
        ResultOperationId.CancelRefund,
        ResultOperationId.QueryCapture,
        ResultOperationId.CancelCapture,
        "payment",
        "repeat",
        "wait-for-outcome",
    };

    private const int MaxLength = 40;

    /// <summary>The keys under <c>operations</c> of a file, with those of the gateway's own.</summary>
    public static SpecKeySet Keys(MappingSyntax operations, DiagnosticBag report)
    {
        var own = operations.Entries
            .Where(entry => !SpecKeys.Operations.Has(entry.Key.Value) && (entry.Value as MappingSyntax)?.Find("summary") is not null)
            .Where(entry => report.Suggestions.NearestTo(entry.Key.Value, SpecKeys.Operations.Names) is null)
            .ToList();
        foreach (var entry in own.Where(entry => !IsFree(entry.Key.Value)))
        {
            report.Add(
                SpecDescriptors.WrongKind,
                entry.Key.Span,
                $"{MessageText.Of(entry.Key.Value)} cannot be the id of an operation: write a few words of lowercase letters and digits with hyphens "
                    + "between them, such as verify-account, which are not a name of the language or of every client");
        }

        return new SpecKeySet(
            SpecKeys.Operations.What,
            [.. SpecKeys.Operations.Keys, .. own.Select(entry => new SpecKey(entry.Key.Value, "a request with a 'summary'"))]);
    }

    /// <summary>Whether an operation of the gateway's own can have an id.</summary>
    public static bool IsFree(string id) =>
        id.Length <= MaxLength && s_id.IsMatch(id) && !s_taken.Contains(id) && !id.StartsWith("request", StringComparison.Ordinal);
}
