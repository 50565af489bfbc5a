namespace Apm;

/// <summary>The length and the characters of a text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApmTextAttribute : Attribute
{
    /// <summary>The minimum length in Unicode code points.</summary>
    public int Min { get; set; }

    /// <summary>The maximum length in Unicode code points; <see cref="int.MaxValue"/> if there is no maximum.</summary>
    public int Max { get; set; } = int.MaxValue;

    /// <summary>All allowed characters; null if every character is allowed or <see cref="Pattern"/> restricts them.</summary>
    public string? Characters { get; set; }

    /// <summary>The gateway accepts other characters than <see cref="Characters"/> and replaces each of them with a space.</summary>
    public bool ReplacesCharacters { get; set; }

    /// <summary>A .NET regular expression, anchored at both ends, that runs without backtracking; null if there is none.</summary>
    public string? Pattern { get; set; }
}
