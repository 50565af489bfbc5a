using System.Text.Json;
using Apm.Sandbox;
using Apm.Specs;
using CsCheck;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>Validator and interpreter agree where a gateway's decimals are not those of ISO 4217, and on the bodies of operations.</summary>
public class QuayDifferentialTests
{
    private static readonly Gateway s_gateway = new(new() { Specs = Quay.Specs });
    private static readonly RequestInterpreter s_interpreter = new(s_gateway.Apis[0]);

    // Around every bound that the specs state, in units of ISO 4217 and in those of the gateway.
    private static readonly Gen<long> s_amounts = Gen.Frequency(
        (4, Gen.Long[1, 60_000]),
        (
            4,
            Gen.Select(
                AnyOf<long>(0, 1, 2, 5, 100, 150, 200, 500, 1_000, 10_000, 40_000, 200_000, 500_000, 9_999_999),
                AnyOf<long>(1, 10, 100, 1_000),
                Gen.Long[-1, 1],
                (bound, scale, delta) => (bound * scale) + delta)),
        (1, Gen.Long));

    private static readonly Gen<Money> s_money = Gen.Select(
            s_amounts,
            AnyOf("EUR", "GBP", "HUF", "HUF", "JPY", "KWD", "KWD", "USD", "SEK", "XYZ", ""),
            (amount, currency) => new Money(amount, currency))
        .Where(QuayJson.MoneyFormat.CanWrite);

    private static readonly Gen<string?> s_notes = Gen.Frequency(
        (3, Gen.Const((string?)null)),
        (3, Gen.Int[0, 50].Select(length => (string?)new string('n', length))));

    [Fact]
    public void On_requests() => s_money.Sample(
        money => Agree(Quay.Skiff(money), QuayJson.SkiffPaymentRequest, Quay.Skiff(money).Validate(), Method("skiff").Request),
        iter: 20_000);

    [Fact]
    public void On_the_body_of_a_refund_that_is_the_methods_own() => Gen.Select(s_money, s_notes, Gen.Int[-1, 3]).Sample(
        (money, note, reason) =>
        {
            var refund = new SkiffPartialRefundRequest { Money = money, Note = note, Reason = (SkiffPartialRefundReason)reason };
            Agree(refund, QuayJson.SkiffPartialRefundRequest, refund.Validate(), Method("skiff").Operation("partial-refund")!.Body!);
        },
        iter: 20_000);

    [Fact]
    public void On_the_body_of_a_refund_that_methods_share() =>
        Gen.Select(s_money, s_notes)
            .Sample(
                (money, note) =>
                {
                    var refund = new QuayPartialRefundRequest { Money = money, Note = note };
                    Agree(
                        refund,
                        QuayJson.QuayPartialRefundRequest,
                        DoryPayment.Parse("""{"collection":{"number":"1","phase":"taken"}}""").Validate(refund),
                        Method("dory").Operation("partial-refund")!.Body!);
                },
                iter: 20_000);

    [Fact]
    public void An_amount_that_the_gateway_cannot_write_is_a_violation()
    {
        Assert.Equal("$.pay.money.sum", Assert.Single(Quay.Skiff(new(100_50, "HUF")).Validate().Violations).Path);
        Assert.Equal("$.pay.money.sum", Assert.Single(Quay.Skiff(new(1_235, "KWD")).Validate().Violations).Path);
    }

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static MethodModel Method(string id) => s_gateway.Methods.Single(method => method.Id == id);

    private static void Agree<T>(T body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> info, ApmValidationResult result, FieldModel root)
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(body, info));
        Assert.Equal(
            s_interpreter.Check(root, json.RootElement).Select(violation => $"{violation.Path} {violation.Rule}").Order(),
            result.Violations.Select(violation => $"{violation.Path} {violation.Rule}").Order());
    }
}
