using Microsoft.CodeAnalysis;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary>This edit must cause exactly this.</summary>
public class CacheTests
{
    private static readonly string s_spec = GeneratorHost.Read(GeneratorHost.AlipayHk);

    [Fact]
    public void An_edit_of_unrelated_code_leaves_every_step_cached()
    {
        var host = GeneratorHost.WithAlipayHk().Code("class Shop;");
        host.Run();

        var run = host.Code("class Shop { int _stock; }").Run();

        Assert.All(Steps(run), step => Assert.True(step.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, step.ToString()));
        Assert.All(run.OutputReasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_comment_in_a_spec_ends_at_the_model()
    {
        var host = GeneratorHost.WithAlipayHk();
        var before = host.Run().Files;

        var run = host.Spec(GeneratorHost.AlipayHk, "# A remark.\n" + s_spec).Run();

        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(TrackingNames.Methods));
        Assert.Equal([IncrementalStepRunReason.Unchanged], run.Reasons(TrackingNames.MethodModels));
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.ApiModels));
        Assert.Equal(before, run.Files);
    }

    [Fact]
    public void A_new_fact_in_one_spec_touches_no_other()
    {
        var other = s_spec.Replace("apm: alipay_hk", "apm: other", StringComparison.Ordinal);
        var host = GeneratorHost.WithAlipayHk().Spec("other.apm.yaml", other);
        var before = host.Run().Files;

        var run = host.Spec("other.apm.yaml", other.Replace("max: 50000", "max: 40000", StringComparison.Ordinal)).Run();

        Assert.Equal(
            [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached],
            run.Reasons(TrackingNames.MethodModels).Order());
        Assert.All(run.Reasons(TrackingNames.ApiModels), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        var changed = run.Files.Where(file => before[file.Key] != file.Value).Select(file => file.Key).ToList();
        Assert.NotEmpty(changed);
        Assert.All(changed, name => Assert.Contains(".other.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_comment_in_an_API_file_changes_no_output()
    {
        var host = WithTwoApis();
        var before = host.Run().Files;

        var run = host.Spec("kiosk.api.yaml", "# A remark.\n" + ForeignApiTests.Api).Run();

        Assert.All(run.Reasons(TrackingNames.MethodModels), reason =>
            Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
        Assert.All(run.Reasons(TrackingNames.ApiModels), reason =>
            Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
        Assert.Equal(before, run.Files);
    }

    [Fact]
    public void A_new_fact_in_an_API_file_touches_only_what_depends_on_it()
    {
        var host = WithTwoApis();
        var before = host.Run().Files;

        var run = host.Spec("kiosk.api.yaml", ForeignApiTests.Api.Replace("Kiosk-Version: v3", "Kiosk-Version: v4", StringComparison.Ordinal)).Run();

        Assert.Equal(
            [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached],
            run.Reasons(TrackingNames.MethodModels).Order());
        Assert.Equal(
            [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged],
            run.Reasons(TrackingNames.ApiModels).Order());
        var changed = run.Files.Where(file => before[file.Key] != file.Value).Select(file => file.Key).ToList();
        Assert.Equal(["Shop.Apms.kiosk.va.Client.g.cs"], changed);
    }

    [Fact]
    public void A_packed_API_that_nothing_names_is_not_read()
    {
        var host = GeneratorHost.WithAlipayHk().Unreadable("other.api.yaml", "other/2030-01-01");

        var run = host.Run();

        Assert.Empty(run.SpecErrors);
        Assert.Empty(run.CompilerReports);
        Assert.NotEmpty(run.Files);
    }

    private static GeneratorHost WithTwoApis() =>
        GeneratorHost.WithAlipayHk().Spec("kiosk.api.yaml", ForeignApiTests.Api).Spec("pod.apm.yaml", ForeignApiTests.Method);

    private static IEnumerable<(string Name, IncrementalStepRunReason Reason)> Steps(GeneratorRun run) =>
        from name in new[]
        {
            TrackingNames.Files, TrackingNames.Catalog, TrackingNames.Apis, TrackingNames.Bases, TrackingNames.Sources,
            TrackingNames.Methods, TrackingNames.MethodModels, TrackingNames.SpecNameConflicts, TrackingNames.ApiModels,
        }
        from reason in run.Reasons(name)
        select (name, reason);
}
