using System.Net;
using System.Text;
using Apm.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>A gateway with values in lists, states that depend on other members or on the method, and errors that contain the payment.</summary>
public class PontoonTests
{
    private const string Refused =
        """{"error":{"kind":"refused","text":"No","field":"order","copy":{"charge":{"number":5,"status":"waiting","problem":{"code":"no_money"}}}}}""";

    private static IReadOnlyList<(string File, string Text)> Specs => [.. new[] { "pontoon.api.yaml", "dinghy.apm.yaml", "ketch.apm.yaml" }.Select(file =>
        (file, File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests/Apm.EndToEnd.Tests/Foreign", file))))];

    [Fact]
    public async Task A_payment_is_made_paid_and_refunded_over_HTTP()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Specs = Specs }, TestContext.Current.CancellationToken);
        await using var services = Services(sandbox);
        var client = services.GetRequiredService<IPontoonClient>();

        var payment = await client.PayAsync(Dinghy());
        Assert.Equal((PaymentState.Pending, true, new Money(12_50, "EUR")), (payment.State, payment.Cancelable, payment.Value));
        Assert.Equal(sandbox.Gateway.Payments[0].Reference, payment.Reference);
        await sandbox.Customer.AuthorizeAsync(payment.Redirect!);
        payment = await client.QueryAsync<DinghyPayment>(payment.Self!);
        Assert.Equal((PaymentState.Paid, false, PontoonStatus.Done), (payment.State, payment.Cancelable, payment.Status));
        var refund = await client.PartialRefundAsync(payment, new() { Units = new(2_50, "EUR") });

        Assert.Equal((RefundState.Pending, new Money(2_50, "EUR")), (refund.State, refund.Value));
        Assert.Equal(RefundState.Succeeded, await Second(() => client.QueryRefundAsync(refund.Id)));
        Assert.Equal(new Money(2_50, "EUR"), (await client.QueryAsync<DinghyPayment>(payment.Self!)).RefundedValue);
    }

