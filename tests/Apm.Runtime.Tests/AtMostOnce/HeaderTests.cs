using Apm.Tests.Acme;
using Apm.Tests.Gateway;

namespace Apm.Tests;

/// <summary>Text that becomes a header must not become anything else.</summary>
public class HeaderTests
{
    [Theory]
    [InlineData("a\r\nX-Injected: 1")]
    [InlineData("a\nb")]
    [InlineData("a\r\nContent-Length: 0\r\n\r\nPOST /refund HTTP/1.1\r\nX: ")]
    [InlineData("Bestellung é")]
    [InlineData("\u4f60")]
    [InlineData("tab\tx")]
    [InlineData("nul\0x")]
    [InlineData(" lead")]
    [InlineData("trail ")]
    [InlineData("")]
    public async Task A_reference_that_its_header_cannot_carry_is_refused_before_anything_is_sent(string reference)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        var profile = Profile("Idempotency-Key");
        var transport = new ApmTransport(Options(gateway), profile);

        var error = await Assert.ThrowsAsync<ApmValidationException>(() => transport.SendAsync(Call(reference)));

        var violation = Assert.Single(error.Violations);
        Assert.Equal(("$.order.number", ViolationRule.Characters), (violation.Path, violation.Rule));
        Assert.Contains("Idempotency-Key", violation.Message, StringComparison.Ordinal);
        Assert.Empty(gateway.Requests);
    }

    [Fact]
    public async Task Every_printable_character_is_carried()
    {
        var reference = string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code)) + " end";
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());

        await new ApmTransport(Options(gateway), Profile("Idempotency-Key")).SendAsync(Call(reference));
        await new ApmTransport(Options(gateway), Profile(null)).SendAsync(Call("ü"));

        Assert.Equal(reference, gateway.Requests[0].Headers["Idempotency-Key"]);
        Assert.False(gateway.Requests[1].Headers.ContainsKey("Idempotency-Key"));
    }

    private static ApmCall Call(string reference) => new(new ApmOperation("pay", HttpMethod.Post, "/payments", 201)) { Reference = reference };

    private static AcmeClientOptions Options(LoopbackGateway gateway)
    {
        var options = new AcmeClientOptions();
        Shop.Configure(options, gateway.Address);
        return options;
    }

    private static ApiProfile Profile(string? header) => new()
    {
        Name = "Acme",
        IdempotencyHeader = header,
        ReferencePath = "$.order.number",
        ReadPayment = _ => new PaymentResponse(),
    };
}
