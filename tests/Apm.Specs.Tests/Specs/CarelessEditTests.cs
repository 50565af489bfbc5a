using System.Text.RegularExpressions;

namespace Apm.Specs.Tests;

/// <summary>What a careless author may do to a real spec: each mistake alone, at its place, with the way out.</summary>
public partial class CarelessEditTests
{
    private const string Paths = "  instruction.paymentInstrument.";

    // {x} in a message is the first line that begins with x, of the API file or else of the edited one.
    [Theory]
    [InlineData("APM0001", "  HKD: {", "[|\t|]HKD: {", "indented with spaces")]
    [InlineData("APM0001", "summary: \"A digital", "summary: A digital", "\"", "in apps.\"", "in apps.[|\"|]")]
    [InlineData("APM0001", "summary: \"A digital", "summary: [|\"|]A digital", "close it with \"", "in apps.\"", "in apps.")]
    [InlineData("APM0001", "[EUR, HKD, GBP, SGD]", "[|[|]EUR, HKD, GBP, SGD", "add ] at the end of the value")]
    [InlineData("APM0001", "[DESKTOP, MOBILE, CONSOLE, TABLET]", "[|[|]DESKTOP, MOBILE, CONSOLE, TABLET", "]")]
    [InlineData("APM0001", "{ max: 50000 }", "[|{|] max: 50000", "add } at the end of the value")]
    [InlineData("APM0001", "Where the customer lands after a failed payment.", "Failed[|:|] where the customer lands", "quote a text that has one")]
    [InlineData("APM0001", "name: AlipayHK", "[|n|]ame:AlipayHK", "space is missing after the colon")]
    [InlineData("APM0002", "currencies: [EUR", "[|curencies|]: [EUR", "did you mean 'currencies'?")]
    [InlineData(
        "APM0002",
        "pendingURL: { type: url, schemes: any, required:",
        "pendingURL: { type: url, schemes: any, [|requierd|]:", "did you mean 'required'?")]
    [InlineData("APM0002", "max: 50000", "[|maxx|]: 50000", "did you mean 'max'?")]
    [InlineData("APM0002", "max: 50000", "max: 50,[|000|]", "a comma ends a value here: write a number without digit grouping")]
    [InlineData("APM0002", "after a failed payment.", "after a failed, [|or refused payment.|]", "a comma ends a value here: quote the text")]
    [InlineData("APM0003", Paths + "successURL: { type: url, ", "  [|instruction.paymentInstrument.successURL|]: { ", "add 'type:'")]
    [InlineData("APM0003", Paths + "deviceType: { type: enum, values", "  [|instruction.paymentInstrument.deviceType|]: { values", "add 'type:'")]
    [InlineData("APM0003", "fields:\n", "fields:\n  [|transactionRefrence|]: { length: 1..20 }\n", "did you mean 'transactionReference'?")]
    [InlineData("APM0004", "coming-soon", "[|coming soon|]", "did you mean 'coming-soon'?")]
    [InlineData("APM0004", "default: DESKTOP", "default: [|DESCTOP|]", "did you mean 'DESKTOP'?")]
    [InlineData(
        "APM0004",
        "successURL: { type: url, schemes: any, required: true",
        "successURL: { type: url, schemes: any, required: [|yes|]", "true or false")]
    [InlineData("APM0004", "updated: 2025-11-17", "updated: [|17.11.2025|]", "the year, the month and the day")]
    [InlineData("APM0005", "[EUR, HKD,", "[EUR, [|HKG|],", "did you mean 'HKD'?")]
    [InlineData("APM0005", "GBP, SGD]", "GBP, SGD, [|CYN|]]", "did you mean 'CNY'?")]
    [InlineData("APM0005", "countries: [HK]", "countries: [[|HKG|]]", "did you mean 'HK'?")]
    [InlineData("APM0006", "max: 50000", "max: [|50.000|]", "reads as fifty; if the dot groups digits, write 50000")]
    [InlineData("APM0007", "partial-refund]", "[|partial-refnd|]]", "did you mean 'partial-refund'?")]
    [InlineData("APM0007", "api: worldpay/2023-06-01", "api: [|worldpay/2023-06-02|]", "no API file has the id")]
    [InlineData(
        "APM0008",
        Paths + "failureURL",
        "  [|instruction.paymentInstrument.pendingURL|]",
        "the first is on line {  instruction.paymentInstrument.pendingURL}")]
    [InlineData("APM0008", "[EUR, HKD, GBP", "[EUR, HKD, [|HKD|], GBP", "'HKD'")]
    [InlineData("APM0009", "GBP, SGD]", "GBP, SGD, [|ZWL|]]", "worldpay.api.yaml, line {currencies:}")]
    [InlineData("APM0009", "fields:\n", "fields:\n  merchant.entity: { pattern: [|'[A-Za-z0-9\\-_ ]*'|] }\n", "allows '_'")]
    [InlineData(
        "APM0009",
        "fields:\n",
        "fields:\n  merchant.entity: { required: [|false|] }\n",
        "worldpay.api.yaml, line {  merchant.entity:}: leave 'required' out")]
    [InlineData(
        "APM0009",
        "fields:\n",
        "fields:\n  instruction.narrative.line1: { length: [|1..25|] }\n",
        "worldpay.api.yaml, line {  instruction.narrative.line1:}: write a range within 1..24")]
    [InlineData("APM0011", "  HKD: {", "  [|USD|]: {", "list USD under 'currencies'")]
    [InlineData("APM0011", "{ max: 50000 }", "{ min: [|60000|], max: 50000 }", "60000.00 HKD is above the maximum 50000.00 HKD")]
    public void Each_mistake_is_reported_once_in_the_whole_library(
        string rule,
        string right,
        string wrong,
        string message,
        string? alsoRight = null,
        string? alsoWrong = null)
    {
        var marked = RealSpecs.Method.Edited(right, wrong);
        marked = alsoRight is null ? marked : marked.Edited(alsoRight, alsoWrong!);
        var text = Markup.Parse(marked).Text;
        var says = Braced().Replace(message, match => LineOf(text, match.Groups["start"].Value));
        SpecSet? set = null;

        var diagnostic = Expect.At(Expect.Rule(rule), marked, edited => (set = RealSpecs.Load(RealSpecs.Api, edited)).Diagnostics, says);

        Assert.Equal(RealSpecs.MethodFile, diagnostic.Location.File);
        Assert.Equal(message.Contains("no API file") ? 0 : 1, set!.Methods.Count);
        Assert.Single(set.Apis);
    }

