namespace Apm.SpecMutation;

/// <summary>How many changes of a spec an exchange notices.</summary>
/// <param name="Id">The spec.</param>
/// <param name="Changes">All changes that the reader of specs accepts.</param>
internal sealed record SpecScore(string Id, IReadOnlyList<TestedChange> Changes)
{
    /// <summary>The changes that a published exchange notices.</summary>
    public int Published => Changes.Count(change => change.Result == ChangeResult.Published);

    /// <summary>The changes that only an exchange from our own reading notices.</summary>
    public int OwnReading => Changes.Count(change => change.Result == ChangeResult.OwnReading);
}

internal sealed record TestedChange(SpecChange Change, ChangeResult Result);

/// <summary>What notices a change.</summary>
internal enum ChangeResult
{
    Published,
    OwnReading,
    Unnoticed,
}
