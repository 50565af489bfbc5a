namespace Apm.Specs.Tests;

/// <summary>Which file an id names, whatever order the files come in.</summary>
public class SpecCatalogTests
{
    private static readonly SpecEntry s_api = Own("api: gateway/1", "gateway.api.yaml");
    private static readonly SpecEntry s_packedApi = SpecEntry.OfPacked("specs/gateway/1/gateway.api.yaml", "gateway/1");
    private static readonly SpecEntry s_wallet = Own("apm: wallet\napi: gateway/1", "wallet.apm.yaml");
    private static readonly SpecEntry s_packedWallet = SpecEntry.OfPacked("specs/gateway/1/wallet.apm.yaml", "gateway/1/wallet");
    private static readonly SpecEntry s_mine = Own("extends: gateway/1/wallet\napm: mine", "mine.apm.yaml");
    private static readonly SpecEntry s_replacement = Own("extends: gateway/1/wallet", "replacement.apm.yaml");

    [Fact]
    public void What_the_build_says_of_a_packed_file_is_what_its_text_says()
    {
        Assert.Equal(SpecEntry.Of(SpecParser.Parse(s_packedApi.File, "api: gateway/1"), isPacked: true), s_packedApi);
        Assert.Equal(SpecEntry.Of(SpecParser.Parse(s_packedWallet.File, "apm: wallet\napi: gateway/1"), isPacked: true), s_packedWallet);
    }

    [Fact]
    public void A_projects_own_file_goes_before_a_packed_one_and_takes_its_place()
    {
        InAnyOrder([s_packedApi, s_api, s_packedWallet, s_wallet, s_mine], catalog =>
        {
            Assert.Equal(s_api, catalog.FindApi("gateway/1"));
            Assert.Equal((s_api, s_wallet), (catalog.ReferencesOf(s_mine).Api, catalog.ReferencesOf(s_mine).Base));
            Assert.Equal([s_packedApi, s_packedWallet], Replaced(catalog, s_packedApi, s_api, s_packedWallet, s_wallet, s_mine));
            Assert.False(catalog.IsNamed(s_packedApi) || catalog.IsNamed(s_packedWallet));
        });
    }

    [Fact]
    public void A_packed_file_is_named_where_the_project_has_none_of_the_id()
    {
        InAnyOrder([s_packedApi, s_packedWallet, s_mine], catalog =>
        {
            Assert.Equal((s_packedApi, s_packedWallet), (catalog.ReferencesOf(s_mine).Api, catalog.ReferencesOf(s_mine).Base));
            Assert.True(catalog.IsNamed(s_packedApi) && catalog.IsNamed(s_packedWallet));
            Assert.Empty(Replaced(catalog, s_packedApi, s_packedWallet, s_mine));
        });
    }

    [Fact]
    public void Of_two_own_files_with_one_id_the_first_path_is_named()
    {
        var (api, wallet) = (s_api with { File = "Z.api.yaml" }, s_wallet with { File = "Z.apm.yaml" });

        InAnyOrder([s_api, api, s_wallet, wallet, s_mine], catalog =>
            Assert.Equal((api, wallet), (catalog.FindApi("gateway/1"), catalog.ReferencesOf(s_mine).Base)));
    }

    [Fact]
    public void A_method_that_extends_another_without_an_id_of_its_own_takes_its_place_and_is_never_a_base()
    {
        InAnyOrder([s_api, s_wallet, s_packedWallet, s_replacement, s_mine], catalog =>
        {
            Assert.Equal([s_wallet, s_packedWallet], Replaced(catalog, s_api, s_wallet, s_packedWallet, s_replacement, s_mine));
            Assert.Equal(s_wallet, catalog.ReferencesOf(s_replacement).Base);
            Assert.Equal(s_wallet, catalog.ReferencesOf(s_mine).Base);
        });
        InAnyOrder([s_api, s_replacement, s_mine, s_replacement with { File = "a.apm.yaml" }], catalog =>
            Assert.Null(catalog.ReferencesOf(s_replacement).Base));
    }

    [Fact]
    public void A_method_that_itself_extends_another_is_named_where_no_other_has_the_id()
    {
        var further = Own("extends: gateway/1/mine\napm: further", "further.apm.yaml");
        var packedMine = SpecEntry.OfPacked("specs/gateway/1/mine.apm.yaml", "gateway/1/mine");

        InAnyOrder([s_api, s_wallet, s_mine, further], catalog => Assert.Equal(s_mine, catalog.ReferencesOf(further).Base));
        InAnyOrder([s_api, s_wallet, s_mine, further, packedMine], catalog =>
        {
            Assert.Equal(packedMine, catalog.ReferencesOf(further).Base);
            Assert.True(catalog.IsReplaced(packedMine));
        });
    }

    [Fact]
    public void Two_methods_may_extend_each_other()
    {
        var (one, other) = (Own("extends: gateway/1/b\napm: a", "a.apm.yaml"), Own("extends: gateway/1/a\napm: b", "b.apm.yaml"));

        InAnyOrder([s_api, one, other], catalog => Assert.Equal((other, one), (catalog.ReferencesOf(one).Base, catalog.ReferencesOf(other).Base)));
    }

    [Fact]
    public void A_method_whose_API_is_not_there_knows_which_ids_could_be_meant()
    {
        var lost = s_wallet with { ApiId = "gateway/2" };

        InAnyOrder([s_api, lost], catalog => Assert.Equal(["gateway/1"], catalog.ReferencesOf(lost).Candidates));
    }

    [Fact]
    public void A_method_knows_which_ids_could_be_meant_only_where_its_base_is_not_there()
    {
        var lost = Own("extends: gateway/1/walet\napm: lost", "lost.apm.yaml");

        var (zebra, nameless) = (s_wallet with { File = "zebra.apm.yaml", Id = "gateway/1/zebra" }, Own("name: no id", "nameless.apm.yaml"));

        InAnyOrder([s_packedWallet, s_wallet, s_mine, s_replacement, zebra, nameless, lost], catalog =>
        {
            Assert.Equal(["gateway/1/wallet", "gateway/1/zebra"], catalog.ReferencesOf(lost).Candidates);
            Assert.Empty(catalog.ReferencesOf(s_mine).Candidates);
            Assert.Empty(catalog.ReferencesOf(s_wallet).Candidates);
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
        InAnyOrder([s_packedApi, Own("api: gateway/1", "x.apm.yaml")], catalog => Assert.True(catalog.IsNamed(s_packedApi)));
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
