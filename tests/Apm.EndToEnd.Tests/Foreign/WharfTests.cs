using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Sandbox;
using Apm.Specs;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>A gateway whose requests are forms.</summary>
public class WharfTests
{
    private static readonly Gateway s_gateway = new(new() { Specs = Specs });

    // Texts with every character that a form treats specially, and others.
    private static readonly Gen<string> s_text = Gen.OneOf(
            Gen.Char["&=+%[]. \"\\/é€\u0000\n0aZ-_*~;"].Array[1, 30].Select(characters => new string(characters)),
            Gen.String[1, 30],
            Gen.Int[0, 12].Select(number => number.ToString()))
        .Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));

    private static readonly Gen<BargePaymentRequest> s_requests = Gen.Select(
        Gen.Long[1, 100_000],
        s_text.Null(),
        s_text.Array[0, 12],
        Gen.Select(s_text, Gen.Long[1, 99]).Array[0, 12],
        Gen.Bool.Nullable(),
        Gen.Select(s_text, Gen.Bool).Nullable(),
        (amount, description, tags, lines, atOnce, address) => new BargePaymentRequest
        {
            Amount = new(amount, "EUR"),
            Order = new() { Id = Orders.NewReference() },
            Way = new() { To = address is { } to ? new() { Street = to.Item1, Country = to.Item2 ? "SE" : null } : null },
            Description = description,
            Lines = lines.Length == 0 ? null : [.. lines.Select(line => new WharfLine { Name = line.Item1, Count = line.Item2 })],
            Tags = tags.Length == 0 ? null : [.. tags],
            AtOnce = atOnce,
            Terms = true,
        });

    private static IReadOnlyList<(string File, string Text)> Specs => [.. new[] { "wharf.api.yaml", "barge.apm.yaml" }.Select(file =>
        (file, File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests/Apm.EndToEnd.Tests/Foreign", file))))];

    [Fact]
    public async Task A_payment_is_sent_as_a_form()
    {
        var (client, sent) = Recording();

        await client.PayAsync(new BargePaymentRequest
        {
            Amount = new(12_34, "EUR"),
            Order = new() { Id = "A-1" },
            Way = new() { To = new() { Street = "Kai 5 & 6", Country = "SE" } },
            Lines = [new() { Name = "cap", Count = 2 }, new() { Name = "Hüte", Count = 1 }],
            Tags = ["a+b", "100%"],
            AtOnce = true,
            Terms = true,
            Back = new("https://shop.example/?a=1"),
        });

        Assert.Equal("application/x-www-form-urlencoded", sent.ContentType);
        Assert.Equal(
            "amount=1234&currency=eur&order[id]=A-1&way[type]=barge&way[to][street]=Kai+5+%26+6&way[to][country]=SE"
                + "&lines[0][name]=cap&lines[0][count]=2&lines[1][name]=H%C3%BCte&lines[1][count]=1&tags[0]=a%2Bb&tags[1]=100%25"
                + "&at_once=true&terms=true&back=https%3A%2F%2Fshop.example%2F%3Fa%3D1",
            sent.Body);
    }

    [Fact]
    public async Task An_operation_without_members_has_no_body()
    {
        var (client, sent) = Recording();

        await client.CancelAsync(BargePayment.Parse("""{"id":"1","status":"held"}"""), new());

        Assert.Equal((null, ""), (sent.ContentType, sent.Body));
    }

    [Fact]
    public async Task What_the_client_writes_the_sandbox_reads()
    {
        var gateway = new Gateway(new() { Specs = Specs });
        await using var services = Services(client =>
        {
            client.BaseAddress = new("https://wharf.example");
            client.Token = gateway.Credentials.Key;
        }, gateway.CreateHandler);
        var client = services.GetRequiredService<IWharfClient>();
        var interpreter = new RequestInterpreter(gateway.Apis[0]);

        var accepted = 0;
        await s_requests.SampleAsync(
            async request =>
            {
                var (recording, sent) = Recording();
                if (request.Validate() is { IsValid: false } refused)
                {
                    // Texts that are not well-formed, are too long, or have no lines.
                    Assert.DoesNotContain(refused.Violations, found => found.Path is "$.amount" or "$.currency" or "$.order.id");
                    return;
                }

                accepted++;
                await recording.PayAsync(request);
                var json = FormText.ToJson(sent.Body)!;
                using var body = JsonDocument.Parse(json);
                var payment = await client.PayAsync(request);

                Assert.Equal(Texts(JsonNode.Parse(JsonSerializer.Serialize(request, WharfJson.BargePaymentRequest))), Texts(JsonNode.Parse(json)));
                Assert.Empty(interpreter.Check(gateway.Methods[0], body.RootElement));
                Assert.Equal(request.Amount, payment.Amount);
                Assert.Equal((request.Amount.MinorUnits, request.Order.Id), (gateway.Payments[^1].Amount, gateway.Payments[^1].Reference));
            },
            iter: 500,
            threads: 1);
        Assert.InRange(accepted, 250, 500);
    }

    [Fact]
    public async Task A_payment_is_made_authorized_and_refunded_over_HTTP()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Specs = Specs }, TestContext.Current.CancellationToken);
        await using var services = Services(client =>
        {
            client.BaseAddress = sandbox.BaseAddress;
            client.Token = sandbox.Gateway.Credentials.Key;
        });
        var client = services.GetRequiredService<IWharfClient>();

        var payment = await client.PayAsync(Request() with { AtOnce = true, Lines = [new() { Name = "a & b", Count = 1 }] });
        await sandbox.Customer.AuthorizeAsync(payment.Redirect!);
        payment = await client.QueryAsync<BargePayment>(payment.Self!);
        Assert.Equal(PaymentState.Paid, payment.State);
        await client.PartialRefundAsync(payment, new() { Amount = new(2_50, "EUR"), Full = false });

        Assert.Equal((10_00, 2_50), (sandbox.Gateway.Payments[0].Captured, sandbox.Gateway.Payments[0].Refunded));
        var held = await client.PayAsync(Request() with { AtOnce = false });
        await sandbox.Customer.AuthorizeAsync(held.Redirect!);
        held = await client.QueryAsync<BargePayment>(held.Self!);
        Assert.Equal(PaymentState.Cancelled, (await client.CancelAsync(held, new() { Reason = "ä?" })).State);
    }

    [Theory]
    [InlineData("amount=1&currency=eur&order[id]=A&way[type]=barge&terms=true", "")]
    [InlineData("amount=1&currency=eur&order%5Bid%5D=A&way%5Btype%5D=barge&terms=true", "")]
    [InlineData("amount=1&currency=eur&order[id]=A&way[type]=barge&terms=true&lines[][name]=a", "$.lines[0].count Required")]
    [InlineData("amount=1&currency=eur&order[id]=A&way[type]=barge&terms=yes", "$.terms Value")]
    [InlineData("amount=1.5&currency=eur&order[id]=A&way[type]=barge&terms=true", "$.amount Value")]
    [InlineData("amount=100001&currency=eur&order[id]=A&way[type]=barge&terms=true", "$.amount Maximum")]
    [InlineData("amount=1&currency=EUR&order[id]=A&way[type]=barge&terms=true", "$.currency Currency")]
    [InlineData("amount=1&order[id]=A&way[type]=barge&terms=true&at_once=true", "$.currency Required, $.lines Missing")]
    [InlineData("amount[value]=1&currency=eur&order[id]=A&way[type]=barge&terms=true", "$.amount Value")]
    [InlineData("amount=1&currency=eur&order=A&way[type]=barge&terms=true", "$.order Value")]
    [InlineData("amount=1&currency=eur&way[type]=barge&terms=true", "$.order.id Required")]
    [InlineData("amount=1&currency=eur&order[id]=A&way[type]=barge&terms=true&lines[0][name]=a&lines[0][count]=100", "$.lines[0].count Range")]
    [InlineData("amount=1&currency=eur&order[id]=A&way[type]=barge&terms=true&lines[0][name]=a&lines[0][count]=%2B1", "$.lines[0].count Value")]
    public void The_sandbox_checks_a_form(string form, string violations)
    {
        using var body = JsonDocument.Parse(FormText.ToJson(form)!);

        var found = new RequestInterpreter(s_gateway.Apis[0]).Check(s_gateway.Methods[0], body.RootElement);

        Assert.Equal(violations, string.Join(", ", found.Select(one => $"{one.Path} {one.Rule}")));
    }

    [Theory]
    [InlineData("application/json", "{}", 400)]
    [InlineData("application/x-www-form-urlencoded", "a=1&a=2", 400)]
    [InlineData("application/x-www-form-urlencoded", "a[b=1", 400)]
    [InlineData("application/x-www-form-urlencoded", "amount=1", 422)]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8", "amount=1&currency=eur&order[id]=B&way[type]=barge&terms=true", 200)]
    public async Task The_sandbox_takes_no_other_body(string contentType, string body, int status)
    {
        using var http = new HttpClient(s_gateway.CreateHandler()) { BaseAddress = new("https://wharf.example") };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/charges") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Headers.Authorization = new("Bearer", s_gateway.Credentials.Key);

        Assert.Equal(status, (int)(await http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public void Examples_of_the_sandbox_are_accepted_by_both()
    {
        var example = ExampleRequest.For(s_gateway.Apis[0], s_gateway.Methods[0]).ToJsonString();
        using var body = JsonDocument.Parse(example);

        Assert.Empty(new RequestInterpreter(s_gateway.Apis[0]).Check(s_gateway.Methods[0], body.RootElement));
        Assert.True(JsonSerializer.Deserialize(example, WharfJson.BargePaymentRequest)!.Validate().IsValid);
    }

    private static BargePaymentRequest Request() => new()
    {
        Amount = new(10_00, "EUR"),
        Order = new() { Id = Orders.NewReference() },
        Way = new(),
        Terms = true,
    };

    // The texts of all values, with their paths.
    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        null => [],
        _ => [$"{node.GetPath()}={node}"],
    };

    private static (IWharfClient Client, Recorder Sent) Recording()
    {
        var recorder = new Recorder();
        return (new WharfClient(ApmHttpHandler.CreateClient(recorder), new WharfClientOptions { Token = "t" }), recorder);
    }

    private static ServiceProvider Services(Action<WharfClientOptions> configure, Func<HttpMessageHandler>? handler = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddWharfClient(configure);
        if (handler is not null)
        {
            builder.ConfigurePrimaryHttpMessageHandler(handler);
        }

        return services.BuildServiceProvider();
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public string Body { get; private set; } = "";

        public string? ContentType { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
            ContentType = request.Content?.Headers.NonValidated.TryGetValues("Content-Type", out var type) == true ? type.ToString() : null;
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("""{"id":"1","status":"open"}"""),
                RequestMessage = request,
            };
        }
    }
}
