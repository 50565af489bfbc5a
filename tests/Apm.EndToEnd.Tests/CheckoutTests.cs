using System.Net;
using Apm.Sandbox;
using Checkout;

namespace Apm.EndToEnd.Tests;

/// <summary>samples/Checkout, used as a customer uses it.</summary>
public sealed class CheckoutTests : IAsyncLifetime
{
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private Store _store = null!;

    public async ValueTask InitializeAsync() => _store = await Store.StartAsync(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]);

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Who_pays_is_thanked_once_the_gateway_has_told_the_shop()
    {
        Assert.Contains("Pay with AlipayHK", await _browser.GetStringAsync(_store.Address, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var page = await new SandboxCustomer(_browser).AuthorizeAsync(await OrderAsync(), TestContext.Current.CancellationToken);

        await SaysAsync(page!, "Paid. Thank you!");
    }

    [Fact]
    public async Task Who_is_refused_learns_that_nothing_was_taken()
    {
        var page = await new SandboxCustomer(_browser).FailAsync(await OrderAsync(), TestContext.Current.CancellationToken);

        await SaysAsync(page!, "Nothing was taken from you.");
    }

    [Fact]
    public async Task An_event_that_nobody_signed_changes_nothing()
    {
        using var forged = new StringContent("{}");
        using var answer = await _browser.PostAsync(new Uri(_store.Address, "/events"), forged, TestContext.Current.CancellationToken);

        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    /// <returns>The gateway's page, where the shop sends its customer.</returns>
    private async Task<Uri> OrderAsync()
    {
        using var answer = await _browser.PostAsync(new Uri(_store.Address, "/orders"), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    // The event is on its way while the customer is sent back; the page asks again, as a browser does.
    private async Task SaysAsync(Uri page, string text)
    {
        var said = "";
        for (var tries = 0; tries < 200 && !said.Contains(text, StringComparison.Ordinal); tries++)
        {
            await Task.Delay(tries == 0 ? 0 : 50, TestContext.Current.CancellationToken);
            said = await _browser.GetStringAsync(page, TestContext.Current.CancellationToken);
        }

        Assert.Contains(text, said, StringComparison.Ordinal);
    }
}
