using System.Text.Json;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>A gateway unlike the shipped one in everything that an API file can say; nothing in the product knows it.</summary>
public class QuayTests
{
    private static readonly Money s_refund = new(25_00, "EUR");

    [Fact]
    public async Task A_payment_is_made_by_its_qr_code_queried_by_its_id_and_refunded()
    {
        await using var quay = await Quay.OpenAsync();

        var payment = await quay.Client.PayAsync(Quay.Skiff(new(100_00, "EUR")));

        Assert.Equal(PaymentState.Pending, payment.State);
        Assert.Equal(payment.Number, payment.Self);
        Assert.Null(payment.Redirect);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], Convert.FromBase64String(payment.QrCode!)[..4]);
        await quay.Sandbox.Customer.AuthorizeAsync(payment.QrCode!);
        payment = await quay.Client.QueryAsync<SkiffPayment>(payment.Self!);
        Assert.Equal(PaymentState.Paid, payment.State);

        payment = await quay.Client.PartialRefundAsync(payment, new() { Money = s_refund, Reason = SkiffPartialRefundReason.Broken });
        Assert.Equal(PaymentState.RefundPending, payment.State);
        payment = await quay.Client.WaitForOutcomeAsync(payment, new() { FirstDelay = TimeSpan.FromMilliseconds(1) });
        payment = await quay.Client.RefundAsync(payment, new() { Reason = SkiffRefundReason.Wrong });

        Assert.Equal(PaymentState.RefundPending, payment.State);
        Assert.Equal(100_00, Assert.Single(quay.Sandbox.Gateway.Payments).Refunded);
    }

    [Fact]
    public async Task Every_operation_of_a_payment_that_is_authorized_first_goes_by_path()
    {
        await using var quay = await Quay.OpenAsync();
        var payment = await quay.HeldAsync(new(30_00, "GBP"));
        Assert.Equal((PaymentState.Authorized, null, null), (payment.State, payment.Redirect, payment.QrCode));

        payment = await quay.Client.PartialSettleAsync(payment, new() { Money = new(10_00, "GBP") });
        Assert.Equal((PaymentState.Paid, 10_00), (payment.State, Assert.Single(quay.Sandbox.Gateway.Payments).Captured));
        await quay.Client.PartialRefundAsync(payment, new() { Money = new(5_00, "GBP"), Note = "broken" });

        Assert.Equal(5_00, Assert.Single(quay.Sandbox.Gateway.Payments).Refunded);
        Assert.Equal(PaymentState.Cancelled, (await quay.Client.CancelAsync(await quay.HeldAsync(new(30_00, "GBP")))).State);
        Assert.Equal(PaymentState.Paid, (await quay.Client.SettleAsync(await quay.HeldAsync(new(30_00, "GBP")))).State);
        Assert.Equal(PaymentState.Paid, (await quay.Client.SettleAsync(await quay.HeldAsync(new(30_00, "GBP")), new() { Note = "thanks" })).State);
    }

    [Fact]
    public async Task A_shop_confirms_a_payment()
    {
        await using var quay = await Quay.OpenAsync();
        var payment = await quay.Client.PayAsync(
            new DoryPaymentRequest
            {
                Order = Orders.NewReference(),
                Pay = new() { Money = new(1_00, "GBP") },
                Back = new() { Done = new("https://shop.example/done") },
            }
        );

        Assert.Equal(PaymentState.Authorized, (await quay.Client.ConfirmAsync(payment)).State);
    }

    [Theory]
    [InlineData("USD", 50_00, "$.money.unit Currency")]
    [InlineData("EUR", 100_01, "$.money.sum Maximum")]
    [InlineData("EUR", 1_99, "$.money.sum Minimum")]
    public async Task A_refund_is_judged_by_what_the_method_takes_and_not_sent(string currency, long amount, string violation)
    {
        await using var quay = await Quay.OpenAsync();
        var payment = await quay.PaidAsync(new(200_00, "EUR"));
        quay.Sandbox.Received.Clear();

        var refused = await Assert.ThrowsAsync<ApmValidationException>(() =>
            quay.Client.PartialRefundAsync(payment, new() { Money = new(amount, currency), Reason = SkiffPartialRefundReason.Wrong }));

        Assert.Equal([violation], refused.Violations.Select(found => $"{found.Path} {found.Rule}"));
        Assert.Equal(0, quay.Sandbox.Received.Total);
    }

    [Fact]
    public async Task A_body_that_methods_share_is_judged_by_what_the_method_takes_too()
    {
        await using var quay = await Quay.OpenAsync();
        var payment = await quay.Client.SettleAsync(await quay.HeldAsync(new(300_00, "GBP")));

        Assert.Equal("$.money.unit Currency", Rules(payment.Validate(new QuayPartialRefundRequest { Money = new(1_00, "EUR") })));
        Assert.Equal("$.money.sum Maximum", Rules(payment.Validate(new QuayPartialRefundRequest { Money = new(20_01, "GBP") })));
        await Assert.ThrowsAsync<ApmValidationException>(() => quay.Client.PartialRefundAsync(payment, new() { Money = new(20_01, "GBP") }));
    }

    [Fact]
    public async Task Answers_have_what_the_specs_declare_and_lose_nothing_else()
    {
        await using var quay = await Quay.OpenAsync();
        var payment = await quay.PaidAsync(new(1230, "KWD"));

        Assert.Equal(new Money(1230, "KWD"), payment.Fee);
        Assert.Equal(("sandbox-trace", "sandbox-spoken"), (payment.Trace, payment.Spoken));
    }

    [Theory]
    [InlineData("""{"collection":{"number":"1","phase":"taken","page":"https://a.example/x"}}""", "https://a.example/x", null)]
    [InlineData("""{"collection":{"number":"1","phase":"taken","code":"skiff://pay?x=1"}}""", "skiff://pay?x=1", null)]
    [InlineData("""{"collection":{"number":"1","phase":"taken","page":"iVBORw0KGgo="}}""", null, "iVBORw0KGgo=")]
    [InlineData("""{"collection":{"number":"1","phase":"taken","page":"000201010212","code":"https://a.example/x"}}""", "https://a.example/x", "000201010212")]
    [InlineData("""{"collection":{"number":"1","phase":"taken","page":"/9j/4AAQ"}}""", null, "/9j/4AAQ")]
    [InlineData("""{"collection":{"number":"1","phase":"taken","page":"javascript:alert(1)","code":"000201010212"}}""", null, "000201010212")]
    [InlineData("""{"collection":{"number":"1","phase":"taken","page":"dory://pay?x=1","code":"SKIFF://pay?x=1"}}""", "SKIFF://pay?x=1", null)]
    [InlineData("""{"collection":{"number":"1","phase":"taken","page":""}}""", null, null)]
    [InlineData("""{"collection":{"number":"1","phase":"taken","page":null,"code":7}}""", null, null)]
    public void What_a_payment_goes_on_with_is_read_by_what_it_is(string json, string? redirect, string? qrCode)
    {
        var payment = SkiffPayment.Parse(json);

        Assert.Equal((redirect, qrCode), (payment.Redirect, payment.QrCode));
        Assert.Equal(json, payment.RawJson);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("-0.10")]
    [InlineData("1E+2")]
    [InlineData("123456789012345678901234567890.10")]
    public void An_id_and_a_status_that_are_numbers_are_read_with_all_their_digits(string number)
    {
        var payment = SkiffPayment.Parse($$$"""{"collection":{"phase":{{{number}}} ,"number":{{{number}}}}}""");

        Assert.Equal((number, number, number), (payment.Number, payment.Phase.Value, payment.Self));
        Assert.Throws<JsonException>(() => SkiffPayment.Parse("""{"collection":{"phase":true}}"""));
    }

    [Theory]
    [InlineData("""{"collection":{"number":"1","phase":"taken"}}""")]
    [InlineData("""{"collection":{"number":"1","phase":"taken","fee":"much","spoken":1},"trace":null}""")]
    [InlineData("""{"collection":{"number":"1","phase":"taken","fee":{"sum":"1.234","unit":"EUR"},"spoken":"\ud800"},"trace":["a"]}""")]
    public void A_declared_member_that_is_something_else_is_absent(string json)
    {
        var payment = SkiffPayment.Parse(json);

        Assert.Equal((null, null, null), (payment.Fee, payment.Spoken, payment.Trace));
    }

    [Fact]
    public async Task An_id_is_one_segment_of_the_path_below_the_base_address_whatever_it_holds()
    {
        using var answering = new Answering();
        using var http = ApmHttpHandler.CreateClient(answering);
        var client = new QuayClient(http, new QuayClientOptions { BaseAddress = new("https://proxy.example/quay/"), Token = "t" });

        await client.QueryAsync("a/../b?c#d%2F");

        Assert.Equal("https://proxy.example/quay/collections/a%2F..%2Fb%3Fc%23d%252F", answering.Asked!.OriginalString);
        await Assert.ThrowsAsync<ApmActionUnavailableException>(() => client.QueryAsync(".."));
    }

    private sealed class Answering : HttpMessageHandler
    {
        public Uri? Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = request.RequestUri;
            return Task.FromResult(
                new HttpResponseMessage { Content = new StringContent("""{"collection":{"number":"1","phase":"taken"}}"""), RequestMessage = request }
            );
        }
    }

    private static string Rules(ApmValidationResult result) => string.Join(", ", result.Violations.Select(found => $"{found.Path} {found.Rule}"));
}
