using System.Security.Cryptography;
using System.Text;

namespace Apm.Tests.Webhooks;

/// <summary>Signatures in lists, with a time, in the body and by RSA.</summary>
public class SignatureFormTests
{
    private const string Secret = "a secret that both know";

    private static readonly DateTimeOffset s_now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
    private static readonly byte[] s_body = """{"id":"E-1","amount":{"value":1000},"fine":true,"none":null}"""u8.ToArray();

    [Theory]
    [InlineData("sha=RIGHT", true)]
    [InlineData("sha=00, sha=RIGHT", true)]
    [InlineData("sha=RIGHT,sha=00", true)]
    [InlineData("RIGHT", false)]
    [InlineData("SHA=RIGHT", false)]
    [InlineData("sha=00", false)]
    [InlineData("sha=", false)]
    public void A_list_has_signatures_with_a_prefix(string header, bool isRight) => Assert.Equal(
        isRight,
        IsRight(With(WebhookSignatureForm.List, prefix: "sha="), header.Replace("RIGHT", Hmac(s_body), StringComparison.Ordinal)));

    [Theory]
    [InlineData("sha=RIGHT", true)]
    [InlineData(" sha=RIGHT ", true)]
    [InlineData("RIGHT", false)]
    public void A_single_signature_can_have_a_prefix(string header, bool isRight) => Assert.Equal(
        isRight,
        IsRight(With(WebhookSignatureForm.Single, prefix: "sha="), header.Replace("RIGHT", Hmac(s_body), StringComparison.Ordinal)));

