using System.Text.Json;
using System.Text.Json.Serialization;

namespace Apm.Tests.Amounts;

public partial class MoneyJsonTests
{
    private static readonly JsonSerializerOptions s_snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    [Fact]
    public void Names_follow_the_naming_policy()
    {
        var money = new Money(1250, "HKD");
        Assert.Equal("""{"MinorUnits":1250,"Currency":"HKD"}""", JsonSerializer.Serialize(money));
        Assert.Equal("""{"minorUnits":1250,"currency":"HKD"}""", JsonSerializer.Serialize(money, JsonSerializerOptions.Web));
        Assert.Equal("""{"minor_units":1250,"currency":"HKD"}""", JsonSerializer.Serialize(money, s_snake));
    }

    [Theory]
    [InlineData("""{"MinorUnits":1250,"Currency":"HKD"}""")]
    [InlineData("""{"minorUnits":1250,"currency":"HKD"}""")]
    [InlineData("""{"currency":"HKD","minorUnits":1250}""")]
    public void What_another_naming_policy_wrote_is_read(string json)
    {
        var expected = new Money(1250, "HKD");
        Assert.Equal(expected, JsonSerializer.Deserialize<Money>(json));
        Assert.Equal(expected, JsonSerializer.Deserialize<Money>(json, JsonSerializerOptions.Web));
        Assert.Equal(expected, JsonSerializer.Deserialize<Money>(json, s_snake));
    }

    [Fact]
    public void Everything_comes_back()
    {
        Money[] all = [default, new(long.MinValue, "HKD"), new(long.MaxValue, "JPY"), new(5, "CNH")];
        Assert.Equal(all, JsonSerializer.Deserialize<Money[]>(JsonSerializer.Serialize(all)));
        Assert.Equal(new Order("A-1", null), JsonSerializer.Deserialize<Order>("""{"Id":"A-1","Total":null}"""));
        Assert.Equal(
            """{"id":"A-1","total":{"minorUnits":5,"currency":"HKD"}}""",
            JsonSerializer.Serialize(new Order("A-1", new Money(5, "HKD")), Orders.Default.Order));
    }

    [Theory]
    [InlineData("""{"amount":1250,"currency":"HKD"}""", "no member amount")]
    [InlineData("""{"minorUnits":1250}""", "without currency")]
    [InlineData("""{"currency":"HKD"}""", "without minorUnits")]
    [InlineData("{}", "without minorUnits")]
    [InlineData("""{"minorUnits":1250,"currency":"HKD","minorUnits":1}""", "once each")]
    [InlineData("""{"minorUnits":1250,"currency":"HKD","note":""}""", "no member note")]
    [InlineData("""{"minorUnits":12.5,"currency":"HKD"}""", "whole number of minor units")]
    [InlineData("""{"minorUnits":9223372036854775808,"currency":"HKD"}""", "whole number of minor units")]
    [InlineData("""{"minorUnits":null,"currency":"HKD"}""", "whole number of minor units")]
    [InlineData("""{"minorUnits":"12.50","currency":"HKD"}""", "whole number of minor units")]
    [InlineData("""{"minorUnits":1250,"currency":null}""", "currency must be a text")]
    [InlineData("1250", "must be an object")]
    [InlineData("\"12.50 HKD\"", "must be an object")]
    public void Money_in_another_notation_is_refused(string json, string reason)
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>(json, JsonSerializerOptions.Web));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        var within = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Order>($$"""{"Total":{{json}}}"""));
        Assert.Contains("$.Total", within.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_a_number_only_where_the_options_permit_it()
    {
        const string Json = """{"minorUnits":"1250","currency":"HKD"}""";
        Assert.Equal(new Money(1250, "HKD"), JsonSerializer.Deserialize<Money>(Json, JsonSerializerOptions.Web));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>(Json));
    }

    internal sealed record Order(string Id, Money? Total);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Order))]
    private sealed partial class Orders : JsonSerializerContext;
}
