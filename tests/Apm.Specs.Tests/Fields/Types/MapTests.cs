namespace Apm.Specs.Tests;

public class MapTests
{
    [Theory]
    [InlineData("order.words: { type: map }")]
    [InlineData("order.words.*: { type: string }")]
    public void A_map_without_other_members_is_one_value(string field)
    {
        var map = Bind(field);

        Assert.Equal((FieldType.Map, "words", "order.words"), (map.Type, map.Name, map.Path));
        Assert.Equal((FieldType.String, "order.words.*"), (map.Item.Type, map.Item.Path));
    }

    [Fact]
    public void The_line_of_the_values_describes_each_value()
    {
        var map = Bind("order.words: { type: map, count: 1..3, required: true }\n  order.words.*: { type: string, length: 1..9 }");

        Assert.Equal(new RangeModel(1, 3), map.Count);
        Assert.Equal(new LengthModel(1, 9), map.Item.Length);
        Assert.True(map.Required);
    }

    [Theory]
    [InlineData("order.words.id: { type: string }\n  order.words.*: { type: string }\n  order.words: { type: map, count: ..2 }")]
    [InlineData("order.words: { type: map, count: ..2 }\n  order.words.id: { type: string }")]
    public void A_map_with_other_members_is_an_object(string fields)
    {
        var made = Bind(fields);

        Assert.Equal(FieldType.Object, made.Type);
        Assert.Equal(["id", "*"], made.Members.Select(member => member.Name));
        Assert.Equal(new RangeModel(null, 2), made.Further!.Count);
        Assert.Null(made.Count);
    }

    [Fact]
    public void Rules_name_the_map_and_not_its_values()
    {
        const string Field = "order.words: { type: map }\nrules:\n  - { forbid: order.words, when: { order.kind: A } }\n";
        Assert.Empty(Gateway.BindMethod(Gateway.WithField(Field)).Diagnostics);
        Gateway.ExpectInMethod(SpecDescriptors.UnknownName, Gateway.WithField(Field.Replace("order.words,", "[|order.words.*|],", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("[|'*'|]: { type: string }")]
    [InlineData("[|order.*.name|]: { type: string }")]
    [InlineData("[|order.a[].*|]: { type: string }")]
    [InlineData("[|order.a*|]: { type: string }")]
    public void A_star_stands_only_for_the_values_of_a_map(string field) =>
        Gateway.ExpectInMethod(SpecDescriptors.WrongKind, Gateway.WithField(field));

    [Fact]
    public void A_member_of_a_text_is_no_map() =>
        Gateway.ExpectInMethod(SpecDescriptors.Contradiction, Gateway.WithField("[|order.note.*|]: { type: string }"), "has no members");

    [Fact]
    public void The_paths_of_maps_are_found() => Assert.Equal(
        ["order.words", "order.list[].words", "order.facts"],
        MapPaths.Of(Gateway.BindMethod(Gateway.WithField(
            "order.words: { type: map }\n  order.list[].words: { type: map }\n  order.facts.id: { type: string }\n  order.facts.*: { type: string }"))
            .Model!));

    private static FieldModel Bind(string fields)
    {
        var bound = Gateway.BindMethod(Gateway.WithField(fields));
        Assert.Empty(bound.Diagnostics);
        return bound.Model!.Request.Member("order")!.Member("words")!;
    }
}
