namespace Apm.Specs.Tests;

/// <summary>Every boolean of the language is one of the core schema of YAML 1.2.</summary>
public class YamlBooleanTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    [InlineData("False", false)]
    [InlineData("FALSE", false)]
    public void A_boolean_is_read_in_all_places(string text, bool value)
    {
        var method = Gateway.WithField($"wallet.news: {{ type: boolean, required: {text}, loggable: {text}, default: {text} }}")
            + $"  wallet.mail: {{ type: boolean, preset: {text} }}\n  wallet.terms: {{ const: {text} }}\n"
            + $"rules: [{{ require: order.count, when: {{ wallet.news: {text} }} }}]\n";
        var bound = Gateway.BindMethod(method.Edited("{ max: 100 }", $"{{ max: 100, advisory: {text} }}"));

        Assert.Empty(bound.Diagnostics);
        var wallet = bound.Model!.Request.Member("wallet")!;
        var (news, json) = (wallet.Member("news")!, value ? "true" : "false");
        Assert.Equal((value, value, json), (news.Required, news.Loggable, news.Default));
        Assert.Equal(json, wallet.Member("mail")!.Preset);
        Assert.Equal((FieldType.Boolean, json), (wallet.Member("terms")!.Type, wallet.Member("terms")!.Const));
        Assert.Equal([json], bound.Model.Rules[^1].When[0].Values);
        Assert.Equal(value, bound.Model.Limits[0].IsAdvisory);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("on")]
    [InlineData("tRUE")]
    [InlineData("1")]
    [InlineData("'true'")]
    [InlineData("\"True\"")]
    public void Another_text_is_no_boolean(string text)
    {
        Gateway.ExpectInMethod(SpecDescriptors.WrongKind, Gateway.WithField($"wallet.a: {{ type: string, required: [|{text}|] }}"), "write true or false");
        Gateway.ExpectInMethod(SpecDescriptors.WrongKind, Gateway.WithField($"wallet.a: {{ type: string, loggable: [|{text}|] }}"), "write true or false");
        Gateway.ExpectInMethod(
            SpecDescriptors.WrongKind,
            Gateway.Method.Edited("{ max: 100 }", $"{{ max: 100, advisory: [|{text}|] }}"),
            "write true or false");
    }

    [Fact]
    public void A_text_in_quotes_is_a_constant() =>
        Assert.Equal("True", Gateway.BindMethod(Gateway.WithField("wallet.a: { const: 'True' }")).Model!.Request.Member("wallet")!.Member("a")!.Const);
}
