namespace Apm.Specs.Tests;

/// <summary>An incremental generator compares models: equal texts and other comments must not make a difference, other facts must.</summary>
public class EqualModelTests
{
    private static SpecSet Real => RealSpecs.Load(RealSpecs.Api, RealSpecs.Method);

    [Fact]
    public void Two_readings_give_equal_models_that_are_not_the_same()
    {
        var (first, second) = (Real, Real);

        Assert.Equal(first, second);
        Assert.NotSame(first.Apis[0], second.Apis[0]);
        Assert.NotSame(first.Methods[0], second.Methods[0]);
        Assert.Equal(first.Apis.GetHashCode(), second.Apis.GetHashCode());
        Assert.Equal(first.Methods.GetHashCode(), second.Methods.GetHashCode());
    }

    [Theory]
    [InlineData("# new\n\n", "  # why\n", "# at the end\n")]
    [InlineData("# another\n", "\n", "")]
    [InlineData("", "\r\n", "")]
    public void Comments_and_line_breaks_are_not_in_the_model(string before, string lineBreak, string after)
    {
        string Changed(string text) => before + text.Replace("\n", lineBreak) + after;

        var changed = RealSpecs.Load(Changed(RealSpecs.Api), Changed(RealSpecs.Method));

        Assert.Equal(Real.Apis, changed.Apis);
        Assert.Equal(Real.Methods, changed.Methods);
        Assert.NotEqual(Real.Diagnostics, changed.Diagnostics);
    }

    [Theory]
    [InlineData("max: 50000", "max: 50001")]
    [InlineData("SGD]", "SGD, USD]")]
    [InlineData("default: DESKTOP", "default: MOBILE")]
    [InlineData("after a failed payment", "after a refused payment")]
    public void Facts_of_a_method_are_in_its_model(string from, string to)
    {
        var changed = RealSpecs.Load(RealSpecs.Api, RealSpecs.Method.Edited(from, to));

        Assert.NotEqual(Real.Methods, changed.Methods);
        Assert.Equal(Real.Apis, changed.Apis);
    }

    [Fact]
    public void Facts_of_an_API_are_in_its_model_and_in_those_of_its_methods()
    {
        var changed = RealSpecs.Load(RealSpecs.Api.Edited("required: by-default, length: 1..24", "required: by-default, length: 1..23"), RealSpecs.Method);

        Assert.NotEqual(Real.Apis, changed.Apis);
        Assert.NotEqual(Real.Methods, changed.Methods);
    }
}
