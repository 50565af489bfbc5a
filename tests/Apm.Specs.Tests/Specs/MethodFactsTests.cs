using System.Globalization;

namespace Apm.Specs.Tests;

/// <summary>The real method. Its facts are in its files and nowhere else; here is that the model has them.</summary>
public class MethodFactsTests
{
    private static readonly SpecSet s_set = RealSpecs.Load(RealSpecs.Api, RealSpecs.Method);
    private static readonly SpecText s_apiText = new(RealSpecs.Api);
    private static readonly SpecText s_text = new(RealSpecs.Method);

    private static MethodModel Method => Assert.Single(s_set.Methods);

    private static FieldModel Field(string path) =>
        path.Split('.').Aggregate(Method.Request, (parent, name) => parent.Member(name) ?? throw new Xunit.Sdk.XunitException(path));

    [Fact]
    public void The_only_remarks_are_the_status_and_which_currencies_have_no_known_limit()
    {
        var without = string.Join(", ", s_text.List("currencies").Except(s_text.Below("limits")));

        var remark = Expect.At(SpecDescriptors.NoLimit, RealSpecs.Method.Edited("\nlimits:", "\n[|limits|]:"), text =>
            RealSpecs.Load(RealSpecs.Api, text).Diagnostics);
        var status = Expect.At(SpecDescriptors.NotAvailable, RealSpecs.Method.Edited("status: coming-soon", "status: [|coming-soon|]"), text =>
            RealSpecs.Load(RealSpecs.Api, text).Diagnostics);

        Assert.Equal($"no limit is known in {without}: amounts in them are not checked", remark.Message);
        Assert.Equal((RealSpecs.MethodFile, SpecSeverity.Info), (remark.Location.File, remark.Rule.Severity));
        Assert.Equal(
            $"{Method.Name} is coming soon according to {Method.Source.Url}, so the gateway may refuse its payments: ask the gateway when it becomes available",
            status.Message);
    }

    [Fact]
    public void The_method_is_as_its_file_says()
    {
        Assert.Equal((s_text["apm"], s_text["api"], s_text["name"]), (Method.Id, Method.Api, Method.Name));
        Assert.Equal(s_text["api"] + "/" + s_text["apm"], Method.SpecId);
        Assert.Equal(s_text["summary"].Trim('"'), Method.Summary);
        Assert.Equal(s_text["status"].Replace("-", ""), Method.Status.ToString(), ignoreCase: true);
        Assert.Equal((s_text["source", "url"], s_text["source", "updated"]), (Method.Source.Url, Method.Source.Updated));
        Assert.Equal(s_text.List("countries"), Method.Countries);
        Assert.Equal(s_text.List("currencies"), Method.Currencies);
        Assert.Equal(s_text.List("capabilities"), Method.Capabilities);
        var limit = Assert.Single(Method.Limits);
        Assert.Equal(Assert.Single(s_text.Below("limits")), limit.Currency);
        Assert.Equal((null, long.Parse(s_text["HKD", "max"], CultureInfo.InvariantCulture) * 100), (limit.Min, limit.Max));
    }

    [Fact]
    public void It_offers_its_capabilities_and_a_query()
    {
        Assert.All(s_apiText.Below("operations").Except(["pay", "query"]), operation =>
            Assert.Equal(s_text.List("capabilities").Contains(operation), Method.Offers(operation)));
        Assert.True(Method.Offers("query"));
    }

    [Fact]
    public void The_request_has_the_fields_of_the_API_first_and_then_its_own()
    {
        var paths = s_apiText.Below("request").Concat(s_text.Below("fields")).ToList();

        Assert.Equal(paths.Select(path => path.Split('.')[0]).Distinct(), Method.Request.Members.Select(member => member.Name));
        Assert.All(["instruction", "instruction.paymentInstrument"], parent => Assert.Equal(
            paths.Where(path => path.StartsWith(parent + ".", StringComparison.Ordinal)).Select(path => path[(parent.Length + 1)..].Split('.')[0]).Distinct(),
            Field(parent).Members.Select(member => member.Name)));
        Assert.All(s_apiText.Below("request"), path => Assert.Equal(s_apiText["api"], Field(path).DeclaredBy));
        Assert.All(s_text.Below("fields"), path => Assert.Equal(s_apiText["api"] + "/" + s_text["apm"], Field(path).DeclaredBy));
    }

    [Fact]
    public void A_text_has_the_length_and_the_characters_of_its_line()
    {
        foreach (var path in new[] { "transactionReference", "merchant.entity", "instruction.narrative.line1" })
        {
            var length = Field(path).Length!;
            Assert.Equal(s_apiText[path, "length"], $"{length.Min}..{length.Max}");
            Assert.Equal(s_apiText[path, "required"] == "by-default", Field(path).RequiredByDefault);
            Assert.True(Field(path).Required);
            Assert.Contains("pattern: '" + Field(path).Pattern!.Text + "'", s_apiText[path]);
        }

        Assert.StartsWith("!#$%()*+-./0123456789:;=?@ABC", Field("transactionReference").Pattern!.Characters);
    }

    [Fact]
    public void An_enumeration_a_const_and_an_address_are_as_their_lines_say()
    {
        const string Device = "instruction.paymentInstrument.deviceType";
        Assert.Equal((FieldType.Enum, false, true), (Field(Device).Type, Field(Device).Required, Field(Device).Loggable));
        Assert.Equal(s_text.List(Device, "values"), Field(Device).Values);
        Assert.Equal(s_text[Device, "default"], Field(Device).Default);

        Assert.Equal((Method.Id, true), (Field("instruction.paymentInstrument.type").Const, Field("instruction.paymentInstrument.type").Required));

        Assert.All(s_text.Below("fields").Where(path => s_text[path, "type"] == "url"), path =>
        {
            Assert.Equal((FieldType.Url, s_text[path, "required"] == "true"), (Field(path).Type, Field(path).Required));
            Assert.Equal(s_text[path, "summary"], Field(path).Summary);
        });
    }

    [Fact]
    public void Money_has_the_format_of_the_API_and_the_currencies_and_limits_of_the_method()
    {
        var money = Field("instruction.value").Money!;

        Assert.Equal(new MoneyFormatModel(MoneyNotation.MinorUnits, s_apiText["money", "amount"], s_apiText["money", "currency"]), money.Format);
        Assert.Equal(s_apiText["instruction.value", "minor-units"], $"{money.MinorUnits!.Min}..{money.MinorUnits.Max}");
        Assert.Equal(Method.Currencies, money.Currencies);
        Assert.Equal(Method.Limits, money.Limits);
    }
}
