using System.Globalization;
using System.Text;

namespace Apm.Fuzz.Specs;

/// <param name="Facts">As YAML, without braces.</param>
internal sealed record RandomField(string Path, string Type, string Facts, string[] Values)
{
    public bool IsInList => Path.Contains("[]", StringComparison.Ordinal);

    public string Line => $"{Path}: {{ {Facts} }}\n";
}

/// <summary>Fields of a body, and rules about them: mostly right, with names that C# and the generator have themselves.</summary>
/// <param name="types">The names of the API's types.</param>
/// <param name="lists">The names of its lists of values.</param>
internal sealed class RandomFields(Random random, IReadOnlyList<string> types, IReadOnlyList<string> lists)
{
    private static readonly string[] s_names =
    [
        "alpha",
        "beta",
        "note",
        "kind",
        "code",
        "city",
        "zip",
        "mail",
        "phone",
        "day",
        "account",
        "count",
        "flag",
        "part",
        "total",
        "tax",
        "buyer",
        "order",
        "line",
        "wallet",
        "firstName",
        "successURL",
        "items",
        "lines",
        "parties",
        "boxes",
    ];

    // Words of C#, of records, of the generator's own code and of JSON.
    private static readonly string[] s_odd =
    [
        "class",
        "string",
        "event",
        "record",
        "required",
        "value",
        "Value",
        "id",
        "name",
        "output",
        "reader",
        "path",
        "start",
        "given",
        "index",
        "item",
        "before",
        "violations",
        "equals",
        "Equals",
        "toString",
        "validate",
        "clone",
        "getHashCode",
        "1st",
        "a-b",
        "a_b",
        "é",
        "-",
        "$ref",
        "x@type",
        "Money",
        "money",
        "Uri",
        "System",
        "Apm",
        "Global",
        "GetType",
        "JsonOutput",
        "payment",
        "PaymentRequest",
        "method",
        "Request",
        "Json",
        "Client",
        "State",
        "self",
        "status",
        "file",
        "field",
        "nameof",
        "var",
        "_",
    ];

    private static readonly string[] s_leaves =
    [
        "string",
        "string",
        "string",
        "enum",
        "url",
        "money",
        "currency",
        "country",
        "language",
        "integer",
        "minor-units",
        "boolean",
        "email",
        "phone",
        "date",
        "iban",
        "json",
        "date-time",
        "locale",
        "decimal",
        "map",
        "const",
        "consent",
        "shared",
    ];

    // Settings are those of each spec.
    private static readonly string[] s_constants =
    [
        "card", "'2'", "$apm", "'a \"b\" \\ {c}'", "$merchant.account", "$now",
        "5, type: integer", "true, type: boolean", "$merchant.desk, type: integer", "$merchant.test, type: boolean, form: text",
    ];

    private readonly List<string> _objects = [""];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<RandomField> _fields = [];

    public IReadOnlyList<RandomField> All => _fields;

    public string Text(string indent) => string.Concat(_fields.Select(field => indent + field.Line));

    /// <summary>What is taken over from another file: rules may name it.</summary>
    public RandomFields With(IEnumerable<RandomField> known)
    {
        foreach (var field in known)
        {
            _taken.Add(field.Path);
            _known.Add(field);
        }

        return this;
    }

    private readonly List<RandomField> _known = [];

    public void Add(RandomField field)
    {
        _taken.Add(field.Path);
        _fields.Add(field);
        if (field.Path.LastIndexOf('.') is > 0 and var dot && !_objects.Contains(field.Path[..dot]))
        {
            _objects.Add(field.Path[..dot]);
        }
    }

    public RandomFields Grow(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var parent = Of(_objects);
            var path = (parent.Length == 0 ? "" : parent + ".") + Name();
            if (random.Next(4) == 0 && path.Count(c => c == '.') < 4)
            {
                // An object, or a list of objects, that its members make.
                path += (random.Next(3) == 0 && !path.Contains("[]", StringComparison.Ordinal) ? "[]" : "") + "." + Name();
            }
            else if (random.Next(8) == 0 && !path.Contains("[]", StringComparison.Ordinal))
            {
                path += "[]";
            }

            if (_taken.Contains(path)
                || _taken.Any(other =>
                    path.StartsWith(other + ".", StringComparison.Ordinal)
                    || path.StartsWith(other + "[", StringComparison.Ordinal)
                    || other.StartsWith(path + ".", StringComparison.Ordinal)
                    || other.StartsWith(path + "[", StringComparison.Ordinal)))
            {
                continue;
            }

            Add(Leaf(path, Of(s_leaves)));
        }

