using Apm.Specs.Diagnostics;

namespace Apm.Specs.Tests.Acceptance.Markup;

/// <summary>Specs to edit: the real ones, and small ones of a gateway that does not exist.</summary>
internal static class Spec
{
    public const string ApiFile = "gateway.api.yaml";
    public const string MethodFile = "acme_pay.apm.yaml";

    public const string Api = """
        api: gateway/2026-01-01
        name: Gateway
        client: GatewayClient
        source: { url: https://docs.example.com/api, updated: 2026-01-31 }
        hosts: { try: https://try.example.com, live: https://live.example.com }
        authentication: basic
        headers: { Api-Version: 2026-01-01 }
        money: { notation: minor-units, amount: amount, currency: currency }
        exponents: { CNH: 2 }
        currencies: [EUR, HKD, JPY, KWD, CLF, CNH, CNY, GBP, SGD]
        request:
          reference: { type: string, required: true, length: 1..64, pattern: '[A-Za-z0-9]*' }
          order.type: { const: $apm }
          order.value: { type: money, required: true, minor-units: 1..999999999 }
          order.line: { type: string, required: by-default, length: 2..24, pattern: '[a-z]{2,24}' }
          order.device: { type: enum, values: [WEB, APP, TV] }
          order.country: { type: country, values: [DE, FR, HK] }
          order.days: { type: integer, range: 1..30 }
          order.buyer.name: { type: string, required: true }
          order.buyer.news: { type: boolean }
        payment:
          reference: reference
          value: order.value
          returns: { paid: order.paidUrl }
        operations:
          pay: { post: /payments, status: 201 }
          query: { get: self, status: 200 }
          refund: { post: reverse, status: 202, while: [settled] }
          cancel: { post: reverse, status: 202, while: [authorised] }
        response: { id: id, status: event, self: links.self, redirect: url, actions: [links], href: href }
        statuses:
          pending: [waiting]
          authorized: [authorised]
          paid: [settled]
        errors:
          name: name
          message: message
          codes:
            not-found: { status: 404, name: notFound }

        """;

    public const string Method = """
        apm: acme_pay
        name: Acme Pay
        api: gateway/2026-01-01
        summary: A wallet.
        status: available
        source: { url: https://docs.example.com/acme, updated: 2026-01-31 }
        countries: [HK]
        currencies: [EUR, HKD, JPY, KWD, CLF]
        limits:
          HKD: { max: 50000 }
        capabilities: [sale, refund]
        fields:
          order.paidUrl: { type: url, required: true }
          order.device: { values: [WEB, APP] }
        notes:
          - One per customer and day.

        """;

    public const string RealApiFile = RepositoryFiles.ApiFile;
    public const string RealMethodFile = RepositoryFiles.MethodFile;

    public static string RealApi => RepositoryFiles.Api;

    public static string RealMethod => RepositoryFiles.Method;

    /// <summary>Everything that is said about an API file.</summary>
    public static IReadOnlyList<SpecDiagnostic> ApiDiagnostics(string text, string file = ApiFile)
    {
        var parsed = SpecParser.Parse(file, text);
        return [.. parsed.Diagnostics, .. SpecBinder.BindApi(parsed).Diagnostics.Except(parsed.Diagnostics)];
    }

    /// <summary>Everything that is said about a method file.</summary>
    public static IReadOnlyList<SpecDiagnostic> MethodDiagnostics(string text, string api = Api, string file = MethodFile)
    {
        var parsed = SpecParser.Parse(file, text);
        return [.. parsed.Diagnostics, .. SpecBinder.BindMethod(parsed, SpecParser.Parse(ApiFile, api)).Diagnostics.Except(parsed.Diagnostics)];
    }
}
