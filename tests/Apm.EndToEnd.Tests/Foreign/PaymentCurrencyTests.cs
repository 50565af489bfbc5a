namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>Amounts whose currency is that of the payment and is not sent.</summary>
public class PaymentCurrencyTests
{
    private static readonly CancellationToken s_token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_amount_is_sent_without_its_currency_and_read_in_that_of_the_payment()
    {
        var shop = new Slipway();
        var payment = await shop.HeldAsync(new(12_50, "EUR"));

        var paid = await shop.Client.PartialSettleAsync(payment, new() { AmountToCapture = new(5_00, "EUR") }, s_token);

        Assert.Equal((PaymentState.Paid, new Money(5_00, "EUR")), (paid.State, paid.CapturedValue));
        Assert.Equal(500, shop.Gateway.Payments[0].Captured);
    }

    [Fact]
    public async Task Another_currency_is_refused_and_nothing_is_sent()
    {
        var shop = new Slipway();
        var payment = await shop.HeldAsync(new(12_50, "EUR"));

        var exception = await Assert.ThrowsAsync<ApmValidationException>(
            () => shop.Client.PartialSettleAsync(payment, new() { AmountToCapture = new(500, "JPY") }, s_token));

        var violation = Assert.Single(exception.Violations);
        Assert.Equal(("$.amount_to_capture", "AmountToCapture", ViolationRule.Currency), (violation.Path, violation.Member, violation.Rule));
        Assert.Equal(0, shop.Gateway.Received["partial-settle"]);
    }

    [Fact]
    public async Task A_currency_that_is_not_known_is_not_guessed()
    {
        var shop = new Slipway();
        var payment = CutterPayment.Known("ch_1");

        var exception = await Assert.ThrowsAsync<ApmActionUnavailableException>(
            () => shop.Client.PartialSettleAsync(payment, new() { AmountToCapture = new(5_00, "EUR") }, s_token));

        Assert.Contains("payment.currency", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, shop.Gateway.Received["partial-settle"]);
    }

    [Fact]
    public async Task The_gateway_checks_the_amount_with_what_is_left()
    {
        var shop = new Slipway();
        var payment = await shop.HeldAsync(new(12_50, "EUR"));

        var exception = await Assert.ThrowsAsync<ApmGatewayException>(
            () => shop.Client.PartialSettleAsync(payment, new() { AmountToCapture = new(12_51, "EUR") }, s_token));

        Assert.Equal(["amount_to_capture"], exception.Errors.Select(error => error.JsonPath?.Replace("$.", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_refund_has_the_currency_of_its_payment()
    {
        var shop = new Slipway();
        var payment = await shop.HeldAsync(new(500, "JPY"));
        await shop.Client.SettleAsync(payment, cancellationToken: s_token);

        var part = await shop.Client.PartialRefundAsync(payment, new() { Amount = new(100, "JPY") }, s_token);

        Assert.Equal((new Money(100, "JPY"), true), (part.Value, part.Fee is { Currency: "JPY" }));
        Assert.Null(SlipwayRefund.Parse(part.RawJson).Value);
    }

    [Fact]
    public async Task The_whole_amount_is_sent_without_its_currency()
    {
        var shop = new Slipway();
        var payment = await shop.HeldAsync(new(500, "JPY"));
        await shop.Client.SettleAsync(payment, cancellationToken: s_token);

        var whole = await shop.Client.RefundAsync(payment, cancellationToken: s_token);

        Assert.Equal((new Money(500, "JPY"), 500), (whole.Value, shop.Gateway.Payments[0].Refunded));
    }

    [Fact]
    public void Stored_json_keeps_the_currency()
    {
        var request = new SlipwayPartialSettleRequest { AmountToCapture = new(5_00, "EUR"), Tip = new(20, "EUR") };

        var json = System.Text.Json.JsonSerializer.Serialize(request, SlipwayJson.SlipwayPartialSettleRequest);

        Assert.Equal("""{"amount_to_capture":500,"$currency":"eur","tip":20}""", json);
        Assert.Equal(request, System.Text.Json.JsonSerializer.Deserialize(json, SlipwayJson.SlipwayPartialSettleRequest));
    }

    [Fact]
    public void Two_amounts_have_one_currency()
    {
        var request = new SlipwayPartialSettleRequest { AmountToCapture = new(5_00, "EUR"), Tip = new(20, "JPY") };

        var violation = Assert.Single(CutterPayment.Known("ch_1").Validate(request).Violations);

        Assert.Equal(("$.tip", "must be in the currency of amount_to_capture, because the payment has one"), (violation.Path, violation.Requirement));
    }
}
