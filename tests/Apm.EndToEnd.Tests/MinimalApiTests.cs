using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Apm.EndToEnd.Tests;

/// <summary>A generated request bound from JSON in the project that generates it, without reflection.</summary>
public class MinimalApiTests
{
    [Fact]
    public async Task A_request_is_bound_and_judged()
    {
        await using var app = await StartAsync();
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        using var json = new StringContent(
            JsonSerializer.Serialize(Orders.Valid("R-7"), WorldpayJson.AlipayHkPaymentRequest),
            Encoding.UTF8,
            "application/json");

        var answer = await http.PostAsync("/pay", json);

        Assert.Equal("R-7", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task JSON_that_is_no_request_is_refused()
    {
        await using var app = await StartAsync();
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };

        var answer = await http.PostAsync("/pay", new StringContent("""{"transactionReference":1}""", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, WorldpayJson.Resolver));
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/pay", (AlipayHkPaymentRequest request) => request.Validate().IsValid ? request.TransactionReference : "invalid");
        await app.StartAsync();
        return app;
    }
}
