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