    [Fact]
    public void Every_mistake_is_reported_in_one_pass_in_the_order_of_the_file()
    {
        var wrong = RealSpecs.Method
            .Edited("name: AlipayHK\n", "")
            .Edited("coming-soon", "coming soon")
            .Edited("countries: [HK]", "countries: [UK]")
            .Edited("SGD]", "SGB]")
            .Edited("max: 50000", "max: 50.000")
            .Edited("capabilities: [sale", "capabilities: [sales")
            .Edited("successURL: { type: url", "successURL: { type: uri")
            .Edited("values: [DESKTOP", "value: [DESKTOP");

        var diagnostics = RealSpecs.BindMethod(wrong).Diagnostics.Where(diagnostic => diagnostic.Rule != SpecDescriptors.NoLimit).ToList();

        Assert.Equal(
            ["APM0003", "APM0004", "APM0005", "APM0005", "APM0006", "APM0007", "APM0004", "APM0002"],
            diagnostics.Select(diagnostic => diagnostic.Rule.Id));
        Assert.Equal(
            diagnostics.Select(diagnostic => diagnostic.Location.Span.Start).Order(),
            diagnostics.Select(diagnostic => diagnostic.Location.Span.Start));
    }

    [Fact]
    public void A_widened_field_points_at_the_fact_that_it_widens()
    {
        var marked = RealSpecs.Method.Edited("fields:\n", "fields:\n  transactionReference: { length: [|1..65|] }\n");

        var diagnostic = Expect.At(
            SpecDescriptors.Widens,
            marked,
            text => RealSpecs.BindMethod(text).Diagnostics,
            $"worldpay.api.yaml, line {LineOf("", "  transactionReference:")}");

        Assert.Equal(RealSpecs.ApiFile, diagnostic.Related!.File);
        Assert.Equal(LineOf("", "  transactionReference:"), $"{diagnostic.Related.Span.Line + 1}");
        Assert.Equal("1..64", RealSpecs.Api.Part(diagnostic.Related));
    }

    /// <summary>As editors count, from 1.</summary>
    private static string LineOf(string method, string start)
    {
        var text = RealSpecs.Api.Split('\n').Any(line => line.StartsWith(start, StringComparison.Ordinal)) ? RealSpecs.Api : method;
        return $"{1 + text.Split('\n').Index().First(line => line.Item.StartsWith(start, StringComparison.Ordinal)).Index}";
    }

    [GeneratedRegex(@"\{(?<start>.*)\}")]
    private static partial Regex Braced();
}
