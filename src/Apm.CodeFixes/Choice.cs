using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Apm.CodeFixes;

/// <summary>One of the ways in which something can be put right.</summary>
/// <param name="Title">What will stand there afterwards.</param>
/// <param name="Key">The kind of the fix: Fix All makes those of one kind.</param>
/// <param name="Document">Where the changes are; it may be another document than that of the diagnostic.</param>
internal sealed record Choice(string Title, string Key, Document Document, params TextChange[] Changes)
{
    /// <summary>The kind of a fix that changes what other code may read. Fix All never makes it: what is wrong here may be right there.</summary>
    public const string AtSource = nameof(AtSource);
}
