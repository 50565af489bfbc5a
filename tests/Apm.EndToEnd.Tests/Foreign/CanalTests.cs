using Apm.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>A gateway that states what the customer does next as one of several actions.</summary>
public class CanalTests
{
    private static IReadOnlyList<(string File, string Text)> Specs => [.. new[] { "canal.api.yaml", "basin.apm.yaml" }.Select(file =>
        (file, File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests/Apm.EndToEnd.Tests/Foreign", file))))];

    [Fact]
    public async Task A_customer_is_sent_to_the_page_of_the_action()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Specs = Specs }, TestContext.Current.CancellationToken);
        var services = new ServiceCollection();
        services.AddCanalClient(client => (client.BaseAddress, client.Token) = (sandbox.BaseAddress, sandbox.Gateway.Credentials.Key));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ICanalClient>();

        var payment = await client.PayAsync(Request());
        var next = Assert.IsType<RedirectAction>(payment.Next);
        Assert.Equal(("go", false, payment.Redirect), (next.Name, next.IsPost, next.Url));
        Assert.Equal(new Uri("https://shop.example/back"), await sandbox.Customer.AuthorizeAsync(next.Url));

        payment = await client.QueryAsync<BasinPayment>(payment.Self!);
        Assert.Equal((PaymentState.Paid, null), (payment.State, payment.Next));
    }

    [Theory]
    [InlineData(null, PaymentState.Paid)]
    [InlineData(BasinCapture.Now, PaymentState.Paid)]
    [InlineData(BasinCapture.Later, PaymentState.Authorized)]
    public async Task A_field_chooses_between_sale_and_authorization(BasinCapture? capture, PaymentState state)
    {
        var gateway = new Gateway(new() { Specs = Specs });
        var client = new CanalClient(
            ApmHttpHandler.CreateClient(gateway.CreateHandler()),
            new CanalClientOptions { Token = gateway.Credentials.Key });

        var payment = await client.PayAsync(Request() with { Capture = capture });
        await gateway.Customer.AuthorizeAsync(payment.Redirect!);

        Assert.Equal(state, (await client.QueryAsync(payment.Self!)).State);
    }

    [Fact]
    public async Task The_address_of_a_state_precedes_the_one_of_all_others()
    {
        var gateway = new Gateway(new() { Specs = Specs });
        var client = new CanalClient(
            ApmHttpHandler.CreateClient(gateway.CreateHandler()),
            new CanalClientOptions { Token = gateway.Credentials.Key });

        var cancelled = await client.PayAsync(Request() with { BackLater = new("https://shop.example/later") });
        var failed = await client.PayAsync(Request() with { BackLater = new("https://shop.example/later") });

        Assert.Equal(new Uri("https://shop.example/later"), await gateway.Customer.CancelAsync(cancelled.Redirect!));
        Assert.Equal(new Uri("https://shop.example/back"), await gateway.Customer.FailAsync(failed.Redirect!));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("other-app://x")]
    [InlineData("https://user@canal.example/")]
    public void A_customer_is_not_sent_to_an_address_that_is_refused(string url)
    {
        var payment = Payment($$$"""{"kind":"go","to":{"url":"{{{url}}}"}}""");

        Assert.Equal(("go", true), (Assert.IsType<UnknownAction>(payment.Next).Name, payment.IsRedirectRefused));
        Assert.Null(payment.Redirect);
    }

    [Fact]
    public void A_refused_address_beside_others_is_left_out()
    {
        var payment = Payment("""{"kind":"scan","code":"000201","page":"javascript:alert(1)"}""");

        var next = Assert.IsType<QrCodeAction>(payment.Next);
        Assert.Equal(("000201", null, true, true), (next.Text, next.Page, next.IsAddressRefused, payment.IsRedirectRefused));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"go\"")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void A_response_without_an_action_has_none(string action) => Assert.Null(Payment(action).Next);

    [Theory]
    [InlineData("""{"kind":"scan","until":"soon"}""")]
    [InlineData("""{"kind":"scan","until":9223372036854775807}""")]
    [InlineData("""{"kind":"scan","until":{},"code":[],"image":7}""")]
    public void A_member_that_is_something_else_is_absent(string action)
    {
        var next = Assert.IsType<QrCodeAction>(Payment(action).Next);

        Assert.Equal((null, null, null), (next.Expires, next.Text, next.Picture));
    }

    [Fact]
    public void A_payment_by_post_has_no_address_to_follow()
    {
        var payment = Payment("""{"kind":"go","to":{"url":"https://canal.example/go","data":{"a":"1"}}}""");

        Assert.True(Assert.IsType<RedirectAction>(payment.Next).IsPost);
        Assert.Null(payment.Redirect);
        Assert.Equal("RedirectAction { Name = go }", payment.Next!.ToString());
    }

    private static BasinPaymentRequest Request() => new()
    {
        Order = Orders.NewReference(),
        Amount = new(12_50, "EUR"),
        Back = new("https://shop.example/back"),
    };

    private static BasinPayment Payment(string action) => BasinPayment.Parse($$$"""{"id":"C-1","status":"open","action":{{{action}}}}""");
}
