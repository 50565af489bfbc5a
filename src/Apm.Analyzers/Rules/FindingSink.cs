using System.Collections.Immutable;
using Apm.Specs;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>Collects findings on one value, each at the right place.</summary>
/// <param name="site">The assignment, creation or call under analysis.</param>
/// <param name="value">The expression of the value.</param>
internal sealed class FindingSink(SyntaxNode site, SyntaxNode value, ICollection<Finding> findings)
{
    /// <summary>A value that came here through a call is wrong if the call passed it; else it is wrong where it was written.</summary>
    public void Add(DiagnosticDescriptor rule, Origin? origin, string message, params (string Name, string? Value)[] fix)
    {
        var isPassed = !Origin.Contains(site, value);
        var at = origin?.Within(isPassed ? site : value);
        if (at is null && isPassed)
        {
            return;
        }

        at ??= value;
        var literal = origin?.Literal;
        findings.Add(new Finding(rule, site, at, literal == at ? null : literal, message, fix.ToImmutableDictionary(item => item.Name, item => item.Value)));
    }

    /// <summary>What a fix needs to know of a text that is none of the allowed ones.</summary>
    /// <param name="isSlip">The text may be a misspelt one of them.</param>
    /// <param name="spec">The method's spec, if its facts may have constants for them.</param>
    public static (string Name, string? Value)[] Fix(string written, string[] allowed, bool isSlip, string? spec)
    {
        // More is no choice.
        const int Most = 8;
        var nearest = isSlip ? SpellingSuggestion.To(written, allowed) : null;
        return
        [
            (FixProperties.Written, written),
            (FixProperties.Nearest, nearest),
            (FixProperties.Allowed, nearest is null && allowed.Length <= Most ? string.Join("\n", allowed) : null),
            (FixProperties.Spec, spec),
        ];
    }

    /// <summary>The C# member first, because that is what the reader sees in the code.</summary>
    public static string Named(FieldConstraints field) => Named(field.Member, field.Path, field.Method);

    public static string Named(string member, string path, string? method) =>
        (member == path ? member : $"{member} ({path})") + (method is null ? "" : " of " + method);

    /// <summary>Where the fact stands.</summary>
    public static string Source(string spec, string key) => spec.Length == 0 ? "" : $" (rule: {key} in {spec})";
}
