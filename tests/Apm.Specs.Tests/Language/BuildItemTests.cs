namespace Apm.Specs.Tests;

/// <summary>What the build says of a file.</summary>
public class BuildItemTests
{
    [Theory]
    [InlineData("gateway/1/wallet.apm", "gateway/1/wallet")]
    [InlineData("gateway\\1\\wallet.APM", "gateway/1/wallet")]
    [InlineData("gateway/1/", "gateway/1")]
    [InlineData("gateway/apm", "gateway/apm")]
    public void A_packed_file_has_the_id_of_its_place(string path, string id)
    {
        var item = Read("x.apm.yaml", ("ApmRole", "library"), ("ApmId", path));

        Assert.Equal(id, item!.PackedId);
    }

    [Fact]
    public void A_file_of_the_project_has_the_id_that_stands_in_it() =>
        Assert.Null(Read("x.apm.yaml", ("ApmRole", "spec"), ("ApmId", "gateway/1/wallet.apm"))!.PackedId);

    [Fact]
    public void Other_files_are_none_of_the_language() => Assert.Null(Read("x.apm.yaml"));

    [Theory]
    [InlineData("specs/gateway/1/exchanges/wallet.yaml", false)]
    [InlineData("specs\\gateway\\1\\exchanges\\wallet.yml", false)]
    [InlineData("specs/gateway/1/exchanges/wallet.apm.yaml", true)]
    [InlineData("specs/gateway/1/wallet.yaml", true)]
    public void A_file_of_exchanges_is_no_spec(string file, bool isSpec) =>
        Assert.Equal(isSpec, Read(file, ("ApmRole", "spec")) is not null);

    private static BuildItem? Read(string file, params (string Name, string Value)[] options) =>
        BuildItem.Of(file, name => options.FirstOrDefault(option => name.EndsWith(option.Name, StringComparison.Ordinal)).Value);
}
