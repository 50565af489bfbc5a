using Apm.Sandbox;

namespace Apm.Catalogue.Tests.Exchanges;

/// <summary>The shipped specs agree with what the gateway publishes.</summary>
public class SpecTests
{
    public static TheoryData<string, string> All => PackedExchanges.All;

    [Fact]
    public void Every_file_is_read_without_errors() =>
        Assert.All(PackedExchanges.Files, file => Assert.Equal([], file.Diagnostics.Select(diagnostic => $"{diagnostic.Location.File}: {diagnostic.Message}")));

    [Fact]
    public void Every_method_has_an_accepted_payment() =>
        Assert.Empty(ShippedMethods.Ids.Select(row => row.Data).Except(
            PackedExchanges.Files
                .Where(file => file.Exchanges.Any(exchange => exchange.Steps.Any(step => step is { Operation: "pay", Message: not null, Refusal: null })))
                .Select(file => file.SpecId)));

    [Theory]
    [MemberData(nameof(All))]
    public void The_spec_agrees_with_the_exchange(string spec, string name)
    {
        var check = ShippedMethods.FindApi(spec) is { } api
            ? new ExchangeCheck(api, null)
            : new ExchangeCheck(ShippedMethods.Api(ShippedMethods.Method(spec)), ShippedMethods.Method(spec));

        var file = PackedExchanges.Files.Where(file => file.SpecId == spec).SelectMany(file => file.Exchanges);
        var verdict = check.Check(PackedExchanges.Of(spec, name), file);

        Assert.Equal([], verdict.Problems.Concat(verdict.Unchecked).Select(problem => $"line {problem.Location.Span.Line + 1}: {problem.Message}"));
    }
}
