namespace Apm.Specs;

/// <summary>Reports a partial operation whose request is the same as that of the whole operation.</summary>
internal static class IndistinctOperations
{
    private static readonly (string Whole, string Part)[] s_pairs =
    [
        (OperationId.Refund, OperationId.PartialRefund),
        (OperationId.Settle, OperationId.PartialSettle),
    ];

    /// <param name="operations">The operations of the API.</param>
    /// <param name="keys">Their keys in the file.</param>
    /// <param name="report">The diagnostics of the file.</param>
    public static void Report(IReadOnlyList<OperationModel> operations, MappingSyntax? keys, DiagnosticBag report)
    {
        foreach (var (whole, part) in s_pairs)
        {
            if (Find(whole) is { } one && Find(part) is { } other && HaveSameTarget(one, other) && HaveSameBody(one.Body, other.Body))
            {
                Report(whole, part, keys?.Find(part)?.Key.Span, report);
            }
        }

        OperationModel? Find(string id) => operations.FirstOrDefault(operation => operation.Id == id);
    }

    /// <param name="operations">The operations that the method offers.</param>
    /// <param name="api">The API, whose own operations are reported in its file.</param>
    /// <param name="keys">The operations to which the method adds something.</param>
    /// <param name="report">The diagnostics of the file.</param>
    public static void Report(IReadOnlyList<MethodOperationModel> operations, ApiModel api, MappingSyntax? keys, DiagnosticBag report)
    {
        foreach (var (whole, part) in s_pairs)
        {
            if (Find(whole) is { } one
                && Find(part) is { } other
                && HaveSameTarget(api.Operation(whole)!, api.Operation(part)!)
                && !HaveSameBody(api.Operation(whole)!.Body, api.Operation(part)!.Body)
                && HaveSameBody(one.Body, other.Body))
            {
                Report(whole, part, (keys?.Find(part) ?? keys?.Find(whole))?.Key.Span, report);
            }
        }

        MethodOperationModel? Find(string id) => operations.FirstOrDefault(operation => operation.Id == id);
    }

    private static void Report(string whole, string part, SpecSpan? place, DiagnosticBag report)
    {
        if (place is { } span)
        {
            report.Add(
                SpecDescriptors.SameRequest,
                span,
                $"'{part}' and '{whole}' send the same request, so the gateway cannot tell them apart: "
                    + "declare what differs, or only the operation whose amount the gateway reads");
        }
    }

    private static bool HaveSameTarget(OperationModel one, OperationModel other) => one.Verb == other.Verb && one.Target == other.Target;

    private static bool HaveSameBody(FieldModel? one, FieldModel? other) => Values(one).SequenceEqual(Values(other));

    private static IEnumerable<(string Path, FieldType Type, bool IsRequired, string? Const, EquatableArray<string> Values)> Values(FieldModel? field) =>
        field is null ? []
        : field.Type is FieldType.Object or FieldType.List ? field.Members.SelectMany(Values).OrderBy(value => value.Path, StringComparer.Ordinal)
        : [(field.Path, field.Type, field.Required, field.Const, field.Values)];
}
