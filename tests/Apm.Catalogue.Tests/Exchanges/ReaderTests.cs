using Apm.Sandbox;
using Apm.Specs;
using Apm.Testing;

namespace Apm.Catalogue.Tests.Exchanges;

/// <summary>The reader that has the spec alone and the reader that has the generated code come to the same result.</summary>
public sealed class ReaderTests : IDisposable
{
    private const string Body = "{ order_id: A-1, money: { sum: '12.50', code: EUR }, method: quay_pay }";
    private const string Paid = "{ id: P-1, state: paid, links: { refundPart: { href: 'https://api.quay.example/r/1' } } }";

    private static readonly string s_specs = Path.Combine(RepositoryFolder.Path, "tests/Apm.Catalogue.Tests/Exchanges/Readers");

    private static readonly Gateway s_gateway = new(new SandboxOptions { SpecFolder = s_specs });
    private static readonly ApiModel s_api = s_gateway.Apis.Single(api => api.Id == "quay/1");
    private static readonly MethodModel s_method = s_gateway.Methods.Single(method => method.Api == "quay/1");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apm-readers-");

    /// <summary>An exchange, whether it agrees, and a part of it that is not checked.</summary>
    public static TheoryData<string, bool, string?> Exchanges => new()
    {
        // Members.
        { Answer("bank_code: B-1", "members: { bank_code: B-1 }"), true, null },
        { Answer("bank_code: B-1", "members: { bank_code: B-2 }"), false, null },
        { Answer("bank_code: 1", "members: { bank_code: 1 }"), false, null },
        { Answer("state_text: open", "members: { state_text: open }"), true, null },
        { Answer("'fee.total': { sum: '1', code: EUR }", "members: { fee.total: 1 EUR }"), true, null },
        { Answer("parts: 2", "members: { parts: 2 }"), true, null },
        { Answer("parts: 2.0", "members: { parts: 2 }"), false, null },
        { Answer("parts: '2'", "members: { parts: 2 }"), false, null },

        // Money.
        { Answer("fee: { total: { sum: '12.5', code: EUR } }", "members: { fee.total: 12.50 EUR }"), true, null },
        { Answer("fee: { total: { sum: '12.50', code: EUR } }", "members: { fee.total: 12.5 EUR }"), true, null },
        { Answer("fee: { total: { sum: '12.50', code: EUR } }", "members: { fee.total: 12.51 EUR }"), false, null },
        { Answer("fee: { total: { sum: '12.505', code: EUR } }", "members: { fee.total: 12.505 EUR }"), false, null },
        { Answer("fee: { total: { sum: '1.0', code: JPY } }", "members: { fee.total: 1 JPY }"), true, null },
        { Answer("fee: { total: { sum: '1.505', code: KWD } }", "members: { fee.total: 1.505 KWD }"), true, null },
        { Answer("fee: { total: { sum: '1.50', code: CNH } }", "members: { fee.total: 1.5 CNH }"), true, null },
        { Answer("fee: { total: { sum: '1.50', code: XQX } }", "members: { fee.total: 1.50 XQX }"), false, null },
        { Answer("fee: { total: { sum: 1.50, code: EUR } }", "members: { fee.total: 1.50 EUR }"), false, null },
        { Answer("fee: { total: { sum: '1e1', code: EUR } }", "members: { fee.total: 10 EUR }"), false, null },
        { Answer("fee: { total: { sum: '99999999999999999999', code: EUR } }", "members: { fee.total: 99999999999999999999 EUR }"), false, null },
        { Hook("money: { sum: 1250, code: EUR }", "value: 12.5 EUR"), true, null },
        { Hook("money: { sum: 1250, code: CNH }", "value: 12.50 CNH"), true, null },
        { Hook("money: { sum: 1250, code: XQX }", "value: 1250 minor units of XQX"), true, null },
        { Hook("money: { sum: 1250, code: XQX }", "value: 1250 XQX"), false, null },
        { Hook("money: { sum: 1250, code: eur }", "value: 12.50 eur"), false, null },
        { Hook("money: { sum: '1250', code: EUR }", "value: 12.50 EUR"), false, null },

        // Times.
        { Hook("at: '2026-01-31T10:00:00.123456789Z'", "timestamp: 2026-01-31T10:00:00.1234567Z"), true, null },
        { Hook("at: '2026-01-31T10:00:00,5+0130'", "timestamp: 2026-01-31T08:30:00.5Z"), true, null },
        { Hook("at: '2026-01-31 10:00'", "timestamp: 2026-01-31T10:00:00Z"), true, null },
        { Hook("at: '2026-01-31T23:59:60Z'", "timestamp: 2026-02-01T00:00:00Z"), true, null },
        { Hook("at: '2026-01-31T23:58:60Z'", "timestamp: 2026-01-31T23:59:00Z"), false, null },
        { Hook("at: 'Sat, 31 Jan 2026 10:00:00 GMT'", "timestamp: 2026-01-31T10:00:00Z"), false, null },
        { Hook("at: '31/01/2026 10:00:00'", "timestamp: 2026-01-31T10:00:00Z"), false, null },
        { Hook("at: '2026-01-31'", "timestamp: 2026-01-31T00:00:00Z"), false, null },
        { Hook("at: '2026-01-31T10:00:00+15:00'", "timestamp: 2026-01-30T19:00:00Z"), false, null },
        { Hook("at: '9999-12-31T23:59:59-01:00'", "timestamp: 9999-12-31T23:59:59Z"), false, null },

        // Redirects.
        { Answer("go_to: 'https://münchen.example/straße?q=ü'", "redirect: 'https://xn--mnchen-3ya.example/stra%C3%9Fe?q=%C3%BC'"), true, null },
        { Answer("go_to: 'https://münchen.example/'", "redirect: 'https://münchen.example/'"), false, null },
        { Answer("go_to: \"https://pay.example/it's\"", "redirect: 'https://pay.example/it%27s'"), true, null },
        { Answer("go_to: 'quay://pay/ü'", "redirect: 'quay://pay/%C3%BC'"), true, null },
        { Answer("go_to: 'other://pay/1'", "redirect: 'other://pay/1'"), false, null },
        { Answer("go_to: 'other://pay/1'", "qr-code: 'other://pay/1'"), false, null },
        { Answer("go_to: 'https://user@pay.example/1'", "redirect: 'https://user@pay.example/1'"), false, null },
        { Answer("go_to: 'https:pay.example/1'", "redirect: 'https:pay.example/1'"), false, null },
        { Answer("go_to: ' https://pay.example/1'", "qr-code: ' https://pay.example/1'"), false, null },
        { Answer("go_to: '00020126'", "qr-code: '00020126'"), true, null },
        { Answer("show: iVBO, go_to: 'https://pay.example/1'", "redirect: 'https://pay.example/1', qr-code: iVBO"), true, null },

        // Responses.
        { $"operation: pay, request: {{ body: {Body} }}, response: {{ status: 200, body: {Paid} }}", false, null },
        { $"operation: pay, request: {{ body: {Body} }}, response: {{ status: 302, body: {Paid} }}", false, null },
        { $"operation: pay, request: {{ body: {Body} }}, response: {{ status: 201, text: paid }}", false, null },
        { $"operation: pay, request: {{ body: {Body} }}, response: {{ status: 201 }}", false, null },
        { $"operation: pay, request: {{ body: {Body} }}, response: {{ status: 201, body: {{ other: 1 }} }}", false, null },
        { $"operation: pay, request: {{ body: {Body} }}, response: {{ status: 201, body: {{ id: true }} }}", false, null },
        {
            $"operation: pay, request: {{ body: {Body} }}, response: {{ status: 201, headers: {{ Via: x }}, body: {Paid} }}",
            true,
            "the header Via of the response"
        },
        { "operation: query, response: { status: 404, headers: { Quay-Id: q }, body: { code: gone } }, read: { error: gone, code: not-found }", true, null },
        { "operation: query, response: { status: 404, body: { code: lost } }, read: { error: lost, code: not-found }", false, null },
        { "operation: pay, response: { status: 409, body: { code: twice } }, read: { code: duplicate-reference }", true, null },
        { "operation: pay, response: { status: 409, body: { code: twice } }, read: { code: not-found }", false, null },
        { "operation: pay, response: { status: 409, body: { code: 12 } }, read: { error: 12 }", true, null },
        { "operation: pay, response: { status: 502, text: bad }, read: { error: bad }", false, null },
        { "operation: pay, response: { status: 502, text: bad }", true, null },
        { "operation: query, response: { status: 200, body: { id: P-1, state: paid } }, read: { type: x }", false, null },

        // Requests.
        { Pay("post: /payments"), true, null },
        { Pay("post: /payment"), false, null },
        { Pay("put: /payments"), false, null },
        { Pay("headers: { Quay-Version: 1, Quay-Once: A-1, Content-Type: application/json, X-Quay-Key: mine }"), true, null },
        { Pay("headers: { Quay-Version: 2 }"), false, null },
        { Pay("headers: { Quay-Once: A-2 }"), false, null },
        { Pay("headers: { Content-Type: text/json }"), false, null },
        { Pay("headers: { Accept: application/json }"), false, null },
        { "operation: pay, request: { form: { order_id: A-1 } }", false, null },
        { "operation: pay, request: { post: /payments }", false, null },
        { "operation: pay, request: { body: null }", false, null },
        { "operation: pay, request: { body: [] }", false, null },
        { "operation: refund, request: { form: { a: b } }", false, null },
        { "operation: refund, request: { body: { a: b } }", false, null },
        { "operation: cancel, request: {}", false, null },
        { "operation: settle, request: {}", false, null },

        // What a gateway accepts, and a client does not write.
        { PayWith("note: null"), false, null },
        { PayWith("note: short"), true, null },
        { PayWith("extra: { hint: left }"), false, null },
        { PayWith("extra: { hint: left, speed: fast }"), true, null },
        { PayWith("extra: { hint: left, speed: null }"), false, null },
        { PayWith("extra: { hint: null, speed: slow }"), false, null },
        { PayWith("extra: null"), false, null },
        { PayWith("", "money: { sum: '12.50', code: EUR, tax: 1 }"), false, null },
        { PayWith("", "money: { sum: '012.50', code: EUR }"), false, null },
        { PayWith("", "money: { sum: '0.50', code: EUR }"), true, null },
        { PayWith("", "money: { sum: '012', code: JPY }"), false, null },

        // Refused requests.
        { Refused("note: too long", "$.note", "post: /payments, headers: { Quay-Version: 1 }", "wrong"), true, null },
        { Refused("note: too long", "$.note", "post: /pay", "wrong"), false, null },
        { Refused("note: too long", "$.note", "headers: { Quay-Version: 2 }", "wrong"), false, null },
        { Refused("note: too long", "$.note", "post: /payments", "other"), false, null },
        { Refused("note: short", "$.note", "post: /payments", "wrong"), false, null },
        { Refused("note: 1", "$.note", "post: /payments", "wrong"), true, null },
        { "operation: pay, request: { body: { note: 1, method: quay_pay } }, refused: { at: [$.order_id, $.money, $.note], because: a }", true, null },

        // Operations that stand alone, and chains.
        { "operation: query, request: { get: /payments/P-7 }, response: { status: 200, body: { id: P-7, state: paid } }", true, null },
        { "operation: query, request: { get: /payments/P-8 }, response: { status: 200, body: { id: P-7, state: paid } }", false, null },
        { "operation: refund, request: { post: /payments/P-7/refunds, headers: { Quay-Version: 1 } }", true, null },
        { "operation: refund, request: { post: /payments/P-7/refund }", false, null },
        { "operation: refund, request: { post: /payments/P-7/refunds, headers: { Quay-Version: 2 } }", false, null },
        { "operation: refund, request: { put: /payments/P-7/refunds }", false, null },
        { Part("post: /r/2"), true, "the address /r/2: no response of the file offers the operation 'partial-refund'" },
        { Part("put: /r/2"), false, null },
        { Part("headers: { Quay-Version: 2 }"), false, null },
        { Chain(Paid, Part("post: /r/1")), true, null },
        { Chain(Paid, Part("post: /r/2")), false, null },
        { Chain(Paid, "operation: refund, request: { post: /payments/P-1/refunds }"), true, null },
        { Chain(Paid, "operation: refund, request: { post: /payments/P-2/refunds }"), false, null },
        { Chain("{ id: P-1, state: open }", Part("post: /r/1")), false, null },
        { Chain("{ id: P-1, state: open }", "operation: refund, request: {}"), false, null },
        { Chain("{ id: P-1, state: paid, links: { refundPart: { href: 'https://test.quay.example/r/1' } } }", Part("post: /r/1")), true, null },
        { Chain("{ id: P-1, state: paid, links: { refundPart: { href: 'https://other.example/r/1' } } }", Part("post: /r/1")), false, null },

        // Available operations.
        { Query(Paid, "operations: [refund, partial-refund]"), true, null },
        { Query(Paid, "operations: [refund]"), false, null },
        { Query("{ id: P-1, state: paid }", "operations: [refund]"), true, null },
        { Query("{ id: P-1, state: open, links: { refundPart: { href: /r/1 } } }", "operations: []"), true, null },
        { Query("{ id: P-1, state: open, links: { refundPart: { href: /r/1 } } }", "operations: [partial-refund]"), false, null },
        { Query("{ id: P-1, state: held, links: { take: { href: /r/1 } } }", "operations: []"), true, null },

        // Webhooks.
        { Hook("type: paid, payment: P-1", "type: paid, state: paid, payment: P-1"), true, null },
        { Hook("type: paid, payment: ''", "payment: P-1"), false, null },
        { "webhook: { form: { id: E-1 } }", false, null },
        { "webhook: { body: [1] }", false, null },
        { "webhook: { headers: { Content-Type: application/quay+json }, body: { id: E-1 } }", true, null },
        { "webhook: { headers: { Content-Type: application/json }, body: { id: E-1 } }", false, null },
        { "webhook: { headers: { X-Other: 1 }, body: { id: E-1 } }", true, "the header X-Other of the webhook" },
        { "webhook: { headers: { Quay-Signature: 1 }, body: { id: E-1 } }", true, "the signature in the header Quay-Signature" },
        { "webhook: { headers: { Quay-Signature: 1 }, keys: { '1': s }, body: { id: E-1 } }", false, null },
        { "webhook: { keys: { '1': s }, body: { id: E-1 } }", false, null },
        { Hook("payout: { bank_code: B-1 }", "type: payout_made, members: { bankCode: B-1 }"), true, null },
        { Hook("payout: { at: '2026-01-31T10:00:00.12345678Z' }", "members: { paidAt: 2026-01-31T10:00:00.1234567Z }"), true, null },
        { Hook("payout: { total: { sum: 1250, code: EUR } }", "members: { total: 12.5 EUR }"), true, null },
        { Hook("payout: { total: { sum: 1250, code: EUR } }", "members: { totals: 12.5 EUR }"), false, null },
    };

