using System.Text.Json;
using Apm.Sandbox;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>A gateway whose amounts and currencies are two members.</summary>
public class JettyTests
{
    private static readonly string[] s_currencies = ["EUR", "ISK", "JPY", "KWD", "SEK", "USD"];
    private static readonly Gateway s_gateway = new(new() { Specs = Specs });
    private static readonly RequestInterpreter s_interpreter = new(s_gateway.Apis[0]);

    // Around the limits, with decimals that only some currencies have.
    private static readonly Gen<Money> s_money = Gen.Select(
            Gen.Int[0, s_currencies.Length - 1],
            Gen.OneOf(Gen.Long[-1, 200], Gen.Long[4_999_000, 5_000_100].Select(units => units * 10), Gen.Long[49_900, 50_100]),
            (currency, units) => new Money(units, s_currencies[currency]))
        .Where(JettyJson.MoneyFormat.CanWrite);

    private static IReadOnlyList<(string File, string Text)> Specs => [.. new[] { "jetty.api.yaml", "raft.apm.yaml" }.Select(file =>
        (file, File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests/Apm.EndToEnd.Tests/Foreign", file))))];

    [Fact]
    public void Amounts_are_written_beside_one_currency()
    {
        var request = Request(new(12_30, "EUR")) with
        {
            Order = new()
            {
                Id = "A-1",
                Total = new(12_30, "EUR"),
                Tip = new(1_00, "EUR"),
                Deposit = new(2_00, "EUR"),
                Gift = new() { Name = "sticker", Price = new(0, "EUR"), Count = 1 },
                Lines = [new() { Name = "cap", Price = new(6_15, "EUR"), Count = 5, Points = 10 }, new() { Name = "hat", Price = new(6_15, "SEK"), Count = 2 }],
            },
            Terms = true,
            Later = false,
            Tries = [1, 2],
        };

        var json = JsonSerializer.Serialize(request, JettyJson.RaftPaymentRequest);

        Assert.Equal(
            """{"order":{"id":"A-1","total":12.30,"unit":"eur","tip":1.00,"gift":{"name":"sticker","price":0.00,"unit":"eur","count":"1"}"""
                + ""","lines":[{"name":"cap","price":6.15,"unit":"eur","count":"5","points":"10"},{"name":"hat","price":6.15"""
                + """
                ,"unit":"sek","count":"2"}],"deposit":2.00},
                """
                + """
                "way":"raft","terms":"true","later":"false","tries":["1","2"]}
                """,
            json);
        Assert.Equal(request, JsonSerializer.Deserialize(json, JettyJson.RaftPaymentRequest));
    }

    [Fact]
    public void Amounts_that_share_a_currency_must_have_the_same()
    {
        var request = Request(new(12_30, "EUR"));
        request = request with { Order = request.Order with { Tip = new(1, "JPY") } };

        Assert.Equal("$.order.tip Currency", Found(request.Validate()));
    }

    [Theory]
    [InlineData("""{"id":"A-1","total":12.3}""", "$.order.unit Required")]
    [InlineData("""{"id":"A-1","total":12.3,"tip":1}""", "$.order.unit Required")]
    [InlineData("""{"id":"A-1","unit":"eur"}""", "$.order.total Required")]
    [InlineData("""{"id":"A-1","total":12.345,"unit":"eur"}""", "$.order.total Value")]
    [InlineData("""{"id":"A-1","total":{"amount":1,"currency":"eur"},"unit":"eur"}""", "$.order.total Value")]
    [InlineData("""{"id":"A-1","total":500.01,"unit":"eur"}""", "$.order.total Maximum")]
    [InlineData("""{"id":"A-1","total":500.01,"unit":"sek"}""", "$.order.unit Currency")]
    [InlineData("""{"id":"A-1","total":1,"unit":"eur","lines":[{"name":"a","count":"1","price":1}]}""", "$.order.lines[0].unit Required")]
    public void The_sandbox_checks_both_members(string order, string violation)
    {
        using var body = JsonDocument.Parse($$"""{"order":{{order}},"way":"raft","terms":"true"}""");

        Assert.Equal(violation, Found(body.RootElement));
    }

    [Theory]
    [InlineData("""{"id":"A-1","total":12.3}""", "$.order.unit")]
    [InlineData("""{"id":"A-1","unit":"eur"}""", "$.order.total")]
    [InlineData("""{"id":"A-1","total":"12.3","unit":"eur"}""", "$.order.total")]
    [InlineData("""{"id":"A-1","total":12.3,"unit":"EUR"}""", "$.order.unit")]
    public void The_generated_reader_needs_both_members(string order, string path) => Assert.Equal(
        path,
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($$"""{"order":{{order}},"way":"raft"}""", JettyJson.RaftPaymentRequest)).Path);

    [Fact]
    public void Validator_and_sandbox_agree() => Gen.Select(s_money, s_money, Gen.Bool, Gen.Bool, Gen.Long[0, 100]).Sample(
        (total, other, hasTip, flag, number) =>
        {
            var request = Request(total);
            request = request with
            {
                Order = request.Order with
                {
                    Tip = hasTip ? total : null,
                    Gift = new() { Name = "x", Price = other, Count = number },
                    Lines = [new() { Name = "y", Price = other, Count = 3, Points = number }],
                },
                Terms = flag,
                Later = hasTip ? flag : null,
                Tries = hasTip ? [number] : null,
            };
            var json = JsonSerializer.Serialize(request, JettyJson.RaftPaymentRequest);
            using var body = JsonDocument.Parse(json);

            Assert.Equal(request, JsonSerializer.Deserialize(json, JettyJson.RaftPaymentRequest));
            Assert.Equal(
                s_interpreter.Check(s_gateway.Methods[0], body.RootElement).Select(found => $"{found.Path} {found.Rule}").Distinct().Order(),
                request.Validate().Violations.Select(found => $"{found.Path} {found.Rule}").Distinct().Order());
        },
        iter: 5_000);

    [Theory]
    [InlineData("\"terms\":true", "$.terms")]
    [InlineData("\"terms\":\"True\"", "$.terms")]
    [InlineData("\"terms\":\"\"", "$.terms")]
    [InlineData("\"terms\":\"true\",\"tries\":[1]", "$.tries[0]")]
    [InlineData("\"terms\":\"true\",\"tries\":[\"+1\"]", "$.tries[0]")]
    [InlineData("\"terms\":\"true\",\"tries\":[\"1.0\"]", "$.tries[0]")]
    [InlineData("\"terms\":\"true\",\"tries\":[\"\"]", "$.tries[0]")]
    public void A_number_or_a_boolean_that_must_be_a_text_is_nothing_else(string members, string path)
    {
        var json = $$$"""{"order":{"id":"A-1","total":12.3,"unit":"eur"},"way":"raft",{{{members}}}}""";
        using var body = JsonDocument.Parse(json);

        Assert.Equal($"{path} Value", Found(body.RootElement));
        Assert.Equal(path, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, JettyJson.RaftPaymentRequest)).Path);
    }

