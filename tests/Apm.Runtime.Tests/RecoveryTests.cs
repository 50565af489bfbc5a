using System.Net;
using System.Text;
using Apm.Tests.Acme;

namespace Apm.Tests;

/// <summary>After an unknown outcome, the advice is the one that is safe at the gateway, and a repetition is the same request.</summary>
public class RecoveryTests
{
    private const string Paid = """{"paymentId":"pay-1","lastEvent":"pending"}""";

    private static readonly ApmOperation s_pay = new("pay", HttpMethod.Post, "/payments", 201);
    private static readonly ApmOperation s_refund = new("refund", HttpMethod.Post, "/payments/{id}/refunds", 201);

    private readonly Clock _clock = new();

    /// <summary>Every cell: the recovery of the API, whether it has a query and webhooks, the operation, and the advice.</summary>
    public static TheoryData<string, bool, bool, string, bool, ApmRecovery> Advice => new()
    {
        { "undeclared", true, false, "pay", false, ApmRecovery.CheckAtGateway },
        { "header", true, false, "pay", false, ApmRecovery.SameReference },
        { "code", true, false, "pay", false, ApmRecovery.SameReference },
        { "undeclared", true, false, "refund", true, ApmRecovery.QueryPayment },
        { "undeclared", true, false, "refund", false, ApmRecovery.CheckAtGateway },
        { "duplicate", true, true, "pay", false, ApmRecovery.SameReference },
        { "duplicate", true, true, "refund", true, ApmRecovery.QueryPayment },
        { "duplicate", false, true, "refund", true, ApmRecovery.AwaitWebhook },
        { "duplicate", false, false, "refund", true, ApmRecovery.CheckAtGateway },
        { "key", true, true, "pay", false, ApmRecovery.RepeatWithKey },
        { "key", true, true, "refund", true, ApmRecovery.RepeatWithKey },
        { "key of pay", true, true, "refund", true, ApmRecovery.QueryPayment },
        { "key of pay", false, true, "refund", true, ApmRecovery.AwaitWebhook },
        { "key of pay", false, false, "refund", true, ApmRecovery.CheckAtGateway },
        { "none", true, true, "pay", false, ApmRecovery.AwaitWebhook },
        { "none", true, false, "pay", false, ApmRecovery.CheckAtGateway },
        { "none although a code is declared", true, false, "pay", false, ApmRecovery.CheckAtGateway },
        { "none", true, true, "refund", true, ApmRecovery.QueryPayment },
        { "none", false, true, "refund", true, ApmRecovery.AwaitWebhook },
        { "none", false, false, "refund", false, ApmRecovery.CheckAtGateway },
    };

    [Theory]
    [MemberData(nameof(Advice))]
    public async Task The_advice_is_the_one_of_the_API(string api, bool hasQuery, bool hasWebhooks, string operation, bool hasSelf, ApmRecovery expected)
    {
        var profile = Profile(api, hasQuery, hasWebhooks);
        var call = operation == "pay" ? Pay() : new ApmCall(s_refund) { PaymentId = "pay-1", Self = hasSelf ? "pay-1" : null };

        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Transport(new Script(null, null), profile).SendAsync<AcmePayment>(call));

        Assert.Equal(expected, unknown.Recovery);
        Assert.Equal(expected == ApmRecovery.RepeatWithKey, unknown.RepeatBefore is not null);
        Assert.Equal(expected == ApmRecovery.RepeatWithKey, unknown.IdempotencyKey is not null);
        Assert.Equal(
            expected == ApmRecovery.SameReference,
            unknown.Message.Contains("same reference", StringComparison.Ordinal));
        Assert.Equal(
            expected is ApmRecovery.AwaitWebhook,
            unknown.Message.Contains("do not send the request again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_repetition_sends_the_same_body_with_the_same_key_once_and_returns_the_payment()
    {
        var script = new Script(null, null, (HttpStatusCode.Created, Paid));
        var transport = Transport(script, Profile("key"));
        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => transport.SendAsync<AcmePayment>(Pay()));
        Assert.Single(script.Sent);

        var again = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => transport.RepeatAsync<AcmePayment>(unknown));
        Assert.Equal(2, script.Sent.Count);
        var payment = await transport.RepeatAsync<AcmePayment>(again);

        Assert.Equal(PaymentState.Pending, payment.State);
        Assert.Equal(3, script.Sent.Count);
        Assert.Single(script.Sent.Distinct());
        Assert.Contains(unknown.IdempotencyKey!, script.Sent[0], StringComparison.Ordinal);
        Assert.Contains("order-1", script.Sent[0], StringComparison.Ordinal);
        Assert.Equal((unknown.IdempotencyKey, unknown.RepeatBefore), (again.IdempotencyKey, again.RepeatBefore));
        Assert.Contains($"RepeatAsync with this exception before {unknown.RepeatBefore:u}", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_the_shop_is_sent_and_a_new_one_for_each_call_without_a_key()
    {
        var script = new Script((HttpStatusCode.Created, Paid));
        var transport = Transport(script, Profile("key"));

        await transport.SendAsync<AcmePayment>(Pay() with { IdempotencyKey = "shop-key" });
        await transport.SendAsync<AcmePayment>(Pay());
        await transport.SendAsync<AcmePayment>(Pay());

        Assert.EndsWith("shop-key", script.Sent[0], StringComparison.Ordinal);
        Assert.Equal(3, script.Sent.Distinct().Count());
    }

    [Theory]
    [InlineData("key", 24 * 60)]
    [InlineData("key whose life no source states", 5)]
    public async Task Nothing_is_sent_after_the_life_of_the_key(string api, int minutes)
    {
        var script = new Script(null, null);
        var transport = Transport(script, Profile(api));
        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => transport.SendAsync<AcmePayment>(Pay()));
        Assert.Equal(_clock.Now.AddMinutes(minutes), unknown.RepeatBefore);

        _clock.Now = _clock.Now.AddMinutes(minutes).AddSeconds(-1);
        var again = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => transport.RepeatAsync<AcmePayment>(unknown));
        Assert.Equal(2, script.Sent.Count);
        _clock.Now = _clock.Now.AddSeconds(1);
        var late = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => transport.RepeatAsync<AcmePayment>(again));

