using System.Text;
using System.Text.Json;
using Apm.Tests.Acme;

namespace Apm.Tests;

public class PaymentTests
{
    [Fact]
    public void A_payment_keeps_what_the_spec_does_not_know()
    {
        var payment = Make(
            """
            {
              "paymentId": "p\u00e9",
              "lastEvent": "newStatus",
              "_links": { "self": { "href": "/self" }, "reverse": { "href": "/reverse", "title": "x" } },
              "added": { "later": [1] },
              "dotted.name": true
            }
            """);

        Assert.Equal("pé", payment.PaymentId);
        Assert.Equal("newStatus", payment.LastEvent);
        Assert.Equal(PaymentState.Unknown, payment.State);
        Assert.Equal("/self", payment.Self);
        Assert.Null(payment.Redirect);
        Assert.Equal([new PaymentAction("reverse", "/reverse")], payment.Actions);
        Assert.Equal("/reverse", payment.RequireLink("reverse", "refund"));
        Assert.True(payment.TryGetMember("added.later", out var later));
        Assert.Equal("[1]", later.GetRawText());
        Assert.True(payment.TryGetMember("dotted.name", out _));
        Assert.True(payment.TryGetMember("_links.self.href", out _));
        Assert.False(payment.TryGetMember("added.later.deeper", out _));
        Assert.False(payment.TryGetMember("absent", out var absent));
        Assert.Equal(default, absent.ValueKind);
        Assert.Contains("\"added\"", payment.RawJson, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_whose_name_is_half_a_surrogate_pair_is_absent()
    {
        var payment = Make("""{"paymentId":"p","first":1,"twice":1,"twice":2,"inner":{"deep":3,"\ud800abc":4},"\ud800abcdefghijklmnop":5}""");

        Assert.True(payment.TryGetMember("first", out _));
        Assert.True(payment.TryGetMember("twice", out var last));
        Assert.Equal(2, last.GetInt32());
        Assert.True(payment.TryGetMember("inner.deep", out _));
        Assert.False(payment.TryGetMember("absent", out var absent));
        Assert.Equal(default, absent.ValueKind);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("with \\\"escapes\\\" \\u00e4 and ü")]
    [InlineData("")]
    public void A_text_is_the_same_early_and_late(string json)
    {
        var payment = Make($$"""{"paymentId":"{{json}}"}""");
        var expected = JsonDocument.Parse($"\"{json}\"").RootElement.GetString();
        Assert.Equal(expected, payment.PaymentId);
        Assert.Equal(expected, payment.PaymentId);
    }

    [Theory]
    [InlineData(PaymentState.Unknown, false)]
    [InlineData(PaymentState.Pending, false)]
    [InlineData(PaymentState.RefundPending, false)]
    [InlineData(PaymentState.Authorized, true)]
    [InlineData(PaymentState.Paid, true)]
    [InlineData(PaymentState.Failed, true)]
    [InlineData(PaymentState.Cancelled, true)]
    [InlineData(PaymentState.Expired, true)]
    [InlineData(PaymentState.Refunded, true)]
    [InlineData(PaymentState.Disputed, true)]
    public void Waiting_ends_where_time_alone_changes_nothing(PaymentState state, bool final) => Assert.Equal(final, state.IsFinal());

    [Fact]
    public void What_a_gateway_writes_in_place_of_a_code_is_in_no_message()
    {
        var payment = Make("""{"paymentId":"for Erika","lastEvent":"held\nfor Erika","_links":{"call Erika":{"href":"/x"} } }""");

        Assert.Equal("AcmePayment { Id = (withheld), Status = (withheld), State = Unknown }", payment.ToString());
        Assert.Equal("(withheld)", Assert.Single(payment.Actions).ToString());
        Assert.DoesNotContain(
            "Erika",
            Assert.Throws<ApmActionUnavailableException>(() => payment.RequireLink("reverse", "refund")).Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Erika",
            Assert.Throws<ApmActionUnavailableException>(() => payment.RequireLink("reverse", "refund", "held\nfor Erika")).Message,
            StringComparison.Ordinal);
        Assert.Equal("AcmePayment { Id = p, Status = , State = Unknown }", Make("""{"paymentId":"p"}""").ToString());
    }

    [Fact]
    public void A_payment_that_a_test_makes_can_be_serialised()
    {
        var options = new JsonSerializerOptions { Converters = { new JsonModelConverter<Bare>() } };
        foreach (var response in (PaymentResponse[])[new() { Id = "p" }, new() { RawJson = Array.Empty<byte>() }])
        {
            var payment = new Bare(response);
            Assert.Equal("{}", JsonSerializer.Serialize(payment, options));
            Assert.Equal("{}", payment.RawJson);
            Assert.False(payment.TryGetMember("id", out _));
        }
    }

    internal static AcmePayment Make(string json) => Create<AcmePayment>(AcmeJson.ReadPayment(new ApmHttpResponse(200, Encoding.UTF8.GetBytes(json))));

    private static TPayment Create<TPayment>(PaymentResponse response)
        where TPayment : Payment, IPayment<TPayment> => TPayment.Create(response);

    // As a generator writes one.
    private sealed class Bare(PaymentResponse response) : Payment(response), IJsonModel<Bare>
    {
        public override PaymentState State => PaymentState.Unknown;

        public static void Write(ref JsonOutput output, Bare value) => output.Raw(value.RawUtf8.Span);

        public static Bare Read(ref Utf8JsonReader reader, string path) => throw new NotSupportedException();
    }

    [Theory]
    [InlineData("""{"amount":1234,"currency":"HKD"}""", true)]
    [InlineData("""{"amount":1234,"currency":"HKD","more":"?"}""", false)]
    [InlineData("""{"amount":1234,"currency":"?"}""", false)]
    public void Money_among_bytes_that_are_no_UTF8_is_absent(string money, bool isThere)
    {
        var json = Encoding.UTF8.GetBytes($$"""{"fee":{{money}}}""");
        json.AsSpan().Replace((byte)'?', (byte)0xFF);

        Assert.Equal(isThere ? new Money(1234, "HKD") : null, new PaymentWithFee(new() { RawJson = json }).Fee);
    }

    private sealed class PaymentWithFee(PaymentResponse response) : Payment(response)
    {
        public override PaymentState State => PaymentState.Unknown;

        public Money? Fee => MoneyMember("fee", AcmeJson.Money);
    }
}