    [Fact]
    public void Examples_of_the_sandbox_are_read_with_the_same_amount()
    {
        var example = ExampleRequest.For(s_gateway.Apis[0], s_gateway.Methods[0]);
        var read = JsonSerializer.Deserialize(example.ToJsonString(), JettyJson.RaftPaymentRequest)!;

        Assert.Equal(("eur", 12.34m), ((string?)example["order"]!["unit"], (decimal)example["order"]!["total"]!));
        Assert.Equal(new Money(12_34, "EUR"), read.Order.Total);
        Assert.True(read.Validate().IsValid);
    }

    [Theory]
    [InlineData("EUR", 123_40, 123_40)]
    [InlineData("ISK", 500, 500_00)]
    [InlineData("KWD", 12_340, 12_34)]
    public async Task A_payment_and_its_refund_go_through_the_sandbox_with_exact_amounts(string currency, long amount, long atGateway)
    {
        var gateway = new Gateway(new() { Specs = Specs });
        await using var services = Services(gateway);
        var client = services.GetRequiredService<IJettyClient>();

        var payment = await client.PayAsync(Request(new(amount, currency)));
        await gateway.Customer.AuthorizeAsync(payment.Redirect!);
        payment = await client.QueryAsync<RaftPayment>(payment.Self!);
        Assert.Equal(new Money(amount, currency), payment.Fee);

        await client.PartialRefundAsync(payment, new() { Sum = new(amount / 2 / 10 * 10, currency) });

        Assert.Equal((atGateway, currency), (gateway.Payments[0].Amount, gateway.Payments[0].Currency));
        Assert.InRange(gateway.Payments[0].Refunded, 1, atGateway / 2);
    }

