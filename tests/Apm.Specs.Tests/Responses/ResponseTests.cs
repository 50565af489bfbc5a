namespace Apm.Specs.Tests;

public class ResponseTests
{
    [Theory]
    [InlineData("")]
    [InlineData("actions: [], ")]
    public void A_link_stands_in_actions(string actions) => Gateway.ExpectInApi(
        SpecDescriptors.MissingKey,
        Gateway.Api.Edited("actions: [links], ", actions).Edited("post: refund", "post: [|refund|]"),
        "does not declare where links are: add 'actions' under 'response'");

    [Fact]
    public void An_error_has_a_status_and_a_name() => Gateway.ExpectInApi(
        Expect.Rule("APM0004"),
        Gateway.Api.Edited("message: message", "message: message, codes: { not-found: [|404|] }"),
        "such as { status: 404, name: notFound }");
}
