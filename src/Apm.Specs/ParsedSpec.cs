namespace Apm.Specs;

/// <summary>A spec's text as syntax, before it is checked.</summary>
public sealed class ParsedSpec
{
    internal ParsedSpec(string file, SpecKind kind, MappingSyntax? root, IEnumerable<SpecDiagnostic> diagnostics)
    {
        File = file;
        Kind = kind;
        Root = root;
        Diagnostics = diagnostics.ToEquatableArray();
    }

    /// <summary>The path as the host gave it.</summary>
    public string File { get; }

    public SpecKind Kind { get; }

    /// <summary>
    /// The <c>api:</c> of an API file, or the <c>apm:</c> of a method file, also in a text that is not YAML. A method that extends
    /// another without an <c>apm:</c> has its id. Null where the file has none.
    /// </summary>
    public string? Id { get; internal set; }

    /// <summary>The <c>api:</c> of a method, or the API of the method that it extends.</summary>
    public string? ApiId { get; internal set; }

    /// <summary>The <c>extends:</c> of a method: API and id of the method that it narrows; empty where the key has no value,
    /// null where there is none.</summary>
    public string? BaseId { get; internal set; }

    /// <summary>API and id of a method.</summary>
    public string SpecId => ApiId + "/" + Id;

    /// <summary>The method takes the place of the one that it extends.</summary>
    public bool ReplacesBase => SpecEntry.Of(this).ReplacesBase;

    /// <summary>The value of <see cref="Id"/>, or the beginning of the file.</summary>
    public SpecLocation IdLocation { get; internal set; } = null!;

    /// <summary>The text is not YAML, and <see cref="Root"/> is what is left without the lines that are not.</summary>
    public bool IsRecovered { get; internal set; }

    /// <summary>Null where the text is not YAML even without a few lines, or no mapping.</summary>
    public MappingSyntax? Root { get; }

    /// <summary>What is wrong with the text as YAML: at most one syntax error, and repeated keys.</summary>
    public EquatableArray<SpecDiagnostic> Diagnostics { get; }
}

public enum SpecKind
{
    Unknown,
    Api,
    Method,
}
