using System.Text.RegularExpressions;

namespace Apm.Specs.Tests;

/// <summary>What a method leaves alone, it shares with the other methods of its API.</summary>
public class SharedFieldsTests
{
    private static FieldModel Request(string? field = null) =>
        RealSpecs.BindMethod(field is null ? RealSpecs.Method : RealSpecs.Method.Edited("fields:\n", $"fields:\n  {field}\n")).Model!.Request;

    private static FieldModel Member(FieldModel root, string path) => path.Split('.').Aggregate(root, (field, name) => field.Member(name)!);

    [Fact]
    public void An_object_is_shared_where_the_method_leaves_it_alone()
    {
        var request = Request();

        Assert.True(Member(request, "merchant").IsShared);
        Assert.True(Member(request, "instruction.narrative").IsShared);
        Assert.False(Member(request, "instruction").IsShared);
        Assert.False(Member(request, "instruction.paymentInstrument").IsShared);
        Assert.False(request.IsShared);
    }

    [Fact]
    public void A_narrowed_member_ends_the_sharing_of_its_object_only()
    {
        var request = Request("instruction.narrative.line1: { length: 1..20 }");
        var api = new SpecText(RealSpecs.Api)["api"];

        Assert.False(Member(request, "instruction.narrative").IsShared);
        Assert.True(Member(request, "merchant").IsShared);
        Assert.Equal(new LengthModel(1, 20), Member(request, "instruction.narrative.line1").Length);
        Assert.Equal(api, Member(request, "merchant.entity").DeclaredBy);
        Assert.StartsWith(api + "/", Member(request, "instruction.narrative.line1").DeclaredBy);
    }

    [Fact]
    public void An_object_is_required_if_and_only_if_a_member_is()
    {
        Assert.True(Member(Request(), "instruction.narrative").Required);
        Assert.True(Member(Request(), "instruction").Required);

        var relaxed = Request("instruction.narrative.line1: { required: false }");
        Assert.False(Member(relaxed, "instruction.narrative").Required);
        Assert.True(Member(relaxed, "instruction").Required);

        var listed = Request("instruction.narrative: { type: object, required: false }");
        Assert.False(Member(listed, "instruction.narrative").Required);
        Assert.True(Member(listed, "instruction.narrative.line1").Required);
    }

    [Fact]
    public void Patterns_of_one_class_become_characters_and_all_are_anchored()
    {
        var request = Request();
        foreach (var path in new[] { "transactionReference", "merchant.entity", "instruction.narrative.line1" })
        {
            var pattern = Member(request, path).Pattern!;
            Assert.Equal(string.Concat(pattern.Characters!.Order().Distinct()), pattern.Characters);
            var regex = new Regex(pattern.Regex, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            for (var c = '\0'; c < char.MaxValue; c++)
            {
                Assert.Equal(pattern.Characters!.Contains(c, StringComparison.Ordinal), regex.IsMatch(c.ToString()));
            }

            Assert.DoesNotMatch(regex, "a\n");
        }
    }
}
