namespace Apm.Specs;

/// <summary>The page that explains a rule.</summary>
/// <remarks>
/// The build property <c>RulePagesUrl</c> of this repository is the address of the pages. If it is empty, the pages are those in the
/// package. A project that uses the package passes their folder to the compiler.
/// </remarks>
public static partial class RulePage
{
    /// <summary>The option of the compiler with the folder of the packed pages.</summary>
    public const string FolderOption = "build_property.ApmRulePages";

    /// <returns>An absolute URL; null if the pages have none.</returns>
    public static string? Of(string id) => Url.Length == 0 ? null : Url + id + ".md";

    /// <param name="id">The rule.</param>
    /// <param name="folder">The value of <see cref="FolderOption"/>; null if there is none.</param>
    /// <returns>An absolute URL, of a file if the pages have no address; null if there is no folder.</returns>
    public static string? Of(string id, string? folder) =>
        Of(id) ?? (Uri.TryCreate(folder, UriKind.Absolute, out var pages) ? new Uri(pages, id + ".md").AbsoluteUri : null);
}