    [Fact]
    public async Task A_status_has_another_state_by_a_member()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Specs = Specs }, TestContext.Current.CancellationToken);
        await using var services = Services(sandbox);
        var client = services.GetRequiredService<IPontoonClient>();
        var payment = await client.PayAsync(Dinghy());

        await sandbox.Customer.FailAsync(payment.Redirect!);
        payment = await client.QueryAsync<DinghyPayment>(payment.Self!);

        Assert.Equal((PaymentState.Failed, PontoonStatus.Waiting, PaymentState.Pending), (payment.State, payment.Status, payment.Status.State));
        Assert.Equal(Apm.Specs.PaymentState.Failed, sandbox.Gateway.Payments[0].State);
    }

    [Fact]
    public async Task A_status_has_another_state_for_a_method()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Specs = Specs }, TestContext.Current.CancellationToken);
        await using var services = Services(sandbox);
        var client = services.GetRequiredService<IPontoonClient>();

        var payment = await client.PayAsync(new KetchPaymentRequest { Units = new(10_00, "EUR"), Order = Orders.NewReference() });
        await sandbox.Customer.AuthorizeAsync(payment.Redirect!);
        payment = await client.QueryAsync<KetchPayment>(payment.Self!);

        Assert.Equal((PaymentState.Authorized, PontoonStatus.Done), (payment.State, payment.Status));
        Assert.Equal(PaymentState.Authorized, PontoonEvent.Parse(sandbox.Gateway.Webhooks.All[^1].Body).State);
        payment = await client.SettleAsync(payment);
        Assert.Equal((PaymentState.Paid, PontoonStatus.Settled), (payment.State, payment.Status));
    }

    [Fact]
    public async Task An_operation_is_offered_by_a_member()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Specs = Specs }, TestContext.Current.CancellationToken);
        await using var services = Services(sandbox);
        var client = services.GetRequiredService<IPontoonClient>();
        var payment = await client.PayAsync(Dinghy());

        var cancelled = await client.CancelAsync(payment);

        Assert.Equal((PaymentState.Cancelled, false), (cancelled.State, cancelled.Cancelable));
        var refused = await Assert.ThrowsAsync<ApmGatewayException>(() => client.CancelAsync(payment));
        Assert.Equal((HttpStatusCode.OK, "not_now", PaymentState.Cancelled), (refused.StatusCode, refused.ErrorName, refused.Payment!.State));
        Assert.Equal(payment.Number, Assert.IsType<PontoonPayment>(refused.Payment).Number);
    }

    [Fact]
    public async Task A_confirmation_that_is_refused_has_the_payment_with_its_error()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Specs = Specs }, TestContext.Current.CancellationToken);
        await using var services = Services(sandbox);
        var client = services.GetRequiredService<IPontoonClient>();
        var payment = await client.PayAsync(Dinghy());
        await client.CancelAsync(payment);

        var refused = await client.ConfirmAsync(payment);

        Assert.Equal((PaymentState.Cancelled, "not_now", payment.Number), (refused.State, refused.Error!.ErrorName, refused.Number));
        Assert.Null(payment.Error);
    }

    [Fact]
    public async Task A_payment_that_an_error_contains_is_the_result()
    {
        var payment = await Client(402, Refused).PayAsync(Dinghy());

        Assert.Equal(("5", PaymentState.Failed, 402, "refused"), (payment.Number, payment.State, payment.StatusCode, payment.Error!.ErrorName));
        Assert.Equal(new ApmGatewayError(null, null, "order"), Assert.Single(payment.Error.Errors));
        Assert.Equal("""{"charge":{"number":5,"status":"waiting","problem":{"code":"no_money"}}}""", payment.RawJson);
    }

    [Fact]
    public async Task An_unknown_outcome_keeps_the_payment_of_the_error()
    {
        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Client(500, Refused).PayAsync(Dinghy()));

        Assert.Equal("5", ((PontoonPayment)Assert.IsType<ApmGatewayException>(unknown.InnerException).Payment!).Number);
    }

    [Theory]
    [InlineData(200, """{"error":{"code":"limit","text":"Too much"}}""", true)]
    [InlineData(200, """{"error":{"code":"unsure","text":"?"}}""", false)]
    [InlineData(200, """{"error":{"kind":"unsure","text":"?"}}""", false)]
    [InlineData(200, """{"error":{}}""", true)]
    [InlineData(503, """{"error":{"code":"limit"}}""", false)]
    public async Task An_error_in_a_response_of_success_is_a_refusal_unless_the_spec_has_another_word(int status, string body, bool isRefused)
    {
        var failed = await Assert.ThrowsAnyAsync<ApmException>(() => Client(status, body).PayAsync(Dinghy()));

        Assert.Equal(isRefused ? typeof(ApmGatewayException) : typeof(ApmOutcomeUnknownException), failed.GetType());
        Assert.Equal(!isRefused, failed.MoneyMayHaveMoved);
    }

    [Theory]
    [InlineData("""{"error":null,"charge":{"number":1,"status":"done"}}""", PaymentState.Paid)]
    [InlineData("""{"charge":{"number":1,"status":"waiting","problem":null}}""", PaymentState.Pending)]
    [InlineData("""{"charge":{"number":1,"status":"waiting","problem":{}}}""", PaymentState.Failed)]
    [InlineData("""{"charge":{"number":1,"status":"waiting","outcome":{"status":"dropped"}}}""", PaymentState.Cancelled)]
    [InlineData("""{"charge":{"number":1,"status":"done","outcome":{"status":null}}}""", PaymentState.Paid)]
    [InlineData("""{"charge":{"number":1,"status":"new"}}""", PaymentState.Unknown)]
    public async Task A_null_is_absent(string body, PaymentState state) =>
        Assert.Equal(state, (await Client(200, body).PayAsync(Dinghy())).State);

    [Theory]
    [InlineData(409, "{}", true)]
    [InlineData(409, """{"error":{"code":"any"}}""", true)]
    [InlineData(422, "{}", false)]
    public async Task An_error_without_a_name_is_recognized_by_its_status(int status, string body, bool isDuplicate)
    {
        var refused = await Assert.ThrowsAsync<ApmGatewayException>(() => Client(status, body).PayAsync(Dinghy()));

        Assert.Equal(isDuplicate, refused.IsDuplicateReference);
    }

    [Fact]
    public async Task A_payment_without_an_id_is_known_by_its_reference()
    {
        var client = Client(200, """{"charge":{"status":"waiting","order":"A-1"}}""");

        var payment = await client.PayAsync(Dinghy());

        Assert.Equal(("", "A-1", null), (payment.Number, payment.Reference, payment.Self));
        await Assert.ThrowsAsync<ApmActionUnavailableException>(() => client.ConfirmAsync(payment));
    }

    private static async Task<RefundState> Second(Func<Task<PontoonRefund>> query)
    {
        await query();
        return (await query()).State;
    }

    private static DinghyPaymentRequest Dinghy() => new() { Units = new(12_50, "EUR"), Order = Orders.NewReference() };

    private static PontoonClient Client(int status, string body) =>
        new(ApmHttpHandler.CreateClient(new Answers(status, body)), new PontoonClientOptions { Token = "t" });

    private static ServiceProvider Services(SandboxServer sandbox)
    {
        var services = new ServiceCollection();
        services.AddPontoonClient(client =>
        {
            client.BaseAddress = sandbox.BaseAddress;
            client.Token = sandbox.Gateway.Credentials.Key;
        });
        return services.BuildServiceProvider();
    }

    private sealed class Answers(int status, string body) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
            {
                await content.ReadAsByteArrayAsync(cancellationToken);
            }

            return new HttpResponseMessage((HttpStatusCode)status)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
                RequestMessage = request,
            };
        }
    }
}
