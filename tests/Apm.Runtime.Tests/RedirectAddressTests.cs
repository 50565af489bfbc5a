using System.Text;
using System.Text.Json;
using Apm.Tests.Acme;
using CsCheck;

namespace Apm.Tests;

/// <summary>Where a shop sends its customer: nowhere that a browser would run, or that is not where it seems to be.</summary>
public class RedirectAddressTests
{
    private static readonly string[] s_allowed = ["http", "https", "acme", "acme-pay+1.0"];

    [Theory]
    [InlineData("https://hosted.example/pay?x=1&y=%20#z")]
    [InlineData("http://hosted.example")]
    [InlineData("HTTPS://HOSTED.EXAMPLE:8443/")]
    [InlineData("https://127.0.0.1:5080/p")]
    [InlineData("https://[::1]:5080/p")]
    [InlineData("https://under_score.example/p")]
    [InlineData("https://hosted.example/a@b?c=d@e")]
    [InlineData("https://hosted.example?next=https://u:p@other.example")]
    [InlineData("https://hosted.example/{a}|b^c")]
    [InlineData("acme://pay?token=1")]
    [InlineData("ACME://pay?token=1")]
    [InlineData("acme-pay+1.0:token")]
    public void Pages_and_apps_that_the_spec_names_are_accepted(string address) => Read(address, (address, null, false));

