namespace Apm.Tests.Stores;

/// <summary>The key of a processed event, and the times that a store keeps.</summary>
public class ProcessedEventTests
{
    [Fact]
    public void Two_keys_never_have_the_same_text()
    {
        string[] parts = ["a", "a:b", "b", "a%3Ab", "a%b", ":", "%"];
        var keys = (from consumer in parts from api in parts from id in parts select new ProcessedEventKey(consumer, api, id)).ToList();

        Assert.Equal(keys.Count, keys.Select(key => key.ToString()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("shop%3A/events:acme/1:evt-1", new ProcessedEventKey("shop:/events", "acme/1", "evt-1").ToString());
        Assert.Equal("%25:acme/1:evt-1", new ProcessedEventKey("%", "acme/1", "evt-1").ToString());
    }

    [Fact]
    public void A_key_has_all_its_parts()
    {
        Assert.Throws<ArgumentException>("consumer", () => new ProcessedEventKey("", "acme/1", "evt-1"));
        Assert.Throws<ArgumentException>("api", () => new ProcessedEventKey("shop", "", "evt-1"));
        Assert.Throws<ArgumentException>("eventId", () => new ProcessedEventKey("shop", "acme/1", ""));
    }

    [Fact]
    public void Times_that_are_none_are_refused()
    {
        var tick = TimeSpan.FromTicks(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessedEventOptions { Lease = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessedEventOptions { HandleWithin = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessedEventOptions { StoreTimeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessedEventOptions { Retention = TimeSpan.FromSeconds(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessedEventOptions { Retention = TimeSpan.FromDays(400) + tick });
        Assert.Equal(TimeSpan.FromDays(400), new ProcessedEventOptions { Retention = TimeSpan.FromDays(400) }.Retention);
        Assert.Equal(tick, new ProcessedEventOptions { Lease = tick }.Lease);
    }
}
