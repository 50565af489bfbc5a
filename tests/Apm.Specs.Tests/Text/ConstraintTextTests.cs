namespace Apm.Specs.Tests;

/// <summary>Constraints in words. Each text follows "must be" or "must have".</summary>
public class ConstraintTextTests
{
    [Theory]
    [InlineData(1, 64, "1 to 64 characters")]
    [InlineData(11, 11, "exactly 11 characters")]
    [InlineData(1, 1, "exactly 1 character")]
    [InlineData(0, 20, "at most 20 characters")]
    [InlineData(0, 1, "at most 1 character")]
    [InlineData(3, null, "at least 3 characters")]
    public void A_length_in_words(int min, int? max, string words) => Assert.Equal(words, ConstraintText.Length(new LengthModel(min, max)));

    [Theory]
    [InlineData(1L, 64L, "1 to 64")]
    [InlineData(5L, 5L, "exactly 5")]
    [InlineData(-3L, null, "at least -3")]
    [InlineData(null, 9L, "at most 9")]
    [InlineData(0L, 9L, "0 to 9")]
    public void A_range_in_words(long? min, long? max, string words) => Assert.Equal(words, ConstraintText.Range(new RangeModel(min, max)));

    [Theory]
    [InlineData(1L, 999L, "1 to 999 minor units")]
    [InlineData(1L, null, "at least 1 minor unit")]
    [InlineData(null, 5L, "at most 5 minor units")]
    public void Minor_units_in_words(long? min, long? max, string words) => Assert.Equal(words, ConstraintText.MinorUnits(new RangeModel(min, max)));

    [Theory]
    [InlineData(0L, 20L, "at most 20 items")]
    [InlineData(1L, null, "at least 1 item")]
    [InlineData(2L, 2L, "exactly 2 items")]
    public void A_count_in_words(long? min, long? max, string words) => Assert.Equal(words, ConstraintText.Count(new RangeModel(min, max)));

    [Fact]
    public void A_constraint_can_be_a_sentence() => Assert.Equal("At most 20 items.", ConstraintText.Sentence("at most 20 items"));

    [Fact]
    public void A_limit_says_what_it_depends_on_and_whether_it_is_checked()
    {
        Assert.Equal("at least 1.00 HKD and at most 500.00 HKD", LimitText.Of(new("HKD", 100, 50000)));
        Assert.Equal("at most 500.00 HKD through shops per day (not checked)", LimitText.Of(new("HKD", null, 50000) { Channel = "shops", Per = "day" }));
        Assert.Equal("at least 500 JPY (a guideline, not checked)", LimitText.Of(new("JPY", 500, null) { IsAdvisory = true }));
        Assert.Equal(
            "at most 10.00 EUR or the equivalent in another currency (which is not checked)",
            LimitText.Of(new("EUR", null, 1000) { HasEquivalents = true }));
    }

    [Theory]
    [InlineData(RuleKind.Require, "a must be set when b is x or y and c is not set: why")]
    [InlineData(RuleKind.Forbid, "a must not be set when b is x or y and c is not set: why")]
    [InlineData(RuleKind.Length, "a must have at most 9 characters when b is x or y and c is not set: why")]
    [InlineData(RuleKind.CombinedLength, "a must have at most 9 characters in total when b is x or y and c is not set: why")]
    [InlineData(RuleKind.Equal, "a must equal d + 1 when b is x or y and c is not set: why")]
    public void A_rule_is_one_sentence(RuleKind kind, string words) => Assert.Equal(words, RuleText.Of(Rule(kind, "a"), path => path));

    [Fact]
    public void Fields_that_belong_together_are_named_together()
    {
        var rule = Rule(RuleKind.AllOrNone, "a", "e", "f") with { When = default, Because = null };

        Assert.Equal("all or none of `a`, `e`, `f` must be set", RuleText.Of(rule, path => $"`{path}`"));
        Assert.Equal("must be set together with a, f", RuleText.Requirement(rule, "e", path => path));
    }

    [Theory]
    [InlineData(ConditionTest.Present, false, " when b is set")]
    [InlineData(ConditionTest.NoneOf, false, " when b is not x")]
    [InlineData(ConditionTest.OneOf, true, " when b is x or not set")]
    [InlineData(ConditionTest.StartsWith, false, " when b starts with x")]
    public void A_condition_in_words(ConditionTest test, bool isMetByAbsence, string words) =>
        Assert.Equal(words, RuleText.When([new("b", test, new[] { "x" }.ToEquatableArray(), isMetByAbsence)], path => path));

    private static RuleModel Rule(RuleKind kind, params string[] paths) =>
        new()
        {
            Kind = kind,
            Paths = paths.ToEquatableArray(),
            When = new ConditionModel[]
            {
                new("b", ConditionTest.OneOf, new[] { "x", "y" }.ToEquatableArray(), false),
                new("c", ConditionTest.Absent, default, true),
            }.ToEquatableArray(),
            Length = new LengthModel(0, 9),
            ToText = "d + 1",
            Because = "why",
            DeclaredBy = "shop/1",
        };
}
