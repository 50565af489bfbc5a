using Apm.Specs;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary>
/// A role of <c>payment:</c> is read by code that knows one type of field. Whatever else the field becomes, in the API's
/// file or in a method's, is an error at its place; what is accepted compiles.
/// </summary>
public class RoleTests
{
    private const string Types = "types:\n  part:\n    inner: { type: string }\n";

    private static readonly (string Id, string Facts)[] s_fields =
    [
        ("string", "{ type: string, pattern: '[A-Z]*' }"), ("const", "{ const: A }"), ("consent", "{ const: true }"),
        ("enum", "{ type: enum, values: [A, B] }"), ("url", "{ type: url }"), ("money", "{ type: money }"), ("currency", "{ type: currency }"),
        ("country", "{ type: country }"), ("language", "{ type: language }"), ("integer", "{ type: integer }"), ("minor-units", "{ type: minor-units }"),
        ("boolean", "{ type: boolean }"), ("email", "{ type: email }"), ("phone", "{ type: phone }"), ("date", "{ type: date }"),
        ("date-time", "{ type: date-time }"), ("locale", "{ type: locale }"), ("decimal", "{ type: decimal }"), ("map", "{ type: map }"),
        ("iban", "{ type: iban }"), ("json", "{ type: json }"), ("object", "{ type: object }"), ("list", "{ type: list }"),
        ("shared", "{ type: part }"), ("members", ""), ("items", ""),
    ];

    private static readonly Dictionary<string, string[]> s_right = new()
    {
        ["reference"] = ["string"],
        ["value"] = ["money"],
        ["returns"] = ["url"],
        ["sale"] = ["boolean", "consent"],
    };

    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var role in s_right.Keys)
            {
                foreach (var (id, _) in s_fields)
                {
                    cells.Add(role, id);
                }
            }

            return cells;
        }
    }

    [Fact]
    public void Every_type_of_the_language_is_tried() =>
        Assert.Superset(Enum.GetNames<FieldType>().Select(Id).ToHashSet(), s_fields.Select(field => field.Id).ToHashSet());

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_field_of_the_API(string role, string type) =>
        AssertRight(role, type, new GeneratorHost().Spec("pier.api.yaml", Api(role, Field("order.part", type))).Spec("tide.apm.yaml", Method("")));

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_member_of_an_object_of_a_type(string role, string type)
    {
        var member = "  " + Field("part", type).Replace("\n", "\n  ", StringComparison.Ordinal).TrimEnd(' ');
        AssertRight(role, type, new GeneratorHost()
            .Spec("pier.api.yaml", Api(role, "  order: { type: order }\n", Types + "  order:\n" + member))
            .Spec("tide.apm.yaml", Method("")));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_field_that_a_method_narrows(string role, string type) =>
        AssertRight(role, type, new GeneratorHost()
            .Spec("pier.api.yaml", Api(role, Field("order.part", s_right[role][0])))
            .Spec("tide.apm.yaml", Method("fields:\n" + Field("order.part", type))));

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_field_of_the_methods_own(string role, string type)
    {
        if (role is "returns" or "sale")
        {
            AssertRight(role, type, new GeneratorHost()
                .Spec("pier.api.yaml", Api(role, "  order.note: { type: string }\n"))
                .Spec("tide.apm.yaml", Method("fields:\n" + Field("order.part", type))));
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_member_of_a_type_in_the_place_of_an_object(string role, string type)
    {
        var types = Types + "  whole:\n  " + Field("part", type).Replace("\n", "\n  ", StringComparison.Ordinal).TrimEnd(' ');
        var api = Api(role, role is "returns" or "sale" ? "  order.note: { type: string }\n" : Field("order.part", s_right[role][0]), types);

        AssertRight(role, type, new GeneratorHost().Spec("pier.api.yaml", api).Spec("tide.apm.yaml", Method("fields:\n  order: { type: whole }\n")));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_field_that_an_overlay_narrows(string role, string type) => AssertRight(role, type, new GeneratorHost()
        .Spec("pier.api.yaml", Api(role, Field("order.part", s_right[role][0])))
        .Spec("tide.apm.yaml", Method(""))
        .Spec("ebb.apm.yaml", "extends: pier/1/tide\nfields:\n" + Field("order.part", type)));

    private static void AssertRight(string role, string type, GeneratorHost host)
    {
        var run = host.Run();

        Assert.Equal(s_right[role].Contains(type), run.SpecErrors.Count == 0);
        Assert.All(run.SpecErrors, error => Assert.True(error.Location.SourceSpan.Length > 0, error.ToString()));

        // Also beside an error: the compiler has nothing to add.
        Assert.Empty(run.CompilerReports);
    }

    private static string Api(string role, string fields, string types = Types) =>
        $"{Pier.Head}{types}request:\n"
        + (role == "reference" ? "" : "  id: { type: string, required: true, pattern: '[A-Z]*' }\n")
        + (role == "value" ? "" : "  sum: { type: money, required: true }\n")
        + fields
        + "payment:\n"
        + $"  reference: {(role == "reference" ? "order.part" : "id")}\n"
        + $"  value: {(role == "value" ? "order.part" : "sum")}\n"
        + (role == "returns" ? "  returns: { paid: order.part }\n" : "")
        + (role == "sale" ? "  sale: order.part\n" : "")
        + """
        idempotency-header: Idempotency-Key
        operations:
          pay: { post: /payments, status: 201 }
          query: { get: '/payments/{id}', status: 200 }
        response: { id: id, status: status, href: href }
        statuses: { paid: [done] }
        errors: { name: code, message: message }

        """;

    private static string Method(string fields) => $"""
        apm: tide
        name: Tide
        api: pier/1
        status: available
        source: {"{"} url: https://pier.example/tide {"}"}
        currencies: [EUR]
        limits: {"{"} EUR: {"{"} max: 100 {"}"} {"}"}
        capabilities: [sale]
        {fields}
        """;

    private static string Field(string path, string type) => type switch
    {
        "members" => $"  {path}.inner: {{ type: string }}\n",
        "items" => $"  {path}[]: {{ type: string }}\n",
        "object" => $"  {path}: {{ type: object }}\n  {path}.inner: {{ type: string }}\n",
        "list" => $"  {path}: {{ type: list }}\n  {path}[]: {{ type: string }}\n",
        _ => $"  {path}: {s_fields.Single(field => field.Id == type).Facts}\n",
    };

    private static string Id(string name) =>
        string.Concat(name.Select((c, index) => char.IsUpper(c) ? (index > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
