using System.Runtime.CompilerServices;
using Apm.Specs.Binding;

namespace Apm.Specs;

/// <summary>Syntax to model, with every check. Nothing is thrown but <see cref="OperationCanceledException"/>.</summary>
public static class SpecBinder
{
    private static readonly ConditionalWeakTable<ParsedSpec, BoundApi> Apis = new();

    /// <summary>Each method of an API asks for it, so it is judged once.</summary>
    public static BoundApi BindApi(ParsedSpec api, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        return Apis.GetValue(api, static api =>
        {
            var bound = ApiBinder.Bind(api);
            bound.Diagnostics = api.IsRecovered ? api.Diagnostics : bound.Diagnostics;
            return bound;
        });
    }

    /// <param name="method">A method, or a file whose kind nothing tells.</param>
    /// <param name="api">The API that the method names; null where there is none.</param>
    /// <param name="ct">Ends the binding early.</param>
    public static BoundMethod BindMethod(ParsedSpec method, ParsedSpec? api, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        var bound = MethodBinder.Bind(method, api is not null, api is null ? null : BindApi(api, ct));

        // What is missing because a line could not be read is not the author's mistake.
        bound.Diagnostics = method.IsRecovered ? method.Diagnostics : bound.Diagnostics;
        return bound;
    }
}
