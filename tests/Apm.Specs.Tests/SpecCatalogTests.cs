namespace Apm.Specs.Tests;

/// <summary>Which file an id names, whatever order the files come in.</summary>
public class SpecCatalogTests
{
    private static readonly SpecEntry Api = Own("api: gateway/1", "gateway.api.yaml");
    private static readonly SpecEntry PackedApi = SpecEntry.OfPacked("specs/gateway/1/gateway.api.yaml", "gateway/1");
    private static readonly SpecEntry Wallet = Own("apm: wallet\napi: gateway/1", "wallet.apm.yaml");
    private static readonly SpecEntry PackedWallet = SpecEntry.OfPacked("specs/gateway/1/wallet.apm.yaml", "gateway/1/wallet");
    private static readonly SpecEntry Mine = Own("extends: gateway/1/wallet\napm: mine", "mine.apm.yaml");
    private static readonly SpecEntry Replacement = Own("extends: gateway/1/wallet", "replacement.apm.yaml");

    [Fact]
    public void What_the_build_says_of_a_packed_file_is_what_its_text_says()
    {
        Assert.Equal(SpecEntry.Of(SpecParser.Parse(PackedApi.File, "api: gateway/1"), isPacked: true), PackedApi);
        Assert.Equal(SpecEntry.Of(SpecParser.Parse(PackedWallet.File, "apm: wallet\napi: gateway/1"), isPacked: true), PackedWallet);
    }

    [Fact]
    public void A_projects_own_file_goes_before_a_packed_one_and_takes_its_place()
    {
        InAnyOrder([PackedApi, Api, PackedWallet, Wallet, Mine], catalog =>
        {
            Assert.Equal(Api, catalog.FindApi("gateway/1"));
            Assert.Equal((Api, Wallet), (catalog.ReferencesOf(Mine).Api, catalog.ReferencesOf(Mine).Base));
            Assert.Equal([PackedApi, PackedWallet], Replaced(catalog, PackedApi, Api, PackedWallet, Wallet, Mine));
            Assert.False(catalog.IsNamed(PackedApi) || catalog.IsNamed(PackedWallet));
        });
    }

    [Fact]
    public void A_packed_file_is_named_where_the_project_has_none_of_the_id()
    {
        InAnyOrder([PackedApi, PackedWallet, Mine], catalog =>
        {
            Assert.Equal((PackedApi, PackedWallet), (catalog.ReferencesOf(Mine).Api, catalog.ReferencesOf(Mine).Base));
            Assert.True(catalog.IsNamed(PackedApi) && catalog.IsNamed(PackedWallet));
            Assert.Empty(Replaced(catalog, PackedApi, PackedWallet, Mine));
        });
    }

    [Fact]
    public void Of_two_own_files_with_one_id_the_first_path_is_named()
    {
        var (api, wallet) = (Api with { File = "Z.api.yaml" }, Wallet with { File = "Z.apm.yaml" });

        InAnyOrder([Api, api, Wallet, wallet, Mine], catalog => Assert.Equal((api, wallet), (catalog.FindApi("gateway/1"), catalog.ReferencesOf(Mine).Base)));
    }

    [Fact]
    public void A_method_that_extends_another_without_an_id_of_its_own_takes_its_place_and_is_never_a_base()
    {
        InAnyOrder([Api, Wallet, PackedWallet, Replacement, Mine], catalog =>
        {
            Assert.Equal([Wallet, PackedWallet], Replaced(catalog, Api, Wallet, PackedWallet, Replacement, Mine));
            Assert.Equal(Wallet, catalog.ReferencesOf(Replacement).Base);
            Assert.Equal(Wallet, catalog.ReferencesOf(Mine).Base);
        });
        InAnyOrder([Api, Replacement, Mine, Replacement with { File = "a.apm.yaml" }], catalog => Assert.Null(catalog.ReferencesOf(Replacement).Base));
    }

    [Fact]
    public void A_method_that_itself_extends_another_is_named_where_no_other_has_the_id()
    {
        var further = Own("extends: gateway/1/mine\napm: further", "further.apm.yaml");
        var packedMine = SpecEntry.OfPacked("specs/gateway/1/mine.apm.yaml", "gateway/1/mine");

        InAnyOrder([Api, Wallet, Mine, further], catalog => Assert.Equal(Mine, catalog.ReferencesOf(further).Base));
        InAnyOrder([Api, Wallet, Mine, further, packedMine], catalog =>
        {
            Assert.Equal(packedMine, catalog.ReferencesOf(further).Base);
            Assert.True(catalog.IsReplaced(packedMine));
        });
    }

    [Fact]
    public void Two_methods_may_extend_each_other()
    {
        var (one, other) = (Own("extends: gateway/1/b\napm: a", "a.apm.yaml"), Own("extends: gateway/1/a\napm: b", "b.apm.yaml"));

        InAnyOrder([Api, one, other], catalog => Assert.Equal((other, one), (catalog.ReferencesOf(one).Base, catalog.ReferencesOf(other).Base)));
    }

    [Fact]
    public void A_method_knows_which_ids_could_be_meant_only_where_its_base_is_not_there()
    {
        var lost = Own("extends: gateway/1/walet\napm: lost", "lost.apm.yaml");

        InAnyOrder([PackedWallet, Wallet, Mine, Replacement, Wallet with { File = "zebra.apm.yaml", Id = "gateway/1/zebra" }, lost], catalog =>
        {
            Assert.Equal(["gateway/1/wallet", "gateway/1/zebra"], catalog.ReferencesOf(lost).Candidates);
            Assert.Empty(catalog.ReferencesOf(Mine).Candidates);
            Assert.Empty(catalog.ReferencesOf(Wallet).Candidates);
        });
    }

    [Theory]
    [InlineData("name: no id")]
    [InlineData("apm: a")]
    [InlineData("api: gateway/1")]
    [InlineData("extends:\napm: a")]
    [InlineData("extends: /")]
    [InlineData("extends: gateway/1/\napm: ''")]
    public void A_file_without_an_id_is_named_by_nothing(string text)
    {
        var (method, api) = (Own(text, "x.apm.yaml"), Own("name: no id", "x.api.yaml"));

        InAnyOrder([method, api], catalog => Assert.Equal((null, null), (catalog.ReferencesOf(method).Api, catalog.ReferencesOf(method).Base)));
    }

    [Fact]
    public void An_API_that_a_method_without_an_id_names_is_named()
    {
        InAnyOrder([PackedApi, Own("api: gateway/1", "x.apm.yaml")], catalog => Assert.True(catalog.IsNamed(PackedApi)));
    }

    private static SpecEntry Own(string text, string file) => SpecEntry.Of(SpecParser.Parse(file, text));

    private static IEnumerable<SpecEntry> Replaced(SpecCatalog catalog, params SpecEntry[] entries) => entries.Where(catalog.IsReplaced);

    private static void InAnyOrder(SpecEntry[] entries, Action<SpecCatalog> assert)
    {
        var first = new SpecCatalog(entries);
        for (var turn = 0; turn < entries.Length; turn++)
        {
            SpecEntry[] turned = [.. entries[turn..], .. entries[..turn]];
            Assert.All([new SpecCatalog(turned), new SpecCatalog(turned.Reverse())], catalog =>
            {
                Assert.Equal((first, first.GetHashCode()), (catalog, catalog.GetHashCode()));
                assert(catalog);
            });
        }

        Assert.NotEqual(first, new SpecCatalog(entries[1..]));
    }
}
