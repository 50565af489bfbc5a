using Xunit;

namespace Apm.Generators.Tests;

/// <content>Namespaces, which a project says and a spec does not.</content>
public partial class NameClashTests
{
    public static TheoryData<string> LongNamespaces => [new string('n', 513), new string('n', 100) + "." + new string('語', 200)];

    [Fact]
    public void Namespaces_that_differ_in_capitals_only_lose_nothing_of_the_first()
    {
        var alone = Host().Run();

        var run = Host().Spec("z.apm.yaml", Pod, "shop.apms").Run();

        AssertOnly(run, "z.apm.yaml", Pod, "paypod");
        Assert.Equal(alone.Files.Remove("Namespaces.g.cs"), run.Files.Remove("Namespaces.g.cs"));
    }

    [Fact]
    public void A_type_beside_a_namespace_of_its_name()
    {
        var run = Host().Spec("z.apm.yaml", Pod, "Shop.Apms.Paypod").Run();

        var error = Assert.Single(run.SpecErrors);
        Assert.Equal("APM0012", error.Id);
        Assert.Equal("paypod.apm.yaml", error.Location.GetLineSpan().Path);
        Assert.Empty(run.CompilerReports);
    }

    [Theory]
    [InlineData("Shop Pay")]
    [InlineData("Shop:Pay<T>*")]
    [InlineData(".Apms")]
    [InlineData("Shop..Apms")]
    [InlineData("1Shop")]
    [InlineData("Sh\u00adop")]
    [InlineData("Apm")]
    [MemberData(nameof(LongNamespaces))]
    public void A_namespace_that_C_sharp_has_not(string ns)
    {
        var alone = Host().Run();

        var run = Host().Spec("z.apm.yaml", Pod, ns).Run();

        var error = Assert.Single(run.SpecErrors);
        Assert.Equal("APM0012", error.Id);
        Assert.Equal("z.apm.yaml", error.Location.GetLineSpan().Path);
        Assert.Equal(0, error.Location.SourceSpan.Start);
        Assert.Contains("Namespace=", error.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(alone.Files, run.Files);
        Assert.Empty(run.CompilerReports);
    }

    [Fact]
    public void A_namespace_with_keywords()
    {
        var run = Host().Spec("z.apm.yaml", Pod, "my.event.@class").Code("class X { public my.@event.@class.PaypodPaymentRequest? Y => null; }").Run();

        Assert.Empty(run.SpecErrors);
        Assert.Empty(run.CompilerReports);
    }
}
