using System.Text;

namespace Apm.Tests;

/// <summary>The type, the classification and the members of one type of webhook.</summary>
public class EventDetailsTests
{
    private static readonly WebhookProfile s_profile = new()
    {
        Api = "acme/1",
        Id = "id",
        Type = "event.type",
        OtherTypes = ["kind", "name"],
        InferredTypes =
        [
            new("both", new WebhookTypeCondition("token"), new WebhookTypeCondition("by", "shop", "customer")),
            new("tokenCreated", new WebhookTypeCondition("token")),
        ],
        Classification = "event.about",
        PaymentClassifications = ["payment", "refund"],
        SignatureHeader = "S",
        SignatureForm = WebhookSignatureForm.Single,
        SignatureAlgorithm = WebhookSignatureAlgorithm.HmacSha256,
        SignatureEncoding = WebhookSignatureEncoding.Hex,
        AcknowledgeStatus = 200,
        AcknowledgeWithin = TimeSpan.FromSeconds(5),
    };

    [Theory]
    [InlineData("""{"event":{"type":"paid"},"kind":"other","token":{}}""", "paid")]
    [InlineData("""{"event":{"type":""},"kind":"other","token":{}}""", "other")]
    [InlineData("""{"event":{"type":[]},"name":"third","token":{}}""", "third")]
    [InlineData("""{"token":{}}""", "tokenCreated")]
    [InlineData("""{"token":false}""", "tokenCreated")]
    [InlineData("""{"token":{},"by":"shop"}""", "both")]
    [InlineData("""{"token":{},"by":"customer"}""", "both")]
    [InlineData("""{"token":{},"by":"else"}""", "tokenCreated")]
    [InlineData("""{"token":{},"by":["shop"]}""", "tokenCreated")]
    [InlineData("""{"token":null,"by":"shop"}""", "")]
    [InlineData("{}", "")]
    public void The_type_is_the_first_text_or_that_of_the_members(string json, string type) => Assert.Equal(type, Content(json).Type);

    [Theory]
    [InlineData("{}", null, true)]
    [InlineData("""{"event":{"about":null}}""", null, true)]
    [InlineData("""{"event":{"about":"payment"}}""", "payment", true)]
    [InlineData("""{"event":{"about":"refund"}}""", "refund", true)]
    [InlineData("""{"event":{"about":"payout"}}""", "payout", false)]
    [InlineData("""{"event":{"about":"Payment"}}""", "Payment", false)]
    [InlineData("""{"event":{"about":""}}""", null, false)]
    [InlineData("""{"event":{"about":["payment"]}}""", null, false)]
    public void A_webhook_is_about_a_payment_unless_it_is_classified_otherwise(string json, string? classification, bool isAboutPayment)
    {
        var content = Content(json);

        Assert.Equal((classification, isAboutPayment), (content.Classification, content.IsAboutPayment));
    }

    [Fact]
    public void Without_a_classification_every_webhook_is_about_a_payment()
    {
        var read = EventContent.Read(Acme.AcmeEvent.Shape, """{"event":{"about":"payout"}}"""u8.ToArray());

        Assert.True(read.IsAboutPayment);
        Assert.Null(Acme.AcmeEvent.Parse("""{"event":{"about":"payout"}}""").Classification);
    }

    [Fact]
    public void A_member_is_read_at_the_first_place_that_has_a_value_of_its_type()
    {
        var read = Read("""
            {"a":{"text":"","number":"5","truth":"true","money":{"amount":1},"time":"soon","date":"2026-02-30"},
            "text":12.50,"number":7,"truth":false,"money":{"amount":1250,"currency":"EUR"},"time":"2026-03-01T10:00:00+02:00","date":"2026-03-01"}
            """);

        Assert.Equal(("12.50", 7L, false, new Money(1250, "EUR")), (read.Text, read.Number, read.Truth, read.Money));
        Assert.Equal((new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), new DateOnly(2026, 3, 1)), (read.Time, read.Date));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"text":null,"number":null,"truth":null,"money":null,"time":null,"date":null}""")]
    [InlineData("""{"text":{},"number":1.5,"truth":1,"money":"12 EUR","time":1,"date":"1.3.2026"}""")]
    [InlineData("""{"text":"\ud800","number":"1","truth":"false","money":{"amount":1,"currency":"eur"},"time":"","date":"2026-3-1"}""")]
    public void A_member_of_another_type_is_null(string json)
    {
        var read = Read(json);

        Assert.Equal((null, null, null, null), (read.Text, read.Number, read.Truth, read.Money));
        Assert.Equal((null, null), (read.Time, read.Date));
    }

    [Fact]
    public void Its_text_shows_no_member() => Assert.Equal("Details", Read("""{"text":"Ada Lovelace"}""").ToString());

    [Fact]
    public void Details_of_nothing_are_refused() => Assert.Throws<ArgumentNullException>("content", () => new Details(null!));

    private static EventContent Content(string json) => EventContent.Read(s_profile, Encoding.UTF8.GetBytes(json));

    private static Details Read(string json) => new(Content(json));

    private sealed class Details(EventContent content) : EventDetails(content)
    {
        public string? Text => TextMember("a.text", "text");

        public long? Number => IntegerMember("a.number", "number");

        public bool? Truth => BooleanMember("a.truth", "truth");

        public Money? Money => MoneyMember(new MoneyFormat(MoneyNotation.MinorUnits, "amount", "currency"), "a.money", "money");

        public DateTimeOffset? Time => TimestampMember("a.time", "time");

        public DateOnly? Date => DateMember("a.date", "date");
    }
}
