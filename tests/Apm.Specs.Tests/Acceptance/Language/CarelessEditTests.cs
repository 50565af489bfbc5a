using Apm.Specs.Tests.Acceptance.Markup;

namespace Apm.Specs.Tests.Acceptance.Language;

/// <summary>What a careless author may do to a real spec: each mistake alone, at its place, with the way out.</summary>
public sealed class CarelessEditTests
{
    [Fact]
    public void The_untouched_spec_has_no_error() => Verify.Silent(Spec.MethodDiagnostics(Spec.RealMethod, Spec.RealApi, Spec.RealMethodFile));

    [Theory]
    [InlineData("capabilities:", "[|capabilites|]:", "APM0002", "did you mean 'capabilities'?")]
    [InlineData("summary: Where the customer lands after a failed", "[|sumary|]: Where the customer lands after a failed", "APM0002", "did you mean 'summary'?")]
    [InlineData("max: 50000", "[|maxx|]: 50000", "APM0002", "did you mean 'max'?")]
    [InlineData("summary: Where the customer lands after a failed payment.", "summary: Where the customer lands, [|after a failed payment.|]", "APM0002", "a comma ends a value here")]
    [InlineData("max: 50000", "max: [|50.000|]", "APM0006", "write 50000")]
    [InlineData("max: 50000", "max: [|50_000|]", "APM0006", "write 50000")]
    [InlineData("max: 50000", "max: [|50 000|]", "APM0006", "write 50000")]
    [InlineData("max: 50000", "max: [|\"50,000\"|]", "APM0006", "write 50000")]
    [InlineData("max: 50000", "max: 50,[|000|]", "APM0002", "a comma ends a value here")]
    [InlineData("[EUR, HKD, GBP, SGD]", "[EUR, HKD, GBP, [|SGB|]]", "APM0005", "did you mean 'SGD'?")]
    [InlineData("[EUR, HKD, GBP, SGD]", "[EUR, HKD, GBP, SGD, [|CYN|]]", "APM0005", "did you mean 'CNY'?")]
    [InlineData("[EUR, HKD, GBP, SGD]", "[EUR, HKD, [|HKD|], GBP, SGD]", "APM0008", "HKD")]
    [InlineData("countries: [HK]", "countries: [[|UK|]]", "APM0005", "did you mean 'GB'?")]
    [InlineData("HKD: { max", "[|USD|]: { max", "APM0011", "accepted")]
    [InlineData("deviceType: { type: enum, values", "[|deviceType|]: { values", "APM0003", "type")]
    [InlineData("  instruction.paymentInstrument.pendingURL", "  [|instruction.paymentInstrument.successURL|]", "APM0008", "line 23")]
    [InlineData("  HKD: { max", "[|\t|]HKD: { max", "APM0001", "spaces")]
    [InlineData("\"A digital wallet used in Hong Kong, on the web and in apps.\"", "[|\"|]A digital wallet used in Hong Kong, on the web and in apps.", "APM0001", "close it with \"")]
    [InlineData("\"A digital wallet used in Hong Kong, on the web and in apps.\"", "A digital wallet used in Hong Kong, on the web and in apps.[|\"|]", "APM0001", "\"")]
    [InlineData("[DESKTOP, MOBILE, CONSOLE, TABLET]", "[|[|]DESKTOP, MOBILE, CONSOLE, TABLET", "APM0001", "]")]
    [InlineData("HKD: { max: 50000 }", "HKD: [|{|] max: 50000", "APM0001", "}")]
    [InlineData("fields:\n", "fields:\n  transactionReference: { length: [|1..65|] }\n", "APM0009", "64")]
    [InlineData("fields:\n", "fields:\n  merchant.entity: { pattern: [|'[A-Za-z0-9\\-_ ]*'|] }\n", "APM0009", "_")]
    [InlineData("fields:\n", "fields:\n  [|transactionRefrence|]: { length: 1..20 }\n", "APM0003", "transactionReference")]
    [InlineData("partial-refund]", "[|partial-refunds|]]", "APM0007", "did you mean 'partial-refund'?")]
    [InlineData("status: coming-soon", "status: [|coming soon|]", "APM0004", "did you mean 'coming-soon'?")]
    [InlineData("default: DESKTOP", "default: [|DESKTP|]", "APM0004", "did you mean 'DESKTOP'?")]
    [InlineData("successURL: { type: url, required: true", "successURL: { type: url, required: [|yes|]", "APM0004", "true or false")]
    [InlineData("updated: 2025-11-17", "updated: [|17.11.2025|]", "APM0004", "year, month and day")]
    public void Each_mistake_is_reported_once(string right, string wrong, string rule, string way)
    {
        // The two signs of the real deviceType and successURL lines carry a path before them.
        var marked = Spec.RealMethod.Replaced(right, wrong).Replace("instruction.paymentInstrument.[|deviceType|]", "[|instruction.paymentInstrument.deviceType|]", StringComparison.Ordinal);

        Verify.RealMethod(marked, rule, way);
    }

    [Fact]
    public void Every_mistake_is_reported_in_one_pass_in_the_order_of_the_file()
    {
        var wrong = Spec.RealMethod
            .Replaced("countries: [HK]", "countries: [UK]")
            .Replaced("SGD]", "SGB]")
            .Replaced("max: 50000", "max: 50.000")
            .Replaced("capabilities: [sale", "capabilities: [sales")
            .Replaced("values: [DESKTOP", "value: [DESKTOP")
            .Replaced("successURL: { type: url", "successURL: { type: uri");

        var diagnostics = Spec.MethodDiagnostics(wrong, Spec.RealApi, Spec.RealMethodFile).Where(diagnostic => diagnostic.Rule.Id != "APM0014").ToList();

        Assert.Equal(["APM0005", "APM0005", "APM0006", "APM0007", "APM0004", "APM0002"], diagnostics.Select(diagnostic => diagnostic.Rule.Id));
        Assert.Equal(diagnostics.Select(diagnostic => diagnostic.Location.Span.Start).Order(), diagnostics.Select(diagnostic => diagnostic.Location.Span.Start));
    }

    [Fact]
    public void A_widened_field_names_and_points_at_the_line_that_it_widens()
    {
        var diagnostic = Verify.RealMethod(Spec.RealMethod.Replaced("fields:\n", "fields:\n  transactionReference: { length: [|1..65|] }\n"), "APM0009");

        var line = Spec.RealApi.Split('\n').ToList().FindIndex(line => line.StartsWith("  transactionReference:", StringComparison.Ordinal));
        Assert.Equal((Spec.ApiFile, line), (diagnostic.Related?.File, diagnostic.Related?.Span.Line));
        Assert.Contains($"{line + 1}", diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains(Spec.ApiFile, diagnostic.Message, StringComparison.Ordinal);
    }
}
