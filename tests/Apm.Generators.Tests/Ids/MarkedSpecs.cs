namespace Apm.Generators.Tests;

/// <summary>
/// Small specs of invented gateways. Each API and each method that extends none has a mark: a currency that stands in
/// everything that is made from the file, so that whoever reads the result sees which file was meant.
/// </summary>
internal static class MarkedSpecs
{
    /// <summary>An API is marked by the one that it knows.</summary>
    public static readonly string[] OfApis = ["AUD", "CAD", "CHF", "DKK", "GBP", "NOK", "NZD", "SEK"];

    /// <summary>A method is marked by the one in which it has no limit.</summary>
    public static readonly string[] OfMethods =
    [
        "AED", "ALL", "AMD", "BRL", "CNY", "CZK", "EUR", "HKD", "HUF", "IDR",
        "ILS", "INR", "MXN", "MYR", "PHP", "PLN", "RON", "SGD", "THB", "USD",
    ];

    public static string Api(string id, string mark) => $$"""
        api: {{id}}
        name: Gateway
        client: {{id.Replace("/", "", StringComparison.Ordinal).ToUpperInvariant()}}Client
        source: { url: https://docs.example.com }
        hosts: { live: https://api.example.com }
        authentication: basic
        money: { notation: minor-units, amount: amount, currency: currency }
        currencies: [{{mark}}, {{string.Join(", ", OfMethods)}}]
        request:
          id: { type: string, required: true, length: 1..64, pattern: '[A-Za-z0-9]*' }
          order.amount: { type: money, required: true }
          wallet.type: { const: $apm }
        payment: { reference: id, value: order.amount }
        operations:
          pay: { post: /payments, status: 201 }
          query: { get: self, status: 200 }
        response: { id: id, status: status, self: links.self, actions: [links], href: href }
        statuses: { paid: [captured], failed: [refused] }
        errors: { name: code, message: message }

        """;

    // A method whose id is not written yet has none.
    public static string Method(string api, string? id, string name, string mark) => $$"""
        {{(id is null ? "# No id yet." : "apm: " + id)}}
        name: {{name}}
        api: {{api}}
        status: available
        source: { url: https://docs.example.com/wallet, updated: 2024-01-31 }
        currencies: [{{string.Join(", ", OfApis.Concat(OfMethods))}}]
        limits: { {{string.Join(", ", OfMethods.Except([mark]).Select(currency => currency + ": { max: 100 }"))}} }
        capabilities: [sale]

        """;

    // Without an id it takes the other's place.
    public static string Overlay(string extended, string? id, string name) => $$"""
        extends: {{extended}}
        {{(id is null ? "" : "apm: " + id)}}
        name: {{name}}
        currencies: [{{string.Join(", ", OfApis.Concat(OfMethods))}}]

        """;
}
