namespace Apm.Specs.Tests;

public class FormTextTests
{
    [Theory]
    [InlineData("", "{}")]
    [InlineData("a=1", """{"a":"1"}""")]
    [InlineData("a=&b", """{"a":"","b":""}""")]
    [InlineData("a[b][c]=1&a[b][d]=2", """{"a":{"b":{"c":"1","d":"2"}}}""")]
    [InlineData("a[0]=x&a[1]=y", """{"a":["x","y"]}""")]
    [InlineData("a[1]=y&a[0]=x", """{"a":["x","y"]}""")]
    [InlineData("a[]=x&a[]=y", """{"a":["x","y"]}""")]
    [InlineData("a[0][b]=x&a[0][c]=y&a[1][b]=z", """{"a":[{"b":"x","c":"y"},{"b":"z"}]}""")]
    [InlineData("0=x", """{"0":"x"}""")]
    [InlineData("a%5Bb%5D=%C3%A9+%26%22%5C", """{"a":{"b":"é &\"\\"}}""")]
    [InlineData("a=b=c", """{"a":"b=c"}""")]
    public void A_form_is_read_by_its_brackets(string form, string json) => Assert.Equal(json, FormText.ToJson(form));

    [Theory]
    [InlineData("a[0]=x&a[5]=y", """{"a":{"0":"x","5":"y"}}""")]
    [InlineData("a[0]=x&a[b]=y", """{"a":{"0":"x","b":"y"}}""")]
    [InlineData("b[0][a][7]=x&b[1][a][c]=y", """{"b":[{"a":{"7":"x"}},{"a":{"c":"y"}}]}""")]
    [InlineData("c[0]=x", """{"c":["x"]}""")]
    public void A_number_in_brackets_is_a_name_in_a_map(string form, string json) => Assert.Equal(json, FormText.ToJson(form, ["a", "b[].a"]));

    [Theory]
    [InlineData("a=1&a=2")]
    [InlineData("a=1&a[b]=2")]
    [InlineData("a[b]=2&a=1")]
    [InlineData("a[0]=1&a[b]=2")]
    [InlineData("a[b=1")]
    [InlineData("a[b]c=1")]
    [InlineData("[a]=1")]
    [InlineData("=1")]
    [InlineData("a=%C3")]
    [InlineData("a=%4")]
    [InlineData("a=%zz")]
    [InlineData("a=é")]
    public void Any_other_text_is_no_form(string form) => Assert.Null(FormText.ToJson(form));

    [Fact]
    public void A_form_that_is_too_deep_is_no_form()
    {
        Assert.NotNull(FormText.ToJson("a" + string.Concat(Enumerable.Repeat("[b]", 63)) + "=1"));
        Assert.Null(FormText.ToJson("a" + string.Concat(Enumerable.Repeat("[b]", 64)) + "=1"));
    }
}
