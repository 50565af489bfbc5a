using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Apm.CodeFixes;

/// <summary>One possible fix for a diagnostic.</summary>
/// <param name="Title">The title, which shows the new code.</param>
/// <param name="Key">The kind of the fix. Fix All applies fixes of one kind.</param>
/// <param name="Document">The document to change. It may be another one than that of the diagnostic.</param>
internal sealed record Choice(string Title, string Key, Document Document, params TextChange[] Changes)
{
    /// <summary>The kind of a fix that changes a value which other code may read.</summary>
    public const string AtSource = nameof(AtSource);
}
