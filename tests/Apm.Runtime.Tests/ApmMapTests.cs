namespace Apm.Tests;

public class ApmMapTests
{
    [Fact]
    public void Two_maps_are_equal_if_their_entries_are()
    {
        ApmMap one = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" };
        ApmMap other = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" };

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual<ApmMap>(one, new Dictionary<string, string> { ["a"] = "1", ["b"] = "3" });
        Assert.NotEqual<ApmMap>(one, new Dictionary<string, string> { ["a"] = "1" });
        Assert.False(one.Equals(null));
    }

    [Fact]
    public void A_later_change_of_the_dictionary_does_not_change_the_map()
    {
        var entries = new Dictionary<string, string> { ["a"] = "1" };
        ApmMap map = entries;
        entries["a"] = "2";

        Assert.Equal("1", map["a"]);
        Assert.Equal(["a"], map.Keys);
    }

    [Fact]
    public void A_name_is_in_a_map_once_and_a_text_is_not_null()
    {
        Assert.Throws<ArgumentException>(() => new ApmMap([new("a", "1"), new("a", "2")]));
        Assert.Throws<ArgumentException>(() => new ApmMap([new("a", null!)]));
        Assert.Throws<ArgumentNullException>(() => new ApmMap(null!));
    }

    [Fact]
    public void A_map_does_not_print_its_texts() => Assert.Equal("1 entries", new ApmMap([new("name", "Ada")]).ToString());
}
