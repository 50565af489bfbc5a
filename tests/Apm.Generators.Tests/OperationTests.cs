using Microsoft.CodeAnalysis;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary>What a method offers can be asked for, and nothing else compiles.</summary>
public class OperationTests
{
    private const string Api = Pier.Head + """
        request:
          id: { type: string, required: true }
          sum: { type: money, required: true }
          method: { const: $apm }
        payment: { reference: id, value: sum }
        operations:
          pay: { post: /payments, status: 201 }
          query: { get: '/payments/{id}', status: 200 }
          cancel: { post: cancel, status: 202 }
          refund: { post: refund, status: 202 }
          partial-refund: { post: '/payments/{id}/refunds', status: 202, body: { sum: { type: money, required: true }, note: { type: string, length: 1..9 } } }
          settle: { post: settle, status: 202, body: { note: { type: string } } }
          partial-settle: { put: part, status: 202, body: { sum: { type: money, required: true } } }
          confirm: { post: confirm, status: 200 }
        response: { id: id, status: status, self: id, actions: [links], href: href }
        statuses: { authorized: [], paid: [done], cancelled: [], refunded: [] }
        errors: { name: code, message: text }

        """;

    private const string Method = """
        apm: ferry
        name: Ferry
        api: pier/1
        status: available
        source: { url: https://pier.example/docs/ferry }
        currencies: [EUR]
        limits: { EUR: { max: 100 } }
        refund-limits: { EUR: { max: 30 } }

        """;

    private const string All = "capabilities: [authorization, cancel, refund, partial-refund, settle, partial-settle, confirm]\n";

