using System.Text;

namespace Apm.Tests;

public class FormBodyTests
{
    [Theory]
    [InlineData("""{"a":"x","b":5,"c":-1.50,"d":true,"e":false}""", "a=x&b=5&c=-1.50&d=true&e=false")]
    [InlineData("""{"a":{"b":{"c":"x"},"d":"y"},"e":"z"}""", "a[b][c]=x&a[d]=y&e=z")]
    [InlineData("""{"a":["x",["y","z"],{"b":"w"}]}""", "a[0]=x&a[1][0]=y&a[1][1]=z&a[2][b]=w")]
    [InlineData("""{"a":null,"b":{},"c":[],"d":[null,"x"],"e":""}""", "d[1]=x&e=")]
    [InlineData("""{"a b":"c d","é":"&=+%[]~*-._"}""", "a+b=c+d&%C3%A9=%26%3D%2B%25%5B%5D%7E*-._")]
    [InlineData("""{"a":"\u00e9\ud83d\ude00\"\\\n"}""", "a=%C3%A9%F0%9F%98%80%22%5C%0A")]
    public void A_form_has_brackets_around_names_and_numbers(string json, string form) => Assert.Equal(form, Of(json));

    [Fact]
    public void A_form_is_as_long_as_necessary()
    {
        var text = new string('é', 10_000);

        Assert.Equal("a=" + string.Concat(Enumerable.Repeat("%C3%A9", 10_000)), Of($$"""{"a":"{{text}}"}"""));
    }

    [Fact]
    public void No_body_is_no_form() => Assert.True(FormBody.Of(ApmBody.None).IsNone);

    private static string Of(string json)
    {
        var output = JsonOutput.Rent();
        output.Raw(Encoding.UTF8.GetBytes(json));
        var form = FormBody.Of(output.Detach());
        var text = Encoding.UTF8.GetString(form.Memory.Span);
        form.Return();
        return text;
    }
}
