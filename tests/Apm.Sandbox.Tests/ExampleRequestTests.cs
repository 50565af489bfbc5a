using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox.Tests;

/// <summary>Whoever tries a method begins with a request that its gateway takes.</summary>
public class ExampleRequestTests
{
    // Within the mapping of fields, whose members have two blanks.
    private const string Fields = """
          label: { type: string, required: true, length: 1..30 }
          note: { type: string, required: true }
          code: { type: string, required: true }
          bag.name: { type: string }
          bag.size: { type: integer, range: 2..5 }
          lines: { type: list, required: true, count: 2..4 }
          lines[].cost: { type: minor-units, required: true }
          lines[].count: { type: integer, required: true, range: 3..9 }
          lines[].total: { type: minor-units, required: true }
          lines[].tag: { type: string, required: true }
          lines[].hint: { type: string }
          tax: { type: minor-units }
          extra: { type: string }

        """;

    private const string Rules = """
        rules:
          - require: bag.size
            when: { tax: absent }
          - all-or-none: [bag.name, bag.size]
          - require: tax
            when: { bag.size: [2, 3, 4, 5] }
          - length: { label: 25 }
            when: { bag: present }
          - combined-length: { 'lines[].tag': 5..6 }
          - require: lines[].hint
            when: { 'lines[].count': 3 }
          - equal: lines[].total
            to: cost * count + 7
          - equal: tax
            to: sum(lines[].total) - sum(lines[].cost)
          - forbid: back.wait
            when: { tax: present }
        """;

    [Fact]
    public void The_example_of_every_packed_method_is_accepted()
    {
        var gateway = new Gateway();

        Assert.NotEmpty(gateway.Methods);
        Assert.All(gateway.Methods, method =>
        {
            var api = gateway.Apis.Single(api => api.Id == method.Api);
            var interpreter = new RequestInterpreter(api);
            Assert.Empty(interpreter.Check(method, Element(ExampleRequest.For(api, method).ToJsonString())));
            Assert.All(method.Operations.Where(operation => operation.Body is not null), operation =>
                Assert.Empty(interpreter.Check(operation, Element(ExampleRequest.For(api, operation)!.ToJsonString()))));
        });
    }

    [Fact]
    public void An_example_has_what_the_rules_of_its_method_want()
    {
        var (api, method) = Paybean(ForeignSpec.Texts[1].Text + "\n" + Fields + Rules);

        var example = ExampleRequest.For(api, method);

        Assert.Empty(new RequestInterpreter(api).Check(method, Element(example.ToJsonString())));
        Assert.Equal(10, (long)example["lines"]![1]!["total"]!);
        Assert.Null(example["back"]!["wait"]);
        Assert.Equal(25, ((string)example["label"]!).Length);
    }

    [Fact]
    public void An_example_of_a_body_has_what_the_rules_of_its_operation_want()
    {
        var (api, method) = Paybean(
            ForeignSpec.Texts[1].Text
                + "\noperations:\n  partial-refund:\n    body:\n"
                + Deeper(Fields)
                + Deeper(Rules.Replace("back.wait", "extra", StringComparison.Ordinal)));
        var operation = method.Operation("partial-refund")!;

        Assert.Empty(new RequestInterpreter(api).Check(operation, Element(ExampleRequest.For(api, operation)!.ToJsonString())));
        Assert.Null(ExampleRequest.For(api, method.Operation("refund")!));
    }

    private static (ApiModel Api, MethodModel Method) Paybean(string text)
    {
        var gateway = new Gateway(new() { Specs = [ForeignSpec.Texts[0], ("paybean.apm.yaml", text)] });
        Assert.Empty(gateway.Diagnostics.Where(found => found.Rule.Severity == SpecSeverity.Error).Select(found => found.ToString()));
        return (gateway.Apis.Single(), gateway.Methods.Single());
    }

    private static string Deeper(string text) => string.Concat(text.Split('\n').Where(line => line.Length > 0).Select(line => "    " + line + "\n"));

    private static JsonElement Element(string json) => JsonDocument.Parse(json).RootElement;
}
