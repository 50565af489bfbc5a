using System.Text.RegularExpressions;

namespace Apm.Specs.Tests;

/// <summary>Types whose name says the form of their texts.</summary>
public class KnownPatternTests
{
    [Theory]
    [InlineData("email", "a@b.c", "a@b", "a.b@c", "@b.c", "a@@b.c", "a b@c.d", "a@b.c ")]
    [InlineData("phone", "0123456789", "+123", "12 34", "")]
    [InlineData("iban", "GB33BUKB20201555555555", "gb33BUKB20201555555555", "GBX3BUKB20201555555555", "GB33BUKB20201-555555555", "GB33BUKB202015", "GB33")]
    public void A_text_of_the_type_has_its_form(string type, string right, params string[] wrong)
    {
        var field = Gateway.BindMethod(Gateway.WithField($"wallet.text: {{ type: {type} }}")).Model!.Request.Member("wallet")!.Member("text")!;

        Assert.Matches(new Regex(field.Pattern!.Regex), right);
        Assert.All(wrong, text => Assert.DoesNotMatch(new Regex(field.Pattern!.Regex), text));
    }
}
