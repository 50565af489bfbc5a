using Apm.Specs.Diagnostics;

namespace Apm.Specs.Tests;

/// <summary>Small specs of an invented gateway, and what the reader says about edits of them.</summary>
internal static class Specs
{
    public const string Api = """
        api: gateway/1
        name: Gateway
        client: GatewayClient
        source: { url: https://docs.example.com }
        hosts: { live: https://api.example.com }
        authentication: basic
        money: { notation: minor-units, amount: amount, currency: currency }
        exponents: { CNH: 2 }
        currencies: [EUR, HKD, JPY, KWD, CNH, USD]
        request:
          id: { type: string, required: true, length: 1..64, pattern: '[A-Za-z0-9]*' }
          order.amount: { type: money, required: true, minor-units: 1..1000 }
          order.kind: { type: enum, values: [A, B, C] }
          order.note: { type: string, required: by-default, length: ..24 }
          order.count: { type: integer, range: 1..9 }
          wallet.type: { const: $apm }
        payment: { reference: id, value: order.amount, returns: { paid: wallet.paidUrl } }
        operations:
          pay: { post: /payments, status: 201 }
          query: { get: self, status: 200 }
          refund: { post: refund, status: 202, while: [captured] }
        response: { id: id, status: status, self: links.self, actions: [links], href: href }
        statuses: { paid: [captured], failed: [refused] }
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

    public static BoundMethod BindMethod(string text, string? api = Api) =>
        SpecBinder.BindMethod(SpecParser.Parse("wallet.apm.yaml", text), api is null ? null : SpecParser.Parse("folder/gateway.api.yaml", api));

    public static BoundApi BindApi(string text) => SpecBinder.BindApi(SpecParser.Parse("gateway.api.yaml", text));

    /// <summary>The method with a line replaced, and one diagnostic of the rule at each marked place.</summary>
    public static SpecDiagnostic ExpectInMethod(SpecRule rule, string line, string replacement) =>
        Expect(rule, Edit(Method, line, replacement), text => BindMethod(text).Diagnostics);

    public static SpecDiagnostic ExpectInApi(SpecRule rule, string line, string replacement) =>
        Expect(rule, Edit(Api, line, replacement), text => BindApi(text).Diagnostics);

    /// <returns>The first of the diagnostics.</returns>
    public static SpecDiagnostic Expect(SpecRule rule, string marked, Func<string, IEnumerable<SpecDiagnostic>> bind)
    {
        var markup = Markup.Parse(marked);
        var found = bind(markup.Text).Where(diagnostic => diagnostic.Rule != SpecRules.NoLimit || rule == SpecRules.NoLimit).ToList();
        Assert.Equal(
            markup.Places.Select(place => $"{rule.Id} at {place.Start} '{markup.Text.Substring(place.Start, place.Length)}'"),
            found.Select(diagnostic => $"{diagnostic.Rule.Id} at {diagnostic.Location.Span.Start} '{markup.Text.Substring(diagnostic.Location.Span.Start, diagnostic.Location.Span.Length)}'"));
        return found[0];
    }

    /// <summary>The first place of a text replaced, which must be there.</summary>
    public static string Edit(string spec, string from, string to)
    {
        var at = spec.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"there is no '{from}'");
        return spec.Remove(at, from.Length).Insert(at, to);
    }
}
