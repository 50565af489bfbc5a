using System.Text;
using Apm.Sandbox;
using Apm.Specs;

namespace Apm.MethodsPage;

/// <summary>The facts about every shipped method, as the specs declare them.</summary>
internal static class Page
{
    public static string Render(Gateway gateway, Confirmations confirmations, MutationScores scores)
    {
        var page = new StringBuilder("""
            # Payment methods

            This page lists the packed payment methods. `dotnet run --project tests/Apm.MethodsPage` writes it from the
            [specs](../specs), and a test checks it. If sources disagree, a comment in the spec states this next to the fact.

            Currencies, limits, required fields and rules are checked before a request is sent. Limits that are not checked are marked.
            The customers' countries and the notes are information only: a request can contain an address in any country.

            "Exchanges" states what confirms each operation: a published example of the gateway, our reading of its documentation, or
            nothing. "Types of webhooks" states the same for webhooks. [Recorded exchanges](spec-language.md#recorded-exchanges) explains
            them.

            "Mutation score" is the share of the facts in the spec that a published example confirms: if the fact were another, the
            example would not agree with the spec. The facts that only our reading confirms are counted apart.
            [Mutation score of specs](mutation.md#mutation-score-of-specs) explains the figures.


            """);
        page.Append($"All specs: {scores.Total}.\n\n");
        var anchors = new Anchors();
        foreach (var api in gateway.Apis.OrderByDescending(api => api.Id, StringComparer.Ordinal))
        {
            var methods = gateway.Methods.Where(method => method.Api == api.Id).OrderBy(method => method.Name, StringComparer.OrdinalIgnoreCase).ToList();
            page.Append($"## {api.Id}\n\n{api.Name}, {Source(api.Source)}. Mutation score of the API file: {scores.Of(api.Id)}.\n\n");
            if (confirmations.OfWebhooks(api) is { Length: > 0 } webhooks)
            {
                page.Append($"Types of webhooks: {webhooks}.\n\n");
            }

            page.Append("| method | customer countries | currencies | operations | status |\n|---|---|---|---|---|\n");
            foreach (var method in methods)
            {
                page.Append($"| [{method.Name}](#{anchors.Next($"{method.Name} {method.Id}")}) | {List(method.Countries, "")} | {List(method.Currencies, "")} ")
                    .Append($"| {List(method.Operations.Select(operation => operation.Id), "")} | {Status(method)} |\n");
            }

            foreach (var method in methods)
            {
                page.Append('\n');
                Section(page, method, api, confirmations, scores);
            }

            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Section(StringBuilder page, MethodModel method, ApiModel api, Confirmations confirmations, MutationScores scores)
    {
        page.Append($"### {method.Name} `{method.Id}`\n\n{method.Summary}\n\n");
        Line("status", Status(method) is { Length: > 0 } status ? status : "available");
        Line("source", Source(method.Source));
        Line("customer countries", List(method.Countries, "not declared"));
        Line("currencies", List(method.Currencies, ""));
        Line("limits", Limits(method.Limits, "none known"));
        Line("refund limits", Limits(method.RefundLimits, ""));
        Line("settlement", method.Capabilities.Contains("authorization")
            ? method.Capabilities.Contains("sale") ? "automatic, or by the merchant after an authorization" : "by the merchant after an authorization"
            : "automatic");
        Line("operations", List(method.Operations.Select(Operation), "none"));
        Line("exchanges", confirmations.Of(method));
        Line("mutation score", scores.Of(method.SpecId));
        Line("redirect", api.Response.Next is null ? List(method.Redirects.Select(Redirect), "") : "");
        Line("required", List(RequiredFields.Of(method.Request).Select(path => $"`{path}`"), "nothing"));
        foreach (var caused in method.Events)
        {
            var when = RuleText.When(caused.When, path => $"`{path}`");
            Line("webhook", $"{caused.Type} with {List(caused.Members, "no members")}, after a successful payment{when}");
        }

        foreach (var rule in method.Rules)
        {
            Line("rule", RuleText.Of(rule, path => $"`{path}`"));
        }

        foreach (var operation in api.Operations.Where(operation => operation.Inferred is not null && method.Offers(operation.Id)))
        {
            Line("inferred", $"{operation.Id}: {operation.Inferred}");
        }

        foreach (var note in method.Notes)
        {
            Line("note", note);
        }

        void Line(string name, string text)
        {
            if (text.Length > 0)
            {
                page.Append($"- {name}: {text}\n");
            }
        }
    }

    private static string Status(MethodModel method) => method.Status switch
    {
        MethodStatus.Pilot => "pilot",
        MethodStatus.ComingSoon => "coming soon",
        MethodStatus.Discontinued => "discontinued",
        _ => "",
    };

    private static string Source(SourceModel source) => $"[{new Uri(source.Url).Host}]({source.Url})" + (source.Updated is { } date ? $" of {date}" : "");

    private static string Operation(MethodOperationModel operation)
    {
        string?[] needs =
        [
            operation.Body is { } body && RequiredFields.Of(body).ToList() is { Count: > 0 } paths
                ? "with " + List(paths.Select(path => $"`{path}`"), "")
                : null,
            operation.WithinDays is { } days ? $"within {days} days" : null,
        ];
        var details = string.Join("; ", needs.OfType<string>());
        return operation.Id + (details.Length == 0 ? "" : $" ({details})");
    }

    private static string Redirect(RedirectModel redirect) => redirect.Kind switch
    {
        RedirectKind.Url => "URL",
        RedirectKind.PngBase64 => "QR code image (PNG, base64)",
        _ => "none",
    };

    private static string Limits(IEnumerable<LimitModel> limits, string otherwise) => List(limits.Select(LimitText.Of), otherwise);

    private static string List(IEnumerable<string> items, string otherwise) =>
        string.Join(", ", items) is { Length: > 0 } list ? list : otherwise;
}
