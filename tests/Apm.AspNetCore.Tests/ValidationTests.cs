using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Apm.AspNetCore.Tests;

/// <summary>A minimal API that binds a generated request in the project that generates it.</summary>
public class ValidationTests
{
    [Fact]
    public async Task A_request_that_breaks_rules_does_not_reach_the_handler()
    {
        await using var app = await StartAsync(app => app.MapPost("/pay", (AlipayHkPaymentRequest request) => request.TransactionReference).ValidateApm());

        var answer = await PostAsync(app, Request("not allowed", new Money(1, "USD")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var errors = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors");
        Assert.Equal(["$.instruction.value.currency", "$.transactionReference"], errors.EnumerateObject().Select(error => error.Name).Order());
        Assert.EndsWith("it is 'USD'", errors.GetProperty("$.instruction.value.currency")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_requests_that_break_a_rule_at_the_same_path_are_both_heard()
    {
        await using var app = await StartAsync(
            app =>
                app.MapPost("/pay", ([FromBody] AlipayHkPaymentRequest request, [FromServices] AlipayHkPaymentRequest usual) =>
                        request.TransactionReference + usual.TransactionReference)
                    .ValidateApm(),
            services => services.AddSingleton(Request("ORDER-1", new Money(1, "JPY"))));

        var answer = await PostAsync(app, Request("ORDER-2", new Money(1, "USD")));

        var messages = JsonDocument
            .Parse(await answer.Content.ReadAsStringAsync())
            .RootElement.GetProperty("errors")
            .GetProperty("$.instruction.value.currency");
        Assert.Collection(
            messages.EnumerateArray().Select(message => message.GetString()),
            message => Assert.EndsWith("'USD'", message, StringComparison.Ordinal),
            message => Assert.EndsWith("'JPY'", message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_for_an_operation_is_validated_as_well()
    {
        await using var app = await StartAsync(
            app => app.MapPost("/refund", (Newer.PixRefundRequest request) => request.Reference).ValidateApm(),
            services => services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, Newer.WorldpayJson.Resolver)));
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        using var json = new StringContent(
            """{ "reference": "not allowed", "value": { "currency": "BRL", "amount": 100 }, "reasonCode": "MD06" }""",
            Encoding.UTF8,
            "application/json");

        var answer = await http.PostAsync("/refund", json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("$.reference", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_valid_request_does()
    {
        await using var app = await StartAsync(app =>
            app.MapGroup("").ValidateApm().MapPost("/pay", (string? unrelated, AlipayHkPaymentRequest request) => request.TransactionReference));

        var answer = await PostAsync(app, Request("ORDER-1", new Money(100, "HKD")));

        Assert.Equal("ORDER-1", await answer.Content.ReadAsStringAsync());
    }

    private static AlipayHkPaymentRequest Request(string reference, Money value) =>
        new()
        {
            TransactionReference = reference,
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Narrative = new() { Line1 = "Mind Palace Ltd" },
                Value = value,
                PaymentInstrument = new()
                {
                    SuccessUrl = new("https://shop.example/a"),
                    PendingUrl = new("https://shop.example/b"),
                    FailureUrl = new("https://shop.example/c"),
                },
            },
        };

    private static async Task<HttpResponseMessage> PostAsync(WebApplication app, AlipayHkPaymentRequest request)
    {
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        using var json = new StringContent(JsonSerializer.Serialize(request, WorldpayJson.AlipayHkPaymentRequest), Encoding.UTF8, "application/json");
        return await http.PostAsync("/pay", json);
    }

    private static async Task<WebApplication> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, WorldpayJson.Resolver));
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        map(app);
        await app.StartAsync();
        return app;
    }
}
