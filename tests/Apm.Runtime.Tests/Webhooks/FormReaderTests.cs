using System.Text;
using System.Text.Json;
using CsCheck;

namespace Apm.Tests.Webhooks;

/// <summary>Forms as JSON whose values are texts.</summary>
public class FormReaderTests
{
    [Theory]
    [InlineData("", "{}")]
    [InlineData("&", "{}")]
    [InlineData("a=1", """{"a":"1"}""")]
    [InlineData("a", """{"a":""}""")]
    [InlineData("a=1&b=2", """{"a":"1","b":"2"}""")]
    [InlineData("a[b]=1&a[c][d]=2", """{"a":{"b":"1","c":{"d":"2"}}}""")]
    [InlineData("a%5Bb%5D=1", """{"a":{"b":"1"}}""")]
    [InlineData("a[0]=1&a[1]=2", """{"a":["1","2"]}""")]
    [InlineData("a[]=1&a[]=2", """{"a":["1","2"]}""")]
    [InlineData("a[0][b]=1&a[0][c]=2&a[1][b]=3", """{"a":[{"b":"1","c":"2"},{"b":"3"}]}""")]
    [InlineData("a=x+y%20z%2B", """{"a":"x y z\u002B"}""")]
    [InlineData("a=%C3%A9", """{"a":"\u00E9"}""")]
    [InlineData("a=1&a=2", null)]
    [InlineData("a=1&a[b]=2", null)]
    [InlineData("a[b]=1&a=2", null)]
    [InlineData("a[b]=1&a[0]=2", """{"a":{"b":"1","0":"2"}}""")]
    [InlineData("a[1]=1", null)]
    [InlineData("a[0]=1&a[0]=2", null)]
    [InlineData("a[0]=1&a[b]=2", null)]
    [InlineData("a[b=1", null)]
    [InlineData("a[b]c=1", null)]
    [InlineData("[a]=1", null)]
    [InlineData("=1", null)]
    [InlineData("a=%", null)]
    [InlineData("a=%4", null)]
    [InlineData("a=%GG", null)]
    [InlineData("a=%FF", null)]
    public void A_form_is_read(string form, string? json) =>
        Assert.Equal(json, FormReader.ToJson(Encoding.UTF8.GetBytes(form)) is { } read ? Encoding.UTF8.GetString(read) : null);

    [Fact]
    public void No_form_throws() => Gen.String[Gen.Char["a[]0=&%+Fé"], 0, 40].Sample(form =>
    {
        if (FormReader.ToJson(Encoding.UTF8.GetBytes(form)) is { } json)
        {
            Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(json).RootElement.ValueKind);
        }
    });
}
