using Apm.Fuzz.Cost;

namespace Apm.Specs.Tests;

/// <summary>APM0013, and that no text takes long.</summary>
public class BoundsTests
{
    [Theory]
    [InlineData("name: Wallet", "name: [|*Wallet|]", "write the value itself, or quote a text that begins with *")]
    [InlineData("name: Wallet", "name: [|&a Wallet|]", "anchors", "quote a text that begins with &")]
    [InlineData("status: available", "[|<<|]: { a: b }", "merge keys", "write the members themselves")]
    public void Aliases_anchors_and_merge_keys_are_refused(string from, string to, params string[] words) =>
        Gateway.ExpectInMethod(SpecDescriptors.TooMuch, Gateway.Method.Edited(from, to), words);

    public static TheoryData<string> Parts =>
        ["[", "[\n", "{a: ", "{a:\n", "- ", "? ", "[{", "\"", "'", ": ", "&a ", "*a ", "!a ", "---\n", "k: 1\n", "a,", "\0", "|\n", "#", "%", "]", "{\"a\":\""];

    public static TheoryData<string> Crafted => [.. CraftedSpecs.All.Select(crafted => crafted.Name)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_repeated_text_costs_its_reader_little(string part)
    {
        var cost = Assert.Single(ReadingCost.Of(new CraftedSpec(part, string.Concat(Enumerable.Repeat(part, 256 * 1024 / part.Length))), isTimed: false));

        AssertSmall(cost);
        Assert.True(cost.Diagnostics > 0, part);
    }

    // Without bounds, the worst of these took 68 s, and another 15 GiB.
    [Theory]
    [MemberData(nameof(Crafted))]
    public void A_crafted_text_costs_its_reader_little(string name) =>
        Assert.All(ReadingCost.Of(CraftedSpecs.All.Single(crafted => crafted.Name == name), isTimed: false), AssertSmall);

    [Theory]
    [InlineData("x: ", "[")]
    [InlineData("x: ", "{a: ")]
    [InlineData("", "- ")]
    [InlineData("", "? ")]
    public void What_lies_too_deep_is_refused_once(string before, string opening)
    {
        var diagnostic = Assert.Single(SpecParser.Parse(Gateway.MethodFile, before + string.Concat(Enumerable.Repeat(opening, 60_000))).Diagnostics);

        Assert.Equal(SpecDescriptors.TooMuch, diagnostic.Rule);
        Assert.Contains("more than 64", diagnostic.Message);
    }

    [Fact]
    public void Lists_lie_within_each_other_64_deep_and_no_deeper()
    {
        string Nested(int depth) => "a: " + new string('[', depth) + new string(']', depth);

        Assert.Empty(SpecParser.Parse(Gateway.MethodFile, Nested(63)).Diagnostics);
        Assert.Equal(SpecDescriptors.TooMuch, Assert.Single(SpecParser.Parse(Gateway.MethodFile, Nested(64)).Diagnostics).Rule);
    }

    [Fact]
    public void A_file_of_256_KiB_is_read_and_a_longer_one_is_not()
    {
        var longest = "a: 1\n#" + new string('x', (256 * 1024) - 6);

        Assert.Empty(SpecParser.Parse(Gateway.MethodFile, longest).Diagnostics);
        Assert.Equal(SpecDescriptors.TooMuch, Assert.Single(SpecParser.Parse(Gateway.MethodFile, longest + "x").Diagnostics).Rule);
    }

    [Theory]
    [InlineData("name: Wallet", "name: ", 2000, "more than 2000 characters")]
    [InlineData("  EUR: { max: 100 }", "  EUR: { max: 100, channel: a }\n  ", 500, "more than 500 characters")]
    public void A_text_or_a_key_that_is_too_long_ends_the_reading(string part, string by, int longest, string words)
    {
        string Long(int length) =>
            Gateway.Method.Edited(part, by + new string('x', length) + (by[^1] == ' ' && by.Contains('\n', StringComparison.Ordinal) ? ": { max: 1 }" : ""));

        Assert.DoesNotContain(SpecParser.Parse(Gateway.MethodFile, Long(longest)).Diagnostics, diagnostic => diagnostic.Rule == SpecDescriptors.TooMuch);
        var diagnostic = Assert.Single(SpecParser.Parse(Gateway.MethodFile, Long(longest + 1)).Diagnostics);
        Assert.Equal(SpecDescriptors.TooMuch, diagnostic.Rule);
        Assert.Contains(words, diagnostic.Message);
    }

    public static TheoryData<string, string> LongNames => new()
    {
        { "order.{0}: { type: string }", "a name in" },
        { "{0}: { type: string }", "a name in" },
        { "order.{0}[]: { type: string }", "more than 100 characters" },
    };

    [Theory]
    [MemberData(nameof(LongNames))]
    public void A_name_has_100_characters_and_no_more(string field, string words)
    {
        Assert.Empty(Gateway.BindMethod(Gateway.WithField(field.Replace("{0}", new string('n', 100)))).Diagnostics);
        var found = Gateway.BindMethod(Gateway.WithField(field.Replace("{0}", new string('n', 101)))).Diagnostics;
        Assert.Equal(SpecDescriptors.TooMuch, Assert.Single(found).Rule);
        Assert.Contains(words, found[0].Message);
    }

    [Fact]
    public void A_value_of_an_enum_has_250_characters_and_no_more() =>
        Gateway.ExpectInMethod(
            SpecDescriptors.TooMuch,
            Gateway.WithField($"order.way: {{ type: enum, values: [A, {new string('v', 250)}, [|{new string('w', 251)}|]] }}"),
            "more than 250 characters");

    [Fact]
    public void A_path_has_500_characters_and_no_more() =>
        Gateway.ExpectInApi(
            SpecDescriptors.TooMuch,
            Gateway.Api.Edited(
                "request:\n",
                $$"""
                types:
                  deep: { {{string.Join('.', Enumerable.Repeat(new string('d', 99), 5))}}: { type: string } }
                request:
                  [|order.deep|]: { type: deep }

                """),
            "more than 500 characters");

    [Theory]
    [InlineData("failed: [refused], refunded: [returned] }", "failed: [refused, {0}], refunded: [returned] }}", 495, "more than 500")]
    [InlineData("hosts: { live: https://api.example.com }", "hosts: {{ {1} }}", 50, "50 hosts")]
    [InlineData("authentication: basic", "authentication: basic\nheaders: {{ {1} }}", 50, "50 headers")]
    [InlineData("actions: [links]", "actions: [{0}]", 20, "20 paths")]
    [InlineData("actions: [links]", "actions: [links], redirect: [{0}]", 20, "20 paths")]
    public void A_list_of_the_API_has_so_many_items_and_no_more(string part, string by, int most, string words)
    {
        string Api(int count) =>
            Gateway.Api.Edited(
                part,
                string.Format(
                    System.Globalization.CultureInfo.InvariantCulture,
                    by,
                    string.Join(", ", Enumerable.Range(0, count).Select(i => "i" + i)),
                    string.Join(", ", Enumerable.Range(0, count).Select(i => $"h{i}: https://a.example"))
                ));

        Assert.Empty(Gateway.BindApi(Api(most)).Diagnostics);
        var diagnostic = Assert.Single(Gateway.BindApi(Api(most + 1)).Diagnostics);
        Assert.Equal(SpecDescriptors.TooMuch, diagnostic.Rule);
        Assert.Contains(words, diagnostic.Message);
    }

    [Fact]
    public void All_fields_of_a_request_have_10_000_values_and_no_more()
    {
        string Api(int count) =>
            Gateway.Api.Edited(
                "request:\n",
                $"lists:\n  all: [{string.Join(", ", Enumerable.Range(0, 500).Select(i => "v" + i))}]\nrequest:\n"
                    + string.Concat(Enumerable.Range(0, count).Select(i => $"  f{i}: {{ type: enum, values: all }}\n")));

        Assert.Empty(Gateway.BindApi(Api(19)).Diagnostics);
        var found = Gateway.BindApi(Api(20)).Diagnostics;
        Assert.NotEmpty(found);
        Assert.All(found, diagnostic => Assert.Equal(SpecDescriptors.TooMuch, diagnostic.Rule));
        Assert.Contains("more than 10000 values", found[0].Message);
    }

    [Fact]
    public void A_rule_names_100_fields_and_no_more()
    {
        string Rule(int count) =>
            Gateway.Method
            + string.Concat(Enumerable.Range(0, count).Select(i => $"  f{i}: {{ type: string }}\n"))
            + $"rules: [{{ forbid: [{string.Join(", ", Enumerable.Range(0, count).Select(i => "f" + i))}], when: {{ id: A }} }}]\n";

        Assert.Empty(Gateway.BindMethod(Rule(100)).Diagnostics);
        Assert.Equal(SpecDescriptors.TooMuch, Assert.Single(Gateway.BindMethod(Rule(101)).Diagnostics).Rule);
    }

    [Fact]
    public void Reading_ends_when_it_is_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);
        var api = SpecParser.Parse(Gateway.ApiFile, Gateway.Api, CancellationToken.None);
        var method = SpecParser.Parse(Gateway.MethodFile, Gateway.Method, CancellationToken.None);

        Assert.ThrowsAny<OperationCanceledException>(() => SpecParser.Parse(Gateway.MethodFile, Gateway.Method, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => SpecBinder.BindApi(api, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => SpecBinder.BindMethod(method, null, cancelled));
    }

    private static void AssertSmall(ReadingCost cost) => Assert.True(cost.Allocated < ReadingCost.MostAllocated, cost.ToString());
}
