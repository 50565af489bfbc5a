using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox.Tests;

public class InterpreterTests
{
    private readonly Gateway _gateway = new();
    private readonly Shop _shop;

    public InterpreterTests() => _shop = new(_gateway);

    [Fact]
    public void The_example_of_every_method_is_right()
    {
        foreach (var method in _gateway.Methods)
        {
            using var shop = new Shop(_gateway, method: method);
            Assert.Empty(Check(shop.Request(), shop));
        }
    }

    [Fact]
    public void Each_required_member_is_missed_once()
    {
        foreach (var path in Required(_shop.Method.Request))
        {
            var expected = new[] { ("$." + path, BodyRule.Required) };

            Assert.Equal(expected, Check(Json.With(_shop.Request(), path, null)));
            Assert.Equal(expected, Check(WithNull(path)));
        }
    }

    [Fact]
    public void Lengths_count_code_points()
    {
        var (field, longest) = Texts().First();
        const string Pair = "\ud83d\ude00";
        var fits = string.Concat(Enumerable.Repeat(Pair, longest));

        Assert.DoesNotContain(BodyRule.Length, Rules(field.Path, fits));
        Assert.Contains(BodyRule.Length, Rules(field.Path, fits + Pair));
        Assert.Equal(field.Length!.Min > 0 ? [BodyRule.Length] : [], Rules(field.Path, ""));
    }

