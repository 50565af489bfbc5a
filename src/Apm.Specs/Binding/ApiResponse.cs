using Apm.Specs.Diagnostics;
using Apm.Specs.Model;
using Apm.Specs.Syntax;

namespace Apm.Specs.Binding;

/// <summary>Where members of an answer stand, and what statuses mean.</summary>
internal static class ApiResponse
{
    /// <param name="query">Without a link, a payment's id is all that a query needs.</param>
    public static ResponseModel Bind(Map api, OperationModel query)
    {
        var entry = api.Require("response");
        var map = entry?.Mapping() is { } mapping ? new Map(mapping, SpecKeys.Response, api.Report, entry.Key.Span) : null;
        var id = map?.Require("id")?.Text() ?? "id";
        return new ResponseModel
        {
            Id = id,
            Status = map?.Require("status")?.Text() ?? "status",
            Self = (query.TargetIsLink ? map?.Require("self") : map?.Find("self"))?.Text() ?? (query.TargetIsLink ? "self" : id),
            Redirects = map?.Find("redirect")?.OneOrMore().Select(path => path.Value.Trim()).ToEquatableArray() ?? default,
            Actions = map?.Find("actions")?.Texts().Select(text => text.Value).ToEquatableArray() ?? default,
            Href = map?.Require("href")?.Text() ?? "href",
            Members = ResponseMembers.Bind(map?.Find("members"), [], null),
        };
    }

    public static EquatableArray<StatusModel> Statuses(Map api)
    {
        var statuses = new List<StatusModel>();
        var seen = new Dictionary<string, ScalarSyntax>(StringComparer.Ordinal);
        var entry = api.Require("statuses");
        foreach (var state in entry?.Mapping()?.Entries ?? [])
        {
            if (!Kebab.TryParse<PaymentState>(state.Key.Value, out var meaning))
            {
                UnknownKeys.Add(api.Report, (MappingSyntax)entry!.Value, state.Key, state.Value, "statuses", Kebab.Ids<PaymentState>());
                continue;
            }

            foreach (var status in new Entry(state.Key.Value, "a list of the gateway's statuses, such as [captured, settled]", state.Key, state.Value, api.Report).Texts())
            {
                if (seen.TryGetValue(status.Value, out var first))
                {
                    api.Report.Add(SpecRules.DeclaredTwice, status.Span, $"{Quote.Of(status.Value)} has its meaning on line {Entry.Invariant(first.Span.Line + 1)}: keep one of them", api.Report.At(first.Span));
                }
                else
                {
                    seen.Add(status.Value, status);
                    statuses.Add(new StatusModel(status.Value, meaning));
                }
            }
        }

        return statuses.ToEquatableArray();
    }
}
