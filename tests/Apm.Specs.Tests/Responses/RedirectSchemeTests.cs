namespace Apm.Specs.Tests;

public class RedirectSchemeTests
{
    [Fact]
    public void Schemes_of_apps_stand_beside_the_place_of_the_redirect()
    {
        var edited = Gateway.Api.Edited("href: href", "href: href, redirect: url, redirect-schemes: [my-wallet, a+b.c-1, z90]");
        Assert.Equal(["my-wallet", "a+b.c-1", "z90"], Gateway.BindApi(edited).Model!.Response.RedirectSchemes);
        Assert.Empty(Gateway.BindApi(Gateway.Api).Model!.Response.RedirectSchemes);
        Gateway.ExpectInApi(SpecDescriptors.MissingKey, Gateway.Api.Edited("href: href", "href: href, [|redirect-schemes|]: [my-wallet]"), "needs 'redirect:'");
    }

    [Theory]
    [InlineData("My-Wallet", "lowercase letters")]
    [InlineData("1wallet", "a letter first")]
    [InlineData("'my-wallet:'", "no colon")]
    [InlineData("my_wallet", "lowercase letters")]
    [InlineData("' my-wallet'", "lowercase letters")]
    [InlineData("javascript", "never the address of a page or an app")]
    [InlineData("data", "never the address of a page or an app")]
    [InlineData("vbscript", "never the address of a page or an app")]
    [InlineData("file", "never the address of a page or an app")]
    [InlineData("about", "never the address of a page or an app")]
    [InlineData("blob", "never the address of a page or an app")]
    [InlineData("filesystem", "never the address of a page or an app")]
    [InlineData("view-source", "never the address of a page or an app")]
    [InlineData("mailto", "never the address of a page or an app")]
    public void A_scheme_to_which_no_customer_can_be_sent_is_refused(string scheme, string message) =>
        Gateway.ExpectInApi(
            SpecDescriptors.WrongKind,
            Gateway.Api.Edited("href: href", $"href: href, redirect: url, redirect-schemes: [[|{scheme}|]]"),
            message);

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public void A_scheme_that_is_always_accepted_is_not_listed(string scheme) =>
        Gateway.ExpectInApi(
            SpecDescriptors.NotApplicable,
            Gateway.Api.Edited("href: href", $"href: href, redirect: url, redirect-schemes: [[|{scheme}|]]"),
            "is always accepted: remove it");
}