    [Theory]
    [InlineData("t=1700000000,v1=RIGHT", true)]
    [InlineData("v1=RIGHT,t=1700000000", true)]
    [InlineData("t=1700000000,v0=x,v1=00,v1=RIGHT", true)]
    [InlineData("t=1700000000,v0=RIGHT", false)]
    [InlineData("t=1700000001,v1=RIGHT", false)]
    [InlineData("v1=RIGHT", false)]
    [InlineData("t=,v1=RIGHT", false)]
    [InlineData("t=+1700000000,v1=RIGHT", false)]
    [InlineData("t=99999999999999999999,v1=RIGHT", false)]
    public void A_header_with_a_time_signs_the_time(string header, bool isRight)
    {
        var right = Hmac([.. "1700000000."u8, .. s_body]);

        Assert.Equal(isRight, IsRight(Timestamped(), header.Replace("RIGHT", right, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void A_time_has_a_tolerance(int seconds, bool isRight)
    {
        var header = $"t=1700000000,v1={Hmac([.. "1700000000."u8, .. s_body])}";

        Assert.Equal(isRight, WebhookSignature.IsRight(Timestamped(), Keys(Secret), header, s_body, s_now.AddSeconds(seconds)));
    }

    [Fact]
    public void A_placeholder_in_the_body_is_no_placeholder()
    {
        var body = "{time}{body}"u8.ToArray();
        var header = $"t=1700000000,v1={Hmac([.. "1700000000."u8, .. body])}";

        Assert.True(WebhookSignature.IsRight(Timestamped(), Keys(Secret), header, body, s_now));
    }

    [Theory]
    [InlineData("{\"id\":\"E-1\",\"amount\":{\"value\":1000},\"fine\":true,\"sign\":\"RIGHT\"}", true)]
    [InlineData("{\"sign\":\"RIGHT\",\"fine\":\"true\",\"other\":1,\"id\":\"E-1\",\"amount\":{\"value\":\"1000\"}}", true)]
    [InlineData("{\"id\":\"E-1\",\"amount\":{\"value\":1001},\"fine\":true,\"sign\":\"RIGHT\"}", false)]
    [InlineData("{\"id\":\"E-1\",\"amount\":{\"value\":1000},\"fine\":true,\"none\":\"x\",\"sign\":\"RIGHT\"}", false)]
    [InlineData("{\"id\":\"E-1\",\"amount\":{\"value\":1000},\"fine\":true}", false)]
    [InlineData("{\"id\":\"E-1\",\"amount\":{\"value\":1000},\"fine\":true,\"sign\":1}", false)]
    [InlineData("[]", false)]
    [InlineData("RIGHT", false)]
    public void A_signature_in_the_body_is_over_its_members(string body, bool isRight)
    {
        var profile = Profile(
            WebhookSignatureForm.Single,
            new Over { At = "sign", Members = ["id", "none", "amount.value", "fine"], Join = ":", Key = WebhookKeyFormat.Hex });
        var key = Convert.ToHexString(Encoding.UTF8.GetBytes(Secret));
        var signed = body.Replace("RIGHT", Hmac("E-1::1000:true"u8.ToArray()), StringComparison.Ordinal);

        Assert.Equal(isRight, WebhookSignature.IsRight(profile, Keys(key), null, Encoding.UTF8.GetBytes(signed)));
    }

    [Theory]
    [InlineData(WebhookSignatureEncoding.Base64)]
    [InlineData(WebhookSignatureEncoding.Hex)]
    public void A_signature_by_RSA_needs_only_the_public_key(WebhookSignatureEncoding encoding)
    {
        using var rsa = RSA.Create(2048);
        var profile = Profile(WebhookSignatureForm.Single, new Over { Algorithm = WebhookSignatureAlgorithm.RsaSha256, Encoding = encoding });
        var signature = rsa.SignData(s_body, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var header = encoding == WebhookSignatureEncoding.Hex ? Convert.ToHexString(signature) : Convert.ToBase64String(signature);
        var key = rsa.ExportSubjectPublicKeyInfoPem();

        Assert.True(WebhookSignature.IsRight(profile, Keys(key), header, s_body));
        Assert.False(WebhookSignature.IsRight(profile, Keys(key), header, "{}"u8));
        Assert.False(WebhookSignature.IsRight(profile, Keys(key), "no signature", s_body));
        using var other = RSA.Create(2048);
        Assert.False(WebhookSignature.IsRight(profile, Keys(other.ExportSubjectPublicKeyInfoPem()), header, s_body));
    }

    [Theory]
    [InlineData(WebhookKeyFormat.Hex, "0a1B", true)]
    [InlineData(WebhookKeyFormat.Hex, "0a1", false)]
    [InlineData(WebhookKeyFormat.Base64, "AQI=", true)]
    [InlineData(WebhookKeyFormat.Base64, "AQI", false)]
    [InlineData(WebhookKeyFormat.Text, "0a1", true)]
    public void A_wrong_key_is_an_error_of_the_options(WebhookKeyFormat format, string key, bool isValid)
    {
        var options = new ApmWebhookOptions();
        options.Keys["1"] = key;

        Assert.Equal(isValid, !options.Failures(Profile(WebhookSignatureForm.Single, new Over { Key = format })).Any());
    }

    [Fact]
    public void A_public_key_is_in_PEM()
    {
        var options = new ApmWebhookOptions();
        options.Keys["1"] = "no key";

        var failure = Assert.Single(options.Failures(Profile(WebhookSignatureForm.Single, new Over { Algorithm = WebhookSignatureAlgorithm.RsaSha256 })));

        Assert.Contains("must be a public key in PEM", failure, StringComparison.Ordinal);
    }

    private static bool IsRight(WebhookProfile profile, string header) => WebhookSignature.IsRight(profile, Keys(Secret), header, s_body, s_now);

    private static Dictionary<string, string> Keys(string secret) => new() { ["1"] = secret };

    private static string Hmac(byte[] content) => Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), content));

    private static WebhookProfile Timestamped() => Profile(WebhookSignatureForm.Timestamped, new Over { Template = "{time}.{body}" });

    private static WebhookProfile With(WebhookSignatureForm form, string prefix) => Profile(form, new Over { Prefix = prefix });

    private static WebhookProfile Profile(WebhookSignatureForm form, Over over) => new()
    {
        Api = "acme/1",
        Id = "id",
        Type = "type",
        SignatureHeader = "Sign",
        SignatureForm = form,
        SignatureAlgorithm = over.Algorithm,
        SignatureEncoding = over.Encoding,
        SignatureAt = over.At,
        SignaturePrefix = over.Prefix,
        SignatureTime = "t",
        SignatureValue = "v1",
        SignatureTolerance = TimeSpan.FromSeconds(300),
        SignatureOver = over.Template,
        SignatureMembers = over.Members,
        SignatureJoin = over.Join,
        SignatureKey = over.Key,
        AcknowledgeStatus = 200,
        AcknowledgeWithin = TimeSpan.FromSeconds(10),
    };

    private sealed record Over
    {
        public WebhookSignatureAlgorithm Algorithm { get; init; } = WebhookSignatureAlgorithm.HmacSha256;

        public WebhookSignatureEncoding Encoding { get; init; } = WebhookSignatureEncoding.Hex;

        public string? At { get; init; }

        public string Prefix { get; init; } = "";

        public string? Template { get; init; }

        public IReadOnlyList<string> Members { get; init; } = [];

        public string Join { get; init; } = "";

        public WebhookKeyFormat Key { get; init; }
    }
}
