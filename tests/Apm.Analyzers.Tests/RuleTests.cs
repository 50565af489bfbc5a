using Microsoft.CodeAnalysis;
using Xunit;

namespace Apm.Analyzers.Tests;

/// <summary>Rules about the length of texts and about sums, and members with a preset value.</summary>
public class RuleTests
{
    // As the generator writes it.
    private const string Parcel = """
        [ApmMethod("Parcel", "acme/1/parcel")]
        [ApmRule("length", "number", When = new[] { "kind = home" }, Min = 4, Max = 6)]
        [ApmRule("combined-length", "lines[].name", Max = 8)]
        [ApmRule("combined-length", "tags[]", Min = 2, Max = 5)]
        [ApmRule("equal", "lines[].total", To = "lines[].cost * lines[].count?1")]
        [ApmRule("equal", "total", To = "sum(lines[].total) - 1")]
        [ApmRule("require", "lines[].code", When = new[] { "lines[].cost" })]
        public sealed record ParcelRequest
        {
            [ApmField("kind", "acme/1/parcel", Preset = "home")] public ParcelKind Kind { get; init; } = ParcelKind.Home;
            [ApmField("number", "acme/1/parcel")] public string? Number { get; init; }
            [ApmField("total", "acme/1/parcel")] public long? Total { get; init; }
            [ApmField("tags", "acme/1/parcel")] public IReadOnlyList<string>? Tags { get; init; }
            [ApmField("lines", "acme/1/parcel")] public IReadOnlyList<ParcelLine>? Lines { get; init; }
        }

        public sealed record ParcelLine
        {
            [ApmField("lines[].name", "acme/1/parcel")] public string? Name { get; init; }
            [ApmField("lines[].code", "acme/1/parcel")] public string? Code { get; init; }
            [ApmField("lines[].count", "acme/1/parcel")] public long? Count { get; init; }
            [ApmField("lines[].cost", "acme/1/parcel")] public long? Cost { get; init; }
            [ApmField("lines[].total", "acme/1/parcel")] public long? Total { get; init; }
        }

        public enum ParcelKind
        {
            [System.Runtime.Serialization.EnumMember(Value = "home")] Home,
            [System.Runtime.Serialization.EnumMember(Value = "shop")] Shop,
        }
        """;

    private static readonly Lazy<MetadataReference> s_parcel = new(() => Shop.Library(Parcel));

    public static TheoryData<string> Requests { get; } =
    [
        "Number = {|APM1004:\"123\"|}",
        "Number = \"1234\"",
        "Number = {|APM1004:\"1234567\"|}",
        "Kind = ParcelKind.Shop, Number = \"1234567\"",
        "Kind = (ParcelKind)number, Number = \"1234567\"",
        "{|APM1004:Number|} = $\"{text}1234567\"",
        "Number = $\"{text}123\"",
        "Number = text",
        "{|APM1004:Tags|} = new[] { \"abc\", \"def\" }",
        "{|APM1004:Tags|} = new[] { \"a\" }",
        "Tags = new[] { \"abc\", \"de\" }",
        "Tags = new[] { \"a\", text }",
        "{|APM1004:Tags|} = new[] { \"abcdef\", text }",
        "Tags = text.Split(' ')",
        "{|APM1004:Lines|} = new ParcelLine[] { new() { Name = \"abcde\" }, new(), new() { Name = \"fghi\" } }",
        "Lines = new ParcelLine[] { new() { Name = \"abcde\" }, new(), new() { Name = \"fgh\" } }",
        "Lines = new ParcelLine[] { new() { Code = \"x\", Cost = 5, Count = 2, Total = {|APM1016:9|} } }",
        "Lines = new ParcelLine[] { new() { Code = \"x\", Cost = 5, Count = 2, Total = 10 } }",
        "Lines = new ParcelLine[] { new() { Code = \"x\", Cost = 5, Total = 5 } }",
        "Lines = new ParcelLine[] { new() { Code = \"x\", Cost = 5, Total = {|APM1016:0|} } }",
        "Lines = new ParcelLine[] { new() { Code = \"x\", Cost = number, Total = 5 } }",
        "Lines = new ParcelLine[] { new() { Code = \"x\", Cost = long.MaxValue, Count = 2, Total = 5 } }",
        "Total = {|APM1016:9|}, Lines = new ParcelLine[] { new() { Code = \"x\", Cost = 4, Total = 4 }, new() { Code = \"x\", Cost = 5, Total = 5 } }",
        "Total = 8, Lines = new ParcelLine[] { new() { Code = \"x\", Cost = 4, Total = 4 }, new() { Code = \"x\", Cost = 5, Total = 5 } }",
        "Total = {|APM1016:8|}",
        "Total = -1",
        "Total = 9, Lines = Array.Empty<ParcelLine>().Concat(new[] { new ParcelLine() }).ToArray()",
        "Lines = new ParcelLine[] { {|APM1009:new|}() { Cost = 5 } }",
        "Lines = new ParcelLine[] { new() { Cost = 5, Code = \"x\" }, {|APM1009:new|}() { Cost = 5 } }",
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public Task A_rule_with_data_is_judged(string members) => Shop.CheckAsync(Parcel + Program(members));

    [Theory]
    [InlineData("Number = {|APM1004:\"123\"|}")]
    [InlineData("Number = \"1234\"")]
    [InlineData("Kind = ParcelKind.Shop, Number = \"123\"")]
    public Task A_preset_value_counts_in_another_assembly(string members) => Shop.CheckAcrossAsync(Program(members), s_parcel.Value);

    [Theory]
    [InlineData("Number = {|APM1004:\"123\"|}", "Number (number) of Parcel must have 4 to 6 characters when kind is home (rule: rules in acme/1/parcel)")]
    [InlineData("{|APM1004:Tags|} = new[] { \"a\" }", "Tags (tags) of Parcel must have 2 to 5 characters in total (rule: rules in acme/1/parcel)")]
    [InlineData("Total = {|APM1016:9|}", "9 is not -1; Total (total) of Parcel must equal sum(lines[].total) - 1 (rule: rules in acme/1/parcel)")]
    public async Task The_message_says_what_the_rule_requires(string members, string message) =>
        Assert.Equal(message, Assert.Single(await Shop.CheckAsync(Parcel + Program(members))).GetMessage());

    private static string Program(string members) => Shop.Method($"Use(new ParcelRequest {{ {members} }});");
}
