using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary>Names that become one in C# are an error at the second, and the rest compiles.</summary>
public partial class NameClashTests
{
    private const string Kiosk = """
        api: kiosk/v3
        name: Kiosk payments
        client: KioskClient
        source: { url: https://kiosk.example/docs, updated: 2026-01-01 }
        hosts: { test: https://test.kiosk.example }
        authentication: bearer
        money: { notation: decimal-string, amount: total, currency: code }
        currencies: [KWD, JPY, CHF, ALL]
        request:
          order: { type: string, required: true, length: 1..30, summary: The order. }
          pay.money: { type: money, required: true, summary: What is paid. }
          pay.with: { const: $apm, summary: The method. }
        payment:
          reference: order
          value: pay.money
        operations:
          pay: { post: /v3/orders, status: 200 }
          query: { get: me, status: 200 }
          refund: { post: give-back, status: 200, while: [done] }
        response: { id: order.number, status: order.phase, self: order.links.me.at, redirect: go, actions: [order.links], href: at }
        statuses:
          pending: [open]
          paid: [done]
          failed: [broken]
          refunded: []
        errors:
          name: problem.code
          message: problem.text

        """;

    private const string Pod = """
        apm: paypod
        name: Paypod
        api: kiosk/v3
        summary: Pods.
        status: available
        source: { url: https://kiosk.example/docs/paypod, updated: 2026-01-01 }
        currencies: [CHF]
        capabilities: [sale, refund]
        fields:
          pods: { type: country, summary: Where the pods grow. }

        """;

    /// <summary>The first is replaced by the second, and the error stands at the third's last place.</summary>
    public static TheoryData<string, string, string> ApiClashes =>
        new()
        {
            { "pending: [open]", "pending: [open, OPEN]", "OPEN" },
            { "https://test.kiosk.example }", "https://test.kiosk.example, Test: https://two.kiosk.example }", "Test" },
            { "while: [done] }", "while: [done], body: { a_b: { type: string, summary: x }, aB: { type: string, summary: x } } }", "aB" },
            { "while: [done] }", "while: [done], body: { kind: { type: enum, values: [a, A], summary: x } } }", "kind" },
            { "while: [done] }", "while: [done], body: { request.x: { type: string, summary: x } } }", "request.x" },
            { "  pay.with:", "  Order: { type: string, summary: x }\n  pay.with:", "Order" },
            { "  pay.with:", "  client.x: { type: string, summary: x }\n  pay.with:", "client.x" },
            { "  pay.with:", "  kind: { type: enum, values: [a, A], preset: A, summary: x }\n  pay.with:", "kind" },
            { "errors:", "types: { paymentRequest: { x: { type: string, summary: x } } }\nerrors:", "paymentRequest" },
            { "id: order.number", "id: other.phase", "status" },
            {
                "errors:",
                """
                webhooks:
                  id: id
                  type: type
                  reference: order
                  signature: { header: S, form: single, algorithm: hmac-sha256, encoding: hex }
                  acknowledge: { status: 200, seconds: 5 }
                  types: { paid: [so-late, SoLate] }
                errors:
                """,
                "SoLate"
            },
            { "errors:", Webhooks("id: { members: { tokenID: { at: a, type: string }, tokenId: { at: b, type: string } } }"), "tokenId" },
            {
                "errors:",
                Webhooks("id: { members: { a: { at: a, type: string } } }, idValue: { members: { a: { at: a, type: string } } }"),
                "idValue"
            },
        };

    public static TheoryData<string, string> MethodClashes =>
        new()
        {
            { "  Pods: { type: string, summary: x }", "Pods" },
            { "  clone: { type: string, summary: x }\n  cloneValue: { type: string, summary: x }", "cloneValue" },
            { "  kind: { type: enum, values: [a, A], preset: A, summary: x }", "kind" },
            { "  bar: { type: object, required: false, type-name: KioskPayment, summary: x }\n  bar.x: { type: string, summary: x }", "bar" },
            { "  bar: { type: object, required: false, type-name: Resolver, summary: x }\n  bar.x: { type: string, summary: x }", "bar" },
            { "  payment.x: { type: string, summary: x }", "payment.x" },
            { "  kind: { type: enum, values: [a], summary: x }\n  kindJsonConverter.x: { type: string, summary: x }", "kindJsonConverter.x" },
            { "  one.x.y: { type: string, summary: x }\n  two.one.x.y: { type: string, summary: x }", "two.one.x.y" },
        };

