using Xunit;

namespace Apm.Analyzers.Tests.Correlation;

/// <summary>Conditions that may exclude what another condition on the same thing chose.</summary>
public class DoubtTests
{
    private const string Members = """
        private static readonly HashSet<string> Known = ["a", "b"];
        private static readonly Dictionary<string, string> Codes = new() { ["home"] = "HKD" };
        private static readonly Cart[] Carts = [];
        private static readonly bool Always = true;
        private static readonly string Home = "HKD";
        private static bool IsOpen(bool value) => value;
        private static string Of(Region region) => region == Region.Home ? "HKD" : "USD";
        private static Region RegionOf(Basket basket) => basket.Region;
        """;

    [Theory]
    [InlineData("""
        var errors = new List<string>();
        var code = "HKD";
        if (cart.IsForeign) { errors.Add("foreign"); code = "USD"; }
        return errors.Count > 0 ? null : order with { Value = new(5, code) };
        """)]
    [InlineData("""
        var code = text == "HK" ? "HKD" : "USD";
        if (!text.Equals("HK", StringComparison.OrdinalIgnoreCase)) return null;
        return order with { Value = new(5, code) };
        """)]
    [InlineData("""
        var code = text.ToUpperInvariant() == "HK" ? "HKD" : "USD";
        return text.StartsWith("HK") ? order with { Value = new(5, code) } : null;
        """)]
    [InlineData("""
        var code = Codes.TryGetValue(text, out var found) ? found : "USD";
        return Codes.ContainsKey(text) ? order with { Value = new(5, code) } : null;
        """)]
    [InlineData("""
        var isForeign = Carts.Any(each => each.IsForeign);
        var code = isForeign ? "USD" : "HKD";
        return Carts.Any(each => each.IsForeign) ? null : order with { Value = new(5, code) };
        """)]
    [InlineData("""var code = text.Length == 0 ? "USD" : "HKD"; if (text == "") return null; return order with { Value = new(5, code) };""")]
    [InlineData("""var code = region.ToString() == "Home" ? "HKD" : "USD"; return $"{region}" == "Home" ? order with { Value = new(5, code) } : null;""")]
    [InlineData("""
        object any = text;
        var code = any is string ? "HKD" : "USD";
        if (any is not string) return null;
        return order with { Value = new(5, code) };
        """)]
    [InlineData("""var home = cart.IsHome ? cart : cart with { Region = Region.Home }; return order with { Value = new(5, Of(home.Region)) };""")]
    [InlineData("""var code = Of(RegionOf(basket)); if (basket.Region != Region.Home) return null; return order with { Value = new(5, code) };""")]
    [InlineData("""var read = RegionOf(basket); var code = Of(read); return basket.Region == Region.Home ? order with { Value = new(5, code) } : null;""")]
    [InlineData("""
        var always = Always;
        if (number > 3) { text = "more"; }
        if (number < text.Length) { text = "less"; }
        return order with { Value = new(5, always ? "HKD" : "USD") };
        """)]
    [InlineData("""var always = Always; if (IsOpen(always)) { text = "open"; } return order with { Value = new(5, always ? "HKD" : "USD") };""")]
    [InlineData("""var always = Always; if (always == text.Contains("a")) { text = "b"; } return order with { Value = new(5, always ? "HKD" : "USD") };""")]
    [InlineData("""var home = Home; if (home.Length > number) { text = "b"; } return order with { Value = new(5, home == "HKD" ? "HKD" : "USD") };""")]
    [InlineData("""var home = Home; if (home == text) { text = "b"; } return order with { Value = new(5, home == "HKD" ? "HKD" : "USD") };""")]
    [InlineData("""var home = Home; if (Known.Contains(home)) { text = "b"; } return order with { Value = new(5, home == "HKD" ? "HKD" : "USD") };""")]
    [InlineData("""var home = Home; ArgumentException.ThrowIfNullOrEmpty(home); return order with { Value = new(5, home == "HKD" ? "HKD" : "USD") };""")]
    [InlineData("""var home = Home; if (home.StartsWith(text)) { text = "b"; } return order with { Value = new(5, home is "HKD" ? "HKD" : "USD") };""")]
    public Task What_may_be_excluded_is_not_reported(string statements) => Cases.CheckAsync(statements, Members);

    [Theory]
    [InlineData("""
        var errors = new List<string>();
        var code = "USD";
        if (cart.IsForeign) { errors.Add("foreign"); }
        return errors.Count > 0 ? null : order with { Value = new(5, {|APM1001:code|}) };
        """)]
    [InlineData("""
        var code = cart.IsForeign ? "USD" : "HKD";
        if (!Known.Contains(text)) return null;
        return order with { Value = new(5, {|APM1001:code|}) };
        """)]
    [InlineData("""
        var code = Carts.Any(each => each.IsForeign) ? "USD" : "HKD";
        return Carts.Any(each => each.IsForeign) ? order with { Value = new(5, {|APM1001:code|}) } : null;
        """)]
    [InlineData("""
        var read = RegionOf(basket);
        var code = Of(read);
        return basket.Region == Region.Abroad ? order with { Value = new(5, {|APM1001:code|}) } : null;
        """)]
    public Task What_is_not_excluded_is_reported(string statements) => Cases.CheckAsync(statements, Members);
}
