using Microsoft.CodeAnalysis;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary>What methods have in common is generated once, and what each says for itself beside it.</summary>
public class SharedCodeTests
{
    private const string Api = Pier.Head + """
        types:
          line: { id: { type: string, required: true, length: 1..9, summary: An id. }, cost: { type: money, required: true } }
          traveller: { name: { type: string, required: true, length: 1..20 }, home: { type: country } }
        request:
          id: { type: string, required: true, length: 1..9, summary: An id. }
          line: { type: string, length: 1..9, pattern: '[a-z]*' }
          lineCharacters: { type: string, length: 1..5 }
          word: { type: string, pattern: '[a-z]{2}' }
          wordPattern: { type: string }
          given: { type: string, length: 1..3 }
          guest.name: { type: string, required: true, length: 1..20 }
          sum: { type: money, required: true }
          parts[]: { type: money }
          method: { const: $apm }
        payment: { reference: id, value: sum }
        operations:
          pay: { post: /payments, status: 201 }
          query: { get: '/payments/{id}', status: 200 }
          partial-refund: { post: '/payments/{id}/refunds', status: 202, body: { id: { type: string, length: 1..9 }, line: { type: line, required: true } } }
        response: { id: id, status: status, self: id, actions: [links], href: href }
        statuses: { paid: [done] }
        errors: { name: code, message: text }

        """;

    [Fact]
    public void Names_of_checks_and_of_what_they_look_up_never_meet() => Compiles(Method("ferry", "  given: { length: 1..2 }"));

    [Fact]
    public void A_body_that_a_method_narrows_needs_no_check_of_a_request_that_it_narrows_too() => Compiles(Method("ferry", "  id: { length: 1..5 }"));

    [Fact]
    public void Texts_that_methods_take_over_are_checked_in_one_place()
    {
        var run = Host(Method("ferry", "  line: { length: 1..2 }"), Method("barge", "  guest.name: { length: 1..3 }")).Run();

        Assert.Contains("PierSharedValidator.Check_PierPaymentRequest_Id(record.Id, ref violations);", Text(run, "ferry.Validator"), StringComparison.Ordinal);
        Assert.Contains("PierSharedValidator.Check_PierPaymentRequest_Id(record.Id, ref violations);", Text(run, "barge.Validator"), StringComparison.Ordinal);
        Assert.DoesNotContain("Check_PierPaymentRequest_Line(", Text(run, "ferry.Validator"), StringComparison.Ordinal);
        Assert.Contains("\"Line\", global::Apm.ViolationRule.Length, \"must have 1 to 2 characters\"", Text(run, "ferry.Validator"), StringComparison.Ordinal);
    }

    [Fact]
    public void Money_in_a_list_is_named_with_its_list() =>
        Assert.Contains(
            "violations.MoveTo(\"$.parts\", \"Parts\", index, before)",
            Text(Host(Method("ferry", "  given: { length: 1..2 }")).Run(), "ferry.Validator"),
            StringComparison.Ordinal);

    // The type then is the method's own, and so are the objects within it, although the method leaves them as they are.
    [Theory]
    [InlineData("  stay.note: { length: 1..2 }")]
    [InlineData("  stay.at.zip: { required: true }")]
    [InlineData("  stay: { required: true }")]
    public void Objects_within_a_type_of_which_a_method_narrows_another_member(string fields)
    {
        var api = Api.Replace(
            "request:\n",
            """
              stay:
                note: { type: string, length: 1..9 }
                at.zip: { type: string }
                by.kind: { type: enum, values: [A, B] }
                with: { const: $apm }
            request:
              stay: { type: stay }

            """,
            StringComparison.Ordinal);
        var run = new GeneratorHost()
            .Spec("pier.api.yaml", api)
            .Spec("ferry.apm.yaml", Method("ferry", fields))
            .Spec("barge.apm.yaml", Method("barge", "  given: { length: 1..2 }"))
            .Run();

        Assert.Empty(run.SpecErrors);
        Assert.Empty(run.CompilerReports);
    }

    [Fact]
    public void A_type_in_the_place_of_an_object_is_one_type_for_all_methods()
    {
        const string Typed = "  guest: { type: traveller }";
        var run = Host(Method("ferry", Typed), Method("barge", Typed), Method("canoe", Typed + "\n  guest.home: { values: [DE] }")).Run();

        Assert.Contains("required PierTraveller Guest", Text(run, "ferry.Request"), StringComparison.Ordinal);
        Assert.Contains("required PierTraveller Guest", Text(run, "barge.Request"), StringComparison.Ordinal);
        Assert.Contains("required CanoeGuest Guest", Text(run, "canoe.Request"), StringComparison.Ordinal);
        Assert.DoesNotContain("record FerryGuest", Text(run, "ferry.Request"), StringComparison.Ordinal);
        Compiles(run);
    }

    private static void Compiles(string method) => Compiles(Host(method).Run());

    private static void Compiles(GeneratorRun run)
    {
        Assert.DoesNotContain(run.SpecErrors, report => report.Severity == DiagnosticSeverity.Error);
        Assert.Empty(run.CompilerReports);
    }

    private static string Text(GeneratorRun run, string name) =>
        run.Files.Single(file => file.Key.EndsWith("." + name + ".g.cs", StringComparison.Ordinal)).Value;

    private static string Method(string id, string fields) => $$"""
        apm: {{id}}
        name: {{id}}
        api: pier/1
        status: available
        source: { url: https://pier.example/docs }
        currencies: [EUR]
        capabilities: [sale, partial-refund]
        fields:
        {{fields}}

        """;

    private static GeneratorHost Host(params string[] methods)
    {
        var host = new GeneratorHost().Spec("pier.api.yaml", Api);
        foreach (var (method, index) in methods.Select((method, index) => (method, index)))
        {
            host.Spec($"m{index}.apm.yaml", method);
        }

        return host;
    }
}