    [Theory]
    [MemberData(nameof(Exchanges))]
    public async Task Both_readers_come_to_the_same_result(string exchange, bool agrees, string? notChecked)
    {
        var text = $"exchanges: {s_method.SpecId}\nrecorded:\n  - {{ name: a, {exchange} }}\n";
        var file = ExchangeReader.Read("exchanges/a.yaml", text);
        Assert.Equal([], file.Diagnostics.Select(diagnostic => diagnostic.Message));
        File.WriteAllText(Path.Combine(_folder.CreateSubdirectory("exchanges").FullName, "a.yaml"), text);
        var test = Assert.Single(ExchangeTests.In(_folder.FullName, typeof(ReaderTests).Assembly));

        var verdict = new ExchangeCheck(s_api, s_method).Check(file.Exchanges[0], file.Exchanges);
        var (differences, leftByCode) = await RunAsync(test);

        var found = string.Join(
            '\n',
            [exchange, .. verdict.Problems.Select(problem => "spec: " + problem.Message), .. differences.Select(one => "code: " + one)]);
        Assert.True(agrees == (verdict.Problems.Count == 0) && agrees == (differences.Count == 0), found);
        if (agrees)
        {
            Assert.Equal(verdict.Unchecked.Select(problem => problem.Message), leftByCode);
            Assert.StartsWith(notChecked ?? "", Assert.Single(leftByCode.DefaultIfEmpty("")), StringComparison.Ordinal);
            Assert.Equal(notChecked is not null, leftByCode.Count > 0);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<(IReadOnlyList<string> Differences, IReadOnlyList<string> NotChecked)> RunAsync(ExchangeTest test)
    {
        try
        {
            return ([], await test.RunAsync(TestContext.Current.CancellationToken));
        }
        catch (ExchangeException difference)
        {
            return (difference.Differences, []);
        }
    }

    private static string Answer(string members, string read) =>
        $"operation: pay, request: {{ body: {Body} }}, response: {{ status: 201, body: {{ id: P-1, state: open, {members} }} }}, read: {{ {read} }}";

    private static string Hook(string members, string read) => $"webhook: {{ body: {{ id: E-1, {members} }} }}, read: {{ {read} }}";

    private static string Pay(string request) =>
        $"operation: pay, request: {{ {request}, body: {Body} }}, response: {{ status: 201, body: {{ id: P-1, state: open }} }}";

    private static string PayWith(string member, string money = "money: { sum: '12.50', code: EUR }") =>
        $"operation: pay, request: {{ body: {{ order_id: A-1, {money}, method: quay_pay{(member.Length > 0 ? ", " : "")}{member} }} }}";

    private static string Refused(string member, string at, string request, string error) =>
        $"operation: pay, request: {{ {request}, body: {{ {member}, {Body.TrimStart('{')} }}, refused: {{ at: [{at}], because: the page }}, "
        + $"response: {{ status: 422, body: {{ code: {error} }} }}, read: {{ error: wrong, code: invalid-body }}";

    private static string Part(string request) =>
        $"operation: partial-refund, request: {{ {request}, body: {{ money: {{ sum: '1.00', code: EUR }} }} }}";

    private static string Chain(string payment, string step) =>
        $"steps: [{{ operation: query, response: {{ status: 200, body: {payment} }} }}, {{ {step} }}]";

    private static string Query(string payment, string read) => $"operation: query, response: {{ status: 200, body: {payment} }}, read: {{ {read} }}";
}
