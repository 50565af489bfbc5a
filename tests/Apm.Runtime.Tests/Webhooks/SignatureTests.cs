using System.Security.Cryptography;
using System.Text;
using Apm.Tests.Acme;

namespace Apm.Tests.Webhooks;

/// <summary>The bounds of a signature header: how long it may be, how many signatures it may list, and what is one.</summary>
public class SignatureTests
{
    private const string Secret = "a secret that both know";

    private static readonly byte[] s_body = "{}"u8.ToArray();
    private static readonly string s_right = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), s_body));
    private static readonly string s_entry = $"1/SHA256/{s_right}";

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public void A_header_of_more_than_4096_characters_is_not_looked_at(int length, bool accepted)
    {
        Assert.Equal(accepted, IsRight(WebhookSignatureForm.Single, s_right.PadRight(length)));
        Assert.Equal(accepted, IsRight(WebhookSignatureForm.KeyedList, s_entry.PadLeft(length)));
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public void A_list_has_at_most_sixteen_signatures_of_which_each_may_be_the_right_one(int count, bool accepted)
    {
        for (var right = 0; right < count; right++)
        {
            var entries = Enumerable.Repeat("1/SHA256/00", count).ToArray();
            entries[right] = s_entry;
            Assert.Equal(accepted, IsRight(WebhookSignatureForm.KeyedList, string.Join(',', entries)));
        }
    }

    [Fact]
    public void Blanks_and_empty_entries_of_a_list_do_not_count() =>
        Assert.True(IsRight(WebhookSignatureForm.KeyedList, string.Concat(Enumerable.Repeat(", ,", 20)) + $" {s_entry} ,"));

    [Theory]
    [InlineData(WebhookSignatureForm.Single)]
    [InlineData(WebhookSignatureForm.KeyedList)]
    public void A_header_of_nothing_is_wrong(WebhookSignatureForm form)
    {
        Assert.False(IsRight(form, null));
        Assert.False(IsRight(form, ""));
        Assert.False(IsRight(form, " "));
        Assert.False(IsRight(form, ","));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_secret_under_several_ids_is_right_under_each_of_them(int ids)
    {
        var keys = Enumerable.Range(1, ids).Select(id => KeyValuePair.Create($"{id}", Secret)).ToList();

        Assert.True(WebhookSignature.IsRight(Profile(WebhookSignatureForm.Single), keys, s_right, s_body));
        Assert.All(keys, key => Assert.True(WebhookSignature.IsRight(Profile(WebhookSignatureForm.KeyedList), keys, $"{key.Key}/SHA256/{s_right}", s_body)));
        Assert.False(WebhookSignature.IsRight(Profile(WebhookSignatureForm.KeyedList), keys, $"4/SHA256/{s_right}", s_body));
    }

    [Fact]
    public void The_right_secret_may_stand_anywhere_among_the_keys()
    {
        KeyValuePair<string, string> right = new("1", Secret), wrong = new("2", "another secret");

        Assert.True(WebhookSignature.IsRight(Profile(WebhookSignatureForm.Single), [right, wrong], s_right, s_body));
        Assert.True(WebhookSignature.IsRight(Profile(WebhookSignatureForm.Single), [wrong, right], s_right, s_body));
        Assert.False(WebhookSignature.IsRight(Profile(WebhookSignatureForm.Single), [wrong], s_right, s_body));
    }

    [Theory]
    [InlineData("SHA256", true)]
    [InlineData("sha256", true)]
    [InlineData("SHA512", false)]
    [InlineData("", false)]
    public void The_name_of_the_hash_must_be_the_gateways(string name, bool accepted) =>
        Assert.Equal(accepted, IsRight(WebhookSignatureForm.KeyedList, $"1/{name}/{s_right}"));

    [Fact]
    public void Hexadecimal_digits_may_be_small_and_Base64_has_one_form()
    {
        var base64 = Convert.ToBase64String(Convert.FromHexString(s_right));
        var profile = AcmeEvent.With(WebhookSignatureForm.Single, WebhookSignatureAlgorithm.HmacSha256, WebhookSignatureEncoding.Base64);

        Assert.True(IsRight(WebhookSignatureForm.Single, s_right.ToLowerInvariant()));
        Assert.True(WebhookSignature.IsRight(profile, [KeyValuePair.Create("1", Secret)], base64, s_body));
        Assert.False(WebhookSignature.IsRight(profile, [KeyValuePair.Create("1", Secret)], base64.ToUpperInvariant(), s_body));
        Assert.False(WebhookSignature.IsRight(profile, [KeyValuePair.Create("1", Secret)], s_right, s_body));
    }

    private static bool IsRight(WebhookSignatureForm form, string? header) =>
        WebhookSignature.IsRight(Profile(form), [KeyValuePair.Create("1", Secret)], header, s_body);

    private static WebhookProfile Profile(WebhookSignatureForm form) =>
        AcmeEvent.With(form, WebhookSignatureAlgorithm.HmacSha256, WebhookSignatureEncoding.Hex);
}