    [Fact]
    public void A_pattern_covers_the_whole_value()
    {
        var (field, _) = Texts().First(text => text.Field.Pattern is not null);
        var good = field.Pattern!.Characters![0].ToString();

        Assert.Empty(Rules(field.Path, good));
        Assert.Equal([BodyRule.Characters], Rules(field.Path, good + "\n"));
        Assert.Equal([BodyRule.Characters], Rules(field.Path, "\u00e9" + good));
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("x\\udc00")]
    [InlineData("\\ud800\\ud800")]
    public void A_lone_surrogate_is_a_wrong_character(string escaped)
    {
        var (field, _) = Texts().First();
        var json = Json.With(_shop.Request(), field.Path, "MARK").ToJsonString().Replace("MARK", escaped, StringComparison.Ordinal);

        Assert.Equal([("$." + field.Path, BodyRule.Characters)], Check(JsonDocument.Parse(json).RootElement, _shop));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("shop", false)]
    [InlineData("/paid", false)]
    [InlineData("//shop.example/paid", false)]
    [InlineData("ftp://shop.example/", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("http://", false)]
    [InlineData("https://shop.example", true)]
    [InlineData("http://127.0.0.1:5000/paid?x=1#y", true)]
    [InlineData("HTTPS://shop.example/\u00e9", true)]
    public void An_address_is_absolute_http(string url, bool right)
    {
        var path = _shop.Api.Roles.Returns[0].Path;

        Assert.Equal(right ? [] : [BodyRule.Url], Rules(path, url));
    }

    [Fact]
    public void An_enum_takes_its_values_in_their_own_case_only()
    {
        var field = Leaves(_shop.Method.Request).First(leaf => leaf.Type == FieldType.Enum);

        Assert.All(field.Values, value => Assert.Empty(Rules(field.Path, value)));
        Assert.Equal([BodyRule.Value], Rules(field.Path, field.Values[0].ToLowerInvariant()));
    }

    [Fact]
    public void Currencies_and_limits_are_those_of_the_method()
    {
        var (value, amount, currency) = (_shop.Api.Roles.Value, _shop.Api.Money.AmountName, _shop.Api.Money.CurrencyName);
        foreach (var limit in _shop.Method.Limits)
        {
            var max = limit.Max!.Value;
            Assert.Empty(Check(Json.With(_shop.Request(), value, _shop.Money(max, limit.Currency))));
            Assert.Equal([($"$.{value}.{amount}", BodyRule.Maximum)], Check(Json.With(_shop.Request(), value, _shop.Money(max + 1, limit.Currency))));
        }

        foreach (var other in _shop.Api.Currencies)
        {
            var expected = _shop.Method.Currencies.Contains(other) ? Array.Empty<(string, BodyRule)>() : [($"$.{value}.{currency}", BodyRule.Currency)];
            Assert.Equal(expected, Check(Json.With(_shop.Request(), value, _shop.Money(1, other))));
        }
    }

    [Fact]
    public void Both_members_of_money_are_required_and_the_amount_keeps_the_gateways_bounds()
    {
        var (value, amount, currency) = ("$." + _shop.Api.Roles.Value, _shop.Api.Money.AmountName, _shop.Api.Money.CurrencyName);
        var bounds = _shop.ValueField.Money!.MinorUnits!;
        var unlimited = _shop.Method.Currencies.First(accepted => !_shop.Method.Limits.Any(limit => limit.Currency == accepted));

        Assert.Equal([($"{value}.{currency}", BodyRule.Required), ($"{value}.{amount}", BodyRule.Required)], Check(Money([])));
        Assert.Equal([($"{value}.{amount}", BodyRule.Range)], Check(Money(_shop.Money(bounds.Min!.Value - 1, unlimited))));
        Assert.Equal([($"{value}.{amount}", BodyRule.Range)], Check(Money(_shop.Money(bounds.Max!.Value + 1, unlimited))));
        Assert.Empty(Check(Money(_shop.Money(bounds.Max!.Value, unlimited))));

        JsonObject Money(JsonObject money) => Json.With(_shop.Request(), _shop.Api.Roles.Value, money);
    }

    [Fact]
    public void A_wrong_json_type_is_a_wrong_value_and_nothing_else()
    {
        foreach (var leaf in Leaves(_shop.Method.Request))
        {
            var wrong = Json.With(Full(leaf), leaf.Path, leaf.Type == FieldType.Money ? "x" : new JsonArray());
            Assert.Equal([("$." + leaf.Path, BodyRule.Value)], Check(wrong));
        }

        var amount = $"{_shop.Api.Roles.Value}.{_shop.Api.Money.AmountName}";
        foreach (var wrong in new JsonNode[] { "1", 1.5, true, JsonNode.Parse("1e3")!, JsonNode.Parse("99999999999999999999")! })
        {
            Assert.Equal([("$." + amount, BodyRule.Value)], Check(Json.With(_shop.Request(), amount, wrong)));
        }

        Assert.Equal([("$", BodyRule.Value)], Check(JsonDocument.Parse("[1]").RootElement, _shop));
    }

    [Fact]
    public void Unknown_members_are_ignored() => Assert.Empty(Check(Json.With(_shop.Request(), "unheardOf", 1)));

    [Fact]
    public void No_message_quotes_a_value()
    {
        const string Secret = "s\u00e9cret";
        foreach (var leaf in Leaves(_shop.Method.Request).Where(leaf => leaf.Type != FieldType.Money))
        {
            var body = JsonSerializer.SerializeToElement(Json.With(Full(leaf), leaf.Path, Secret));

            Assert.All(
                new RequestInterpreter(_shop.Api).Check(_shop.Method.Request, body),
                violation => Assert.DoesNotContain(Secret, violation.Message, StringComparison.Ordinal));
        }
    }

    private JsonObject Full(FieldModel leaf) => Json.Find(_shop.Request(), leaf.Path) is null ? Json.With(_shop.Request(), leaf.Path, "x") : _shop.Request();

    private IReadOnlyList<BodyRule> Rules(string path, string text) =>
        [.. Check(Json.With(_shop.Request(), path, text)).Select(found => found.Rule)];

    private IEnumerable<(string Path, BodyRule Rule)> Check(JsonObject body) => Check(body, _shop);

    private static IEnumerable<(string Path, BodyRule Rule)> Check(JsonObject body, Shop shop) =>
        Check(JsonDocument.Parse(body.ToJsonString()).RootElement, shop);

    private static IEnumerable<(string Path, BodyRule Rule)> Check(JsonElement body, Shop shop) =>
        [.. new RequestInterpreter(shop.Api).Check(shop.Method.Request, body).Select(violation => (violation.Path, violation.Rule))];

    private JsonObject WithNull(string path)
    {
        var body = _shop.Request();
        var names = path.Split('.');
        ((JsonObject)names[..^1].Aggregate((JsonNode)body, (json, name) => json[name]!))[names[^1]] = null;
        return body;
    }

    private IEnumerable<(FieldModel Field, int Longest)> Texts() =>
        Leaves(_shop.Method.Request)
            .Where(leaf => leaf.Type == FieldType.String && leaf.Length?.Max is not null)
            .Select(leaf => (leaf, leaf.Length!.Max!.Value));

    private static IEnumerable<string> Required(FieldModel field) =>
        field.Members.Where(member => member.Required).SelectMany(member => Required(member).Prepend(member.Path));

    private static IEnumerable<FieldModel> Leaves(FieldModel field) =>
        field.Type == FieldType.Object ? field.Members.SelectMany(Leaves) : [field];
}
