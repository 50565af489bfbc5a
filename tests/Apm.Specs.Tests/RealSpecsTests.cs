using Apm.Specs.Diagnostics;

namespace Apm.Specs.Tests;

public class RealSpecsTests
{
    private static readonly SpecSet Specs = SpecLibrary.Load([(RepositoryFiles.ApiFile, RepositoryFiles.Api), (RepositoryFiles.MethodFile, RepositoryFiles.Method)]);

    [Fact]
    public void The_only_thing_to_say_is_which_currencies_have_no_known_limit()
    {
        var diagnostic = Assert.Single(Specs.Diagnostics);

        Assert.Equal(SpecRules.NoLimit, diagnostic.Rule);
        Assert.Equal("no limit is known in EUR, GBP, SGD: amounts in them are not checked", diagnostic.Message);
    }
}
