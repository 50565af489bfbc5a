using System.Runtime.CompilerServices;

namespace Apm.Specs;

// docs/decisions/spec-language.md
/// <summary>Syntax to model, with every check. Nothing is thrown but <see cref="OperationCanceledException"/>.</summary>
public static class SpecBinder
{
    private static readonly ConditionalWeakTable<ParsedSpec, BoundApi> s_apis = new();

    /// <summary>Each method of an API needs it, so it is bound once.</summary>
    public static BoundApi BindApi(ParsedSpec api, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        return s_apis.GetValue(api, static api =>
        {
            var bound = ApiBinder.Bind(api);
            bound.Diagnostics = api.IsRecovered ? api.Diagnostics : bound.Diagnostics;
            return bound;
        });
    }

    /// <param name="method">A method that extends no other, or a file of an unknown kind.</param>
    /// <param name="api">The API that the method names; null where there is none.</param>
    /// <param name="ct">Ends the binding early.</param>
    public static BoundMethod BindMethod(ParsedSpec method, ParsedSpec? api, CancellationToken ct = default) => BindMethod(method, api, [], [], ct);

    private static BoundMethod BindMethod(
        ParsedSpec method,
        ParsedSpec? api,
        IEnumerable<string> candidates,
        IEnumerable<string> versions,
        CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return WithoutFollowers(method, MethodBinder.Bind(method, BaseOf(method, api, ct), map =>
            {
                if (map.Require("api")?.Scalar() is { } named && api is null)
                {
                    map.Diagnostics.Add(
                        SpecDescriptors.UnknownName,
                        named.Span,
                        $"no API file has the id {MessageText.Of(named.Value)}: {UnknownApi(named.Value, candidates, map.Diagnostics.Suggestions)}");
                }

                MethodAvailability.Report(map.EntryOf("status")?.Value, method, versions, map.Diagnostics);
            }));
    }

    // A version is often misspelt as another date, so all versions of the gateway are listed.
    private static string UnknownApi(string id, IEnumerable<string> candidates, Suggestions suggestions)
    {
        const string Otherwise = "write the id of an API file, or add an .api.yaml file with this id";
        var gateway = id.Substring(0, id.IndexOf('/') + 1);
        var versions = candidates.Where(candidate => gateway.Length > 0 && candidate.StartsWith(gateway, StringComparison.Ordinal)).ToList();
        return versions.Count switch
        {
            0 => suggestions.DidYouMean(id, candidates, Otherwise),
            1 => suggestions.DidYouMean(id, versions, "write " + MessageText.Plain(versions[0])),
            _ => suggestions.DidYouMean(id, versions, "write another version;") + " The API files of this gateway are " + MessageText.List(versions),
        };
    }

    /// <param name="method">Any method.</param>
    /// <param name="references">The files that its ids name.</param>
    /// <param name="parse">Reads one of these.</param>
    /// <param name="ct">Ends the binding early.</param>
    public static BoundMethod BindMethod(ParsedSpec method, SpecReferences references, Func<SpecEntry, ParsedSpec> parse, CancellationToken ct = default) =>
        BindMethod(
            method,
            references.Base is { } extended ? parse(extended) : null,
            references.Api is { } api ? parse(api) : null,
            references.Candidates,
            references.OtherVersions.Where(version => MethodAvailability.IsAvailable(parse(version))).Select(version => version.Id),
            ct);

    /// <param name="method">Any method.</param>
    /// <param name="extended">The method that it extends; null if there is none.</param>
    /// <param name="api">The API of both; null if there is none.</param>
    /// <param name="candidates">The ids of methods that can be extended, or of APIs.</param>
    /// <param name="ct">Ends the binding early.</param>
    public static BoundMethod BindMethod(
        ParsedSpec method,
        ParsedSpec? extended,
        ParsedSpec? api,
        IEnumerable<string> candidates,
        CancellationToken ct = default) => BindMethod(method, extended, api, candidates, [], ct);

    // Versions are read only if the method is not available.
    private static BoundMethod BindMethod(
        ParsedSpec method,
        ParsedSpec? extended,
        ParsedSpec? api,
        IEnumerable<string> candidates,
        IEnumerable<string> versions,
        CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return method.BaseId is null
            ? BindMethod(method, api, candidates, versions, ct)
            : WithoutFollowers(method, ExtendsBinder.Bind(method, extended, api, candidates, versions, ct));
    }

    private static BaseSpec BaseOf(ParsedSpec method, ParsedSpec? api, CancellationToken ct) =>
        api is null || method.BaseId is not null ? BaseSpec.Unknown : BindApi(api, ct).Base;

    // What is missing because a line could not be read is not the author's mistake.
    private static BoundMethod WithoutFollowers(ParsedSpec method, BoundMethod bound)
    {
        bound.Diagnostics = method.IsRecovered ? method.Diagnostics : bound.Diagnostics;
        return bound;
    }
}
