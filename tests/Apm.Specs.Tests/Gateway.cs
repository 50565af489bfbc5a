namespace Apm.Specs.Tests;

/// <summary>Small specs of an invented gateway, and what is said about edits of them.</summary>
internal static class Gateway
{
    public const string ApiFile = "folder/gateway.api.yaml";
    public const string MethodFile = "wallet.apm.yaml";

    public const string Api = """
        api: gateway/1
        name: Gateway
        client: GatewayClient
        source: { url: https://docs.example.com }
        hosts: { live: https://api.example.com }
        authentication: basic
        money: { notation: minor-units, amount: amount, currency: currency }
        exponents: { CNH: 2 }
        currencies: [EUR, HKD, JPY, KWD, CLF, CNH, USD]
        request:
          id: { type: string, required: true, length: 1..64, pattern: '[A-Za-z0-9]*' }
          order.amount: { type: money, required: true, minor-units: 1..1000 }
          order.kind: { type: enum, values: [A, B, C] }
          order.note: { type: string, required: by-default, length: ..24 }
          order.count: { type: integer, range: 1..9 }
          wallet.type: { const: $apm }
          order.line: { type: string, required: by-default, length: 2..24, pattern: '[a-z]{2,24}' }
          order.country: { type: country, values: [DE, FR, HK] }
          order.buyer.name: { type: string, required: true }
          order.buyer.news: { type: boolean }
        payment: { reference: id, value: order.amount, returns: { paid: wallet.doneUrl } }
        operations:
          pay: { post: /payments, status: 201 }
          query: { get: self, status: 200 }
          refund: { post: refund, status: 202, while: [captured] }
        response: { id: id, status: status, self: links.self, actions: [links], href: href }
        statuses: { pending: [waiting], authorized: [held], paid: [captured], failed: [refused], refunded: [returned] }
        errors: { name: code, message: message }

        """;

    public const string Method = """
        apm: wallet
        name: Wallet
        api: gateway/1
        status: available
        source: { url: https://docs.example.com/wallet, updated: 2024-01-31 }
        currencies: [EUR]
        limits:
          EUR: { max: 100 }
        capabilities: [sale, refund]
        fields:
          wallet.paidUrl: { type: url, required: true }

        """;

    private static readonly ParsedSpec s_parsedApi = SpecParser.Parse(ApiFile, Api);

    public static BoundApi BindApi(string text) => SpecBinder.BindApi(SpecParser.Parse(ApiFile, text));

    public static BoundMethod BindMethod(string text) => SpecBinder.BindMethod(SpecParser.Parse(MethodFile, text), s_parsedApi);

    public static BoundMethod BindMethod(string text, string? api) =>
        SpecBinder.BindMethod(SpecParser.Parse(MethodFile, text), api is null ? null : SpecParser.Parse(ApiFile, api));

    public static SpecDiagnostic ExpectInApi(SpecDescriptor rule, string marked, params string[] words) =>
        Expect.At(rule, marked, text => BindApi(text).Diagnostics, words);

    public static SpecDiagnostic ExpectInMethod(SpecDescriptor rule, string marked, params string[] words) =>
        Expect.At(rule, marked, text => BindMethod(text).Diagnostics, words);

    /// <summary>The method with one more field.</summary>
    public static string WithField(string field) => Method + "  " + field + "\n";
}
