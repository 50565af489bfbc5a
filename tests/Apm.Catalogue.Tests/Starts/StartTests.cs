using System.Text.Json.Nodes;
using Apm.Sandbox;
using Apm.Specs;

namespace Apm.Catalogue.Tests.Starts;

// docs/decisions/sources-and-exchanges.md
/// <summary>The ways in which a payment is started at Worldpay: with details of the customer, with a checkout of the gateway, and with a token.</summary>
public class StartTests
{
    public const string Type = Instrument + ".type";

    private const string Instrument = "instruction.paymentInstrument";

    public static TheoryData<string> Checkouts => With("checkout");

    public static TheoryData<string> Tokens => With("token");

    [Fact]
    public void A_type_of_payment_is_accepted_only_where_its_own_field_exists()
    {
        Assert.NotEmpty(Checkouts.SelectMany(id => CollectedFields.Of(id.Data)));
        Assert.All(Checkouts, id => Assert.Contains("sessionHref", Members(id.Data)));
        Assert.All(Tokens, id => Assert.Contains("tokenId", Members(id.Data)));
        Assert.NotEmpty(Tokens);
    }

    [Theory]
    [MemberData(nameof(Checkouts))]
    public void A_checkout_is_accepted_without_what_it_collects(string spec) => AssertAccepted(spec, Checkout(spec));

    [Theory]
    [MemberData(nameof(Checkouts))]
    public void A_checkout_is_accepted_with_a_part_of_what_it_collects(string spec)
    {
        foreach (var kept in CollectedFields.Of(spec))
        {
            var (checkout, example) = (Checkout(spec), Examples.Pay(spec));
            Json.Set(checkout, "instruction." + kept, Json.Get(example, "instruction." + kept)!);

            AssertAccepted(spec, checkout);
        }
    }

    [Theory]
    [MemberData(nameof(Checkouts))]
    public void A_checkout_without_its_session_is_refused(string spec)
    {
        var checkout = Checkout(spec);
        Json.Remove(checkout, Instrument + ".sessionHref");

        AssertRefused(spec, checkout, Instrument + ".sessionHref");
    }

    [Theory]
    [MemberData(nameof(Checkouts))]
    public void A_direct_payment_needs_what_a_checkout_collects(string spec)
    {
        foreach (var field in CollectedFields.Of(spec).Select(field => "instruction." + field))
        {
            var direct = Examples.Pay(spec);
            Json.Remove(direct, field);

            AssertRefused(spec, direct, field);
        }
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void A_payment_by_token_keeps_its_token(string spec) => AssertAccepted(spec, Token(spec));

    [Theory]
    [MemberData(nameof(Tokens))]
    public void A_payment_by_token_that_names_none_is_refused(string spec)
    {
        var token = Token(spec);
        Json.Remove(token, Instrument + ".tokenId");

        AssertRefused(spec, token, Instrument + ".tokenId");
    }

    [Fact]
    public void A_token_stands_for_the_account_and_the_mandate_of_sepa()
    {
        const string Spec = "worldpay/2024-07-01/sepa";
        var token = Token(Spec);
        foreach (var field in (string[])["iban", "accountHolderName", "billingAddress", "swiftBic"])
        {
            Json.Remove(token, $"{Instrument}.{field}");
        }

        Json.Remove(token, "instruction.customerAgreement.mandate");
        Json.Set(token, "instruction.customerAgreement.reference", "TEA-CLUB-7");
        AssertAccepted(Spec, token);

        Json.Remove(token, "instruction.customer");
        AssertRefused(Spec, token, "instruction.customer");
        var direct = Examples.Pay(Spec);
        Json.Remove(direct, "instruction.customerAgreement.mandate");
        AssertRefused(Spec, direct, "instruction.customerAgreement.mandate");
    }

    [Fact]
    public void A_token_stands_for_what_a_customer_of_klarna_subscribed_to()
    {
        const string Spec = "worldpay/2024-07-01/klarna";
        var token = Token(Spec);
        Json.Set(token, "instruction.customerAgreement", new JsonObject { ["type"] = "recurring" });

        AssertAccepted(Spec, token);
    }

    private static JsonObject Checkout(string spec)
    {
        var checkout = Examples.Pay(spec);
        foreach (var field in CollectedFields.Of(spec))
        {
            Json.Remove(checkout, "instruction." + field);
            Json.RemoveEmpty(checkout, "instruction.customer");
        }

        Json.Set(checkout, Instrument + ".type", "checkout");
        Json.Set(checkout, Instrument + ".sessionHref", "https://sessions.teashop.example/1001");
        return checkout;
    }

    private static JsonObject Token(string spec)
    {
        var token = Examples.Pay(spec);
        Json.Set(token, Instrument + ".type", "token");
        Json.Set(token, Instrument + ".tokenId", "7310298465102938471");
        return token;
    }

    private static void AssertAccepted(string spec, JsonObject json)
    {
        var (generated, model) = (GeneratedTypes.Of(spec), ShippedMethods.Method(spec));
        var request = generated.Read(json);

        Assert.Empty(request.Validate().Violations);
        Assert.Empty(new RequestInterpreter(ShippedMethods.Api(model)).Check(model, Json.Element(json)));
        Assert.True(JsonNode.DeepEquals(json, JsonNode.Parse(generated.Write(request))), json.ToJsonString());
    }

    private static void AssertRefused(string spec, JsonObject json, string path)
    {
        var (generated, model) = (GeneratedTypes.Of(spec), ShippedMethods.Method(spec));

        Assert.Contains("$." + path, generated.Read(json).Validate().Violations.Select(violation => violation.Path));
        Assert.Contains("$." + path, new RequestInterpreter(ShippedMethods.Api(model)).Check(model, Json.Element(json)).Select(violation => violation.Path));
    }

    private static TheoryData<string> With(string type) => 
        [.. ShippedMethods.Ids.Select(id => id.Data).Where(spec => spec.StartsWith("worldpay/", StringComparison.Ordinal) && Types(spec).Contains(type))];

    private static IReadOnlyList<string> Types(string spec) => Field(spec, Type).Values;

    private static IEnumerable<string> Members(string spec) => Field(spec, Instrument).Members.Select(member => member.Name);

    private static FieldModel Field(string spec, string path) =>
        path.Split('.').Aggregate(ShippedMethods.Method(spec).Request, (field, name) => field.Members.Single(member => member.Name == name));
}
