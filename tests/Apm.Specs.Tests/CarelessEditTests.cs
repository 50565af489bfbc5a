using Apm.Specs.Diagnostics;

namespace Apm.Specs.Tests;

/// <summary>What a careless author might do to the real AlipayHK spec. Lines and columns are as editors count them, from 1.</summary>
public class CarelessEditTests
{
    [Theory]
    [InlineData("mis-spelt key", "currencies: [EUR", "curencies: [EUR", "APM0002", 11, 1, "did you mean 'currencies'?")]
    [InlineData("mis-spelt key of a field", "pendingURL: { type: url, required:", "pendingURL: { type: url, requierd:", "APM0002", 24, 58, "did you mean 'required'?")]
    [InlineData("digits grouped with a dot", "max: 50000", "max: 50.000", "APM0006", 16, 15, "reads as fifty; where the dot groups digits, write 50000")]
    [InlineData("digits grouped with a comma", "max: 50000", "max: 50,000", "APM0002", 16, 18, "write a number without digit grouping")]
    [InlineData("unknown currency", "[EUR, HKD,", "[EUR, HKG,", "APM0005", 11, 19, "did you mean 'HKD'?")]
    [InlineData("currency of another gateway", "GBP, SGD]", "GBP, SGD, ZWL]", "APM0009", 11, 34, "worldpay.api.yaml, line 30")]
    [InlineData("unknown country", "countries: [HK]", "countries: [HKG]", "APM0005", 10, 13, "did you mean 'HK'?")]
    [InlineData("missing type", "successURL: { type: url, required", "successURL: { required", "APM0003", 23, 3, "add 'type:'")]
    [InlineData("duplicate field", "failureURL", "pendingURL", "APM0008", 25, 3, "the first is on line 24")]
    [InlineData("tab indentation", "  HKD: {", "\tHKD: {", "APM0001", 16, 1, "indented with spaces")]
    [InlineData("unbalanced quote", "in apps.\"", "in apps.", "APM0001", 5, 10, "close it with \"")]
    [InlineData("unbalanced bracket", "[EUR, HKD, GBP, SGD]", "[EUR, HKD, GBP, SGD", "APM0001", 11, 13, "add ] at the end of the value")]
    [InlineData("unbalanced brace", "{ max: 50000 }", "{ max: 50000", "APM0001", 16, 8, "add } at the end of the value")]
    [InlineData("widened length", "fields:", "fields:\n  instruction.narrative.line1: { length: 1..25 }", "APM0009", 23, 42, "worldpay.api.yaml, line 54: write a range within 1..24")]
    [InlineData("relaxed field", "fields:", "fields:\n  merchant.entity: { required: false }", "APM0009", 23, 32, "leave 'required' out")]
    [InlineData("comma in a summary", "after a failed payment.", "after a failed, or refused payment.", "APM0002", 25, 124, "a comma ends a value here: quote the text")]
    [InlineData("colon in a summary", "Where the customer lands after a failed payment.", "Failed: where the customer lands", "APM0001", 25, 89, "quote a text that has one")]
    [InlineData("default that is no value", "default: DESKTOP", "default: DESCTOP", "APM0004", 27, 112, "did you mean 'DESKTOP'?")]
    [InlineData("unknown capability", "partial-refund]", "partial-refnd]", "APM0007", 20, 30, "did you mean 'partial-refund'?")]
    [InlineData("unknown status", "coming-soon", "coming soon", "APM0004", 6, 9, "did you mean 'coming-soon'?")]
    [InlineData("unknown API", "api: worldpay/2023-06-01", "api: worldpay/2023-06-02", "APM0007", 4, 6, "no API file has the id")]
    [InlineData("limit in a currency that is not accepted", "  HKD: {", "  USD: {", "APM0011", 16, 3, "list USD under 'currencies'")]
    [InlineData("minimum above the maximum", "{ max: 50000 }", "{ min: 60000, max: 50000 }", "APM0011", 16, 15, "60000.00 HKD is above the maximum 50000.00 HKD")]
    [InlineData("space forgotten", "name: AlipayHK", "name:AlipayHK", "APM0001", 3, 1, "space is missing after the colon")]
    public void Is_reported_once_at_its_place_with_what_to_write(string mistake, string from, string to, string id, int line, int column, string message)
    {
        var text = Specs.Edit(RepositoryFiles.Method, from, to);
        var set = SpecLibrary.Load([(RepositoryFiles.ApiFile, RepositoryFiles.Api), (RepositoryFiles.MethodFile, text)]);
        var errors = set.Diagnostics.Where(diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error && diagnostic.Message.Contains(message)).ToList();

        var error = Assert.Single(errors);
        Assert.NotEmpty(mistake);
        Assert.Equal((id, line, column), (error.Rule.Id, error.Location.Span.Line + 1, error.Location.Span.Column + 1));
        Assert.Single(set.Diagnostics, diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error);
        Assert.Equal(id == "APM0001" || mistake == "unknown API" ? 0 : 1, set.Methods.Count);
        Assert.Single(set.Apis);
    }
}
