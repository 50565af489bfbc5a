using Microsoft.CodeAnalysis;

namespace Apm.Analyzers.Constraints;

/// <summary>The rules that tie fields of a request together.</summary>
internal sealed class RequestRules
{
    private RequestRules(string method, string spec, RequestRule[] rules) => (Method, Spec, Rules) = (method, spec, rules);

    /// <summary>The method's name for people.</summary>
    public string Method { get; }

    public string Spec { get; }

    public RequestRule[] Rules { get; }

    /// <returns>Null where the type has none.</returns>
    public static RequestRules? Read(INamedTypeSymbol type, KnownTypes types)
    {
        var (method, spec) = (type.Name, "");
        var rules = new List<RequestRule>();
        foreach (var (name, attribute) in types.AttributesOf(type))
        {
            switch (name)
            {
                case "Method":
                    (method, spec) = (attribute.Text(0) ?? method, attribute.Text(1) ?? spec);
                    break;
                case "Rule" when attribute.Text(0) is { } kind:
                    rules.Add(new RequestRule(kind, attribute.Texts(1), attribute.Texts("When").Select(RuleCondition.Parse).ToArray(), attribute.Text("Because")));
                    break;
            }
        }

        return rules.Count == 0 ? null : new RequestRules(method, spec, rules.ToArray());
    }
}

/// <param name="Kind"><c>required</c>, <c>forbidden</c>, <c>all-or-none</c>, or one that is not judged here.</param>
/// <param name="Paths">Dotted JSON paths from the root.</param>
/// <param name="When">All have to hold.</param>
internal sealed record RequestRule(string Kind, string[] Paths, RuleCondition[] When, string? Because);
