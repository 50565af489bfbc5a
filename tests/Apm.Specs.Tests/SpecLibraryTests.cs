namespace Apm.Specs.Tests;

public class SpecLibraryTests
{
    [Fact]
    public void A_library_keeps_the_first_of_two_specs_with_one_id()
    {
        var set = SpecLibrary.Load([("a.api.yaml", Gateway.Api), ("b.api.yaml", Gateway.Api), ("a.apm.yaml", Gateway.Method), ("b.apm.yaml", Gateway.Method)]);

        Assert.Single(set.Apis);
        Assert.Single(set.Methods);
        Assert.Equal(
            ["b.api.yaml", "b.apm.yaml"],
            set.Diagnostics.Where(diagnostic => diagnostic.Rule == SpecDescriptors.DeclaredTwice).Select(diagnostic => diagnostic.Location.File));
    }

    [Fact]
    public void The_first_is_the_first_by_path_and_the_models_are_in_the_order_of_the_texts()
    {
        var other = Gateway.Method.Edited("apm: wallet", "apm: other");
        var set = SpecLibrary.Load([
            ("z.apm.yaml", other),
            ("b.apm.yaml", Gateway.Method),
            ("a.apm.yaml", Gateway.Method.Edited("name: Wallet", "name: First")),
            ("gateway.api.yaml", Gateway.Api),
        ]);

        Assert.Equal(["Wallet", "First"], set.Methods.Select(method => method.Name));
        Assert.Equal(
            ["b.apm.yaml"],
            set.Diagnostics.Where(diagnostic => diagnostic.Rule == SpecDescriptors.DeclaredTwice).Select(diagnostic => diagnostic.Location.File));
    }

    [Theory]
    [InlineData("gateway/2", "did you mean 'gateway/1'?")]
    [InlineData("gatewya/1", "did you mean 'gateway/1'?")]
    [InlineData("other/2024-01-13", "did you mean 'other/2024-01-31'? The API files of this gateway are other/2023-06-01, other/2024-01-31")]
    [InlineData("other/v3", "write another version; The API files of this gateway are other/2023-06-01, other/2024-01-31")]
    [InlineData("nothing/like/it", "write the id of an API file, or add an .api.yaml file with this id")]
    public void The_API_that_is_meant_is_named(string id, string words)
    {
        var set = SpecLibrary.Load(
            [(Gateway.MethodFile, Gateway.Method.Edited("api: gateway/1", "api: " + id))],
            [
                (Gateway.ApiFile, Gateway.Api),
                ("old.api.yaml", Gateway.Api.Edited("api: gateway/1", "api: other/2023-06-01")),
                ("new.api.yaml", Gateway.Api.Edited("api: gateway/1", "api: other/2024-01-31")),
            ]);

        var unknown = Assert.Single(set.Diagnostics, diagnostic => diagnostic.Rule == SpecDescriptors.UnknownName);
        Assert.EndsWith(words, unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_wrong_for_a_model_leaves_its_id_to_the_next()
    {
        var set = SpecLibrary.Load([
            ("a.apm.yaml", "apm: wallet\napi: gateway/1\n" + string.Concat(Enumerable.Repeat("x: [\n", 50))),
            ("b.apm.yaml", Gateway.Method),
            ("gateway.api.yaml", Gateway.Api),
        ]);

        Assert.Equal("Wallet", Assert.Single(set.Methods).Name);
        Assert.DoesNotContain(set.Diagnostics, diagnostic => diagnostic.Rule == SpecDescriptors.DeclaredTwice);
    }

    [Fact]
    public void Of_a_packed_spec_whose_place_an_own_one_takes_nothing_is_said()
    {
        var set = SpecLibrary.Load(
            [("mine.apm.yaml", "extends: gateway/1/wallet\napm: other\nname: Mine\n"), ("mine.api.yaml", Gateway.Api.Edited("name: Gateway", "name: Mine"))],
            [("gateway.api.yaml", Gateway.Api), ("other.apm.yaml", "apm: other\napi: gateway/1\n"), ("wallet.apm.yaml", Gateway.Method)]);

        Assert.Empty(set.Diagnostics);
        Assert.Equal(["Mine"], set.Apis.Select(api => api.Name));
        Assert.Equal(["Mine", "Wallet"], set.Methods.Select(method => method.Name));
    }
}
