using System.Security.Cryptography;
using System.Text;

namespace Apm.Tests;

public class SignatureProfileTests
{
    // RFC 4231, test case 2.
    [Theory]
    [InlineData(SignatureAlgorithm.HmacSha256, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData(
        SignatureAlgorithm.HmacSha512,
        "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737")]
    public void An_HMAC_is_that_of_the_standard(SignatureAlgorithm algorithm, string signature)
    {
        var profile = new SignatureProfile { Header = "S", Algorithm = algorithm, IsHex = true, Prefix = "v1=" };

        Assert.Equal("v1=" + signature, profile.Sign("Jefe", Message("what do ya want for nothing?")));
    }

    [Theory]
    [InlineData(SignatureKeyForm.Text, "key")]
    [InlineData(SignatureKeyForm.Hex, "6b6579")]
    [InlineData(SignatureKeyForm.Base64, "a2V5")]
    public void A_secret_is_read_as_it_is_written(SignatureKeyForm form, string key) => Assert.Equal(
        Profile().Sign("key", Message("x")),
        new SignatureProfile { Header = "S", Algorithm = SignatureAlgorithm.HmacSha256, Key = form }.Sign(key, Message("x")));

    [Fact]
    public void The_signed_text_is_made_of_the_parts()
    {
        var profile = new SignatureProfile
        {
            Header = "S",
            Algorithm = SignatureAlgorithm.HmacSha256,
            Over = ["{method}", " ", "{path}", "\n", "{header.A}", ".", "{header.None}", ".", "{time}", ".", "{body}"],
            TimeHeader = "T",
        };
        var message = new SignedMessage("POST", "/a?b=c", Encoding.UTF8.GetBytes("é"), name => name switch { "A" => "1", "T" => "2", _ => null });

        Assert.Equal(Profile().Sign("key", Message("POST /a?b=c\n1..2.é")), profile.Sign("key", message));
    }

    [Fact]
    public void A_signature_by_RSA_is_checked_with_the_public_key()
    {
        using var rsa = RSA.Create(2048);
        var profile = new SignatureProfile { Header = "S", Algorithm = SignatureAlgorithm.RsaSha256 };
        var signature = profile.Sign(rsa.ExportPkcs8PrivateKeyPem(), Message("x"));

        Assert.True(profile.IsRight(rsa.ExportSubjectPublicKeyInfoPem(), Message("x", ("S", signature)), default));
        Assert.False(profile.IsRight(rsa.ExportSubjectPublicKeyInfoPem(), Message("y", ("S", signature)), default));
        Assert.False(profile.IsRight(rsa.ExportSubjectPublicKeyInfoPem(), Message("x", ("S", "AAAA")), default));
        Assert.False(profile.IsRight(rsa.ExportSubjectPublicKeyInfoPem(), Message("x", ("S", "*")), default));
        Assert.False(profile.IsRight(rsa.ExportSubjectPublicKeyInfoPem(), Message("x"), default));
    }

    [Theory]
    [InlineData(SignatureTimeForm.Iso, "2026-11-30T10:00:00Z", true)]
    [InlineData(SignatureTimeForm.Iso, "2026-11-30T10:01:01Z", false)]
    [InlineData(SignatureTimeForm.Iso, "soon", false)]
    [InlineData(SignatureTimeForm.UnixSeconds, "1796032800", true)]
    [InlineData(SignatureTimeForm.UnixSeconds, "1796032739", false)]
    [InlineData(SignatureTimeForm.UnixSeconds, "-1796032800", false)]
    [InlineData(SignatureTimeForm.UnixSeconds, "9999999999999999", false)]
    [InlineData(SignatureTimeForm.UnixMilliseconds, "1796032800500", true)]
    [InlineData(SignatureTimeForm.UnixMilliseconds, "1796032861000", false)]
    [InlineData(SignatureTimeForm.UnixMilliseconds, null, false)]
    public void The_time_of_a_message_is_compared(SignatureTimeForm form, string? time, bool isRight)
    {
        var profile = new SignatureProfile
        {
            Header = "S",
            Algorithm = SignatureAlgorithm.HmacSha256,
            Over = ["{time}", "{body}"],
            TimeHeader = "T",
            TimeForm = form,
            Tolerance = TimeSpan.FromMinutes(1),
        };
        var signature = profile.Sign("key", Message("x", ("T", time)));

        Assert.Equal(isRight, profile.IsRight("key", Message("x", ("T", time), ("S", signature)), new(2026, 11, 30, 10, 0, 0, TimeSpan.Zero)));
    }

    private static SignatureProfile Profile() => new() { Header = "S", Algorithm = SignatureAlgorithm.HmacSha256 };

    private static SignedMessage Message(string body, params (string Name, string? Value)[] headers) =>
        new("GET", "/", Encoding.UTF8.GetBytes(body), name => headers.FirstOrDefault(header => header.Name == name).Value);
}
