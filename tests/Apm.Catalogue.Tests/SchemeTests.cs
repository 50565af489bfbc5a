using Apm.Specs;

namespace Apm.Catalogue.Tests;

/// <summary>The validators cannot use the code of the spec reader, so both state which schemes are never an address.</summary>
public class SchemeTests
{
    [Theory]
    [InlineData("about")]
    [InlineData("blob")]
    [InlineData("data")]
    [InlineData("file")]
    [InlineData("filesystem")]
    [InlineData("ftp")]
    [InlineData("javascript")]
    [InlineData("mailto")]
    [InlineData("tel")]
    [InlineData("urn")]
    [InlineData("vbscript")]
    [InlineData("view-source")]
    [InlineData("ws")]
    [InlineData("wss")]
    [InlineData("http")]
    [InlineData("https")]
    [InlineData("my-shop")]
    public void Validator_and_spec_allow_the_same_schemes(string scheme) =>
        Assert.Equal(UrlSchemes.Any.Allows(scheme), ApmChecks.IsAbsoluteUrl(new Uri(scheme + "://shop.example/paid")));
}
