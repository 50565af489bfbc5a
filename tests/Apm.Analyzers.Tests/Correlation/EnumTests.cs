using Xunit;

namespace Apm.Analyzers.Tests.Correlation;

/// <summary>The member of an enum that is left when all others are excluded.</summary>
public class EnumTests
{
    [Theory]
    [InlineData("""var code = region == Region.Abroad ? "USD" : "HKD"; if (region == Region.Home) return order with { Value = new(5, code) }; return null;""")]
    [InlineData("""
        var code = region == Region.Home ? "HKD" : "USD";
        if (region == Region.Abroad) return null;
        else return order with { Value = new(5, code) };
        """)]
    [InlineData("""
        var code = region switch { Region.Abroad => "USD", _ => "HKD" };
        return region is not Region.Abroad ? order with { Value = new(5, code) } : null;
        """)]
    [InlineData("""
        if (channel == Channel.Phone) return null;
        return order with { Value = new(5, channel switch { Channel.Web => "HKD", Channel.App => "EUR", _ => "USD" }) };
        """)]
    [InlineData("""
        var code = channel switch { Channel.Web => "HKD", Channel.App => "EUR", _ => "USD" };
        if (channel is Channel.Web or Channel.App) return order with { Value = new(5, code) };
        return null;
        """)]
    [InlineData("""if (channel > Channel.Web) return null; return order with { Value = new(5, channel == Channel.Web ? "HKD" : "USD") };""")]
    [InlineData("""
        if (chosen is null or Region.Abroad) return null;
        return order with { Value = new(5, chosen switch { Region.Home => "HKD", _ => "USD" }) };
        """)]
    [InlineData("""
        var code = chosen == Region.Home ? "HKD" : "USD";
        return chosen != null && chosen != Region.Abroad ? order with { Value = new(5, code) } : null;
        """)]
    [InlineData("""
        var code = "USD";
        switch (channel) { case Channel.Web: code = "HKD"; break; case Channel.App: code = "EUR"; break; case Channel.Phone: return null; }
        return order with { Value = new(5, code) };
        """)]
    [InlineData("""
        var code = "USD";
        if (channel == Channel.Web) code = "HKD";
        else if (channel == Channel.App) code = "EUR";
        if (channel.Equals(Channel.Phone)) return null;
        return order with { Value = new(5, code) };
        """)]
    [InlineData("""
        var code = basket.Region == Region.Abroad ? "USD" : "HKD";
        if (basket.Region != Region.Home) return null;
        return order with { Value = new(5, code) };
        """)]
    [InlineData("""
        var code = (region, flag) switch { (Region.Home, true) => "HKD", (Region.Home, _) => "EUR", _ => "USD" };
        if (region == Region.Abroad) return null;
        return order with { Value = new(5, code) };
        """)]
    public Task The_last_member_is_what_is_left(string statements) => Cases.CheckAsync(statements);

    [Theory]
    [InlineData("""
        var code = region == Region.Abroad ? "USD" : "HKD";
        if (region != Region.Home) return order with { Value = new(5, {|APM1001:code|}) };
        return null;
        """)]
    [InlineData("""
        if (channel == Channel.Web) return null;
        return order with { Value = new(5, channel switch { Channel.Web => "HKD", Channel.App => "EUR", _ => {|APM1001:"USD"|} }) };
        """)]
    [InlineData("""
        var code = channel switch { Channel.Web => "HKD", Channel.App => "EUR", _ => "USD" };
        if (channel != Channel.Web) return order with { Value = new(5, {|APM1001:code|}) };
        return null;
        """)]
    [InlineData("""if (chosen is null) return null; return order with { Value = new(5, chosen switch { Region.Home => "HKD", _ => {|APM1001:"USD"|} }) };""")]
    [InlineData("""
        var code = chosen == Region.Home ? "HKD" : "USD";
        return chosen != Region.Abroad ? order with { Value = new(5, {|APM1001:code|}) } : null;
        """)]
    [InlineData("""
        var code = basket.Region == Region.Home ? "HKD" : "USD";
        if (basket.Region == Region.Home) return null;
        return order with { Value = new(5, {|APM1001:code|}) };
        """)]
    public Task A_member_that_is_not_excluded_is_reported(string statements) => Cases.CheckAsync(statements);

    [Fact]
    public Task Flags_have_values_beside_their_members() => Cases.CheckAsync(
        """var code = "HKD"; if (options != Options.Gift && options != Options.Fast) code = "USD"; return order with { Value = new(5, {|APM1001:code|}) };""",
        "[Flags] public enum Options { Gift = 1, Fast = 2 } private static readonly Options options = (Options)Environment.TickCount;");
}
