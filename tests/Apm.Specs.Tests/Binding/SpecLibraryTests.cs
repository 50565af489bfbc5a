using Apm.Specs.Diagnostics;

namespace Apm.Specs.Tests.Binding;

public class SpecLibraryTests
{
    [Fact]
    public void A_library_keeps_the_first_of_two_specs_with_one_id()
    {
        var set = SpecLibrary.Load([("a.api.yaml", Gateway.Api), ("b.api.yaml", Gateway.Api), ("a.apm.yaml", Gateway.Method), ("b.apm.yaml", Gateway.Method)]);

        Assert.Single(set.Apis);
        Assert.Single(set.Methods);
        Assert.Equal(["b.api.yaml", "b.apm.yaml"], set.Diagnostics.Where(diagnostic => diagnostic.Rule == SpecRules.DeclaredTwice).Select(diagnostic => diagnostic.Location.File));
    }
}
