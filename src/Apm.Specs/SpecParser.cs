using System.Runtime.CompilerServices;

namespace Apm.Specs;

/// <summary>Text to syntax. Nothing is thrown but <see cref="OperationCanceledException"/>.</summary>
public static class SpecParser
{
    private static readonly ConditionalWeakTable<object, ParsedSpec> s_parsed = new();

    public static ParsedSpec Parse(string file, string text, CancellationToken ct = default)
    {
        var diagnostics = new List<SpecDiagnostic>();
        var lines = new TextLines(text);
        var root = YamlReader.Read(file, lines, diagnostics, ct);
        var isRecovered = false;

        // Half an API would be the cause of mistakes in all of its methods.
        if (root is null && diagnostics.Count > 0 && KindOf(file, Identity.OfText(lines)) == SpecKind.Method)
        {
            root = Recovery.Read(file, text, diagnostics[diagnostics.Count - 1], ct);
            isRecovered = root is not null;
        }

        var identity = root is null ? Identity.OfText(lines) : Identity.OfSyntax(root);
        var kind = KindOf(file, identity);
        var baseId = kind == SpecKind.Method ? BaseIdOf(identity, root) : null;
        var named = kind == SpecKind.Api ? identity.Api : identity.Apm ?? identity.Extends;
        return new ParsedSpec(file, kind, root, diagnostics)
        {
            Id = IdOf(identity, kind),
            ApiId = kind == SpecKind.Method ? ApiIdOf(identity, baseId) : null,
            BaseId = baseId,
            IsRecovered = isRecovered,
            IdLocation = new SpecLocation(file, named?.Span ?? default),
        };
    }

    /// <summary>Parses a text once, as long as the host's object for it lives.</summary>
    /// <param name="text">The host's object, whose <see cref="object.ToString"/> is the text; null where the file cannot be read.</param>
    /// <param name="file">The path as the host gave it.</param>
    /// <param name="ct">Ends the parsing early.</param>
    public static ParsedSpec ParseOnce(object? text, string file, CancellationToken ct = default)
    {
        if (text is null)
        {
            return Parse(file, "", ct);
        }

        if (s_parsed.TryGetValue(text, out var known) && known.File == file)
        {
            return known;
        }

        var spec = Parse(file, text.ToString() ?? "", ct);
        return s_parsed.GetValue(text, _ => spec) is { } kept && kept.File == file ? kept : spec;
    }

    /// <summary>The id of an API, or that of a method with its API; empty if the file has none.</summary>
    public static string IdOf(string file, string text) => SpecEntry.Of(Parse(file, text)).Id;

    /// <summary>Whether a file has the name of a spec: <c>*.api.yaml</c> or <c>*.apm.yaml</c>, also with <c>.yml</c>.</summary>
    public static bool IsSpecFile(string file) => IsNamed(file, ".api") || IsMethodFile(file);

    /// <summary>Whether a file has the name of a method's spec.</summary>
    internal static bool IsMethodFile(string file) => IsNamed(file, ".apm");

    // Both kinds of file have an api: key, so the name of the file decides first.
    private static SpecKind KindOf(string file, Identity identity) =>
        IsNamed(file, ".api") ? SpecKind.Api
        : IsMethodFile(file) || identity.Apm is not null || identity.Extends is not null ? SpecKind.Method
        : identity.Api is not null ? SpecKind.Api
        : SpecKind.Unknown;

    // A method that extends another and has no id of its own replaces the other and has its id.
    private static string? IdOf(Identity identity, SpecKind kind)
    {
        if (kind == SpecKind.Api)
        {
            return identity.Api?.Value;
        }

        if (identity.Apm is not null || identity.Extends is null)
        {
            return identity.Apm?.Value;
        }

        var extended = identity.Extends.Value;
        var last = extended.Substring(extended.LastIndexOf('/') + 1);
        return last.Length > 0 ? last : null;
    }

    private static string? ApiIdOf(Identity identity, string? baseId) =>
        baseId is null ? identity.Api?.Value : baseId.Substring(0, Math.Max(baseId.LastIndexOf('/'), 0));

    // A file with an empty extends: extends a method, but no method has the empty id.
    private static string? BaseIdOf(Identity identity, MappingSyntax? root) =>
        identity.Extends is { } extended ? extended.Value : root?.Find("extends") is null ? null : "";

    private static bool IsNamed(string file, string kind) =>
        file.EndsWith(kind + ".yaml", StringComparison.OrdinalIgnoreCase) || file.EndsWith(kind + ".yml", StringComparison.OrdinalIgnoreCase);
}
