using Apm.Tests.Gateway;
using Microsoft.Extensions.Http.Resilience;

namespace Apm.Tests;

/// <summary>Without our handler at the end of the chain, the body itself refuses to be sent again.</summary>
public class SendOnceWithoutInjectionTests
{
    [Fact]
    public async Task Without_dependency_injection_a_retrying_handler_cannot_send_the_body_again()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(503, ""));
        using var handler = new ResilienceHandler(Pipelines.Stubborn(new())) { InnerHandler = ApmHttpHandler.Create() };

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Shop.Plain(gateway.Address, handler).PayAsync(Shop.Request()));

        Assert.Single(gateway.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_dependency_injection_a_retrying_handler_cannot_send_an_empty_body_again(bool breaks)
    {
        await using var gateway = new LoopbackGateway(request => request.Target == "/refund"
            ? breaks ? null : LoopbackGateway.Answer(503, "")
            : LoopbackGateway.Answer(201, LoopbackGateway.Payment("settled", """ "reverse":{"href":"/refund"} """)));
        using var handler = new ResilienceHandler(Pipelines.Stubborn(new())) { InnerHandler = ApmHttpHandler.Create() };
        var client = Shop.Plain(gateway.Address, handler);
        var payment = await client.PayAsync(Shop.Request());

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => client.RefundAsync(payment));

        Assert.Single(gateway.Requests, request => request.Target == "/refund");
    }

    [Fact]
    public async Task Without_dependency_injection_a_redirected_body_is_not_sent_again()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(307, "", "Location: /elsewhere"));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Shop.Plain(gateway.Address, new SocketsHttpHandler()).PayAsync(Shop.Request()));

        Assert.Equal("/payments", Assert.Single(gateway.Requests).Target);
    }
}
