namespace Apm.Specs;

/// <summary>The keys of a method file, with its base.</summary>
internal sealed class MethodFile(ParsedSpec spec, SpecMapping keys, BaseSpec baseSpec)
{
    public ParsedSpec Spec { get; } = spec;

    public SpecMapping Keys { get; } = keys;

    public BaseSpec Base { get; } = baseSpec;

    public DiagnosticBag Diagnostics => Keys.Diagnostics;

    /// <summary>Whether the file extends a method, also where that method is not known.</summary>
    public bool IsOverlay => Spec.BaseId is not null;

    /// <summary>API and id of the method.</summary>
    public string SpecId => (Base.Api?.Id ?? Spec.ApiId) + "/" + Spec.Id;

    /// <summary>The gateway's name for the method.</summary>
    public string GatewayId => Base.Method?.GatewayId ?? WireId ?? Spec.Id ?? "";

    /// <summary>The gateway's name where it is no id; null where the file does not have it.</summary>
    private string? WireId => !IsOverlay && Keys.EntryOf("wire-id")?.Value is ScalarSyntax { Value: var wire } && MethodIdentity.IsWireId(wire) ? wire : null;

    /// <summary>The value of a key that a method needs. A method that extends another may leave it out.</summary>
    public SpecValue? Require(string key) => IsOverlay ? Keys.Find(key) : Keys.Require(key);

    /// <summary>Where the base has a key.</summary>
    public SpecLocation? BaseLocation(string key) => Base.Places.TryGetValue(key, out var location) ? location : null;

    /// <summary>The values that the base has, too; the others are reported.</summary>
    /// <param name="declared">The values in the file.</param>
    /// <param name="allowed">The values of the base; empty where every value is allowed.</param>
    /// <param name="key">The key of both.</param>
    public IEnumerable<ScalarSyntax> Within(IEnumerable<ScalarSyntax> declared, EquatableArray<string> allowed, string key)
    {
        var kept = new List<ScalarSyntax>();
        var all = new HashSet<string>(allowed, StringComparer.Ordinal);
        foreach (var value in declared)
        {
            if (allowed.IsEmpty || all.Contains(value.Value))
            {
                kept.Add(value);
                continue;
            }

            var place = BaseLocation(key);
            Diagnostics.Add(
                SpecDescriptors.Widens,
                value.Span,
                $"{MessageText.Of(value.Value)} is not one of the {key} of {Base.Name}{(place is null ? "" : " in " + LocationText.Of(place))}: "
                    + $"{Diagnostics.Suggestions.DidYouMean(value.Value, allowed, "remove it")}",
                place);
        }

        return kept;
    }
}
