using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Apm.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>A gateway whose requests have settings of the merchant and values of the payment in all places.</summary>
public class PierTests
{
    private static IReadOnlyList<(string File, string Text)> Specs => [.. new[] { "pier.api.yaml", "ferry.apm.yaml", "shuttle.apm.yaml" }.Select(file =>
        (file, File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests/Apm.EndToEnd.Tests/Foreign", file))))];

    [Fact]
    public async Task A_payment_request_has_the_settings_and_fields_outside_of_its_body()
    {
        var (client, sent) = Recording("""{"id":"P-1","status":"open"}""");

        await client.PayAsync(Ferry("A-1"));

        Assert.Equal("/accounts/SHOP-7/payments?include=fees&depth=2", sent.Last.PathAndQuery);
        Assert.Equal(
            """{"account":"SHOP-7","amount":{"sum":1250,"unit":"EUR"},"order":"A-1","ways":["ferry"]"""
                + ""","confirm":true,"version":4,"sentAt":"NOW","device":{"desk":3}}""",
            WithoutTime(sent.Last.Body));
        Assert.Equal(
            ("4", "SHOP-7", "at till", "abc"),
            (sent.Last["Pier-Version"], sent.Last["On-Behalf-Of"], sent.Last["Pier-Channel"], sent.Last["Pier-Trace"]));
    }

    [Fact]
    public async Task A_method_has_its_own_name_at_the_gateway()
    {
        var gateway = new Gateway(new() { Specs = Specs });
        await using var services = Services(gateway.CreateHandler, gateway.Credentials.Key);
        var request = new ShuttlePaymentRequest { Amount = new(1250, "EUR"), Order = "A-1", Ticket = "T-7" };

        await services.GetRequiredService<IPierClient>().PayAsync(request);

        Assert.Equal("pier/4/shuttle", Assert.Single(gateway.Payments).Spec);
        var json = System.Text.Json.JsonSerializer.Serialize(request, PierJson.ShuttlePaymentRequest);
        Assert.Contains("\"ways\":[\"Shuttle.Boat_EU\"]", json, StringComparison.Ordinal);
        Assert.Contains("\"ticketNo\":\"T-7\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_without_a_value_is_left_out()
    {
        var (client, sent) = Recording("""{"id":"P-1","status":"open"}""", merchant => (merchant.Channel, merchant.Desk) = (null, null));

        await client.PayAsync(new FerryPaymentRequest { Amount = new(1250, "EUR"), Order = "A-1" });

        Assert.Equal("/accounts/SHOP-7/payments", sent.Last.PathAndQuery);
        Assert.EndsWith("\"device\":{}}", sent.Last.Body);
        Assert.Null(sent.Last["Pier-Channel"]);
        Assert.Null(sent.Last["Pier-Trace"]);
    }

    [Fact]
    public async Task An_operation_has_the_values_of_the_payment()
    {
        var (client, sent) = Recording("""{"id":"R-1","status":"queued"}""");
        var payment = FerryPayment.Known("P/1", new(1250, "EUR"), "A-1");

        await client.RefundAsync(payment);
        Assert.Equal("/payments/P%2F1/refunds?expand[0]=charge", sent.Last.PathAndQuery);
        Assert.Equal("""{"amount":{"sum":1250,"unit":"EUR"},"account":"SHOP-7"}""", sent.Last.Body);

        await client.PartialRefundAsync(payment, new() { Amount = new(5_00, "EUR") });
        Assert.Equal(("/refunds", """{"payment":"P/1","amount":{"sum":500,"unit":"EUR"}}"""), (sent.Last.PathAndQuery, sent.Last.Body));

        await client.CancelAsync(payment);
        Assert.Equal(("/cancels", """{"order":"A-1","unit":"EUR"}"""), (sent.Last.PathAndQuery, sent.Last.Body));

        await client.QueryRefundAsync("R-1");
        Assert.Equal("/accounts/SHOP-7/refunds/R-1", sent.Last.PathAndQuery);
    }

    [Fact]
    public async Task A_query_can_be_a_post_and_may_be_sent_again()
    {
        var (client, sent) = Recording("""{"id":"P-1","status":"done"}""");

        Assert.Equal(PaymentState.Paid, (await client.QueryAsync("P-1")).State);

        Assert.Equal(("POST", "/status?all=1", """{"payment":"P-1","account":"SHOP-7"}"""), (sent.Last.Method, sent.Last.PathAndQuery, sent.Last.Body));
    }

    [Theory]
    [InlineData("""{"found":{"payments":[{"id":"P-1","status":"done"},{"id":"P-2","status":"open"}]}}""", "P-1")]
    [InlineData("""{"found":{"payments":[]}}""", null)]
    public async Task A_payment_is_found_by_its_reference(string response, string? id)
    {
        var (client, sent) = Recording(response);

        var found = await client.FindAsync<FerryPayment>("A 1&2");

        Assert.Equal((id, "/payments?order=A%201%262"), (found?.Id, sent.Last.PathAndQuery));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "{}", true)]
    [InlineData(HttpStatusCode.Forbidden, "{}", false)]
    [InlineData(HttpStatusCode.OK, "{\"other\":[]}", false)]
    [InlineData(HttpStatusCode.OK, "{\"found\":{\"payments\":{}}}", false)]
    public async Task Only_an_unknown_reference_finds_nothing(HttpStatusCode status, string response, bool isNothing)
    {
        var (client, _) = Recording(response, status: status);

        if (isNothing)
        {
            Assert.Null(await client.FindAsync("A-1"));
        }
        else
        {
            await Assert.ThrowsAsync<ApmGatewayException>(() => client.FindAsync("A-1"));
        }
    }

    [Fact]
    public async Task An_unknown_outcome_is_recovered_by_the_reference()
    {
        var gateway = new Gateway(new() { Specs = Specs });
        await using var services = Services(gateway.CreateHandler, gateway.Credentials.Key);
        var client = services.GetRequiredService<IPierClient>();
        gateway.Faults.DropNextResponse(FaultMoment.AfterDecision);

        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => client.PayAsync(Ferry("A-1")));

        Assert.Equal(ApmRecovery.FindByReference, unknown.Recovery);
        Assert.Contains("Call FindAsync with the reference (A-1)", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(Assert.Single(gateway.Payments).Id, (await client.FindAsync<FerryPayment>(unknown.TransactionReference!))!.Id);
        Assert.Null(await client.FindAsync("A-2"));
    }

    [Fact]
    public async Task Every_operation_goes_to_the_sandbox()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Specs = Specs }, TestContext.Current.CancellationToken);
        await using var services = Services(null, sandbox.Gateway.Credentials.Key, sandbox.BaseAddress);
        var client = services.GetRequiredService<IPierClient>();

        var payment = await PaidAsync(client, sandbox.Gateway, "A-1");
        var refund = await client.RefundAsync(payment, new() { Note = "broken" });
        Assert.Equal(RefundState.Pending, refund.State);
        Assert.Equal(RefundState.Pending, (await client.QueryRefundAsync(refund.Id)).State);
        Assert.Equal(RefundState.Succeeded, (await client.QueryRefundAsync(refund.Id)).State);
        Assert.Equal(12_50, sandbox.Gateway.Payments[0].Refunded);

        await client.PartialRefundAsync(await PaidAsync(client, sandbox.Gateway, "A-2"), new() { Amount = new(2_50, "EUR") });
        Assert.Equal(2_50, sandbox.Gateway.Payments[1].Refunded);

        await client.CancelAsync(await client.PayAsync(Ferry("A-3")));
        Assert.Equal(PaymentState.Cancelled, (await client.FindAsync("A-3"))!.State);
    }

    [Fact]
    public async Task The_money_of_a_payment_that_is_not_known_is_not_guessed()
    {
        var (client, sent) = Recording("{}");

        var refused = await Assert.ThrowsAsync<ApmActionUnavailableException>(() => client.RefundAsync(FerryPayment.Parse("""{"id":"P-1","status":"done"}""")));

        Assert.Contains("needs payment.value", refused.Message, StringComparison.Ordinal);
        Assert.Null(sent.Request);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    public async Task An_id_of_dots_does_not_lead_to_another_path(string id)
    {
        var (client, sent) = Recording("{}");

        await Assert.ThrowsAsync<ApmActionUnavailableException>(() => client.QueryRefundAsync(id));

        Assert.Null(sent.Request);
    }

    [Theory]
    [InlineData("ab\r\ncd: e")]
    [InlineData(" ab")]
    [InlineData("äb")]
    public async Task A_text_that_a_header_cannot_carry_is_not_sent(string trace)
    {
        var (client, sent) = Recording("{}");

        var refused = await Assert.ThrowsAsync<ApmValidationException>(() => client.PayAsync(Ferry("A-1") with { PierTrace = trace }));

        Assert.Equal("$.Pier-Trace", Assert.Single(refused.Violations).Path);
        Assert.Null(sent.Request);
    }

    [Theory]
    [InlineData(null, "till", 3L, "Merchant.Account must not be empty.")]
    [InlineData("SHOP 7", "till", 3L, "Merchant.Account has characters that the gateway does not accept.")]
    [InlineData("SHOP-7", "desk", 3L, "Merchant.Channel must be one of shop, till.")]
    [InlineData("SHOP-7", "till", 100L, "Merchant.Desk is out of range.")]
    [InlineData("SHOP-7-SHOP-7-SHOP-7-SHOP-7", null, null, "Merchant.Account must have 1 to 20 characters.")]
    public void Settings_are_checked_with_the_options(string? account, string? channel, long? desk, string failure)
    {
        var options = new PierClientOptions { Key = "k" };
        (options.Merchant.Account, options.Merchant.Channel, options.Merchant.Desk) = (account, channel, desk);

        var refused = Assert.Throws<OptionsValidationException>(() => new PierClient(options));

        Assert.Equal([failure], refused.Failures);
    }

    [Fact]
    public async Task Settings_are_read_from_the_configuration()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Pier:Key"] = "k",
            ["Pier:BaseAddress"] = PierClientOptions.LiveHost("acme-1").AbsoluteUri,
            ["Pier:Merchant:Account"] = "SHOP-8",
            ["Pier:Merchant:Desk"] = "12",
        }).Build();
        var sent = new Answering("""{"id":"P-1","status":"done"}""", HttpStatusCode.OK);
        var services = new ServiceCollection();
        services.AddPierClient(configuration.GetSection("Pier")).ConfigurePrimaryHttpMessageHandler(() => sent);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IPierClient>().PayAsync(Ferry("A-1"));

