namespace Apm.Specs.Tests;

public class DiagnosticBagTests
{
    [Fact]
    public void A_file_of_many_mistakes_shows_the_first_ones_in_the_order_of_the_text()
    {
        var found = Gateway
            .BindMethod(Gateway.Method + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"  unknown.f{i}: {{ requird: true }}\n")) + "curencies: [EUR]\n")
            .Diagnostics;

        Assert.Equal(101, found.Count);
        Assert.Equal(SpecDescriptors.TooMuch, found[100].Rule);
        Assert.Equal(found.Select(diagnostic => diagnostic.Location.Span.Start).Order(), found.Select(diagnostic => diagnostic.Location.Span.Start));
    }
}
