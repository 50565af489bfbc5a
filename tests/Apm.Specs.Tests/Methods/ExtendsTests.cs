namespace Apm.Specs.Tests;

/// <summary>A method file that extends another.</summary>
public class ExtendsTests
{
    private const string Extends = "extends: gateway/1/wallet\n";

    private static readonly string s_base = Gateway.Method
        .Edited("currencies: [EUR]", "currencies: [EUR, HKD, JPY]")
        .Edited("EUR: { max: 100 }", "EUR: { min: 1, max: 100 }\n  HKD: { max: 50 }")
        + """
          order.note: { required: true, length: 1..20 }
          wallet.code: { type: string, length: 1..9 }
        rules:
          - require: wallet.code
            when: { order.kind: A }
          - forbid: wallet.code
            when: { order.kind: B }
        notes: [as the page says]

        """;

    [Fact]
    public void What_is_not_said_is_as_in_the_method_that_is_extended()
    {
        var (overlay, extended) = (Model(Extends), Base());

        Assert.Equal(extended, overlay);

        static MethodModel Base() => Gateway.BindMethod(s_base).Model!;
    }

    [Fact]
    public void What_is_said_is_narrower_and_the_rest_is_kept()
    {
        var model = Model(
            Extends
                + """
                currencies: [EUR, HKD]
                limits: { EUR: { max: 20 }, HKD: { min: 2 } }
                fields: { id: { length: 1..9 } }
                rules:
                  - require: order.count
                    when: { wallet.code: present }
                notes: [as the contract says]

                """);

        Assert.Equal(["EUR", "HKD"], model.Currencies);
        Assert.Equal([("EUR", 100, 2000), ("HKD", 200, 5000)], model.Limits.Select(limit => (limit.Currency, limit.Min, limit.Max)));
        Assert.Equal(model.Limits, model.Request.Member("order")!.Member("amount")!.Money!.Limits);
        Assert.Equal((9, 20), (model.Request.Member("id")!.Length!.Max, model.Request.Member("order")!.Member("note")!.Length!.Max));
        Assert.Equal([RuleKind.Require, RuleKind.Forbid, RuleKind.Require], model.Rules.Select(rule => rule.Kind));
        Assert.Equal(["as the page says", "as the contract says"], model.Notes);
    }

    [Fact]
    public void With_an_id_of_its_own_it_is_a_method_beside_the_other_which_the_gateway_does_not_know_by_it()
    {
        var model = Model(Extends + "apm: wallet-abroad\nname: Wallet abroad\n");

        Assert.Equal(("wallet-abroad", "wallet", "gateway/1/wallet-abroad", "Wallet abroad"), (model.Id, model.GatewayId, model.SpecId, model.Name));
        Assert.Equal("wallet", model.Request.Member("wallet")!.Member("type")!.Const);
    }

    [Theory]
    [InlineData("APM0009", "currencies: [EUR, [|USD|]]", "'USD' is not one of the currencies of the base in wallet.apm.yaml, line 6")]
    [InlineData("APM0009", "limits: { EUR: { max: [|101|] } }", "the base has 100.00 EUR in wallet.apm.yaml, line 7")]
    [InlineData("APM0009", "limits: { each: { min: [|0.5|] } }", "the base has 1.00 EUR")]
    [InlineData("APM0011", "limits: { HKD: { min: [|60|] } }", "the minimum 60.00 HKD is above the maximum 50.00 HKD")]
    [InlineData("APM0011", "limits: { EUR: { max: [|0.5|] } }", "the minimum 1.00 EUR is above the maximum 0.50 EUR")]
    [InlineData("APM0009", "capabilities: [sale, refund, [|authorization|]]", "remove it")]
    [InlineData("APM0007", "capabilities: [sale, [|refnd|]]", "did you mean 'refund'?")]
    [InlineData("APM0009", "fields: { order.note: { length: [|1..21|] } }", "1..20 in wallet.apm.yaml, line ")]
    [InlineData("APM0009", "fields: { order.line: { required: [|false|] } }", "the base requires this field")]
    [InlineData("APM0009", "fields: { id: { pattern: [|'[a-z-]*'|] } }", "but not the pattern of the base in gateway.api.yaml")]
    [InlineData("APM0017", "fields: { wallet.code: { required: [|true|] } }", "a rule of gateway/1/wallet forbids 'wallet.code'")]
    [InlineData("APM0003", "fields: { [|wallet.cod|]: { length: 1..5 } }", "did you mean 'wallet.code'?")]
    [InlineData("APM0016", "[|api|]: gateway/1", "remove 'api'")]
    [InlineData("APM0002", "[|source|]: { url: https://example.com }", "")]
    public void Nothing_is_widened(string rule, string line, string words) =>
        Expect.At(Expect.Rule(rule), Extends + line + "\n", text => Bind(text).Diagnostics.Where(found => found.Rule != SpecDescriptors.NoLimit), words);

