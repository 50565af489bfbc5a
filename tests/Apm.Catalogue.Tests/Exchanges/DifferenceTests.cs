using System.Security.Cryptography;
using Apm.Sandbox;
using Apm.Specs;
using Apm.Testing;

namespace Apm.Catalogue.Tests.Exchanges;

/// <summary>An exchange that does not agree is reported by each reader, with the member and both values.</summary>
public sealed class DifferenceTests : IDisposable
{
    private const string Spec = "worldpay/2024-07-01/alipay_hk";

    private const string Request =
        "{ transactionReference: A-1, merchant: { entity: Shop }, instruction: { method: alipay_hk, value: { amount: 1999, currency: HKD }, "
        + "narrative: { line1: Shop }, paymentInstrument: { type: direct }, "
        + "resultUrls: { success: 'https://s.example/1', pending: 'https://s.example/2', failure: 'https://s.example/3' } } }";

    private const string Links = "_links: { self: { href: 'https://try.access.worldpay.com/apmPayments/P-1' } }";

    private const string Response = $"{{ paymentId: P-1, lastEvent: pending, {Links}, redirect: 'https://pay.example/1' }}";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apm-exchanges-");

    public static TheoryData<string, string, string> Wrong => new()
    {
        // A request that loses a member, or that one side accepts.
        { Pay(Request.Edited("merchant: {", "merchant: { shop: 1, "), "{}"), "$.merchant.shop", "$.merchant.shop" },
        { Pay(Request.Edited("currency: HKD", "currency: USD"), Response), "$.instruction.value.currency", "$.instruction.value.currency" },
        { Pay(Request.Edited("line1: Shop", "line1: 'A & B'"), Response), "$.instruction.narrative.line1", "$.instruction.narrative.line1" },
        {
            $"operation: pay, request: {{ body: {Request} }}, refused: {{ at: [$.instruction.value.amount], because: the page has a lower limit }}",
            "the page has a lower limit",
            "the page has a lower limit"
        },

        // A response that is read otherwise.
        { Pay(Request, Response, "state: paid"), "'state' is read as 'Pending', and the exchange states 'Paid'", "'Paid'" },
        { Pay(Request, Response, "id: P-2"), "'id' is read as 'P-1'", "'P-2'" },
        { Pay(Request, Response, "qr-code: x"), "'qr-code' is not found", "'qr-code' is not found" },
        { Pay(Request, Response, "redirect: https://pay.example/2"), "'redirect' is read as", "'redirect' is read as" },
        { Pay(Request, Response, "operations: [refund]"), "'operations' is read as ''", "'operations' is read as ''" },
        { "operation: pay, response: { status: 400, body: { errorName: x } }, read: { error: y }", "'error' is read as 'x'", "'error' is read as 'x'" },
        {
            $"operation: pay, request: {{ body: {Request} }}, response: {{ status: 400, body: {{ errorName: x }} }}, read: {{ error: y }}",
            "'error'",
            "'error' is read as 'x'"
        },
        {
            $"operation: pay, request: {{ body: {Request} }}, response: {{ status: 200, body: {Response} }}",
            "the response has the status 200, and the spec has 201",
            "the response has the status 200, and the generated code has 201"
        },

        // Operations and headers.
        { "operation: cancel, response: { status: 202, body: { paymentId: P-1 } }", "the method does not offer", "the generated code does not offer" },
        {
            $"operation: pay, request: {{ headers: {{ WP-Api-Version: 2023-06-01 }}, body: {Request} }}, response: {{ status: 201, body: {Response} }}",
            "the header WP-Api-Version is '2024-07-01' in the spec, and the exchange states '2023-06-01'",
            "the header WP-Api-Version is sent as '2024-07-01', and the exchange states '2023-06-01'"
        },
        {
            $"steps: [{{ {Pay(Request, Response)} }}, {{ operation: refund, response: {{ status: 202, body: {Response} }} }}]",
            "the step before does not offer the operation 'refund'",
            "the client refuses the operation"
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_difference_is_reported_by_the_spec_and_by_generated_code(string exchange, string ofSpec, string ofCode)
    {
        var text = $"exchanges: {Spec}\nrecorded:\n  - {{ name: a, {exchange} }}\n";
        var file = ExchangeReader.Read("exchanges/a.yaml", text);
        Assert.Equal([], file.Diagnostics.Select(diagnostic => diagnostic.Message));
        var method = ShippedMethods.Method(Spec);

        var problems = new ExchangeCheck(ShippedMethods.Api(method), method).Check(file.Exchanges[0], file.Exchanges).Problems;

        Assert.Contains(ofSpec, string.Join('\n', problems.Select(problem => problem.Message)), StringComparison.Ordinal);
        Write(text);
        var test = Assert.Single(ExchangeTests.In(_folder.FullName, typeof(DifferenceTests).Assembly));
        var error = await Assert.ThrowsAsync<ExchangeException>(() => test.RunAsync(TestContext.Current.CancellationToken));
        Assert.Contains(ofCode, error.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{Spec}: a", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_of_a_payment_a_query_and_a_refund_is_called_with_the_payment_of_the_step_before()
    {
        const string Paid = $"{{ paymentId: P-1, lastEvent: settled, {Links}, _actions: {{ reverse: {{ href: 'https://try.access.worldpay.com/r' }} }} }}";
        Write(
            $"exchanges: {Spec}\nrecorded:\n  - {{ name: a, steps: [{{ {Pay(Request, Response)} }}, "
            + $"{{ operation: query, response: {{ status: 200, body: {Paid} }}, read: {{ state: paid, operations: [refund] }} }}, "
            + "{ operation: refund, response: { status: 202, body: { paymentId: P-1, lastEvent: sentForRefund } }, read: { state: refund-pending } }] }\n");

        await Assert.Single(ExchangeTests.In(_folder.FullName, typeof(DifferenceTests).Assembly)).RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_webhook_is_read_by_the_spec_and_by_generated_code()
    {
        const string Api = "worldpay/2024-07-01";
        const string Text =
            $"exchanges: {Api}\nrecorded:\n  - name: settled\n    webhook: {{ body: {{ eventId: E-1, eventTimestamp: '2026-01-31T10:00:00Z', eventDetails: "
            + "{ type: settled, transactionReference: A-1, amount: { value: 1234, currencyCode: JPY }, paymentInstrument: { method: klarna } } } }\n"
            + "    read: { id: E-1, type: settled, state: paid, reference: A-1, method: klarna, value: 1234 JPY }\n";
        var file = ExchangeReader.Read("exchanges/a.yaml", Text);
        var api = ShippedMethods.Api(ShippedMethods.Method(Spec));

        Assert.Empty(new ExchangeCheck(api, null).Check(file.Exchanges[0], []).Problems);
        Write(Text);
        await Assert.Single(ExchangeTests.In(_folder.FullName, typeof(DifferenceTests).Assembly)).RunAsync(TestContext.Current.CancellationToken);

        var wrong = Text.Edited("value: 1234 JPY", "value: 12.34 JPY");
        Write(wrong);
        Assert.NotEmpty(new ExchangeCheck(api, null).Check(ExchangeReader.Read("exchanges/a.yaml", wrong).Exchanges[0], []).Problems);
        var test = Assert.Single(ExchangeTests.In(_folder.FullName, typeof(DifferenceTests).Assembly));
        await Assert.ThrowsAsync<ExchangeException>(() => test.RunAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("", "", null)]
    [InlineData("classification: payment, state", "classification: payout, state", "'classification' is read as 'payment'")]
    [InlineData("state: unknown", "state: paid", "'state' is read as 'Unknown'")]
    [InlineData("type: tokenCreated,", "type: authorized,", "'type' is read as 'tokenCreated'")]
    [InlineData("timestamp: 2026-01-31T10:00:00.25Z", "timestamp: 2026-01-31T11:00:00.25Z", "'timestamp' is read as '2026-01-31T10:00:00.25Z'")]
    [InlineData("tokenId: 12", "tokenId: 13", "'members.tokenId' is read as '12'")]
    [InlineData("tokenId: 12", "tokenNo: 12", "'members.tokenNo' is not found")]
    [InlineData("createdAt: 2026-01-31T08:00:00Z", "createdAt: 2026-01-31", "'members.createdAt' is read as '2026-01-31T08:00:00Z'")]
    [InlineData("mandateSignatureDate: 2026-01-30 }", "mandateSignatureDate: 2026-01-30T00:00:00Z }", "'members.mandateSignatureDate' is read as '2026-01-30'")]
    [InlineData("tokenPaymentInstrument: { tokenId: '12' }", "token: { tokenId: '12' }", "'type' is not found")]
    public async Task A_webhook_with_members_of_its_type_is_read_by_the_spec_and_by_generated_code(string part, string by, string? difference)
    {
        const string Text = """
            exchanges: worldpay/2024-07-01
            recorded:
              - name: a token
                webhook:
                  body:
                    eventId: E-1
                    eventTimestamp: '2026-01-31T11:00:00.250+01:00'
                    eventDetails:
                      classification: payment
                      transactionReference: A-1
                      tokenCreatedAt: '2026-01-31T08:00:00'
                      tokenPaymentInstrument: { tokenId: '12' }
                      paymentInstrument: { method: sepa, mandateSignatureDate: '2026-01-30' }
                read:
                  { type: tokenCreated, classification: payment, state: unknown, timestamp: 2026-01-31T10:00:00.25Z,
                    members: { tokenId: 12, createdAt: 2026-01-31T08:00:00Z, mandateSignatureDate: 2026-01-30 } }
            """;
        await CheckWebhookAsync(part.Length == 0 ? Text : Text.Edited(part, by), difference, difference);
    }

    [Theory]
    [InlineData("", "", null, null)]
    [InlineData("1/SHA256/", "1/sha256/", null, null)]
    [InlineData("1/SHA256/", "2/SHA256/", "the signature in the header 'Event-Signature' is not right", "is received as WrongSignature")]
    [InlineData("1/SHA256/", "1/SHA512/", "with the spec, it is '1/SHA256/", "is received as WrongSignature")]
    [InlineData("Event-Signature", "X-Signature", "has no header 'Event-Signature'", "is received as WrongSignature")]
    [InlineData("secret", "another", "is not right", "is received as WrongSignature")]
    [InlineData("application/vnd.worldpay.events-v1.hal+json", "application/json", "the spec has 'application/vnd", "the generated type has 'application/vnd")]
    public async Task The_signature_and_the_media_type_of_a_webhook_are_those_of_the_spec(string part, string by, string? ofSpec, string? ofCode)
    {
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData("secret"u8, """{"eventId":"E-1"}"""u8));
        var text = $$"""
            exchanges: worldpay/2024-07-01
            recorded:
              - name: signed
                webhook:
                  headers: { Content-Type: application/vnd.worldpay.events-v1.hal+json, Event-Signature: 1/SHA256/{{signature}} }
                  keys: { 1: secret }
                  body: { eventId: E-1 }
            """;
        await CheckWebhookAsync(part.Length == 0 ? text : text.Edited(part, by), ofSpec, ofCode);
    }

    [Theory]
    [InlineData("exchanges: g/1/unknown\nrecorded: [ { name: a, operation: query, request: {} } ]", "has no types of the spec g/1/unknown")]
    [InlineData("exchanges: g/1/unknown\nrecorded: [ { name: a } ]", "line 2: APM0003")]
    [InlineData(null, "there is no YAML file in a folder")]
    public void Files_that_test_nothing_are_refused(string? text, string words)
    {
        if (text is not null)
        {
            Write(text);
        }

        var error = Assert.Throws<ExchangeException>(() => ExchangeTests.In(_folder.FullName, typeof(DifferenceTests).Assembly));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task CheckWebhookAsync(string text, string? ofSpec, string? ofCode)
    {
        var file = ExchangeReader.Read("exchanges/a.yaml", text);
        Assert.Equal([], file.Diagnostics.Select(diagnostic => diagnostic.Message));

        var problems = new ExchangeCheck(ShippedMethods.FindApi("worldpay/2024-07-01")!, null).Check(file.Exchanges[0], []).Problems;

        AssertStated(ofSpec, string.Join('\n', problems.Select(problem => problem.Message)));
        Write(text);
        var test = Assert.Single(ExchangeTests.In(_folder.FullName, typeof(DifferenceTests).Assembly));
        var error = await Record.ExceptionAsync(() => test.RunAsync(TestContext.Current.CancellationToken));
        AssertStated(ofCode, error?.Message ?? "");
    }

    private static void AssertStated(string? words, string message)
    {
        Assert.Contains(words ?? "", message, StringComparison.Ordinal);
        Assert.True(words is not null || message.Length == 0, message);
    }

    private static string Pay(string request, string response, string read = "") =>
        $"operation: pay, request: {{ body: {request} }}, response: {{ status: 201, body: {response} }}" + (read.Length == 0 ? "" : $", read: {{ {read} }}");

    private void Write(string text)
    {
        var folder = _folder.CreateSubdirectory("exchanges");
        File.WriteAllText(Path.Combine(folder.FullName, "a.yaml"), text);
    }
}

file static class Texts
{
    public static string Edited(this string text, string part, string by) => text.Replace(part, by, StringComparison.Ordinal);
}