        Assert.Equal(2, script.Sent.Count);
        Assert.Equal((ApmRecovery.AwaitWebhook, null), (late.Recovery, late.RepeatBefore));
        Assert.True(late.MoneyMayHaveMoved);
    }

    [Theory]
    [InlineData(400, "invalid", true)]
    [InlineData(402, "declined", true)]
    [InlineData(422, "invalid", true)]
    [InlineData(401, "unauthorized", false)]
    [InlineData(403, "forbidden", false)]
    [InlineData(404, "notFound", false)]
    [InlineData(409, "keyInUse", false)]
    [InlineData(400, "keyReused", false)]
    [InlineData(429, "slowDown", false)]
    [InlineData(500, "broken", false)]
    public async Task A_refusal_of_a_repetition_states_the_outcome_only_if_the_gateway_carried_out_the_request(int status, string name, bool isDefinite)
    {
        var transport = Transport(new Script(null, ((HttpStatusCode)status, $$"""{"errorName":"{{name}}"}""")), Profile("key"));
        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => transport.SendAsync<AcmePayment>(Pay()));

        var failure = await Assert.ThrowsAnyAsync<ApmException>(() => transport.RepeatAsync<AcmePayment>(unknown));

        Assert.Equal(!isDefinite, failure.MoneyMayHaveMoved);
        Assert.Equal(isDefinite, failure is ApmGatewayException);
    }

    [Fact]
    public async Task A_key_in_use_leaves_the_outcome_unknown_and_a_key_of_another_request_does_not()
    {
        var script = new Script((HttpStatusCode.Conflict, """{"errorName":"keyInUse"}"""), (HttpStatusCode.BadRequest, """{"errorName":"keyReused"}"""));
        var transport = Transport(script, Profile("key"));

        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => transport.SendAsync<AcmePayment>(Pay() with { IdempotencyKey = "k-1" }));
        Assert.Equal((ApmRecovery.RepeatWithKey, "k-1"), (unknown.Recovery, unknown.IdempotencyKey));
        var refused = await Assert.ThrowsAsync<ApmGatewayException>(() => transport.SendAsync<AcmePayment>(Pay() with { IdempotencyKey = "k-1" }));

        Assert.True(refused.IsKeyReused);
        Assert.False(refused.MoneyMayHaveMoved);
    }

    [Fact]
    public async Task A_repetition_that_cannot_be_sent_states_nothing_about_the_first_request()
    {
        var script = new Script(null, (0, ""));
        var transport = Transport(script, Profile("key"));
        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => transport.SendAsync<AcmePayment>(Pay()));

        var again = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => transport.RepeatAsync<AcmePayment>(unknown));

        Assert.Equal(ApmRecovery.RepeatWithKey, again.Recovery);
        Assert.True(again.MoneyMayHaveMoved);
    }

    [Fact]
    public async Task A_repetition_goes_to_the_address_of_the_first_request_only()
    {
        var profile = Profile("key");
        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Transport(new Script(null, null), profile).SendAsync<AcmePayment>(Pay()));
        var script = new Script((HttpStatusCode.Created, Paid));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() =>
            Transport(script, profile, "https://other.example").RepeatAsync<AcmePayment>(unknown));

        Assert.Empty(script.Sent);
    }

    /// <summary>A second account does not know the key, and would pay a second time.</summary>
    [Theory]
    [InlineData("u", true)]
    [InlineData("another shop", false)]
    public async Task A_repetition_is_sent_for_the_account_of_the_first_request_only(string userName, bool isSent)
    {
        var profile = Profile("key");
        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Transport(new Script(null, null), profile).SendAsync<AcmePayment>(Pay()));
        var script = new Script((HttpStatusCode.Created, Paid));

        var failure = await Record.ExceptionAsync(() => Transport(script, profile, userName: userName).RepeatAsync<AcmePayment>(unknown));

        Assert.Equal(isSent ? 1 : 0, script.Sent.Count);
        Assert.Equal(isSent, failure is null);
        Assert.Equal(isSent ? null : ApmRecovery.RepeatWithKey, (failure as ApmOutcomeUnknownException)?.Recovery);
    }

    [Fact]
    public async Task A_client_whose_credentials_were_renewed_repeats_its_own_request()
    {
        var profile = Profile("key");
        var options = Options("old");
        var script = new Script(null, (HttpStatusCode.Created, Paid));
        var transport = new ApmTransport(ApmHttpHandler.CreateClient(script), new ClientSettingsSource(() => options, profile)) { Clock = _clock };
        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => transport.SendAsync<AcmePayment>(Pay()));

        options = Options("new");
        await transport.RepeatAsync<AcmePayment>(unknown);

        Assert.Equal(2, script.Sent.Count);
    }

    [Fact]
    public async Task Only_a_call_with_a_key_of_the_same_API_can_be_repeated_and_only_as_its_own_type()
    {
        var script = new Script((HttpStatusCode.InternalServerError, ""));
        var profile = Profile("key");
        var transport = Transport(script, profile);
        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => transport.SendAsync<AcmePayment>(Pay()));
        var without = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Transport(script, Profile("code")).SendAsync<AcmePayment>(Pay()));

        await Assert.ThrowsAsync<ArgumentException>(() => transport.RepeatAsync<Acknowledgement>(unknown));
        await Assert.ThrowsAsync<ArgumentException>(() => transport.RepeatAsync<AcmePayment>(without));
        await Assert.ThrowsAsync<ArgumentException>(() => Transport(script, Profile("key")).RepeatAsync<AcmePayment>(unknown));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Transport(script, Profile("code")).SendAsync<AcmePayment>(Pay() with { IdempotencyKey = "k" }));
        Assert.Equal(2, script.Sent.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\nX: 1")]
    [InlineData("ü")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task A_key_that_the_gateway_does_not_accept_is_refused_before_anything_is_sent(string key)
    {
        var script = new Script((HttpStatusCode.Created, Paid));

        var refused = await Assert.ThrowsAsync<ApmValidationException>(() =>
            Transport(script, Profile("key")).SendAsync<AcmePayment>(Pay() with { IdempotencyKey = key }));

        Assert.Equal("idempotencyKey", Assert.Single(refused.Violations).Path);
        Assert.Empty(script.Sent);
    }

    private static ApmCall Pay() =>
        new(s_pay) { Body = ApmBody.Of(new AcmeWalletRequest { TransactionReference = "order-1", Value = new(1, "HKD") }), Reference = "order-1" };

    private static ApiProfile Profile(string api, bool hasQuery = true, bool hasWebhooks = true) => new()
    {
        Name = "Acme",
        ReadPayment = AcmeJson.ReadPayment,
        Errors = new() { Name = "errorName" },
        HasQuery = hasQuery,
        HasWebhooks = hasWebhooks,
        IdempotencyHeader = api == "header" ? "Idempotency-Key" : null,
        DuplicateReferenceError = api is "code" or "duplicate" or "none although a code is declared" ? "isADuplicate" : null,
        Recovery = api.Split(' ')[0] switch
        {
            "duplicate" => ApmRecovery.SameReference,
            "key" => ApmRecovery.RepeatWithKey,
            "none" => ApmRecovery.CheckAtGateway,
            _ => null,
        },
        IdempotencyKey = !api.StartsWith("key", StringComparison.Ordinal) ? null : new()
        {
            Header = "Once-Key",
            MaxLength = 64,
            Lives = api == "key whose life no source states" ? null : TimeSpan.FromHours(24),
            Operations = api == "key of pay" ? ["pay"] : [],
            ReusedError = "keyReused",
            InUseError = "keyInUse",
        },
    };

    private ApmTransport Transport(Script script, ApiProfile profile, string address = "https://acme.example", string userName = "u") =>
        new(ApmHttpHandler.CreateClient(script), Options("p", address, userName), profile) { Clock = _clock };

    private static AcmeClientOptions Options(string password, string address = "https://acme.example", string userName = "u") =>
        new() { BaseAddress = new(address), UserName = userName, Password = password };

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>Answers in turn, and the last answer from then on: null breaks the connection after the request, status 0 before it.</summary>
    private sealed class Script(params (HttpStatusCode Status, string Body)?[] answers) : HttpMessageHandler
    {
        public List<string> Sent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = answers[Math.Min(Sent.Count, answers.Length - 1)];
            if (answer is { Status: 0 })
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            }

            var key = request.Headers.TryGetValues("Once-Key", out var keys) ? string.Join(',', keys) : "";
            Sent.Add($"{request.Method} {request.RequestUri} {await request.Content!.ReadAsStringAsync(cancellationToken)} {key}");
            return answer is { } found
                ? new HttpResponseMessage(found.Status) { Content = new StringContent(found.Body, Encoding.UTF8, "application/json") }
                : throw new HttpRequestException(HttpRequestError.ResponseEnded);
        }
    }
}
