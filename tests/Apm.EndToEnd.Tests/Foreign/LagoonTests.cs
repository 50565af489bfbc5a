using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Apm.Sandbox;
using Apm.Specs;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>A gateway with times, locales, decimal numbers, maps and identifiers, and with rules about the money of the payment.</summary>
public class LagoonTests
{
    private static readonly Gateway s_gateway = new(new() { Specs = Specs });
    private static readonly MethodModel s_method = s_gateway.Methods[0];
    private static readonly RequestInterpreter s_interpreter = new(s_gateway.Apis[0]);

    private static IReadOnlyList<(string File, string Text)> Specs => [.. new[] { "lagoon.api.yaml", "canoe.apm.yaml" }.Select(file =>
        (file, File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests/Apm.EndToEnd.Tests/Foreign", file))))];

    [Fact]
    public void Validator_and_interpreter_agree() => LagoonRequests.All.Sample(
        request =>
        {
            using var json = JsonDocument.Parse(JsonSerializer.Serialize(request, LagoonJson.CanoePaymentRequest));
            Assert.Equal(
                s_interpreter.Check(s_method, json.RootElement).Select(violation => $"{violation.Path} {violation.Rule}").Order(),
                request.Validate().Violations.Select(violation => $"{violation.Path} {violation.Rule}").Order());
        },
        iter: 20_000);

    [Fact]
    public void Every_check_is_broken_by_some_request_and_none_by_others()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        LagoonRequests.All.Sample(
            request =>
            {
                var result = request.Validate();
                lock (found)
                {
                    found.UnionWith(result.IsValid ? ["valid"] : result.Violations.Select(one => $"{one.Path} {one.Rule}: {one.Requirement}"));
                }
            },
            iter: 20_000);

        string[] expected =
        [
            "valid",
            "$.buyer.locale Value: must be a language",
            "$.buyer.shown Value: must be one of",
            "$.buyer.phone Characters: must be a telephone number in digits after a plus sign",
            "$.buyer.fax Characters: must be a telephone number in digits, with or without",
            "$.tax.number Value: must be a CPF or CNPJ",
            "$.tax.bank Value: must be a ABA",
            "$.expires Date",
            "$.deliver Date",
            "$.rate Range: must be 0 to 100",
            "$.rate Range: must be a number with at most 3 decimals",
            "$.rate Range: must be at most 25 when",
            "$.share Range: must be a number with at most 2 decimals",
            "$.meta Count",
            "$.meta.a Length",
            "$.meta.0 Characters",
            "$.meta. Characters: must have a name",
            "$.facts Count",
            "$.facts.a Length",
            "$.about.labels Count",
            "$.about.labels.a Length",
            "$.keepUntil Forbidden: must not be set together with keepDays, deliver: a term is stated once",
            "$.deliver Forbidden",
            "$.buyer.email Missing: must be set, or one of buyer.phone",
            "$.tax.number Missing",
            "$.lines[0].total Sum",
            "$.amount Sum: must equal sum(lines[].total) + shipping",
            "$.buyer.country Value: must be one of SE when the currency of amount is SEK",
            "$.buyer.zip Missing: must be set when buyer.country is DE, or when the currency of amount is not EUR or JPY and buyer.country is set",
            "$.buyer.zip Characters: must match [0-9]{5}",
            "$.buyer.zip Characters: must match [0-9]*",
            "$.keepDays Range: must be 1 to 60",
            "$.keepDays Range: must be 7 to 30 when",
            "$.tax.number Length: must have at least 11 characters when",
        ];
        Assert.Equal([], expected.Where(start => !found.Any(one => one.StartsWith(start, StringComparison.Ordinal))));
    }

    [Fact]
    public void Requests_that_are_read_back_equal_those_that_were_written() => LagoonRequests.All.Sample(
        request =>
        {
            if (!request.Validate().IsValid || request.Opened is not null)
            {
                return;
            }

            var back = JsonSerializer.Deserialize(JsonSerializer.Serialize(request, LagoonJson.CanoePaymentRequest), LagoonJson.CanoePaymentRequest);
            Assert.Equal(WithoutEmptyMap(request), WithoutEmptyMap(back!));
        },
        iter: 5_000);

    [Fact]
    public void A_request_is_written_in_the_format_of_the_gateway()
    {
        var request = LagoonRequests.Whole with
        {
            Expires = new DateTimeOffset(2026, 11, 30, 14, 5, 0, TimeSpan.FromHours(1)),
            Share = 2.5m,
        };

        var json = JsonNode.Parse(JsonSerializer.Serialize(request, LagoonJson.CanoePaymentRequest))!;

        Assert.Equal("\"2026-11-30T14:05:00+01:00\"", Plain(json["expires"]));
        Assert.Equal("1700000000", Plain(json["opened"]));
        Assert.Equal("19.5", Plain(json["rate"]));
        Assert.Equal("\"2.50\"", Plain(json["share"]));
        Assert.Equal("\"0.125\"", Plain(json["weight"]));
        Assert.Equal("""{"a":"b","0":""}""", Plain(json["meta"]));
        Assert.Equal("""{"cart":"C1","x":"é"}""", Plain(json["facts"]));
        Assert.Equal("""{"text":"text","labels":{"0":"zero"}}""", Plain(json["about"]));
        Assert.Equal("\"de_DE\"", Plain(json["buyer"]!["locale"]));
    }

    [Theory]
    [InlineData("2026-11-30T14:05:00+01:00", true)]
    [InlineData("2026-11-30T14:05:00.1234567Z", true)]
    [InlineData("2026-11-30T14:05:00", false)]
    [InlineData("2026-11-30T14:05+01:00", false)]
    [InlineData("2026-11-30", false)]
    [InlineData("2026-02-30T14:05:00Z", false)]
    [InlineData(" 2026-11-30T14:05:00Z", false)]
    public void A_time_has_seconds_and_an_offset(string text, bool isRight)
    {
        var json = JsonNode.Parse(JsonSerializer.Serialize(LagoonRequests.Whole, LagoonJson.CanoePaymentRequest))!;
        json["expires"] = text;
        using var body = JsonDocument.Parse(json.ToJsonString());

        Assert.Equal(isRight, s_interpreter.Check(s_method, body.RootElement).All(found => found.Rule == BodyRule.Date));
        var problem = Record.Exception(() => JsonSerializer.Deserialize(json.ToJsonString(), LagoonJson.CanoePaymentRequest));
        Assert.Equal(isRight ? null : "$.expires", (problem as JsonException)?.Path);
    }

    [Theory]
    [InlineData("2.50", true)]
    [InlineData("-2.50", true)]
    [InlineData("2.5", false)]
    [InlineData("2", false)]
    [InlineData("+2.50", false)]
    [InlineData(".50", false)]
    [InlineData("2.", false)]
    [InlineData("2e1", false)]
    [InlineData("", false)]
    public void The_text_of_a_number_has_its_decimals(string text, bool isRight)
    {
        var json = JsonNode.Parse(JsonSerializer.Serialize(LagoonRequests.Whole, LagoonJson.CanoePaymentRequest))!;
        json["share"] = text;
        using var body = JsonDocument.Parse(json.ToJsonString());

        Assert.Equal(isRight ? [] : ["$.share"], s_interpreter.Check(s_method, body.RootElement).Select(found => found.Path));
        var problem = Record.Exception(() => JsonSerializer.Deserialize(json.ToJsonString(), LagoonJson.CanoePaymentRequest));
        Assert.Equal(isRight ? null : "$.share", (problem as JsonException)?.Path);
    }

    [Fact]
    public void A_further_member_must_not_have_the_name_of_a_property()
    {
        var request = LagoonRequests.Whole with { Facts = new() { Cart = "C1", Others = new Dictionary<string, string> { ["cart"] = "C2" } } };

        var found = Assert.Single(request.Validate().Violations);

        Assert.Equal(("$.facts.cart", "Facts.Others[\"cart\"]", ViolationRule.Value), (found.Path, found.Member, found.Rule));
    }

    [Fact]
    public void Values_of_customers_are_not_printed()
    {
        var text = LagoonRequests.Whole.ToString();

        Assert.DoesNotContain("12.ABC", text, StringComparison.Ordinal);
        Assert.DoesNotContain("+4917", text, StringComparison.Ordinal);
        Assert.DoesNotContain("zero", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_valid_request_allocates_nothing()
    {
        var request = LagoonRequests.Whole with { Tax = LagoonRequests.Whole.Tax! with { Number = "11144477735" } };
        Assert.Equal([], request.Validate().Violations);

        Assert.Equal(0, Allocations.Of(() => request.Validate()));
    }

    [Fact]
    public async Task A_payment_is_made_and_refunded_over_HTTP()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Specs = Specs }, TestContext.Current.CancellationToken);
        var services = new ServiceCollection();
        services.AddLagoonClient(client =>
        {
            client.BaseAddress = sandbox.BaseAddress;
            client.Token = sandbox.Gateway.Credentials.Key;
        });
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ILagoonClient>();

        var payment = await client.PayAsync(LagoonRequests.Whole);
        await sandbox.Customer.AuthorizeAsync(payment.Redirect!);
        payment = await client.QueryAsync<CanoePayment>(payment.Self!);
        Assert.Equal(PaymentState.Paid, payment.State);
        await client.PartialRefundAsync(payment, new() { Amount = new(500, "EUR"), Fee = new(25, "EUR"), Gross = new(525, "EUR") });
        Assert.Equal(500, sandbox.Gateway.Payments[0].Refunded);

        var wrong = await Assert.ThrowsAsync<ApmValidationException>(() =>
            client.PartialRefundAsync(payment, new() { Amount = new(500, "EUR"), Fee = new(25, "SEK"), Gross = new(525, "EUR") }));
        Assert.Equal(["$.gross"], wrong.Violations.Where(found => found.Rule == ViolationRule.Sum).Select(found => found.Path));
    }

    [Theory]
    [InlineData("""{"tax":{"number":"11144477736"}}""", "$.tax.number Value")]
    [InlineData("""{"buyer":{"country":"DE","zip":"1","phone":"+4917012345"}}""", "$.buyer.zip Characters")]
    [InlineData("""{"lines":[{"price":1.00 EUR,"count":2,"total":2.00 SEK}]}""", "$.amount Sum, $.lines[0].total Sum")]
    [InlineData("""{"shipping":1.00 SEK,"lines":[{"price":9.00 EUR,"count":1,"total":9.00 EUR}]}""", "$.amount Sum")]
    [InlineData("""{"shipping":1.00 EUR,"lines":[{"price":9.00 EUR,"count":1,"total":9.00 EUR}]}""", "")]
    public void The_sandbox_refuses_what_a_gateway_refuses(string members, string violations)
    {
        var json = JsonNode.Parse("""{"ref":"A","amount":{"value":"10.00","currency":"EUR"},"method":"canoe"}""")!.AsObject();
        var money = Regex.Replace(members, "([0-9.]+) ([A-Z]{3})", """{"value":"$1","currency":"$2"}""");
        foreach (var (name, value) in JsonNode.Parse(money)!.AsObject().ToList())
        {
            json[name] = value!.DeepClone();
        }

        using var body = JsonDocument.Parse(json.ToJsonString());

        Assert.Equal(violations, string.Join(", ", s_interpreter.Check(s_method, body.RootElement).Select(one => $"{one.Path} {one.Rule}").Order()));
    }

    [Fact]
    public void Examples_of_the_sandbox_are_accepted_by_both()
    {
        var example = ExampleRequest.For(s_gateway.Apis[0], s_method).ToJsonString();
        using var body = JsonDocument.Parse(example);

        Assert.Empty(s_interpreter.Check(s_method, body.RootElement));
        Assert.True(JsonSerializer.Deserialize(example, LagoonJson.CanoePaymentRequest)!.Validate().IsValid);
    }

    // An empty map of further members has no members.
    private static CanoePaymentRequest WithoutEmptyMap(CanoePaymentRequest request) =>
        request.Facts is { Others.Count: 0 } facts ? request with { Facts = facts with { Others = null } } : request;

    private static string Plain(JsonNode? node) =>
        Regex.Unescape(node!.ToJsonString().Replace("\\u00E9", "é", StringComparison.Ordinal));
}