        Assert.Equal("https://acme-1-live.pier.example/pay/accounts/SHOP-8/payments?include=fees&depth=2", sent.Last.Address.OriginalString);
        Assert.EndsWith("\"device\":{\"desk\":12}}", sent.Last.Body);
    }

    [Theory]
    [InlineData("evil.example/")]
    [InlineData("a.b")]
    [InlineData("")]
    [InlineData("a@b")]
    public void A_setting_cannot_lead_to_another_domain(string prefix) => Assert.ThrowsAny<ArgumentException>(() => PierClientOptions.LiveHost(prefix));

    [Fact]
    public void Outside_of_a_call_a_request_has_no_values_of_one()
    {
        var json = System.Text.Json.JsonSerializer.Serialize(Ferry("A-1"), PierJson.FerryPaymentRequest);

        Assert.Equal(
            """{"amount":{"sum":1250,"unit":"EUR"},"order":"A-1","ways":["ferry"]"""
                + ""","confirm":true,"version":4,"device":{},"include":"fees","depth":2,"Pier-Trace":"abc"}""",
            json);
        Assert.Equal(Ferry("A-1"), System.Text.Json.JsonSerializer.Deserialize(json, PierJson.FerryPaymentRequest));
    }

    [Theory]
    [InlineData("""{"confirm":false}""", "$.confirm")]
    [InlineData("""{"version":5}""", "$.version")]
    [InlineData("""{"version":"4"}""", "$.version")]
    public void A_constant_with_a_type_is_read_as_this_value_only(string member, string path)
    {
        var whole = JsonNode.Parse("""{"amount":{"sum":1250,"unit":"EUR"},"order":"A-1","ways":["ferry"],"confirm":true,"version":4}""")!.AsObject();
        var name = path[2..];
        whole[name] = JsonNode.Parse(member)![name]!.DeepClone();

        var problem = Assert.Throws<System.Text.Json.JsonException>(() =>
            System.Text.Json.JsonSerializer.Deserialize(whole.ToJsonString(), PierJson.FerryPaymentRequest));

        Assert.Equal(path, problem.Path);
    }

    private static FerryPaymentRequest Ferry(string order) => new()
    {
        Amount = new(1250, "EUR"),
        Order = order,
        Include = FerryInclude.Fees,
        Depth = 2,
        PierTrace = "abc",
    };

    private static async Task<FerryPayment> PaidAsync(IPierClient client, Gateway gateway, string order)
    {
        var payment = await client.PayAsync(Ferry(order));
        await gateway.Customer.AuthorizeAsync(payment.Redirect!);
        return (await client.FindAsync<FerryPayment>(order))! is var found && found.State == PaymentState.Paid
            ? FerryPayment.Known(found.Id, new(1250, "EUR"), order)
            : throw new InvalidOperationException("The payment is not paid.");
    }

    private static ServiceProvider Services(Func<HttpMessageHandler>? handler, string key, Uri? address = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddPierClient(client =>
        {
            client.BaseAddress = address ?? client.BaseAddress;
            client.Key = key;
            (client.Merchant.Account, client.Merchant.Channel, client.Merchant.Desk) = ("SHOP-7", "till", 3);
        });
        if (handler is not null)
        {
            builder.ConfigurePrimaryHttpMessageHandler(handler);
        }

        return services.BuildServiceProvider();
    }

    private static (PierClient Client, Answering Sent) Recording(
        string response,
        Action<PierMerchant>? change = null,
        HttpStatusCode status = HttpStatusCode.OK)
    {
        var sent = new Answering(response, status);
        var options = new PierClientOptions { Key = "k" };
        (options.Merchant.Account, options.Merchant.Channel, options.Merchant.Desk) = ("SHOP-7", "till", 3);
        change?.Invoke(options.Merchant);
        return (new PierClient(ApmHttpHandler.CreateClient(sent), options), sent);
    }

    private static string WithoutTime(string body)
    {
        var json = JsonNode.Parse(body)!.AsObject();
        var time = json["sentAt"]!.GetValue<string>();
        Assert.Matches(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\z", time);
        return body.Replace(time, "NOW", StringComparison.Ordinal);
    }

    private sealed record SentRequest(string Method, Uri Address, string Body, IReadOnlyDictionary<string, string> Headers)
    {
        public string PathAndQuery => Address.PathAndQuery;

        public string? this[string header] => Headers.GetValueOrDefault(header);
    }

    private sealed class Answering(string response, HttpStatusCode status) : HttpMessageHandler
    {
        public SentRequest? Request { get; private set; }

        public SentRequest Last => Request!;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
            var headers = request.Headers.NonValidated.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            Request = new(request.Method.Method, request.RequestUri!, body, headers);
            return new HttpResponseMessage(status) { Content = new StringContent(response, Encoding.UTF8, "application/json"), RequestMessage = request };
        }
    }
}
