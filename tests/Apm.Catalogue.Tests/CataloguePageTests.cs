using System.Text.RegularExpressions;

namespace Apm.Catalogue.Tests;

/// <summary>The page about what the gateways offer names the packed methods, and marks only them as packed.</summary>
public partial class CataloguePageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "catalogue.md"));

    [Fact]
    public void The_packed_methods_are_those_that_are_shipped() =>
        Assert.Equal(
            ShippedMethods.Ids.Select(id => (Spec: id.Data, ShippedMethods.Method(id.Data).Name)).Order(),
            Rows().Where(row => row.IsPacked).Select(row => (row.Spec, row.Name)).Order());

    [Fact]
    public void A_method_that_is_not_packed_has_a_reason() =>
        Assert.All(Rows().Where(row => !row.IsPacked), row => Assert.True(row.Remark.Length > 0, row.Name));

    private static IEnumerable<(string Spec, string Name, bool IsPacked, string Remark)> Rows() =>
        from section in Section().Matches(s_page)
        from row in Row().Matches(section.Groups["rows"].Value)
        select (
            $"{section.Groups["api"].Value}/{row.Groups["id"].Value.Trim('`')}",
            row.Groups["name"].Value,
            row.Groups["packed"].Value == "yes",
            row.Groups["remark"].Value.Trim());

    [GeneratedRegex(@"(?ms)^### `(?<api>[^`]+)`\r?$(?<rows>.*?)(?=^##|\z)")]
    private static partial Regex Section();

    [GeneratedRegex(@"(?m)^\| (?<name>[^|]+) \| (?<id>[^|]+) \| (?<packed>yes|no) \|(?<remark>[^|]*)\|\r?$")]
    private static partial Regex Row();
}
