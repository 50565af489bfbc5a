namespace Apm.Package.Tests;

public class ExchangeTests(Feed feed)
{
    private const string Spec = """
        apm: harbour_pay
        name: Harbour Pay
        api: worldpay/2024-07-01
        status: available
        source: { url: https://harbourpay.example/developers }
        currencies: [HKD]
        capabilities: [sale]
        fields:
          instruction.paymentInstrument: { type: plainInstrument }
        """;

    private const string Exchange = """
        exchanges: worldpay/2024-07-01/harbour_pay
        recorded:
          - name: a payment
            source: { url: https://harbourpay.example/developers, example: Payment }
            operation: pay
            request:
              post: /apmPayments
              body:
                transactionReference: A-1
                merchant: { entity: Shop }
                instruction:
                  method: harbour_pay
                  value: { amount: 1999, currency: HKD }
                  narrative: { line1: Shop }
                  paymentInstrument: { type: direct }
            response:
              status: 201
              body: { paymentId: P-1, lastEvent: pending, _links: { self: { href: 'https://try.access.worldpay.com/apmPayments/P-1' } } }
            read: { id: P-1, state: pending }
        """;

    [Fact]
    public async Task An_author_tests_a_spec_with_recorded_exchanges()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject(
            "Shop.csproj",
            """<PackageReference Include="Apm.Testing" Version="$(Packed)" /><ApmSpec Include="specs/**/*.yaml" />""",
            "<OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        shop.Write("specs/harbour_pay.apm.yaml", Spec);
        shop.Write("specs/exchanges/harbour_pay.yaml", Exchange);
        shop.Write("Program.cs", """
            using System.Reflection;
            using Apm.Testing;

            foreach (var exchange in ExchangeTests.In("specs", Assembly.GetExecutingAssembly()))
            {
                await exchange.RunAsync();
                Console.WriteLine($"{exchange.Name} agrees");
            }
            """);

        (await shop.DotNetAsync("run")).Expect(0).Says("a payment agrees").DoesNotSay("NU1");
        shop.Write("specs/exchanges/harbour_pay.yaml", Exchange.Replace("state: pending", "state: paid", StringComparison.Ordinal));
        (await shop.DotNetAsync("run", "--no-build")).Says("'state' is read as 'Pending', and the exchange states 'Paid'");
    }
}