    [Theory]
    [MemberData(nameof(ApiClashes))]
    public void Names_within_an_API(string old, string text, string place)
    {
        var api = Replace(Kiosk, old, text);

        var run = Host(api).Run();

        AssertOnly(run, "kiosk.api.yaml", api, place);
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("Shop.Apms.PaypodPaymentRequest"));
    }

    [Theory]
    [MemberData(nameof(MethodClashes))]
    public void Names_within_a_method(string fields, string place)
    {
        var pod = Pod + fields + "\n";

        var run = Host(pod: pod).Run();

        AssertOnly(run, "paypod.apm.yaml", pod, place);
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("Shop.Apms.PaypodPaymentRequest"));
    }

    [Theory]
    [InlineData("  writeJson: { type: string, summary: x }\n  readJson: { type: string, summary: x }")]
    [InlineData("""
          name: { type: string, summary: x }
          nameMember: { type: string, summary: x }
          name2: { type: string, summary: x }
          Name_2: { type: string, summary: x }
        """, 1)]
    [InlineData("  '日本': { type: string, summary: x }\n  1: { type: string, summary: x }")]
    [InlineData("""
          path: { type: string, summary: x }
          output: { type: url, summary: x }
          reader.record: { type: url, summary: x }
          start: { type: integer, summary: x }
          record: { type: string, summary: x }
          class: { type: string, summary: x }
          violations: { type: string, summary: x }
        """)]
    [InlineData("""
          bar.x: { type: string, summary: x }
          paypodBar: { type: string, summary: x }
          kioskJson: { type: string, summary: x }
          paypodPaymentRequest: { type: string, summary: x }
          paypodPaymentRequestValidator: { type: string, summary: x }
        """)]
    [InlineData("  a.b: { type: string, pattern: '[a-z]*', summary: x }\n  aB: { type: string, pattern: '[a-z]*', summary: x }")]
    [InlineData("""
          i: { type: integer, range: -9223372036854775808..9223372036854775807, summary: x }
          j: { type: integer, range: -9223372036854775808..5, summary: x }
          k: { type: integer, required: true, range: 5..9223372036854775807, summary: x }
        """)]
    public void Names_that_the_generated_code_uses_itself_clash_with_nothing(string fields, int errors = 0)
    {
        var run = Host(pod: Pod + fields + "\n").Run();

        Assert.Equal(errors, run.SpecErrors.Count);
        Assert.Empty(run.CompilerReports);
    }

    [Theory]
    [InlineData("id: id, status: status")]
    [InlineData("id: id, status: order.phase")]
    [InlineData("id: order.number, status: state")]
    [InlineData("id: order.number, status: actions")]
    [InlineData("id: redirect, status: rawUtf8")]
    [InlineData("id: status_code, status: raw-json")]
    [InlineData("id: kioskPayment, status: kioskJson")]
    [InlineData("id: kioskPhase, status: phase")]
    [InlineData("id: parse, status: payment")]
    [InlineData("id: order.links.me.at, status: value")]
    [InlineData("id: order.number, status: refundRequest")]
    [InlineData("id: order.number, status: '日'")]
    public void What_an_answer_calls_its_id_and_status_clashes_with_no_member_of_a_payment(string response)
    {
        var api = Replace(
            Replace(Kiosk, "id: order.number, status: order.phase", response),
            "[open]",
            "[open, value, state, deconstruct, toString, kioskState, kioskStatus, '日', 'a b']");
        api = Replace(api, "while: [done] }", "while: [done], body: { why: { type: string, summary: x } } }");

        var run = Host(api).Run();

        Assert.Empty(run.SpecErrors);
        Assert.Empty(run.CompilerReports);
    }

    [Fact]
    public void A_link_to_itself_that_is_the_id_is_shown_once()
    {
        var run = Host(Replace(Kiosk, "id: order.number, status: order.phase, self: order.links.me.at", "id: self, status: order.phase, self: self")).Run();

        Assert.Empty(run.SpecErrors);
        Assert.Empty(run.CompilerReports);
        Assert.Empty(run.Compilation.GetTypeByMetadataName("Shop.Apms.KioskPayment")!.GetMembers("SelfValue"));
    }

    [Theory]
    [InlineData("foo", "foo_payment", "")]
    [InlineData("foo", "foo_payment_request", "")]
    [InlineData("foo", "foo_bar", "  bar.x: { type: string, summary: x }\n")]
    [InlineData("foo", "foo_not_offered", "", "capabilities: [sale]")]
    public void Methods_that_would_declare_one_type(string first, string second, string fields, string? capabilities = null)
    {
        var pod = Replace(Pod, "apm: paypod", "apm: " + first) + fields;
        pod = capabilities is null ? pod : Replace(pod, "capabilities: [sale, refund]", capabilities);
        var other = Replace(Pod, "apm: paypod", "apm: " + second);

        var run = Host(pod: pod).Spec("z.apm.yaml", other).Run();

        AssertOnly(run, "z.apm.yaml", other, second);
        Assert.Equal(Host(pod: pod).Run().Files, run.Files);
    }

    [Fact]
    public void A_field_whose_type_another_method_has_is_reported_at_the_field()
    {
        var pod = Replace(Pod, "apm: paypod", "apm: foo") + "  bar.x: { type: string, summary: x }\n";

        var run = Host(pod: pod).Spec("a.apm.yaml", Replace(Pod, "apm: paypod", "apm: foo_bar")).Run();

        AssertOnly(run, "paypod.apm.yaml", pod, "bar.x");
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("Shop.Apms.FooBar"));
    }

    [Fact]
    public void A_method_with_the_name_of_its_API()
    {
        var pod = Replace(Pod, "apm: paypod", "apm: kiosk");

        var run = Host(pod: pod).Run();

        AssertOnly(run, "paypod.apm.yaml", pod, "kiosk");
        Assert.Contains("'client'", run.SpecErrors[0].GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("name")]
    [InlineData("currencies")]
    [InlineData("countries")]
    [InlineData("limits")]
    public void A_method_with_the_name_of_a_fact(string id)
    {
        var run = Host(pod: Replace(Pod, "apm: paypod", "apm: " + id)).Run();

        Assert.Empty(run.SpecErrors);
        Assert.Empty(run.CompilerReports);
    }

    [Fact]
    public void The_currency_of_Albania_stands_beside_the_list()
    {
        var run = Host(pod: Replace(Pod, "[CHF]", "[CHF, ALL]")).Run();

        Assert.Empty(run.SpecErrors);
        Assert.Empty(run.CompilerReports);
        var members = run.Compilation.GetTypeByMetadataName("Shop.Apms.Paypod+Currencies")!.MemberNames;
        Assert.Contains("All", members);
        Assert.Contains("Codes", members);
    }

    /// <summary>The examples replace the fields of a method.</summary>
    [Fact]
    public void The_page_of_the_rule_shows_the_errors_that_it_states()
    {
        const string Stated = "# APM0012: ";
        var page = File.ReadAllText(Path.Combine(GeneratorHost.SpecsFolder, "../docs/rules/APM0012.md"));
        var examples = Regex.Matches(page, "(?ms)^```yaml method\n(.*?)^```").Select(block => block.Groups[1].Value).ToList();

        var head = Pod[..Pod.IndexOf("fields:", StringComparison.Ordinal)];

        Assert.All(examples, example =>
        {
            var stated = (head + example).Split('\n').Index().Where(line => line.Item.Contains(Stated, StringComparison.Ordinal)).ToList();
            var errors = Host(pod: head + example).Run().SpecErrors;

            Assert.Equal(
                stated.Select(line => ("APM0012", line.Index)),
                errors.Select(error => (error.Id, error.Location.GetLineSpan().StartLinePosition.Line)));
            Assert.All(errors.Zip(stated), pair =>
                Assert.Contains(pair.Second.Item.Split(Stated)[1], pair.First.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        });
        Assert.Contains(Stated, examples[0], StringComparison.Ordinal);
        Assert.DoesNotContain(Stated, examples[^1], StringComparison.Ordinal);
    }

    private static GeneratorHost Host(string api = Kiosk, string pod = Pod) => new GeneratorHost().Spec("kiosk.api.yaml", api).Spec("paypod.apm.yaml", pod);

    private static string Replace(string text, string old, string with)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, with, StringComparison.Ordinal);
    }

    private static string Webhooks(string events) =>
        "webhooks:\n  id: id\n  type: type\n  reference: order\n  acknowledge: { status: 200, seconds: 5 }\n"
            + "  signature: { header: S, form: single, algorithm: hmac-sha256, encoding: hex }\n  types: { unknown: [id, idValue] }\n"
            + $"  events: {{ {events} }}\nerrors:";

    private static void AssertOnly(GeneratorRun run, string file, string text, string place)
    {
        var error = Assert.Single(run.SpecErrors);
        Assert.Equal("APM0012", error.Id);
        Assert.Equal(file, error.Location.GetLineSpan().Path);
        Assert.Equal(place, text.Substring(error.Location.SourceSpan.Start, error.Location.SourceSpan.Length));
        Assert.Empty(run.CompilerReports);
    }
}
