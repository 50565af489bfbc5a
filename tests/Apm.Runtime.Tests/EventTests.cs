using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Apm.Tests.Acme;
using CsCheck;

namespace Apm.Tests;

/// <summary>What is read of an event, and what of its signature.</summary>
public class EventTests
{
    private const string Whole = """
        {"id":"e-1","what":{"type":"paid"},"order":{"reference":"ORDER-1","sum":{"total":"12.50","code":"EUR"}},
        "at":"2026-06-13T14:18:13+02:00","method":"Acme Wallet","links":{"payment":"https://acme.example/1"},"more":{"news":[1]}}
        """;

    [Fact]
    public void An_event_says_what_the_spec_knows_and_keeps_the_rest()
    {
        var read = AcmeEvent.Parse(Whole);

        Assert.Equal(("e-1", "paid", PaymentState.Paid, "ORDER-1"), (read.Id, read.Type, read.State, read.TransactionReference));
        Assert.Equal(new Money(1250, "EUR"), read.Value);
        Assert.Equal(new DateTimeOffset(2026, 6, 13, 12, 18, 13, TimeSpan.Zero), read.Timestamp);
        Assert.Equal(("Acme Wallet", "https://acme.example/1"), (read.Method, read.PaymentLink));
        Assert.True(read.TryGetMember("more.news", out var news));
        Assert.Equal(1, news[0].GetInt32());
        Assert.Equal(Whole, read.RawJson);
        Assert.Equal("AcmeEvent { Id = e-1, Type = paid, State = Paid, TransactionReference = ORDER-1, Value = 12.50 EUR }", read.ToString());
    }

    [Theory]
    [InlineData("\"total\":\"12.50\"", "\"total\":\"12.505\"")]
    [InlineData("\"total\":\"12.50\"", "\"total\":12.5")]
    [InlineData("\"code\":\"EUR\"", "\"code\":\"eur\"")]
    [InlineData("\"sum\":{", "\"sum\":7,\"x\":{")]
    [InlineData("2026-06-13T14:18:13+02:00", "yesterday")]
    [InlineData("2026-06-13T14:18:13+02:00", "13/06/2026")]
    [InlineData("\"reference\":\"ORDER-1\"", "\"reference\":null")]
    [InlineData("\"method\":\"Acme Wallet\"", "\"method\":[]")]
    [InlineData("https://acme.example/1", "")]
    public void What_is_odd_is_absent_and_the_event_is_read(string right, string odd)
    {
        var read = AcmeEvent.Parse(Whole.Replace(right, odd, StringComparison.Ordinal));

        Assert.Equal("e-1", read.Id);
        Assert.Single(new object?[] { read.Value, read.Timestamp, read.TransactionReference, read.Method, read.PaymentLink }, member => member is null);
    }

    [Fact]
    public void A_member_whose_name_is_half_a_surrogate_pair_is_absent()
    {
        var read = AcmeEvent.Parse(Whole.Replace("[1]}}", """[1],"\ud800abcdefghijklmnop":2},"\ud800abcdefghijklmnop":3}""", StringComparison.Ordinal));

        Assert.Equal(("e-1", "paid", "ORDER-1"), (read.Id, read.Type, read.TransactionReference));
        Assert.True(read.TryGetMember("more.news", out var news));
        Assert.Equal("[1]", news.GetRawText());
        Assert.ThrowsAny<JsonException>(() => AcmeEvent.Parse("""{"\ud800abcdefghijklmnop":1}"""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("\"e-1\"")]
    [InlineData("{\"id\":\"e-1\",\"what\":{\"type\":\"paid\"}")]
    [InlineData("{\"id\":\"e-1\",\"what\":{\"type\":\"paid\"}} {}")]
    [InlineData("{\"id\":7,\"what\":{\"type\":\"paid\"}}")]
    [InlineData("{\"id\":\"\",\"what\":{\"type\":\"paid\"}}")]
    [InlineData("{\"id\":\"\\ud800\",\"what\":{\"type\":\"paid\"}}")]
    [InlineData("{\"id\":\"e-1\",\"what\":\"paid\"}")]
    [InlineData("{\"id\":\"e-1\",\"what\":{\"type\":null}}")]
    public void What_is_no_event_is_a_JsonException(string body) => Assert.ThrowsAny<JsonException>(() => AcmeEvent.Parse(body));

    [Fact]
    public void An_id_of_endless_length_is_none() =>
        Assert.ThrowsAny<JsonException>(() => AcmeEvent.Parse($$$"""{"id":"{{{new string('x', 257)}}}","what":{"type":"paid"}}"""));

    [Fact]
    public void Nothing_else_is_thrown_whatever_comes()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte, Gen.Int[1, bytes.Length]).Sample((at, other, length) =>
        {
            var body = bytes.ToArray();
            body[at] = other;
            try
            {
                _ = AcmeEvent.Parse(body.AsMemory(0, length)).ToString();
            }
            catch (JsonException)
            {
            }
        });
        Assert.ThrowsAny<JsonException>(() => AcmeEvent.Parse(new string('[', 100_000)));
    }

