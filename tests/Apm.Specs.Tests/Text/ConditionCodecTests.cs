using CsCheck;

namespace Apm.Specs.Tests;

/// <summary>What the generator writes into an attribute is what the analyzers read from it.</summary>
public class ConditionCodecTests
{
    // The letters have a meaning in the text, and some more.
    private static readonly Gen<string> s_words = Gen.Char[" !=^?|\\ab.[]é"].Array[1, 8].Select(letters => new string(letters));

    [Theory]
    [InlineData("order.note")]
    [InlineData("!order.note")]
    [InlineData("type = direct|token")]
    [InlineData("type ?= direct")]
    [InlineData("type != direct")]
    [InlineData("type ?^= GB|CH")]
    public void A_condition_is_written_as_it_is_read(string text) => Assert.Equal(text, ConditionCodec.Format(ConditionCodec.Parse(text)!));

    [Fact]
    public void Every_condition_is_read_back_as_it_was_written() =>
        Gen.Select(s_words, Gen.Enum<ConditionTest>(), s_words.Array[1, 3], Gen.Bool, Condition)
            .Sample(condition => ConditionCodec.Parse(ConditionCodec.Format(condition)) == condition);

    [Fact]
    public void The_currency_and_the_alternatives_are_read_back()
    {
        var rule = new RuleModel
        {
            Kind = RuleKind.Require,
            Paths = default,
            DeclaredBy = "",
            When = new[] { new ConditionModel("1", ConditionTest.OneOf, new[] { "a" }.ToEquatableArray(), false) }.ToEquatableArray(),
            AnyOf = new[]
            {
                new[]
                {
                    new ConditionModel("order.amount", ConditionTest.NoneOf, new[] { "EUR", "SEK" }.ToEquatableArray(), false) { IsCurrency = true },
                }.ToEquatableArray(),
                new[]
                {
                    new ConditionModel("b c", ConditionTest.Absent, default, true),
                    new ConditionModel("d", ConditionTest.Present, default, false),
                }.ToEquatableArray(),
            }.ToEquatableArray(),
        };

        var texts = ConditionCodec.Format(rule).ToList();

        Assert.Equal(["1 = a", "1 | order.amount.$currency != EUR|SEK", "2 | !b\\ c", "2 | d"], texts);
        var (when, anyOf) = ConditionCodec.Parse(texts)!.Value;
        Assert.Equal(rule.When, when.ToEquatableArray());
        Assert.Equal(rule.AnyOf, anyOf.Select(conditions => conditions.ToEquatableArray()).ToEquatableArray());

        // An older version, which reads condition by condition, ignores the rule.
        Assert.All(texts.Skip(1), text => Assert.Null(ConditionCodec.Parse(text)));
    }

    [Fact]
    public void Each_test_has_its_sign()
    {
        Assert.Equal("type ^= GB|CH", Format(ConditionTest.StartsWith, "GB", "CH"));
        Assert.Equal("type = a", Format(ConditionTest.OneOf, "a"));
        Assert.Equal("type != a", Format(ConditionTest.NoneOf, "a"));

        static string Format(ConditionTest test, params string[] values) =>
            ConditionCodec.Format(new ConditionModel("type", test, values.ToEquatableArray(), false));
    }

    [Theory]
    [InlineData("type ~ direct")]
    [InlineData("type =")]
    [InlineData("!type = direct")]
    public void What_is_no_condition_is_not_read(string text) => Assert.Null(ConditionCodec.Parse(text));

    private static ConditionModel Condition(string path, ConditionTest test, string[] values, bool isMetByAbsence) => test switch
    {
        ConditionTest.Present => new(path, test, default, false),
        ConditionTest.Absent => new(path, test, default, true),
        _ => new(path, test, values.ToEquatableArray(), isMetByAbsence),
    };
}