    private static readonly string[] s_calls =
    [
        "CancelAsync(payment)",
        "RefundAsync(payment)",
        "PartialRefundAsync(payment, new() { Sum = new Money(1, \"EUR\") })",
        "SettleAsync(payment)",
        "SettleAsync(payment, new() { Note = \"n\" })",
        "PartialSettleAsync(payment, new() { Sum = new Money(1, \"EUR\") })",
        "ConfirmAsync(payment, cancellationToken: default)",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("operations: { partial-refund: { body: { note: { required: true } } } }\n")]
    public void What_the_spec_infers_stands_at_every_method_that_sends_it(string own)
    {
        var api = Api.Replace("refunds', status: 202,", "refunds', status: 202, inferred: \"a \\\"part\\\" <again>.\",", StringComparison.Ordinal)
            .Replace("query: {", "query: { inferred: the address,", StringComparison.Ordinal);
        var run = new GeneratorHost().Spec("pier.api.yaml", api).Spec("ferry.apm.yaml", Method + All + own).Run();

        Assert.Empty(run.CompilerReports);
        var text = string.Join('\n', run.Files.Values);
        var count = own.Length == 0 ? 2 : 3;
        Assert.Equal(count, Count(text, "[global::Apm.ApmInferred(\"a \\\"part\\\" <again>.\")]"));
        Assert.Equal(count - 1, Count(text, "<remarks>Inferred: a \"part\" &lt;again&gt;.</remarks>"));
        Assert.Equal(4, Count(text, "[global::Apm.ApmInferred(\"the address\")]"));
        Assert.Equal(1, Count(text, "<para>query is inferred: the address</para>"));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [Fact]
    public void Everything_that_is_offered_can_be_asked_for() =>
        Assert.Empty(Compile(All, s_calls).CompilerReports);

    [Fact]
    public void Nothing_that_is_not_offered_compiles_and_the_error_says_so()
    {
        var reports = Compile("capabilities: [sale, refund]\n", s_calls).CompilerReports;

        Assert.All(reports, report => Assert.Equal("CS0619", report.Id));
        Assert.Equal(
            ["cancelled", "refunded in part", "settled by the shop", "settled by the shop", "settled in part", "confirmed"],
            reports
                .OrderBy(report => report.Location.SourceSpan.Start)
                .Select(report => report.GetMessage().Split("A payment with Ferry cannot be ")[1].TrimEnd('\'', '.')));
    }

    [Fact]
    public void A_request_of_the_methods_own_is_the_only_way_to_ask()
    {
        const string Own = """
            operations:
              refund: { body: { why: { type: enum, required: true, values: [A, B] } } }
              partial-refund: { body: { why.code: { type: string, required: true } } }

            """;

        Assert.Empty(
            Compile(
                All + Own,
                "RefundAsync(payment, new() { Why = FerryRefundWhy.A })",
                "PartialRefundAsync(payment, new FerryPartialRefundRequest { Sum = new Money(1, \"EUR\"), Why = new() { Code = \"c\" } })"
            ).CompilerReports);
        Assert.Equal(
            "'FerryNotOffered.RefundAsync(IPierClient, FerryPayment)' is obsolete: 'For a payment with Ferry, this operation requires a FerryRefundRequest.'",
            Assert.Single(Compile(All + Own, "RefundAsync(payment)").CompilerReports).GetMessage());
        Assert.Single(Compile(All + Own, "PartialRefundAsync(payment, new PierPartialRefundRequest { Sum = new Money(1, \"EUR\") })").CompilerReports);
    }

    [Fact]
    public void A_request_of_the_methods_own_may_be_left_out_where_nothing_in_it_is_required() =>
        Assert.Empty(
            Compile(
                All + "operations: { refund: { body: { why: { type: string } } } }\n",
                "RefundAsync(payment)",
                "RefundAsync(payment, new() { Why = \"w\" })"
            ).CompilerReports);

    [Fact]
    public void Facts_of_operations_and_limits_are_constants_and_attributes()
    {
        var run = Compile(All + "operations: { refund: { within-days: 180 } }\n");

        var facts = run.Files["Shop.Apms.pier.1.ferry.Facts.g.cs"];
        Assert.Contains("public const int RefundWithinDays = 180;", facts, StringComparison.Ordinal);
        Assert.Contains("public static class RefundLimits", facts, StringComparison.Ordinal);
        Assert.Contains("[global::Apm.ApmLimit(\"EUR\", Max = 3000)]", run.Files["Shop.Apms.pier.1.ferry.Payment.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_of_bodies_are_attributes_of_their_records()
    {
        var files = GeneratorHost.WithBazaar().Run().Files;

        Assert.Contains(
            "[global::Apm.ApmRule(\"require\", \"note\", When = new[] { \"to\" })]",
            files["Shop.Apms.bazaar.1.Shared.g.cs"],
            StringComparison.Ordinal);
        Assert.Contains(
            "[global::Apm.ApmRule(\"equal\", \"total\", To = \"sum(lines[].total) - sum(lines[].cost?2) + 3\", Because = \"lines add up\")]",
            files["Shop.Apms.bazaar.1.stall.Operations.g.cs"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_a_methods_own_bodies_do_not_clash_silently()
    {
        const string Own = """
            operations:
              refund: { body: { a: { type: enum, values: [X], type-name: FerryPayment }, b-c: { type: string }, bC: { type: string } } }

            """;
        var run = new GeneratorHost().Spec("pier.api.yaml", Api).Spec("ferry.apm.yaml", Method + All + Own).Run();

        Assert.Equal(["APM0012", "APM0012"], run.SpecErrors.Select(error => error.Id));
        Assert.Empty(run.CompilerReports);
    }

    [Fact]
    public void Members_of_answers_that_become_one_property_are_reported_and_the_first_is_kept()
    {
        var api = Api.Replace(
            "href: href }",
            "href: href, members: { a.fee: { type: money }, b.fee: { type: string }, state: { type: string } } }",
            StringComparison.Ordinal);
        var run = new GeneratorHost()
            .Spec("pier.api.yaml", api)
            .Spec("ferry.apm.yaml", Method + All + "response: { members: { c.fee: { type: integer }, ferryPayment: { type: boolean } } }\n")
            .Code("""
                using Apm;
                using Shop.Apms;

                internal static class Till
                {
                    public static object?[] All(FerryPayment payment) => [payment.Fee?.MinorUnits, payment.StateValue, payment.FerryPaymentValue];
                }
                """)
            .Run();

        Assert.Equal(["APM0012", "APM0012"], run.SpecErrors.Select(error => error.Id));
        Assert.Empty(run.CompilerReports);
    }

    [Fact]
    public void Bodies_may_have_types_of_the_API_that_hold_money_the_method_takes_less_of()
    {
        var api = Api.Replace(
                "request:\n",
                """
                types:
                  fee: { sum: { type: money, required: true }, name: { type: string, length: 1..9 } }
                  lines: { 'fees[]': { type: fee }, note: { type: string } }
                  name: { text: { type: string, required: true, length: 1..9 } }
                request:

                """,
                StringComparison.Ordinal)
            .Replace(
                "settle: { post: settle, status: 202, body: { ",
                "settle: { post: settle, status: 202, body: { first: { type: lines }, second: { type: lines }, more: { type: fee }, name: { type: name }, ",
                StringComparison.Ordinal);
        var run = new GeneratorHost()
            .Spec("pier.api.yaml", api)
            .Spec("ferry.apm.yaml", Method + All)
            .Code("""
                using Apm;
                using Shop.Apms;

                internal static class Till
                {
                    public static object Go(IPierClient client, FerryPayment payment) => client.SettleAsync(payment, new()
                    {
                        First = new() { Fees = [new PierFee { Sum = new Money(1, "EUR") }] },
                        Second = new(),
                        Name = new() { Text = "a" },
                    });
                }
                """)
            .Run();

        Assert.Empty(run.SpecErrors);
        Assert.Empty(run.CompilerReports);
    }

    private static GeneratorRun Compile(string method, params string[] calls)
    {
        var run = new GeneratorHost()
            .Spec("pier.api.yaml", Api)
            .Spec("ferry.apm.yaml", Method + method)
            .Code($$"""
                using Apm;
                using Shop.Apms;

                internal static class Till
                {
                    public static async System.Threading.Tasks.Task Go(IPierClient client, FerryPayment payment)
                    {
                        await System.Threading.Tasks.Task.Yield();
                        {{string.Concat(calls.Select(call => $"await client.{call}; "))}}
                    }
                }
                """)
            .Run();
        Assert.Empty(run.SpecErrors);
        return run;
    }
}
