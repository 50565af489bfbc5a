using System.Text.Json;
using Apm.Sandbox;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary>A fact stands in the spec alone: changing it there changes everything that is made from it.</summary>
public class FactTests
{
    private const long Between = 4_500_000;

    private static readonly string s_spec = GeneratorHost.Read(GeneratorHost.AlipayHk);

    [Fact]
    public void A_lower_maximum_reaches_validator_facts_documentation_and_sandbox()
    {
        Assert.Empty(Violations(s_spec, Between, "HKD"));

        var lowered = s_spec.Replace("max: 50000", "max: 40000.50", StringComparison.Ordinal);

        Assert.Equal(["$.instruction.value.amount Maximum"], Violations(lowered, Between, "HKD"));
        var files = Files(lowered);
        Assert.Contains("4000050", files["Facts"], StringComparison.Ordinal);
        Assert.Contains("At most 40000.50 HKD.", files["Request"], StringComparison.Ordinal);
        Assert.Contains("Max = 4000050", files["Request"], StringComparison.Ordinal);
        Assert.Equal(["$.instruction.value.amount Maximum"], SandboxViolations(lowered, Between, "HKD"));
    }

    [Fact]
    public void A_further_currency_reaches_validator_facts_documentation_and_sandbox()
    {
        Assert.Equal(["$.instruction.value.currency Currency"], Violations(s_spec, 100, "USD"));

        var wider = s_spec.Replace("GBP, SGD]", "GBP, SGD, USD]", StringComparison.Ordinal);

        Assert.Empty(Violations(wider, 100, "USD"));
        var files = Files(wider);
        Assert.Contains("Usd = \"USD\"", files["Facts"], StringComparison.Ordinal);
        Assert.Contains("AlipayHK accepts EUR, HKD, GBP, SGD, USD.", files["Request"], StringComparison.Ordinal);
        Assert.Empty(SandboxViolations(wider, 100, "USD"));
    }

    private static Dictionary<string, string> Files(string spec) => Run(spec).Files
        .Where(file => file.Key.Contains("alipay_hk", StringComparison.Ordinal))
        .ToDictionary(file => file.Key.Split('.')[^3], file => file.Value);

    private static GeneratorRun Run(string spec)
    {
        var run = GeneratorHost.WithAlipayHk().Spec(GeneratorHost.AlipayHk, spec).Run();
        Assert.Empty(run.SpecErrors);
        return run;
    }

    /// <summary>What the compiled validator says of a request that is otherwise right.</summary>
    private static string[] Violations(string spec, long amount, string currency)
    {
        var shop = Run(spec).Load();
        var request = JsonSerializer.Deserialize(Request(amount, currency), shop.GetType("Shop.Apms.AlipayHkPaymentRequest", throwOnError: true)!)!;
        var result = (ApmValidationResult)request.GetType().GetMethod("Validate", [])!.Invoke(request, [])!;
        return [.. result.Violations.Select(violation => $"{violation.Path} {violation.Rule}")];
    }

    private static string[] SandboxViolations(string spec, long amount, string currency)
    {
        var gateway = new Gateway(new SandboxOptions
        {
            Specs = [(GeneratorHost.Worldpay, GeneratorHost.Read(GeneratorHost.Worldpay)), (GeneratorHost.AlipayHk, spec)],
        });
        using var json = JsonDocument.Parse(Request(amount, currency));
        var violations = new RequestInterpreter(gateway.Apis.Single()).Check(gateway.Methods.Single().Request, json.RootElement);
        return [.. violations.Select(violation => $"{violation.Path} {violation.Rule}")];
    }

    private static string Request(long amount, string currency) => $$$"""
        {
          "transactionReference": "R",
          "merchant": { "entity": "default" },
          "instruction": {
            "narrative": { "line1": "Shop" },
            "value": { "amount": {{{amount}}}, "currency": "{{{currency}}}" },
            "paymentInstrument": {
              "type": "alipay_hk",
              "successURL": "https://a.example",
              "pendingURL": "https://a.example",
              "failureURL": "https://a.example"
            }
          }
        }
        """;
}
