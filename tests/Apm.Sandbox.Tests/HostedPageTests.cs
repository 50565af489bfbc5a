using System.Net;
using System.Text.RegularExpressions;
using Apm.Specs;

namespace Apm.Sandbox.Tests;

public sealed class HostedPageTests : IAsyncLifetime
{
    private SandboxServer _server = null!;
    private Shop _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(new() { Specs = ForeignSpec.Texts });
        _shop = new(_server.Gateway, _server.BaseAddress);
    }

    public async ValueTask DisposeAsync()
    {
        _shop.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task It_names_method_amount_and_merchant()
    {
        var payment = await _shop.PayAsync(Json.With(_shop.Request(), "shop", "Tea & Biscuits"));

        var page = await _server.Customer.OpenAsync(payment.Redirect);

        var text = WebUtility.HtmlDecode(page);
        Assert.Contains(_shop.Method.Name, text, StringComparison.Ordinal);
        Assert.Contains("Tea & Biscuits", text, StringComparison.Ordinal);
        Assert.Matches($@"\d+(\.\d+)? {_server.Gateway.Payments.Single().Currency}", text);
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain(payment.Id, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</style><script>alert(1)</script>")]
    [InlineData("' onmouseover='alert(1)")]
    public async Task Hostile_text_stays_text(string hostile)
    {
        var payment = await _shop.PayAsync(Json.With(_shop.Request(), "shop", hostile));
        Assert.Equal(_shop.Api.Operation("pay")!.SuccessStatus, (int)payment.StatusCode);

        var page = await _server.Customer.OpenAsync(payment.Redirect);

        Assert.DoesNotContain(hostile, page, StringComparison.Ordinal);
        Assert.Contains(hostile, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotMatch("<(script|img)", page);
    }

    [Fact]
    public async Task A_hostile_return_address_stays_text()
    {
        var url = "https://shop.example/?a=\"><script>alert(1)</script>";
        var payment = await _shop.PayAsync(Json.With(_shop.Request(), ReturnPath(PaymentState.Failed), url));
        var landed = await _server.Customer.FailAsync(payment.Redirect);

        var page = await _server.Customer.OpenAsync(payment.Redirect);

        Assert.Equal(url, landed!.OriginalString);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_address_that_no_header_can_carry_is_escaped()
    {
        var payment = await _shop.PayAsync(Json.With(_shop.Request(), ReturnPath(PaymentState.Paid), "https://shop.example/dank\u00e9-sch\u00f6n"));

        var landed = await _server.Customer.AuthorizeAsync(payment.Redirect);

        Assert.Equal("https://shop.example/dank%C3%A9-sch%C3%B6n", landed!.OriginalString);
    }

    [Fact]
    public async Task It_can_run_no_script_and_be_framed_by_nobody()
    {
        var payment = await _shop.PayAsync();

        var page = await _shop.SendAsync(HttpMethod.Get, payment.Redirect);

        var policy = page.Headers["Content-Security-Policy"];
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        var style = Regex.Match(page.Text, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));
        Assert.Contains(hash, policy, StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task Opened_again_after_the_decision_it_says_so_and_decides_nothing()
    {
        var payment = await _shop.PayAsync();
        await _server.Customer.AuthorizeAsync(payment.Redirect);

        var page = await _server.Customer.OpenAsync(payment.Redirect);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _server.Customer.FailAsync(payment.Redirect));
        var posted = await PostAsync(payment.Redirect, "decision=fail");

        Assert.Contains("already decided", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", page, StringComparison.Ordinal);
        Assert.Contains("already decided", error.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, posted.StatusCode);
        Assert.Equal(PaymentState.Paid, _server.Gateway.Payments.Single().State);
    }

    [Fact]
    public async Task A_double_click_sends_the_browser_to_the_same_place_and_pays_once()
    {
        var payment = await _shop.PayAsync();

        var clicks = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostAsync(payment.Redirect, "decision=authorize")));

        Assert.All(clicks, click => Assert.Equal(HttpStatusCode.SeeOther, click.StatusCode));
        Assert.Single(clicks.Select(click => click.Headers["Location"]).Distinct());
        Assert.Equal(_server.Gateway.Payments.Single().Amount, _server.Gateway.Payments.Single().Captured);
    }

    [Fact]
    public async Task Cancelling_is_there_exactly_when_the_shop_gave_an_address_for_it()
    {
        var path = ReturnPath(PaymentState.Cancelled);
        var request = _shop.Request();
        var with = await _shop.PayAsync(request);
        var without = await _shop.PayAsync(Json.With(_shop.Request(), path, null));

        var landed = await _server.Customer.CancelAsync(with.Redirect);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _server.Customer.CancelAsync(without.Redirect));

        Assert.Equal(Json.Text(request, path), landed!.OriginalString);
        Assert.Equal(_shop.FirstStatus(PaymentState.Cancelled), (await _shop.QueryAsync(with.Self)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(without.Redirect, "decision=cancel")).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("decision=")]
    [InlineData("decision=0")]
    [InlineData("decision=authorize,fail")]
    [InlineData("other=authorize")]
    public async Task A_form_that_decides_nothing_changes_nothing(string form)
    {
        var payment = await _shop.PayAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(payment.Redirect, form)).StatusCode);
        Assert.Equal(PaymentState.Pending, _server.Gateway.Payments.Single().State);
    }

    [Fact]
    public async Task An_unknown_page_is_not_found()
    {
        var payment = await _shop.PayAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await _shop.SendAsync(HttpMethod.Get, payment.Redirect + "x")).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _shop.SendAsync(HttpMethod.Put, payment.Redirect)).StatusCode);
    }

    private string ReturnPath(PaymentState state) => _shop.Api.Roles.Returns.First(role => role.State == state).Path;

    private Task<Answer> PostAsync(string url, string form) =>
        _shop.SendAsync(HttpMethod.Post, url, null, request => request.Content = new StringContent(form, null, "application/x-www-form-urlencoded"));
}
