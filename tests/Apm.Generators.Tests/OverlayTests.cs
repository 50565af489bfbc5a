using Microsoft.CodeAnalysis;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary>A merchant's own limits for a packed method.</summary>
public class OverlayTests
{
    private const string PackedId = "worldpay/2023-06-01/alipay_hk";
    private const string Overlay = "extends: " + PackedId + "\nlimits: { HKD: { max: 20000 } }\n";
    private const string Request = "Shop.Apms.worldpay.2023-06-01.alipay_hk.Request.g.cs";

    [Fact]
    public void It_takes_the_place_of_a_packed_method_that_the_project_does_not_name() => AssertReplaced(Packed().Spec("mine.apm.yaml", Overlay).Run());

    [Fact]
    public void It_takes_the_place_of_one_that_the_project_names() => AssertReplaced(GeneratorHost.WithAlipayHk().Spec("mine.apm.yaml", Overlay).Run());

    [Fact]
    public void With_an_id_of_its_own_it_stands_beside_the_other_and_the_gateway_knows_both_by_one_name()
    {
        var run = GeneratorHost
            .WithAlipayHk()
            .Spec("mine.apm.yaml", Overlay + "apm: alipay_hk_b2b\n")
            .Code("""
                using Apm;
                using Shop.Apms;

                internal static class Till
                {
                    public static object All(IWorldpayClient client, AlipayHkB2bPaymentRequest mine, AlipayHkPaymentRequest theirs) => new object[]
                    {
                        client.PayAsync(mine),
                        client.PayAsync(theirs),
                        mine.Instruction.Narrative == theirs.Instruction.Narrative,
                    };
                }
                """)
            .Run();

        Assert.Empty(run.SpecErrors);
        Assert.Empty(run.CompilerReports);
        Assert.Contains("const string Type = \"alipay_hk\"", run.Files["Shop.Apms.worldpay.2023-06-01.alipay_hk_b2b.Facts.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Max = 2000000", run.Files["Shop.Apms.worldpay.2023-06-01.alipay_hk_b2b.Request.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Max = 5000000", run.Files[Request], StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_the_other_it_needs_no_names_for_the_types_to_which_the_other_gives_names()
    {
        var run = new GeneratorHost()
            .Library("worldpay/2024-07-01/worldpay.api.yaml", "worldpay/2024-07-01")
            .Library("worldpay/2024-07-01/klarna.apm.yaml", "worldpay/2024-07-01/klarna.apm")
            .Spec("klarna.apm.yaml", GeneratorHost.Read("worldpay/2024-07-01/klarna.apm.yaml"))
            .Spec("mine.apm.yaml", "extends: worldpay/2024-07-01/klarna\napm: klarna_b2b\n")
            .Run();

        Assert.Empty(run.SpecErrors);
        Assert.Empty(run.CompilerReports);
    }

    [Fact]
    public void An_id_that_nothing_has_is_an_error_that_names_the_nearest_and_the_code_that_uses_it_compiles()
    {
        var run = Packed().Spec("mine.apm.yaml", Overlay.Replace("alipay_hk", "alipay_kh", StringComparison.Ordinal))
            .Code("using Shop.Apms; internal static class Till { public static AlipayKhPaymentRequest? Request; }")
            .Run();

        Assert.Contains($"did you mean '{PackedId}'?", Assert.Single(run.SpecErrors).GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain(run.CompilerReports, report => report.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Packed_methods_that_nothing_extends_are_not_read()
    {
        var run = GeneratorHost.WithAlipayHk().Unreadable("other.apm.yaml", "worldpay/2023-06-01/other.apm").Spec("mine.apm.yaml", Overlay).Run();

        AssertReplaced(run);
    }

    [Fact]
    public void An_edit_of_it_leaves_methods_that_it_does_not_extend_cached()
    {
        var other = GeneratorHost.Read(GeneratorHost.AlipayHk).Replace("apm: alipay_hk", "apm: other", StringComparison.Ordinal);
        var host = Packed().Spec("mine.apm.yaml", Overlay).Spec("other.apm.yaml", other);
        host.Run();

        var run = host.Spec("mine.apm.yaml", Overlay.Replace("20000", "30000", StringComparison.Ordinal)).Run();

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.MethodModels).Order());
        Assert.All(run.Reasons(TrackingNames.Bases), reason =>
            Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
    }

    private static GeneratorHost Packed() =>
        new GeneratorHost().Library(GeneratorHost.Worldpay, "worldpay/2023-06-01").Library(GeneratorHost.AlipayHk, PackedId + ".apm");

    private static void AssertReplaced(GeneratorRun run)
    {
        Assert.Empty(run.SpecErrors);
        Assert.Empty(run.CompilerReports);
        Assert.Contains("[global::Apm.ApmLimit(\"HKD\", Max = 2000000)]", run.Files[Request], StringComparison.Ordinal);
        Assert.Single(run.Files.Keys, file => file.EndsWith(".Request.g.cs", StringComparison.Ordinal));
    }
}
