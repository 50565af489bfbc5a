using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Apm.Package.Tests.Licences;

/// <summary>docs/licences.md, from the bills of materials and from what was restored.</summary>
internal static class LicencesPage
{
    public static string Render(IEnumerable<(string Package, JsonElement Bill)> packages, IEnumerable<RestoredPackage> restored)
    {
        var components = packages
            .SelectMany(each => each.Bill.GetProperty("components").EnumerateArray(), (each, component) => (each.Package, Bill: component))
            .Select(each => (each.Package, Component: Read(each.Bill), IsInside: each.Bill.TryGetProperty("pedigree", out _)))
            .Where(each => !each.Component.Id.StartsWith("Apm.", StringComparison.Ordinal))
            .ToList();
        var inside = Rows(components.Where(each => each.IsInside).Select(each => (each.Component, each.Package)));
        var brought = Rows(components.Where(each => !each.IsInside).Select(each => (each.Component, each.Package)));
        var build = Rows(restored.Except(components.Select(each => each.Component)).Select(package => (package, "")));

        return $"""
            # Licences

            Apm.Generators has the [MIT licence](../LICENSE). This page lists third-party packages, each with the licence that
            it states. A test writes the page from the restored packages. Packages that only tests and benchmarks use are not listed, because
            they are not distributed.

            ## Inside our packages

            The notices of these packages are in [THIRD-PARTY-NOTICES.txt](../THIRD-PARTY-NOTICES.txt), which each of our packages contains.

            {Table(inside)}

            ## Dependencies of our packages

            A project that uses one of our packages also gets these from the registry, in these versions or newer ones.

            {Table(brought)}

            ## Used to build our packages

            These packages, and those of the SDK, are used on the build machine only.

            {Table(build)}

            """;
    }

    private static RestoredPackage Read(JsonElement component) => new(
        component.GetProperty("name").GetString()!,
        component.GetProperty("version").GetString()!,
        string.Join(", ", component.GetProperty("licenses").EnumerateArray().Select(Licence)));

    private static string Licence(JsonElement item) => item.TryGetProperty("expression", out var expression)
        ? expression.GetString()!
        : item.GetProperty("license").EnumerateObject().First().Value.GetString()!;

    private static List<(RestoredPackage Package, string Users)> Rows(IEnumerable<(RestoredPackage Package, string User)> uses) =>
    [
        .. uses.GroupBy(use => use.Package, use => use.User)
            .OrderBy(use => use.Key.Id, StringComparer.Ordinal).ThenBy(use => System.Version.Parse(use.Key.Version.Split('-')[0]))
            .Select(use => (use.Key, string.Join(", ", use.Distinct().Order(StringComparer.Ordinal)))),
    ];

    private static string Table(List<(RestoredPackage Package, string Users)> rows)
    {
        var hasUsers = rows.Any(row => row.Users.Length > 0);
        var text = new StringBuilder(hasUsers ? "| package | version | licence | ours |\n|---|---|---|---|" : "| package | version | licence |\n|---|---|---|");
        foreach (var (package, users) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n| {package.Id} | {package.Version} | {package.Licence} |");
            text.Append(hasUsers ? $" {users} |" : "");
        }

        return text.ToString();
    }
}
