using System.Text;
using System.Text.Json;
using Apm.Tests.Acme;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Apm.Tests;

/// <summary>A shop redirects its customer by ASP.NET, on a real server, to whatever a payment gives.</summary>
public class RedirectHeaderTests
{
    [Theory]
    [InlineData("https://bank.example/pay?a=1&b='c'")]
    [InlineData("https://bank.example/zahlung?name=Müller")]
    [InlineData("https://bücher.example:8443/straße#日本")]
    [InlineData("acme://zahlung/ü")]
    public async Task A_location_header_carries_it(string address)
    {
        var answer = $$"""{"paymentId":"pay-1","lastEvent":"pending","url":{{JsonSerializer.Serialize(address)}}}""";
        var redirect = Create<AcmePayment>(AcmeJson.ReadPayment(new ApmHttpResponse(201, Encoding.UTF8.GetBytes(answer)))).Redirect!;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var shop = builder.Build();
        shop.Run(context => Results.Redirect(redirect).ExecuteAsync(context));
        await shop.StartAsync(TestContext.Current.CancellationToken);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler);

        using var response = await http.GetAsync(new Uri(shop.Urls.Single()), TestContext.Current.CancellationToken);

        Assert.Equal(302, (int)response.StatusCode);
        Assert.Equal([redirect], response.Headers.NonValidated["Location"]);
    }

    private static TPayment Create<TPayment>(PaymentResponse response)
        where TPayment : Payment, IPayment<TPayment> => TPayment.Create(response);
}