    [Fact]
    public async Task A_refund_in_another_currency_is_refused_by_the_gateway()
    {
        var gateway = new Gateway(new() { Specs = Specs });
        await using var services = Services(gateway);
        var client = services.GetRequiredService<IJettyClient>();
        var payment = await client.PayAsync(Request(new(100_00, "EUR")));
        await gateway.Customer.AuthorizeAsync(payment.Redirect!);
        payment = await client.QueryAsync<RaftPayment>(payment.Self!);

        var refused = await Assert.ThrowsAsync<ApmGatewayException>(() => client.PartialRefundAsync(payment, new() { Sum = new(100, "JPY") }));

        Assert.Equal("$.unit", Assert.Single(refused.Errors).JsonPath);
    }

    [Theory]
    [InlineData("""{"id":"1","state":"done","kept":{"fee":0.5,"unit":"eur"}}""", 50L)]
    [InlineData("""{"id":"1","state":"done","kept":{"fee":0.5}}""", null)]
    [InlineData("""{"id":"1","state":"done","kept":{"unit":"eur"}}""", null)]
    [InlineData("""{"id":"1","state":"done","kept":{"fee":"0.5","unit":"eur"}}""", null)]
    [InlineData("""{"id":"1","state":"done","kept":{"fee":0.5,"unit":7}}""", null)]
    [InlineData("""{"id":"1","state":"done","kept":{"fee":0.5,"unit":"\ud800"}}""", null)]
    public void A_member_of_a_response_has_its_currency_elsewhere(string json, long? cents) =>
        Assert.Equal(cents is { } amount ? new Money(amount, "EUR") : null, RaftPayment.Parse(json).Fee);

    [Fact]
    public void A_webhook_has_its_currency_elsewhere()
    {
        var read = JettyEvent.Parse("""{"id":"1","what":"done","order":{"id":"A-1","sum":"1234","unit":"eur"}}""");
        var added = JettyEvent.Parse("""{"id":"1","what":"topUp","added":{"sum":"5","unit":"jpy"}}""");

        Assert.Equal((new Money(12_34, "EUR"), new Money(5, "JPY")), (read.Value, added.TopUp!.Added));
        Assert.Null(JettyEvent.Parse("""{"what":"done","order":{"sum":"1234","unit":"EUR"}}""").Value);
        Assert.Null(JettyEvent.Parse("""{"what":"done","order":{"sum":1234,"unit":"eur"}}""").Value);
    }

    private static RaftPaymentRequest Request(Money total) => new() { Order = new() { Id = Orders.NewReference(), Total = total }, Terms = true };

    private static string Found(JsonElement body) =>
        string.Join(", ", s_interpreter.Check(s_gateway.Methods[0], body).Select(found => $"{found.Path} {found.Rule}"));

    private static string Found(ApmValidationResult result) => string.Join(", ", result.Violations.Select(found => $"{found.Path} {found.Rule}"));

    private static ServiceProvider Services(Gateway gateway)
    {
        var services = new ServiceCollection();
        services.AddJettyClient(client =>
        {
            client.BaseAddress = new("https://jetty.example");
            client.Key = gateway.Credentials.Key;
        }).ConfigurePrimaryHttpMessageHandler(gateway.CreateHandler);
        return services.BuildServiceProvider();
    }
}
