namespace Apm.Specs;

/// <summary>Reports a method that the gateway does not offer to every merchant, with the version in which it does.</summary>
internal static class MethodAvailability
{
    /// <param name="place">The value that names the method: its status, or the id of the method that the file extends.</param>
    /// <param name="method">The method with the status.</param>
    /// <param name="versions">The ids of the same method in other versions where it is available, the newest first.</param>
    /// <param name="report">Of the file of the place.</param>
    public static void Report(SpecNode? place, ParsedSpec method, IEnumerable<string> versions, DiagnosticBag report)
    {
        if (place is null || StatusOf(method) is not { } status || Words(status) is not var (state, otherwise))
        {
            return;
        }

        var name = (method.Root?.Find("name")?.Value as ScalarSyntax)?.Value ?? method.Id ?? "";
        var wayOut = versions.FirstOrDefault() is { } version ? $"use {MessageText.Plain(version)}, where the method is available" : otherwise;
        report.Add(
            SpecDescriptors.NotAvailable,
            place.Span,
            $"{MessageText.Plain(name)} {state}{Page(method)}, so the gateway may refuse its payments: {wayOut}");
    }

    public static bool IsAvailable(ParsedSpec method) => StatusOf(method) == MethodStatus.Available;

    private static MethodStatus? StatusOf(ParsedSpec method) =>
        method.Root?.Find("status")?.Value is ScalarSyntax text && KebabCase.TryParse<MethodStatus>(text.Value, out var status) ? status : null;

    private static (string State, string Otherwise)? Words(MethodStatus status) => status switch
    {
        MethodStatus.Pilot => ("is a pilot", "ask the gateway whether you can take part"),
        MethodStatus.ComingSoon => ("is coming soon", "ask the gateway when it becomes available"),
        MethodStatus.Discontinued => ("is discontinued", "ask the gateway which method replaces it"),
        _ => null,
    };

    // A message shortens texts, and a shortened address leads nowhere.
    private static string Page(ParsedSpec method) =>
        ((method.Root?.Find("source")?.Value as MappingSyntax)?.Find("url")?.Value as ScalarSyntax)?.Value is { } url
            && Uri.TryCreate(url.Trim(), UriKind.Absolute, out var page)
            ? $" according to {page.AbsoluteUri}"
            : "";
}
