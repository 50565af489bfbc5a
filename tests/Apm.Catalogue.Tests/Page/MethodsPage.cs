using System.Text;
using Apm.Sandbox;
using Apm.Specs.Model;
using Apm.Specs.Text;

namespace Apm.Catalogue.Tests.Page;

/// <summary>What the specs say of every shipped method, for people.</summary>
internal static class MethodsPage
{
    public static string Render(Gateway gateway)
    {
        var page = new StringBuilder("""
            # Payment methods

            What is shipped, as the [specs](../specs) say it; which sources disagree, and how that was decided, stands there beside
            the fact. `dotnet test --project tests/Apm.Catalogue.Tests --filter-class '*MethodsPageTests'` writes this page anew
            where it says something else than the specs, and fails then.

            Currencies, limits, required fields and rules are checked before a request is sent, unless a limit says that it is not.
            Where customers live is a fact for people: gateways take every country in their addresses, and so does the validator.
            Notes are for people, too.


            """);
        foreach (var api in gateway.Apis.OrderByDescending(api => api.Id, StringComparer.Ordinal))
        {
            var methods = gateway.Methods.Where(method => method.Api == api.Id).OrderBy(method => method.Name, StringComparer.OrdinalIgnoreCase).ToList();
            page.Append($"## {api.Id}\n\n{api.Name}, {Source(api.Source)}.\n\n");
            page.Append("| method | customers in | currencies | operations | |\n|---|---|---|---|---|\n");
            foreach (var method in methods)
            {
                page.Append($"| [{method.Name}](#{Anchor(method)}) | {List(method.Countries, "")} | {List(method.Currencies, "")} | {List(method.Operations.Select(operation => operation.Id), "")} | {Status(method)} |\n");
            }

            foreach (var method in methods)
            {
                page.Append('\n');
                Section(page, method);
            }

            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Section(StringBuilder page, MethodModel method)
    {
        page.Append($"### {method.Name} `{method.Id}`\n\n{method.Summary}\n\n");
        Line("status", Status(method) is { Length: > 0 } status ? status : "available");
        Line("source", Source(method.Source));
        Line("customers in", List(method.Countries, "no list of countries is given"));
        Line("currencies", List(method.Currencies, ""));
        Line("limits", Limits(method.Limits, "none is known"));
        Line("limits of a refund", Limits(method.RefundLimits, ""));
        Line("paid", method.Capabilities.Contains("authorization")
            ? method.Capabilities.Contains("sale") ? "at once, or authorised and settled later" : "authorised and settled later"
            : "without a separate settlement");
        Line("operations", List(method.Operations.Select(Operation), "none"));
        Line("goes on by", List(method.Redirects.Select(Redirect), ""));
        Line("required", List(RequiredFields.Of(method.Request).Select(path => $"`{path}`"), "nothing"));
        foreach (var rule in method.Rules)
        {
            Line("rule", RuleText.Of(rule, path => $"`{path}`"));
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

    // As GitHub makes it of a heading.
    private static string Anchor(MethodModel method) =>
        string.Concat($"{method.Name} {method.Id}".ToLowerInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '_' or '-')).Replace(' ', '-');

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
            operation.Body is { } body && RequiredFields.Of(body).ToList() is { Count: > 0 } paths ? "with " + List(paths.Select(path => $"`{path}`"), "") : null,
            operation.WithinDays is { } days ? $"within {days} days" : null,
        ];
        var said = needs.Where(need => need is not null).ToList();
        return operation.Id + (said.Count == 0 ? "" : $" ({string.Join("; ", said)})");
    }

    private static string Redirect(RedirectModel redirect) => redirect.Kind switch
    {
        RedirectKind.Url => "an address where the customer is sent",
        RedirectKind.PngBase64 => "a picture that the customer is shown",
        _ => "itself: the customer has nowhere to go",
    };

    private static string Limits(IEnumerable<LimitModel> limits, string otherwise) => List(limits.Select(LimitText.Of), otherwise);

    private static string List(IEnumerable<string> items, string otherwise) =>
        string.Join(", ", items) is { Length: > 0 } list ? list : otherwise;
}
