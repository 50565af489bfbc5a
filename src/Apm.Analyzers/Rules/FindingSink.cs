using System.Collections.Immutable;
using Apm.Specs;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>Collects findings about one value, each at the right location.</summary>
/// <param name="site">The assignment, creation or call under analysis.</param>
/// <param name="value">The expression of the value.</param>
internal sealed class FindingSink(SyntaxNode site, SyntaxNode value, ICollection<Finding> findings)
{
    public bool HasFindings { get; private set; }

    /// <summary>Adds a finding. If the value came here through a call that passed it, the location is the call; otherwise it is the value's code.</summary>
    public void Add(DiagnosticDescriptor rule, Origin? origin, string message, params (string Name, string? Value)[] fix)
    {
        var isPassed = !Origin.Contains(site, value);
        var at = origin?.Within(isPassed ? site : value);
        if (at is null && isPassed)
        {
            return;
        }

        at ??= value;
        HasFindings = true;
        var literal = origin?.Literal;
        findings.Add(
            new Finding(rule, site, value, at, literal == at ? null : literal, message, fix.ToImmutableDictionary(item => item.Name, item => item.Value)));
    }

    /// <summary>The properties for a fix of a text that is not one of the allowed texts.</summary>
    /// <param name="spec">The method's spec, if its generated constants may include them.</param>
    public static (string Name, string? Value)[] Fix(string written, FieldType type, string[] allowed, string? spec)
    {
        var same = CodeCorrection.Same(written, type, allowed);
        return
        [
            (FixProperties.Written, written),
            (FixProperties.Same, same),
            (FixProperties.Nearest, same is null ? CodeCorrection.Likely(written, type, allowed) : null),
            (FixProperties.Allowed, string.Join("\n", allowed)),
            (FixProperties.Spec, spec),
        ];
    }

    /// <summary>The name of a field. The C# member is first, because it is what the reader sees in the code.</summary>
    public static string Named(FieldConstraints field) => Named(field.Member, field.Path, field.Method);

    public static string Named(string member, string path, string? method) =>
        (member == path ? member : $"{member} ({path})") + (method is null ? "" : " of " + method);

    /// <summary>The place of the rule in the spec.</summary>
    public static string Source(string spec, string key) => spec.Length == 0 ? "" : $" (rule: {key} in {spec})";
}
