using Microsoft.CodeAnalysis;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary>A wrong spec yields its errors and leaves everything else alone.</summary>
public class SpecErrorTests
{
    private static readonly string s_spec = GeneratorHost.Read(GeneratorHost.AlipayHk);

    [Fact]
    public void An_error_stands_at_its_place_and_the_code_keeps_its_members()
    {
        var broken = s_spec.Replace("max: 50000", "max: 50.000", StringComparison.Ordinal);
        var host = GeneratorHost.WithAlipayHk().Spec(GeneratorHost.AlipayHk, broken);

        var run = host.Run();

        var error = Assert.Single(run.SpecErrors);
        Assert.Equal("APM0006", error.Id);
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        AssertAt(error, broken, "50.000");
        Assert.Empty(run.CompilerReports);
        Assert.Contains(
            "PendingUrl",
            run.Files.Single(file => file.Key.EndsWith("alipay_hk.Request.g.cs", StringComparison.Ordinal)).Value,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apm: alipay_hk\n\tname: AlipayHK\n")]
    [InlineData("apm: alipay_hk\nname: \"AlipayHK\n")]
    [InlineData("apm: alipay_hk\nname: [[[[\n")]
    [InlineData("")]
    [InlineData("\u0000\ufffe")]
    public void A_text_that_cannot_be_read_leaves_other_specs_alone(string text)
    {
        var alone = GeneratorHost.WithAlipayHk().Run();

        var run = GeneratorHost.WithAlipayHk().Spec("broken.apm.yaml", text).Run();

        Assert.NotEmpty(run.SpecErrors);
        Assert.All(run.SpecErrors, error => Assert.Equal("broken.apm.yaml", error.Location.GetLineSpan().Path));
        Assert.All(alone.Files, file => Assert.Equal(file.Value, run.Files[file.Key]));
        Assert.Empty(run.CompilerReports);
    }

    [Theory]
    [InlineData("in apps.\"", "in apps.")]
    [InlineData("  HKD: {", "\tHKD: {")]
    [InlineData("countries: [HK]", "countries: [HK")]
    [InlineData("name: AlipayHK", "name: Alipay: HK")]
    public void A_line_that_cannot_be_read_is_the_one_error_and_the_code_keeps_its_members(string good, string bad)
    {
        var broken = s_spec.Replace(good, bad, StringComparison.Ordinal);

        var run = GeneratorHost
            .WithAlipayHk()
            .Spec(GeneratorHost.AlipayHk, broken)
            .Code("""
                class Checkout
                {
                    Shop.Apms.IWorldpayClient? Client { get; set; }
                    System.Uri? Success(Shop.Apms.AlipayHkPaymentRequest request) => request.Instruction.PaymentInstrument.SuccessUrl;
                }
                """)
            .Run();

        Assert.Equal("APM0001", Assert.Single(run.SpecErrors).Id);
        Assert.Empty(run.CompilerReports);
    }

    [Fact]
    public void An_API_that_is_not_there_is_reported_where_it_is_named_and_leaves_a_stub()
    {
        var text = s_spec.Replace("api: worldpay/2023-06-01", "api: worldpay/2023-06-02", StringComparison.Ordinal);
        var run = GeneratorHost.WithAlipayHk().Spec(GeneratorHost.AlipayHk, text).Run();

        var error = Assert.Single(run.SpecErrors);
        Assert.Equal("APM0007", error.Id);
        AssertAt(error, text, "worldpay/2023-06-02");
        Assert.Contains("AlipayHkPaymentRequest", Assert.Single(run.Files, file => file.Key != "Namespaces.g.cs").Value, StringComparison.Ordinal);
        Assert.Empty(run.CompilerReports);
    }

    [Fact]
    public void Two_methods_of_one_name_are_reported_and_the_first_keeps_it()
    {
        var alone = GeneratorHost.WithAlipayHk().Run();

        var run = GeneratorHost.WithAlipayHk().Spec("z.apm.yaml", s_spec.Replace("apm: alipay_hk", "apm: alipay-hk", StringComparison.Ordinal)).Run();

        var error = Assert.Single(run.SpecErrors);
        Assert.Equal("APM0012", error.Id);
        Assert.Equal("z.apm.yaml", error.Location.GetLineSpan().Path);
        Assert.Equal(alone.Files, run.Files);
        Assert.Empty(run.CompilerReports);
    }

    [Fact]
    public void Two_methods_of_one_id_are_reported_with_the_file_of_the_first()
    {
        var run = GeneratorHost.WithAlipayHk().Spec("z/alipay_hk.apm.yaml", s_spec).Run();

        var error = Assert.Single(run.SpecErrors);
        Assert.Equal("z/alipay_hk.apm.yaml", error.Location.GetLineSpan().Path);
        Assert.Contains(
            "worldpay/2023-06-01/alipay_hk is also declared in 2023-06-01/alipay_hk.apm.yaml: give one of them another id",
            error.GetMessage(null),
            StringComparison.Ordinal);
        Assert.Empty(run.CompilerReports);
    }

    [Fact]
    public void Two_API_files_of_one_id_are_reported_and_the_first_keeps_it()
    {
        var text = GeneratorHost.Read("../tests/Bazaar/bazaar.api.yaml");
        var alone = GeneratorHost.WithBazaar().Run();

        var run = GeneratorHost.WithBazaar().Spec("copy.api.yaml", text.Replace("BazaarClient", "OtherClient", StringComparison.Ordinal)).Run();

        var error = Assert.Single(run.SpecErrors);
        Assert.Equal("APM0008", error.Id);
        Assert.Equal("copy.api.yaml", error.Location.GetLineSpan().Path);
        Assert.Contains("bazaar.api.yaml", error.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(alone.Files, run.Files);
    }

    [Fact]
    public void Two_versions_of_an_API_in_one_namespace_are_reported_with_the_way_out()
    {
        var api = GeneratorHost.Read(GeneratorHost.Worldpay).Replace("worldpay/2023-06-01", "worldpay/2030-01-01", StringComparison.Ordinal);
        var method = s_spec
            .Replace("worldpay/2023-06-01", "worldpay/2030-01-01", StringComparison.Ordinal)
            .Replace("apm: alipay_hk", "apm: other", StringComparison.Ordinal);

        var run = GeneratorHost.WithAlipayHk().Spec("next.api.yaml", api).Spec("other.apm.yaml", method).Run();

        var error = Assert.Single(run.SpecErrors);
        Assert.Equal("APM0012", error.Id);
        Assert.Contains("Namespace=", error.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(run.CompilerReports);

        var apart = GeneratorHost.WithAlipayHk().Spec("next.api.yaml", api, "Shop.Next").Spec("other.apm.yaml", method, "Shop.Next").Run();

        Assert.Empty(apart.SpecErrors);
        Assert.Empty(apart.CompilerReports);
        Assert.NotNull(apart.Compilation.GetTypeByMetadataName("Shop.Next.WorldpayClient"));
        Assert.NotNull(apart.Compilation.GetTypeByMetadataName("Shop.Apms.WorldpayClient"));
    }

    [Fact]
    public void Two_fields_of_one_name_are_reported_at_the_second()
    {
        var text = s_spec + "  instruction.paymentInstrument.success_url: { type: url }\n";

        var run = GeneratorHost.WithAlipayHk().Spec(GeneratorHost.AlipayHk, text).Run();

        var error = Assert.Single(run.SpecErrors);
        Assert.Equal("APM0012", error.Id);
        AssertAt(error, text, "instruction.paymentInstrument.success_url");
        Assert.Empty(run.CompilerReports);
    }

    [Fact]
    public void Packed_APIs_that_nothing_names_report_nothing()
    {
        var run = new GeneratorHost().Library(GeneratorHost.Worldpay, "worldpay/2023-06-01").Run();

        Assert.Empty(run.SpecErrors);
        Assert.Equal(["Namespaces.g.cs"], run.Files.Keys);
    }

    private static void AssertAt(Diagnostic error, string text, string place)
    {
        Assert.Equal(text.LastIndexOf(place, StringComparison.Ordinal), error.Location.SourceSpan.Start);
        Assert.Equal(place.Length, error.Location.SourceSpan.Length);
        var line = text[..error.Location.SourceSpan.Start].Count(c => c == '\n');
        Assert.Equal(line, error.Location.GetLineSpan().StartLinePosition.Line);
    }
}
