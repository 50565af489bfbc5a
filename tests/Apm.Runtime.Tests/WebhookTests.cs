using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Apm.Tests.Acme;
using CsCheck;

namespace Apm.Tests;

/// <summary>What is read of an event, and what of its signature.</summary>
public class WebhookTests
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
        Assert.Equal("", AcmeEvent.Parse("""{"\ud800abcdefghijklmnop":1}""").Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("\"e-1\"")]
    [InlineData("{\"id\":\"e-1\",\"what\":{\"type\":\"paid\"}")]
    [InlineData("{\"id\":\"e-1\",\"what\":{\"type\":\"paid\"}} {}")]
    [InlineData("\uFEFF\uFEFF{}")]
    [InlineData("[{\"id\":\"e-1\",\"what\":{\"type\":\"paid\"}}]")]
    public void What_is_not_a_JSON_object_is_a_JsonException(string body) => Assert.ThrowsAny<JsonException>(() => AcmeEvent.Parse(body));

    [Fact]
    public void Other_JSON_is_refused_in_words_that_help()
    {
        var error = Assert.Throws<JsonException>(() => AcmeEvent.Parse("[]"));

        Assert.Equal(("The webhook is not a JSON object.", "$"), (error.Message, error.Path));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"id\":null}")]
    [InlineData("{\"id\":\"\"}")]
    [InlineData("{\"id\":true}")]
    [InlineData("{\"id\":[7]}")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    [InlineData("{\"id\":\"a\\u0000b\"}")]
    [InlineData("{\"id\":\"a\\nb\"}")]
    public void An_event_without_a_usable_id_is_known_by_its_body(string body)
    {
        var read = AcmeEvent.Parse(body);

        Assert.Equal("", read.Id);
        Assert.Equal("sha256:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body))), read.UniqueId);
        Assert.Equal(read.UniqueId, AcmeEvent.Parse(body).UniqueId);
        Assert.NotEqual(read.UniqueId, AcmeEvent.Parse(body + " ").UniqueId);
    }

    [Fact]
    public void An_id_of_endless_length_is_none()
    {
        Assert.Equal(256, AcmeEvent.Parse($$"""{"id":"{{new string('x', 256)}}"}""").UniqueId.Length);
        Assert.Equal("", AcmeEvent.Parse($$"""{"id":"{{new string('x', 257)}}"}""").Id);
        Assert.Equal("", AcmeEvent.Parse($$"""{"id":{{new string('1', 257)}}}""").Id);
    }

    [Theory]
    [InlineData("\"id\":7", "7")]
    [InlineData("\"id\":12345678901234567890", "12345678901234567890")]
    [InlineData("\"id\":\"\\u0065-1\"", "e-1")]
    public void An_id_is_a_text_or_a_number(string id, string expected)
    {
        var read = AcmeEvent.Parse("{" + id + "}");

        Assert.Equal((expected, expected), (read.Id, read.UniqueId));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("-0.10")]
    [InlineData("1E+2")]
    [InlineData("123456789012345678901234567890.10")]
    public void A_code_that_is_a_number_is_read_with_all_its_digits(string number)
    {
        var read = AcmeEvent.Parse($$"""{"id":{{number}},"what":{"type":{{number}}},"order":{"reference":{{number}}},"method":{{number}}}""");

        Assert.Equal((number, number, number, number), (read.Id, read.Type, read.TransactionReference, read.Method));
    }

    [Theory]
    [InlineData("\"what\":\"paid\"")]
    [InlineData("\"what\":{}")]
    [InlineData("\"what\":{\"type\":null}")]
    [InlineData("\"what\":{\"type\":[7]}")]
    [InlineData("\"what\":{\"type\":\"\"}")]
    [InlineData("\"what\":{\"type\":\"\\ud800\"}")]
    public void An_event_without_a_type_is_read_as_unknown(string what)
    {
        var read = AcmeEvent.Parse(Whole.Replace("\"what\":{\"type\":\"paid\"}", what, StringComparison.Ordinal));

        Assert.Equal(("e-1", "", PaymentState.Unknown, "ORDER-1"), (read.Id, read.Type, read.State, read.TransactionReference));
        Assert.Equal("AcmeEvent { Id = e-1, Type = , State = Unknown, TransactionReference = ORDER-1, Value = 12.50 EUR }", read.ToString());
    }

    [Theory]
    [InlineData("EUR", true)]
    [InlineData("eur", false)]
    [InlineData("eUR", false)]
    [InlineData("EU", false)]
    [InlineData("EURO", false)]
    [InlineData("", false)]
    public void Money_has_the_code_of_a_currency(string code, bool isMoney)
    {
        var profile = AcmeEvent.With(
            WebhookSignatureForm.Single,
            WebhookSignatureAlgorithm.HmacSha256,
            WebhookSignatureEncoding.Hex,
            new MoneyFormat(MoneyNotation.MinorUnits, "total", "code"));

        var read = EventContent.Read(profile, Encoding.UTF8.GetBytes($$"""{"order":{"sum":{"total":1250,"code":"{{code}}"} } }"""));

        Assert.Equal(isMoney ? new Money(1250, code) : null, read.Value);
    }

    [Fact]
    public void Money_stands_where_the_gateway_puts_it_and_nowhere_else() =>
        Assert.Null(AcmeEvent.Parse("""{"order":{"total":"12.50","code":"EUR"},"total":"12.50","code":"EUR"}""").Value);

    [Fact]
    public void Whoever_reads_nothing_or_looks_for_nothing_is_told_so()
    {
        Assert.Throws<ArgumentNullException>("profile", () => EventContent.Read(null!, default));
        Assert.Throws<ArgumentNullException>("path", () => AcmeEvent.Parse("{}").TryGetMember(null!, out _));
        Assert.Throws<ArgumentNullException>("content", () => new Bare());
    }

    [Fact]
    public void An_event_without_anything_prints_nothing_of_it() =>
        Assert.Equal("AcmeEvent { Id = , Type = , State = Unknown, TransactionReference = , Value =  }", AcmeEvent.Parse("{}").ToString());

    [Fact]
    public void A_byte_order_mark_is_skipped()
    {
        var read = AcmeEvent.Parse("\uFEFF" + Whole);

        Assert.Equal(("e-1", "paid", Whole), (read.Id, read.Type, read.RawJson));
        Assert.Equal(AcmeEvent.Parse("{}").UniqueId, AcmeEvent.Parse("\uFEFF{}").UniqueId);
    }

    [Fact]
    public void Every_JSON_object_is_an_event() =>
        Gen.Recursive<string>((depth, inner) => depth > 4
            ? Gen.OneOf("null", "true", "7", "-1.5e9", "\"paid\"", "\"\"", "\"\\ud800\"", "\"2026-06-13T14:18:13Z\"")
            : Gen.OneOf(
                Gen.OneOf("null", "7", "\"paid\"", "\"12.50\"", "\"EUR\"", "\"\\ud800\""),
                inner.Array[0, 3].Select(items => $"[{string.Join(',', items)}]"),
                Object(inner)))
        .Sample(value =>
        {
            var read = AcmeEvent.Parse(value.StartsWith('{') ? value : $$"""{"id":{{value}},"what":{{value}},"order":{{value}},"at":{{value}}}""");
            Assert.True(read.UniqueId.Length > 0);
            _ = read.ToString();
        });

    private static Gen<string> Object(Gen<string> value) =>
        Gen.Select(Gen.OneOf("id", "what", "type", "order", "reference", "sum", "total", "code", "at", "method", "links", "payment", "\\ud800"), value)
            .Array[0, 5].Select(members => $"{{{string.Join(',', members.Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}");

    [Fact]
    public void Bytes_that_are_no_UTF8_make_a_member_absent_and_no_event_unreadable()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (!char.IsAsciiLetterOrDigit((char)bytes[at]))
            {
                continue;
            }

            var body = bytes.ToArray();
            body[at] = 0xFF;
            try
            {
                _ = AcmeEvent.Parse(body).ToString();
            }
            catch (JsonException)
            {
                // The byte stood in a number: this is no JSON.
                Assert.Contains("[1]", Whole[(at - 1)..(at + 2)], StringComparison.Ordinal);
            }
        }
    }

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
    [InlineData(WebhookSignatureAlgorithm.HmacSha256, WebhookSignatureEncoding.Hex)]
    [InlineData(WebhookSignatureAlgorithm.HmacSha256, WebhookSignatureEncoding.Base64)]
    [InlineData(WebhookSignatureAlgorithm.HmacSha512, WebhookSignatureEncoding.Hex)]
    [InlineData(WebhookSignatureAlgorithm.HmacSha512, WebhookSignatureEncoding.Base64)]
    public void A_signature_is_judged_in_every_form(WebhookSignatureAlgorithm algorithm, WebhookSignatureEncoding encoding)
    {
        var body = Encoding.UTF8.GetBytes(Whole);
        var secret = "sécret"u8.ToArray();
        var hash = algorithm == WebhookSignatureAlgorithm.HmacSha256 ? HMACSHA256.HashData(secret, body) : HMACSHA512.HashData(secret, body);
        var signature = encoding == WebhookSignatureEncoding.Hex ? Convert.ToHexString(hash) : Convert.ToBase64String(hash);
        var name = algorithm == WebhookSignatureAlgorithm.HmacSha256 ? "SHA256" : "SHA512";
        var single = AcmeEvent.With(WebhookSignatureForm.Single, algorithm, encoding);
        var list = AcmeEvent.With(WebhookSignatureForm.KeyedList, algorithm, encoding);

        Assert.True(IsRight(single, signature));
        Assert.True(IsRight(list, $"9/{name}/x,b/{name}/{signature}"));
        Assert.False(IsRight(single, signature + "0"));
        Assert.False(IsRight(single, signature[1..]));
        Assert.False(IsRight(list, signature));
        Assert.False(IsRight(list, $"a/{name}/{signature}"));
        Assert.False(IsRight(single, null));

        bool IsRight(WebhookProfile profile, string? header) =>
            WebhookSignature.IsRight(profile, new Dictionary<string, string> { ["a"] = "other", ["b"] = "sécret" }, header, body);
    }

    [Fact]
    public void Any_change_of_the_body_is_seen()
    {
        var body = Encoding.UTF8.GetBytes(Whole);
        var profile = AcmeEvent.With(WebhookSignatureForm.Single, WebhookSignatureAlgorithm.HmacSha256, WebhookSignatureEncoding.Hex);
        var signature = Convert.ToHexString(HMACSHA256.HashData("secret"u8, body));
        Gen.Select(Gen.Int[0, body.Length - 1], Gen.Byte).Sample((at, other) =>
        {
            var changed = body.ToArray();
            changed[at] = other;
            return WebhookSignature.IsRight(profile, [KeyValuePair.Create("1", "secret")], signature, changed) == (other == body[at]);
        });
    }

    private sealed class Bare() : PaymentEvent(null!)
    {
        public override PaymentState State => PaymentState.Unknown;
    }
}
