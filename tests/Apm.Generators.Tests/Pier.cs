namespace Apm.Generators.Tests;

/// <summary>An invented gateway, whose request and operations each test gives it.</summary>
internal static class Pier
{
    public const string Head = """
        api: pier/1
        name: Pier
        client: PierClient
        source: { url: https://pier.example/docs }
        hosts: { live: https://pier.example }
        authentication: bearer
        money: { notation: minor-units, amount: amount, currency: currency }
        currencies: [EUR, USD]

        """;
}