    [Fact]
    public void A_limit_of_the_method_that_is_extended_is_known()
    {
        Assert.Empty(Bind(Extends + "currencies: [EUR, HKD]\n").Diagnostics);
        Assert.Contains("no limit is known in JPY", Assert.Single(Bind(Extends + "currencies: [EUR, JPY]\n").Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_in_the_others_place_it_has_the_names_of_the_others_types()
    {
        var named = s_base.Edited(
            "wallet.code: { type: string, length: 1..9 }",
            "wallet.code: { type: string, length: 1..9 }\n  wallet.kind: { type: enum, values: [A, B], type-name: WalletSort }");

        Assert.Equal("WalletSort", Kind(Extends).TypeName);
        Assert.Null(Kind(Extends + "apm: mine\n").TypeName);
        Assert.Equal("MySort", Kind(Extends + "apm: mine\nfields: { wallet.kind: { type-name: MySort } }\n").TypeName);

        FieldModel Kind(string overlay) => Bind(overlay, named).Model!.Request.Member("wallet")!.Member("kind")!;
    }

    [Theory]
    [InlineData("APM0007", "apm: mine\nextends: [|gateway/1/mine|]\n", "is the id of this file, and no other file has this id")]
    [InlineData("APM0007", "extends: [|gateway/1/walet|]\n", "did you mean 'gateway/1/wallet'?")]
    [InlineData("APM0007", "extends: [|wallet|]\n", "write the API and the id of a method")]
    [InlineData("APM0003", "[|extends|]:\napm: x\n", "'extends' has no value")]
    public void What_extends_nothing_has_no_model(string rule, string text, string words)
    {
        Expect.At(Expect.Rule(rule), text, marked => Bind(marked).Diagnostics, words);
        Assert.Null(Bind(text.Replace("[|", "").Replace("|]", "")).Model);
    }

    [Fact]
    public void What_extends_another_cannot_be_extended()
    {
        var first = Extends + "apm: first\n";
        var set = SpecLibrary.Load([
            ("gateway.api.yaml", Gateway.Api),
            ("wallet.apm.yaml", s_base),
            ("first.apm.yaml", first),
            ("second.apm.yaml", "extends: gateway/1/first\napm: second\n"),
        ]);

        Assert.Equal(["wallet", "first"], set.Methods.Select(method => method.Id));
        Assert.Contains(
            "'gateway/1/first' itself extends 'gateway/1/wallet'",
            Assert.Single(set.Diagnostics, found => found.Rule == SpecDescriptors.NotApplicable).Message);
    }

    [Fact]
    public void Without_an_id_it_takes_the_others_place()
    {
        var set = SpecLibrary.Load([("gateway.api.yaml", Gateway.Api), ("wallet.apm.yaml", s_base), ("mine.apm.yaml", Extends + "currencies: [JPY]\n")]);

        Assert.Equal(["JPY"], Assert.Single(set.Methods).Currencies);
        Assert.DoesNotContain(set.Diagnostics, found => found.Rule == SpecDescriptors.DeclaredTwice);
        Assert.Contains(
            SpecLibrary.Load([("gateway.api.yaml", Gateway.Api), ("wallet.apm.yaml", s_base), ("a.apm.yaml", Extends), ("b.apm.yaml", Extends)]).Diagnostics,
            found => found.Rule == SpecDescriptors.DeclaredTwice);
    }

    private static MethodModel Model(string overlay)
    {
        var bound = Bind(overlay);
        Assert.DoesNotContain(bound.Diagnostics, found => found.Rule != SpecDescriptors.NoLimit);
        return bound.Model!;
    }

    private static BoundMethod Bind(string overlay) => Bind(overlay, s_base);

    private static BoundMethod Bind(string overlay, string extended)
    {
        var (spec, wallet) = (SpecParser.Parse("mine.apm.yaml", overlay), SpecParser.Parse(Gateway.MethodFile, extended));
        return SpecBinder.BindMethod(spec, spec.BaseId == wallet.SpecId ? wallet : null, SpecParser.Parse(Gateway.ApiFile, Gateway.Api), [wallet.SpecId]);
    }

    [Fact]
    public void A_method_extends_one_whose_api_is_there()
    {
        const string Text = "extends: [|gateway/1/wallet|]\n";
        Expect.At(
            SpecDescriptors.UnknownName,
            Text,
            text => SpecLibrary.Load([("wallet.apm.yaml", s_base), ("mine.apm.yaml", text)]).Diagnostics.Where(found => found.Location.File == "mine.apm.yaml"),
            "no API file has the id 'gateway/1'");
    }

    [Fact]
    public void Countries_are_taken_over_and_narrowed()
    {
        var offered = s_base.Edited("status: available\n", "status: available\ncountries: [DE, FR]\n");

        Assert.Equal(["DE", "FR"], Bind(Extends, offered).Model!.Countries);
        Assert.Equal(["FR"], Bind(Extends + "countries: [FR]\n", offered).Model!.Countries);
        Expect.At(SpecDescriptors.Widens, Extends + "countries: [FR, [|ES|]]\n", text => Bind(text, offered).Diagnostics, "'ES'");
    }

    [Fact]
    public void Refunds_have_no_limits_where_neither_file_offers_them() => Expect.At(
        SpecDescriptors.Limit,
        Extends + "[|refund-limits|]: { EUR: { max: 10 } }\n",
        text => Bind(text, s_base.Edited("[sale, refund]", "[sale]")).Diagnostics,
        "offers no refund");

    [Theory]
    [InlineData("min: [|0.50|]", "a larger amount", "'min'")]
    [InlineData("max: [|101|]", "a smaller amount", "'max'")]
    public void A_limit_that_is_wider_says_in_which_direction_it_may_go(string bound, string direction, string key) => Expect.At(
        SpecDescriptors.Widens,
        Extends + $"limits: {{ EUR: {{ {bound} }} }}\n",
        text => Bind(text).Diagnostics,
        direction,
        key);

    [Fact]
    public void A_limit_can_be_the_limit_of_the_method_that_is_extended() =>
        Assert.Equal(Model(Extends).Limits, Model(Extends + "limits: { EUR: { min: 1, max: 100 } }\n").Limits);

    [Fact]
    public void The_status_is_that_of_the_method_that_is_extended_and_the_summary_can_be_another()
    {
        var pilot = s_base.Edited("status: available", "status: pilot\nsummary: A wallet.");

        Assert.Equal((MethodStatus.Pilot, "A wallet."), Facts(Extends));
        Assert.Equal((MethodStatus.Pilot, "Our wallet."), Facts(Extends + "summary: Our wallet.\n"));

        (MethodStatus Status, string? Summary) Facts(string overlay) => (Bind(overlay, pilot).Model!.Status, Bind(overlay, pilot).Model!.Summary);
    }
}
