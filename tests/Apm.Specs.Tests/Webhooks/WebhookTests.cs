namespace Apm.Specs.Tests;

public class WebhookTests
{
    [Fact]
    public void The_members_of_money_have_two_names() => Gateway.ExpectInApi(
        SpecDescriptors.DeclaredTwice,
        Gateway.Api
            + "webhooks: { id: id, type: type, reference: ref, money: { at: sum, amount: [|currency|] }, "
            + "signature: { header: X, form: single, algorithm: hmac-sha256, encoding: hex }, acknowledge: { status: 200, seconds: 1 } }\n");

    [Theory]
    [InlineData("json")]
    [InlineData("a/{b}")]
    [InlineData("a/b c")]
    [InlineData("a/b\\r")]
    public void A_media_type_of_events_is_made_of_tokens(string type) =>
        Gateway.ExpectInApi(
            SpecDescriptors.WrongKind,
            Gateway.Api
                + $"webhooks: {{ id: id, type: type, reference: r, media-type: [|'{type}'|], "
                + "signature: { header: S, form: single, algorithm: hmac-sha256, encoding: hex }, acknowledge: { status: 200, seconds: 5 } }\n",
            "not a media type");
}