    [Fact]
    public void Texts_that_are_no_codes_are_not_printed()
    {
        var printed = AcmeEvent.Parse(Whole.Replace("ORDER-1", "Irene Adler, London", StringComparison.Ordinal)).ToString();

        Assert.DoesNotContain("Adler", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("acme.example", printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EventSignatureAlgorithm.HmacSha256, EventSignatureEncoding.Hex)]
    [InlineData(EventSignatureAlgorithm.HmacSha256, EventSignatureEncoding.Base64)]
    [InlineData(EventSignatureAlgorithm.HmacSha512, EventSignatureEncoding.Hex)]
    [InlineData(EventSignatureAlgorithm.HmacSha512, EventSignatureEncoding.Base64)]
    public void A_signature_is_judged_in_every_form(EventSignatureAlgorithm algorithm, EventSignatureEncoding encoding)
    {
        var body = Encoding.UTF8.GetBytes(Whole);
        var secret = "sécret"u8.ToArray();
        var hash = algorithm == EventSignatureAlgorithm.HmacSha256 ? HMACSHA256.HashData(secret, body) : HMACSHA512.HashData(secret, body);
        var signature = encoding == EventSignatureEncoding.Hex ? Convert.ToHexString(hash) : Convert.ToBase64String(hash);
        var name = algorithm == EventSignatureAlgorithm.HmacSha256 ? "SHA256" : "SHA512";
        var single = AcmeEvent.With(EventSignatureForm.Single, algorithm, encoding);
        var list = AcmeEvent.With(EventSignatureForm.KeyedList, algorithm, encoding);

        Assert.True(IsRight(single, signature));
        Assert.True(IsRight(list, $"9/{name}/x,b/{name}/{signature}"));
        Assert.False(IsRight(single, signature + "0"));
        Assert.False(IsRight(single, signature[1..]));
        Assert.False(IsRight(list, signature));
        Assert.False(IsRight(list, $"a/{name}/{signature}"));
        Assert.False(IsRight(single, null));

        bool IsRight(EventProfile profile, string? header) =>
            EventSignature.IsRight(profile, new Dictionary<string, string> { ["a"] = "other", ["b"] = "sécret" }, header, body);
    }

    [Fact]
    public void Any_change_of_the_body_is_seen()
    {
        var body = Encoding.UTF8.GetBytes(Whole);
        var profile = AcmeEvent.With(EventSignatureForm.Single, EventSignatureAlgorithm.HmacSha256, EventSignatureEncoding.Hex);
        var signature = Convert.ToHexString(HMACSHA256.HashData("secret"u8, body));
        Gen.Select(Gen.Int[0, body.Length - 1], Gen.Byte).Sample((at, other) =>
        {
            var changed = body.ToArray();
            changed[at] = other;
            return EventSignature.IsRight(profile, [KeyValuePair.Create("1", "secret")], signature, changed) == (other == body[at]);
        });
    }
}
