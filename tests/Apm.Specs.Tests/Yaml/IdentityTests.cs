namespace Apm.Specs.Tests;

/// <summary>A text that is not YAML still has the ids in its first columns, so that its code does not vanish while an author types.</summary>
public class IdentityTests
{
    [Theory]
    [InlineData("apm: wallet # ours")]
    [InlineData("apm: 'wallet'")]
    [InlineData("apm:\twallet")]
    [InlineData("# apm: other\napm: wallet")]
    [InlineData("note: apm\napm: wallet\napm: other")]
    [InlineData("{[\r\napm: wallet\r")]
    public void The_first_id_is_found(string text) => Assert.Equal("wallet", Read(text).Apm?.Value);

    [Fact]
    public void Each_id_is_found_under_its_key()
    {
        var identity = Read("extends: gateway/1/wallet\napi: gateway/1\napm: wallet_abroad\n");

        Assert.Equal(("wallet_abroad", "gateway/1", "gateway/1/wallet"), (identity.Apm?.Value, identity.Api?.Value, identity.Extends?.Value));
    }

    [Fact]
    public void The_id_is_where_it_stands_and_not_where_the_same_word_stands_before_or_after()
    {
        const string Text = "name: wallet\napm: wallet\nsummary: wallet\n";

        Assert.Equal(Text.IndexOf("apm: wallet", StringComparison.Ordinal) + "apm: ".Length, Read(Text).Apm!.Span.Start);
    }

    [Theory]
    [InlineData("apmwallet: x")]
    [InlineData(" apm: wallet")]
    [InlineData("apm:wallet")]
    [InlineData("apm: # nothing")]
    [InlineData("apm:   # nothing")]
    [InlineData("apm:")]
    public void What_is_no_key_gives_no_id(string line) => Assert.Null(Read(line + "\n").Apm);

    [Fact]
    public void A_text_that_is_too_large_has_no_id() => Assert.Null(Read("apm: wallet\n" + new string('#', TextGuards.MaxLength)).Apm);

    [Fact]
    public void The_id_of_a_method_that_extends_another_is_its_own()
    {
        const string Text = "extends: gateway/1/wallet\napm: wallet_abroad\n";

        var spec = SpecParser.Parse(Gateway.MethodFile, Text);

        Assert.Equal(("wallet_abroad", "gateway/1", "wallet_abroad"), (spec.Id, spec.ApiId, Text.Part(spec.IdLocation)));
    }

    [Fact]
    public void Parsing_can_be_cancelled() => Assert.Throws<OperationCanceledException>(() =>
        SpecParser.Parse(Gateway.MethodFile, Gateway.Method, new CancellationToken(canceled: true)));

    private static Identity Read(string text) => Identity.OfText(new TextLines(text));
}
