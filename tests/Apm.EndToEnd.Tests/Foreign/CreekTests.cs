using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Apm.Sandbox;
using Apm.Specs;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>A gateway that takes forms with maps, times in seconds and decimal numbers.</summary>
public class CreekTests
{
    private static readonly Gen<ApmMap?> s_maps = Gen.Select(
            Gen.OneOf(Gen.Const("a"), Gen.Int[0, 12].Select(number => number.ToString()), Gen.String[Gen.Char["a.b=&+é %0"], 1, 4]),
            Gen.String[Gen.Char["a=&+é %[]0"], 1, 4])
        .Array[0, 4]
        .Select(entries => new ApmMap(entries.DistinctBy(entry => entry.Item1).Select(entry => KeyValuePair.Create(entry.Item1, entry.Item2))))
        .Null();

    private static IReadOnlyList<(string File, string Text)> Specs => [.. new[] { "creek.api.yaml", "kayak.apm.yaml" }.Select(file =>
        (file, File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests/Apm.EndToEnd.Tests/Foreign", file))))];

    [Fact]
    public async Task A_map_is_written_with_its_names_in_brackets()
    {
        string? sent = null;
        await using var services = Services(_ => { }, () => new Handler(body => sent = body));

        await services.GetRequiredService<ICreekClient>().PayAsync(new KayakPaymentRequest
        {
            Amount = new(12_34, "EUR"),
            Ref = "A-1",
            Metadata = new Dictionary<string, string> { ["0"] = "a", ["name"] = "b c" },
            Extra = new() { Order = "A-1", Others = new Dictionary<string, string> { ["7"] = "x" } },
            Until = DateTimeOffset.FromUnixTimeSeconds(1_796_000_000),
            At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Rate = 0.5m,
            Phone = "+46123",
            Lines = [new() { Price = new(12_34, "EUR"), Tags = new Dictionary<string, string> { ["1"] = "y" } }],
        });

        Assert.Equal(
            "amount=1234&currency=eur&ref=A-1&way=kayak&metadata[0]=a&metadata[name]=b+c&extra[order]=A-1&extra[7]=x&until=1796000000"
                + "&at=2026-01-02T03%3A04%3A05%2B00%3A00&rate=0.5&phone=%2B46123&lines[0][price]=1234&lines[0][currency]=eur&lines[0][tags][1]=y",
            sent);
    }

    [Fact]
    public async Task What_the_client_writes_the_sandbox_reads()
    {
        var gateway = new Gateway(new() { Specs = Specs });
        await using var services = Services(client => client.Token = gateway.Credentials.Key, gateway.CreateHandler);
        var client = services.GetRequiredService<ICreekClient>();
        var accepted = 0;

        await Gen.Select(s_maps, s_maps, s_maps, Gen.Long[1, 9], Gen.Decimal[0, 9]).SampleAsync(
            async (metadata, others, tags, amount, rate) =>
            {
                var request = new KayakPaymentRequest
                {
                    Amount = new(amount, "EUR"),
                    Ref = Orders.NewReference(),
                    Metadata = metadata,
                    Extra = others is null ? null : new() { Others = others },
                    Rate = decimal.Round(rate, 2),
                    Until = DateTimeOffset.UtcNow,
                    Lines = [new() { Price = new(amount, "EUR"), Tags = tags }],
                };
                if (!request.Validate().IsValid)
                {
                    return;
                }

                accepted++;
                await client.PayAsync(request);
                Assert.Equal((amount, request.Ref), (gateway.Payments[^1].Amount, gateway.Payments[^1].Reference));
            },
            iter: 500,
            threads: 1);
        Assert.InRange(accepted, 200, 500);
    }

    [Theory]
    [InlineData("metadata[0]=a&metadata[5]=b", "")]
    [InlineData("metadata[0]=a&metadata[x]=b", "")]
    [InlineData("metadata[0]=123456789", "$.metadata.0 Length")]
    [InlineData("metadata[x][y]=1", "$.metadata.x Value")]
    [InlineData("metadata=1", "$.metadata Value")]
    [InlineData("metadata[0]=a&metadata[1]=a&metadata[2]=a&metadata[3]=a", "$.metadata Count")]
    [InlineData("extra[order]=A&extra[3]=b", "")]
    [InlineData("extra[order]=&extra[3]=", "$.extra.3 Length, $.extra.order Length")]
    [InlineData("until=1796000000&rate=0.5", "")]
    [InlineData("until=2026-01-02T03:04:05Z", "$.until Value")]
    [InlineData("rate=0.123", "$.rate Range")]
    [InlineData("rate=a", "$.rate Value")]
    [InlineData("lines[0][price]=1&lines[0][currency]=eur&lines[0][tags][0]=a", "")]
    [InlineData("lines[0][price]=2&lines[0][currency]=eur", "$.amount Sum")]
    [InlineData("lines[0][price]=1&lines[0][currency]=sek", "$.amount Sum")]
    public async Task The_sandbox_checks_a_form(string members, string violations)
    {
        var gateway = new Gateway(new() { Specs = Specs });
        using var http = new HttpClient(gateway.CreateHandler()) { BaseAddress = new("https://creek.example") };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/charges")
        {
            Content = new StringContent("amount=1&currency=eur&ref=A&way=kayak&" + members, Encoding.UTF8, FormText.MediaType),
        };
        request.Headers.Authorization = new("Bearer", gateway.Credentials.Key);

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var wrong = JsonNode.Parse(text)?["error"]?["wrong"]?.AsArray().Select(one => $"{one!["param"]}").Order().ToList();
        Assert.Equal(violations.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(violations.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(' ')[0]), wrong ?? []);
    }

    [Fact]
    public void The_name_of_an_entry_has_no_brackets()
    {
        var request = new KayakPaymentRequest { Amount = new(1, "EUR"), Ref = "A", Metadata = new Dictionary<string, string> { ["a[b]"] = "c" } };

        Assert.Equal(("$.metadata.a[b]", ViolationRule.Characters), request.Validate().Violations.Select(one => (one.Path, one.Rule)).Single());
    }

    private static ServiceProvider Services(Action<CreekClientOptions> configure, Func<HttpMessageHandler> handler)
    {
        var services = new ServiceCollection();
        services.AddCreekClient(client =>
        {
            client.BaseAddress = new("https://creek.example");
            client.Token = "t";
            configure(client);
        }).ConfigurePrimaryHttpMessageHandler(handler);
        return services.BuildServiceProvider();
    }

    private sealed class Handler(Action<string> sent) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent(await request.Content!.ReadAsStringAsync(cancellationToken));
            return new(HttpStatusCode.OK) { Content = new StringContent("""{"id":"1","status":"open"}""") };
        }
    }
}
