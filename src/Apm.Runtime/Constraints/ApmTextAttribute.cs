namespace Apm;

/// <summary>What a text may be.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApmTextAttribute : Attribute
{
    /// <summary>The least number of Unicode code points.</summary>
    public int Min { get; set; }

    /// <summary>The largest number of Unicode code points; <see cref="int.MaxValue"/> where there is none.</summary>
    public int Max { get; set; } = int.MaxValue;

    /// <summary>Every character that is allowed; null where any is, or where <see cref="Pattern"/> says more.</summary>
    public string? Characters { get; set; }

    /// <summary>A .NET regular expression, anchored at both ends, that runs without backtracking; null where there is none.</summary>
    public string? Pattern { get; set; }
}