    [Theory]
    [InlineData("https://bank.example/zahlung?name=Müller#ß", "https://bank.example/zahlung?name=M%C3%BCller#%C3%9F")]
    [InlineData("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe")]
    [InlineData("HTTPS://Bücher.example:8443?a=%20/../B", "HTTPS://xn--bcher-kva.example:8443?a=%20/../B")]
    [InlineData("http://日本.example", "http://xn--wgv71a.example")]
    [InlineData("https://HOSTED.example:443/a/../%7e/ü", "https://HOSTED.example:443/a/../%7e/%C3%BC")]
    [InlineData("https://[::1]:5080/ü", "https://[::1]:5080/%C3%BC")]
    [InlineData("https://hosted.example/\U0001F600", "https://hosted.example/%F0%9F%98%80")]
    [InlineData("https://hosted.example/a'onclick='alert(1)`", "https://hosted.example/a%27onclick=%27alert(1)%60")]
    [InlineData("acme://zahlung/ü?a='b`", "acme://zahlung/%C3%BC?a=%27b%60")]
    public void What_a_header_or_an_attribute_cannot_carry_is_encoded(string address, string redirect)
    {
        Read(address, (redirect, null, false));

        Assert.Equal((RedirectVerdict.Accepted, null), Judge(redirect));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)")]
    [InlineData("javascript://hosted.example/%0aalert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("\tj\ra\nvascript\t:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("data:image/png;base64,iVBORw0KGgo=")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("about:blank")]
    [InlineData("blob:https://hosted.example/1")]
    [InlineData("ftp://hosted.example/")]
    [InlineData("other://pay")]
    [InlineData("https:hosted.example")]
    [InlineData("https:/hosted.example")]
    [InlineData("https:///hosted.example")]
    [InlineData("https://")]
    [InlineData("https://?x")]
    [InlineData("https://.")]
    [InlineData("https://a..b/")]
    [InlineData("https://hosted.example:70000/")]
    [InlineData("https://hosted.example:x/")]
    [InlineData("https://good.example@evil.example/")]
    [InlineData("https://user:secret@hosted.example/")]
    [InlineData("https://@hosted.example/")]
    [InlineData("https://good.example\\@evil.example/")]
    [InlineData("https:\\\\evil.example/")]
    [InlineData("https://hosted.example/a b")]
    [InlineData("https://hosted.example/ ")]
    [InlineData(" https://hosted.example/")]
    [InlineData("https://hosted.example/\r\nSet-Cookie: a=b")]
    [InlineData("https://hosted.example/\0")]
    [InlineData("https://hosted.example/\u007f")]
    [InlineData("https://hosted.example/\u0085")]
    [InlineData("https://hosted.example/\u2028")]
    [InlineData("https://hosted.example/\u202Egnp.exe")]
    [InlineData("https://hosted.example/\"onclick=x")]
    [InlineData("https://hosted.example/'><script>")]
    [InlineData("acme://bücher/")]
    [InlineData("https://a'b.example/")]
    [InlineData("https://a`b.example/")]
    [InlineData("https://-ü.example/")]
    [InlineData("https://[::1]ü/")]
    [InlineData("https://ü.example:８/")]
    [InlineData("acme:")]
    [InlineData("acme://user@host/")]
    [InlineData("acme://a b")]
    public void Other_addresses_are_refused_and_the_payment_says_so(string address) => Read(address, (null, null, true));

    [Theory]
    [InlineData("iVBORw0KGgo=")]
    [InlineData("/9j/4AAQSkZJRg")]
    [InlineData("//8AAA==")]
    [InlineData("/relative")]
    [InlineData("000201010212")]
    [InlineData("1:2")]
    [InlineData("two words: a text")]
    [InlineData(":")]
    public void What_no_browser_follows_by_itself_is_no_address(string text) => Read(text, (null, text, false));

    [Theory]
    [InlineData(32 * 1024, true)]
    [InlineData((32 * 1024) + 1, false)]
    public void A_very_long_address_is_refused(int length, bool isAccepted)
    {
        foreach (var start in new[] { "https://hosted.example/", "http://hosted.example/", "acme:" })
        {
            var verdict = Judge(start.PadRight(length, 'a')).Verdict;
            Assert.Equal(isAccepted ? RedirectVerdict.Accepted : RedirectVerdict.Refused, verdict);
        }
    }

    [Fact]
    public void An_empty_text_is_nothing() => Read("", (null, null, false));

    [Fact]
    public void A_text_that_is_no_Unicode_is_nothing()
    {
        var payment = Payment(new AcmePage("\"https://hosted.example/\\ud800\""));

        Assert.Equal((null, null), (payment.Redirect, payment.QrCode));
    }

    [Theory]
    [InlineData("\"https:\\/\\/hosted.example\\/p\"", "https://hosted.example/p", false)]
    [InlineData("\"\\u0068ttps://hosted.example/p\"", "https://hosted.example/p", false)]
    [InlineData("\"\\u006aavascript:alert(1)\"", null, true)]
    [InlineData("\"java\\u0009script:alert(1)\"", null, true)]
    [InlineData("\"https://hosted.example/\\u000d\\u000a\"", null, true)]
    public void Escapes_change_nothing(string json, string? redirect, bool isRefused)
    {
        var payment = Payment(new AcmePage(json));

        Assert.Equal((redirect, isRefused), (payment.Redirect, payment.IsRedirectRefused));
    }

    [Fact]
    public void Whatever_is_accepted_is_an_absolute_address_of_an_accepted_scheme_for_everybody() => Texts.Sample(text =>
    {
        var (verdict, ascii) = Judge(text);
        if (verdict != RedirectVerdict.Accepted)
        {
            return;
        }

        foreach (var address in new[] { text, ascii ?? text })
        {
            var uri = new Uri(address, UriKind.Absolute);
            Assert.Contains(uri.Scheme, s_allowed);
            Assert.Equal(uri.Scheme, SchemeInBrowser(address));
            Assert.Equal("", uri.UserInfo);
            Assert.DoesNotContain(address, letter => char.IsControl(letter) || char.IsWhiteSpace(letter));
        }
    }, iter: 200_000);

    [Fact]
    public void Whatever_is_accepted_is_carried_by_every_header_and_attribute() => Texts.Sample(text =>
    {
        var (verdict, ascii) = Judge(text);
        if (verdict != RedirectVerdict.Accepted)
        {
            Assert.Null(verdict == RedirectVerdict.NoAddress ? ascii : null);
            return;
        }

        var redirect = ascii ?? text;
        Assert.False(redirect.AsSpan().ContainsAnyExceptInRange('!', '~'), redirect);
        Assert.False(redirect.AsSpan().ContainsAny("\"'`<>\\"), redirect);
        Assert.Equal((RedirectVerdict.Accepted, null), Judge(redirect));
        Assert.Equal(Uri.UnescapeDataString(new Uri(text).PathAndQuery), Uri.UnescapeDataString(new Uri(redirect).PathAndQuery));
        Assert.Equal(redirect != text, text.Any(letter => letter is '\'' or '`' || !char.IsAscii(letter)));
    }, iter: 200_000);

    [Fact]
    public void An_address_that_is_too_long_in_ASCII_is_refused()
    {
        foreach (var start in new[] { "https://hosted.example/", "acme:" })
        {
            Assert.Equal(RedirectVerdict.Accepted, Judge(start + new string('ü', 5_000)).Verdict);
            Assert.Equal(RedirectVerdict.Refused, Judge(start + new string('ü', 6_000)).Verdict);
        }
    }

    [Fact]
    public void Whatever_a_browser_finds_a_scheme_in_is_never_shown_as_a_picture() => Texts.Sample(text =>
        Assert.Equal(
            SchemeInBrowser(text) is null,
            Judge(text).Verdict == RedirectVerdict.NoAddress), iter: 200_000);

    [Fact]
    public void Common_addresses_are_accepted() =>
        Gen.Select(
            Gen.OneOf("https", "http", "HTTPS"),
            Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"], 1, 20].Array[1, 4],
            Gen.Int[0, 65535],
            Gen.String[Gen.Char["abcXYZ019-._~%20!$&'()*+,;=:@/?"], 0, 60])
        .Sample((scheme, labels, port, rest) =>
        {
            var address = $"{scheme}://{string.Join('.', labels)}{(port % 2 == 0 ? "" : ":" + port)}/{rest}";
            var (verdict, ascii) = Judge(address);
            Assert.Equal(RedirectVerdict.Accepted, verdict);
            Assert.Equal(address.Contains('\'', StringComparison.Ordinal), ascii is not null);
            _ = new Uri(address, UriKind.Absolute);
        });

    [Fact]
    public void Nothing_is_allocated_for_a_common_address()
    {
        var address = "https://hosted.example:8443/pay/0123456789?token=abcdefghijklmnopqrstuvwxyz&lang=en"u8;
        _ = RedirectAddress.Judge(address, default, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var verdict = RedirectAddress.Judge(address, default, out _);
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(RedirectVerdict.Accepted, verdict);
        Assert.Equal(before, after);
    }

    // Parts of addresses, some of them right, in any order, with letters that parsers disagree about among them.
    private static Gen<string> Texts => Gen.OneOf(
            Gen.OneOf("https", "http", "javascript", "data", "acme", "acme-pay+1.0", "file", "HtTpS", "https:"),
            Gen.OneOf("://", "//", "/", "\\", ":", "@", "?", "#", "."),
            Gen.OneOf("hosted.example", "127.0.0.1", "[::1]", "xn--a", "a_b", "-a", "99999999999", "0x7f.1", "%41", "8443", "65536"),
            Gen.OneOf("bücher", "-ü", "xn--a.ü", "。", "ａ", "a'b", "ü`", "／", "＠"),
            Gen.String[Gen.Char["ab1:/@?#.%-_ \t\r\n\0\u00a0\u00ad\u200b\u2028\u202e\ufeff\ufffd[]<>\"\\'`ü日"], 0, 3])
        .Array[0, 8].Select(string.Concat);

    /// <summary>The scheme that a browser reads, as the URL standard describes it; null where it reads the text as relative.</summary>
    private static string? SchemeInBrowser(string text)
    {
        var read = string.Concat(text.SkipWhile(letter => letter <= ' ').Where(letter => letter is not ('\t' or '\n' or '\r')));
        var colon = read.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(read[0]) && read[..colon].All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '-' or '.')
            ? read[..colon].ToLowerInvariant()
            : null;
    }

    private static (RedirectVerdict Verdict, string? Ascii) Judge(string text)
    {
        var verdict = RedirectAddress.Judge(Encoding.UTF8.GetBytes(text), s_allowed.AsSpan(2), out var ascii);
        return (verdict, ascii);
    }

    private static void Read(string text, (string? Redirect, string? QrCode, bool IsRefused) expected)
    {
        var payment = Payment(new AcmePage(JsonSerializer.Serialize(text)));

        Assert.Equal(expected, (payment.Redirect, payment.QrCode, payment.IsRedirectRefused));
    }

    private static AcmePayment Payment(AcmePage page) =>
        Create<AcmePayment>(AcmeJson.ReadPayment(new ApmHttpResponse(201, Encoding.UTF8.GetBytes(page.Answer))));

    private static TPayment Create<TPayment>(PaymentResponse response)
        where TPayment : Payment, IPayment<TPayment> => TPayment.Create(response);

    private sealed record AcmePage(string Json)
    {
        public string Answer => $$"""{"paymentId":"pay-1","lastEvent":"pending","url":{{Json}}}""";
    }
}