        return this;
    }

    public string Rules(string indent)
    {
        var rules = new StringBuilder();
        var fields = _known.Concat(_fields).ToList();
        var optional = fields.Where(field => CanBeAbsent(field) && !field.Path.EndsWith("[]", StringComparison.Ordinal)).ToList();
        for (var i = random.Next(4); i > 0 && optional.Count > 1; i--)
        {
            var (one, other) = (Of(optional), Of(optional));
            var when = When(fields, one);
            rules.Append(
                random.Next(10) switch
                {
                    5 when one != other && !one.IsInList && !other.IsInList => $"{indent}- at-most-one: [{one.Path}, {other.Path}]\n",
                    6 when one != other && !one.IsInList && !other.IsInList => $"{indent}- at-least-one: [{one.Path}, {other.Path}]\n",
                    7 when one.Values.Length > 1 && when is not null =>
                        $"{indent}- values: {{ '{one.Path}': [{one.Values[0]}] }}\n{indent}  when: [{when}, {{ $payment.currency: {{ not: EUR }} }}]\n",
                    8 when one.Type is "integer" or "minor-units" or "decimal" && when is not null =>
                        $"{indent}- range: {{ '{one.Path}': ..{Number(3, 9)} }}\n{indent}  when: {when}\n",
                    9 when one.Type is "string" && when is not null =>
                        $"{indent}- pattern: {{ '{one.Path}': '{Of(["[a-z]*", "A[0-9]*", "[0-9]{2}"])}' }}\n"
                            + $"{indent}  when: [{when}, {{ $payment.currency: EUR }}]\n",
                    0 when when is not null => $"{indent}- require: '{one.Path}'\n{indent}  when: {when}\n{indent}  because: it has to be\n",
                    1 when when is not null => $"{indent}- forbid: '{one.Path}'\n{indent}  when: {when}\n",
                    2 when one != other && !one.IsInList && !other.IsInList => $"{indent}- all-or-none: [{one.Path}, {other.Path}]\n",
                    3 when one.Type is "string" && when is not null =>
                        $"{indent}- length: {{ '{one.Path}': {Number(1, 3)}..{Number(4, 60)} }}\n{indent}  when: {when}\n",
                    4 when one.Type is "integer" or "minor-units" && !one.IsInList => $"{indent}- equal: {one.Path}\n{indent}  to: {Sum(fields, one)}\n",
                    _ => "",
                }
            );
        }

        return rules.ToString();
    }

    private static bool CanBeAbsent(RandomField field) =>
        !field.Facts.Contains("required: true", StringComparison.Ordinal)
        && !field.Facts.Contains("preset", StringComparison.Ordinal)
        && field.Type is not ("const" or "object");

    private string? When(List<RandomField> fields, RandomField about)
    {
        var likely = fields
            .Where(field =>
                field.Path != about.Path
                && !field.Path.EndsWith("[]", StringComparison.Ordinal)
                && (
                    !field.IsInList
                    || (
                        about.IsInList
                        && field.Path[..field.Path.IndexOf("[]", StringComparison.Ordinal)] == about.Path[..about.Path.IndexOf("[]", StringComparison.Ordinal)])
                ))
            .ToList();
        if (likely.Count == 0)
        {
            return null;
        }

        var by = Of(likely);
        var value = by.Values.Length == 0 ? null : Of(by.Values);
        var condition = random.Next(6) switch
        {
            0 => "present",
            1 when CanBeAbsent(by) => "absent",
            2 when by.Values.Length > 1 => $"{{ not: {value} }}",
            3 when by.Type is "string" => "{ starts-with: [a, B] }",
            4 when by.Type is "integer" or "minor-units" => Number(1, 5),
            _ when by.Type is "boolean" && by.Facts != "const: true" => "true",
            _ => value ?? "present",
        };
        return $"{{ '{by.Path}': {condition} }}";
    }

    private string Sum(List<RandomField> fields, RandomField left)
    {
        var numbers = fields.Where(field => field != left && field.Type is "integer" or "minor-units").ToList();
        var terms = Enumerable
            .Range(0, random.Next(1, 4))
            .Select(_ =>
                numbers.Count == 0 || random.Next(3) == 0 ? Number(0, 9)
                : Of(numbers) is var number && number.IsInList ? $"sum({number.Path})"
                : number.Path == left.Path ? "1"
                : number.Path);
        return $"'{string.Join(Of([" + ", " - ", " * "]), terms)}'";
    }

    private RandomField Leaf(string path, string type)
    {
        var isItem = path.EndsWith("[]", StringComparison.Ordinal);
        var facts = new List<string>();
        string[] values = [];
        switch (type)
        {
            case "const":
                return isItem
                    ? new RandomField(path, type, $"const: {Of(["card", "'2'", "'a \"b\" \\ {c}'"])}", [])
                    : new RandomField(path, type, $"const: {Of(s_constants)}", []);
            case "boolean" when isItem:
                return Leaf(path, "integer");
            case "consent":
                return isItem ? Leaf(path, "string") : new RandomField(path, "boolean", "const: true", []);
            case "shared":
                return types.Count == 0
                    ? Leaf(path, "string")
                    : new RandomField(path, "object", $"type: {Of(types)}" + (isItem || random.Next(2) == 0 ? "" : ", required: true"), []);
            case "enum":
                values =
                [
                    .. Enumerable
                        .Range(0, random.Next(1, 5))
                        .Select(_ => Of(["A", "B", "WEB", "app", "on-line", "off_line", "none", "Default", "class", "'1'", "'*'", "x y"]))
                        .Distinct(),
                ];
                facts.Add($"type: enum, values: {(lists.Count > 0 && random.Next(3) == 0 ? Of(lists) : "[" + string.Join(", ", values) + "]")}");
                values = facts[0].Contains('[', StringComparison.Ordinal) ? values : [];
                break;
            case "country":
                values = random.Next(2) == 0 ? ["DE", "FR", "'NO'"] : [];
                facts.Add("type: country" + (values.Length > 0 ? ", values: [DE, FR, 'NO']" : ""));
                break;
            case "string":
                facts.Add(
                    "type: string"
                        + Of([
                            "",
                            ", length: 1..24",
                            ", length: ..9",
                            ", length: 2",
                            ", length: 1..40, pattern: '[A-Za-z0-9 ]*'",
                            ", length: 1..40, pattern: '[A-Za-z ]*', unsupported-characters: replaced",
                            ", pattern: 'A[0-9]{1,5}'",
                            ", checksum: [cpf, aba]",
                            ", checksum: cnpj, length: 14..18",
                            ", pattern: '(a|bc)*'",
                            ", pattern: '[^<>]*', length: 1..",
                            ", pattern: '\\d+'",
                        ]));
                break;
            case "integer":
                facts.Add("type: integer" + Of(["", ", range: 1..120", ", range: -5..5, unit: minutes", ", range: ..9, form: text"]));
                break;
            case "phone":
                facts.Add("type: phone" + Of(["", ", plus: required", ", plus: optional, length: 4..15"]));
                break;
            case "date" or "date-time":
                facts.Add($"type: {type}" + Of(["", ", days-ahead: -36000..", type == "date-time" ? ", form: unix-seconds" : ""]));
                break;
            case "locale":
                values = random.Next(2) == 0 ? ["de_DE", "nb_NO"] : [];
                facts.Add("type: locale, separator: _" + (values.Length > 0 ? ", values: [de_DE, nb_NO]" : ""));
                break;
            case "decimal":
                facts.Add("type: decimal" + Of(["", ", decimals: 2", ", range: 0..100, decimals: 3", ", form: text, decimals: 2", ", form: text"]));
                break;
            case "map" when isItem:
                return Leaf(path, "string");
            case "map":
                facts.Add("type: map" + Of(["", ", count: ..3"]));
                break;
            case "money":
                facts.Add("type: money" + Of(["", ", minor-units: 1..2147483647", ", currency-at: " + Of(["unit", "unit", "code"])]));
                break;
            case "list":
                return Leaf(path, "string");
            default:
                facts.Add("type: " + type + (type is "email" or "phone" or "json" or "url" && random.Next(3) == 0 ? ", length: 6..80" : ""));
                break;
        }

        if (!isItem)
        {
            facts.AddRange(random.Next(5) switch
            {
                0 or 1 => ["required: true"],
                2 when values.Length > 0 => [$"{Of(["default", "preset"])}: {values[0]}"],
                2 when type == "boolean" => [$"{Of(["default", "preset"])}: {Of(["true", "false"])}"],
                2 when type == "integer" => ["default: 3"],
                _ => [],
            });
        }

        facts.AddRange(
            random.Next(4) switch
            {
                0 => ["summary: 'A <b> & \"c\" */ text'"],
                1 => ["loggable: true"],
                _ => [],
            }
        );
        if (!path.Contains('.', StringComparison.Ordinal) && !isItem && type is "string" or "enum" or "integer" or "boolean" && random.Next(12) == 0)
        {
            facts.Add("in: query");
        }

        if (!isItem && type is not "const" && random.Next(20) == 0)
        {
            facts.Add("property-name: " + Of(["Custom", "Equals", "Value", "Kind"]));
        }

        return new RandomField(
            path,
            type,
            string.Join(", ", facts.Where(fact => !(fact.StartsWith("loggable", StringComparison.Ordinal) && type is "object"))),
            values);
    }

    private string Name() => random.Next(7) == 0 ? Of(s_odd) : Of(s_names) + (random.Next(3) == 0 ? Number(1, 9) : "");

    private string Number(int min, int max) => random.Next(min, max + 1).ToString(CultureInfo.InvariantCulture);

    private T Of<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
