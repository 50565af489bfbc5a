using System.Globalization;
using System.Text;

namespace Apm.Fuzz.Cost;

/// <summary>Texts that make much work of every part of the reader that goes through many things, or compares many with many.</summary>
internal static class CraftedSpecs
{
    private const int Size = 256 * 1024;

    public static IReadOnlyList<CraftedSpec> All { get; } = [.. Keys(), .. Lists(), .. Money(), .. Fields(), .. Patterns(), .. Rules(), .. Yaml()];

    private static IEnumerable<CraftedSpec> Keys()
    {
        yield return new("unknown keys", Fill(Head(), i => $"k{i}: 1\n"), Fill(Tide(), i => $"k{i}: 1\n"));
        yield return new("unknown keys near to known ones", Fill(Head(), i => $"authenticat{i:x}: 1\n"), Fill(Tide(), i => $"capabilit{i:x}: 1\n"));
        yield return new(
            "unknown keys of one field",
            Api("  x: { type: string, " + Fill("", i => $"lengt{i:x}: 1, ", Size - 2000) + "}\n"),
            Fill(Tide() + "fields:\n  y:\n    type: string\n", i => $"    typ{i:x}: 1\n"));
        yield return new("long unknown keys", Fill(Head(), i => Word(i, 79) + ": 1\n"), Fill(Tide(), i => Word(i, 79) + ": 1\n"));
        yield return new("unknown states", Fill(Head("statuses:") + "statuses:\n", i => $"  refunde{i:x}: [a]\n"));
        yield return new(
            "unknown operations",
            Fill(Head("operations:") + "operations:\n", i => $"  refun{i:x}: {{ post: a, status: 202 }}\n"),
            Fill(Tide() + "operations:\n", i => $"  refun{i:x}: {{ within-days: 2 }}\n"));
        yield return new(
            "unknown errors",
            Fill(Head("errors:") + "errors:\n  name: a\n  message: b\n  codes:\n", i => $"    not-foun{i:x}: {{ status: 404, name: x }}\n"));
        yield return new("hosts", Fill(Head("hosts:") + "hosts:\n", i => $"  h{i}: https://h{i}.example\n"));
        yield return new("headers", Fill(Head() + "headers:\n", i => $"  h{i}: v\n"));
        yield return new("names of types", Fill(Head() + "types:\n", i => $"  t{i}: {{ a: {{ type: string }} }}\n"));
        yield return new("names of lists", Fill(Head() + "lists:\n", i => $"  t{i}: [a]\n"));
    }

    private static IEnumerable<CraftedSpec> Lists()
    {
        yield return new("unknown countries", Head(), List(Tide() + "countries: [", i => $"A{i:x}"));
        yield return new(
            "unknown short countries",
            Head(),
            List(Tide() + "countries: [", i => $"{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676 % 26))}"));
        yield return new("unknown languages", Head(), List(Tide() + "fields:\n  l: { type: language, values: [", i => Word(i, 3), "] }\n"));
        yield return new(
            "unknown currencies",
            List(Head("currencies:") + "currencies: [", i => Word(i, 3)),
            List(Tide("currencies:") + "currencies: [", i => Word(i, 3)));
        yield return new("unknown capabilities", Head(), List(Tide("capabilities:") + "capabilities: [", i => "refun" + Word(i, 2)));
        yield return new("notes", Head(), List(Tide() + "notes: [", i => Word(i, 6)));
        yield return new("repeated items", Head(), List(Tide() + "notes: [", _ => "a"));
        yield return new("statuses, and operations while all of them", CancelledWhile(Words(6, 100_000), Words(6, 100_000)));
        yield return new("unknown statuses", CancelledWhile(Words(70, 120_000), Words(70, 120_000, "y")));
        yield return new("paths of redirects", List(Head("response:") + "response: { id: id, status: s, href: h, redirect: [", i => Word(i, 4), "] }\n"));
        yield return new("paths of actions", List(Head("response:") + "response: { id: id, status: s, href: h, actions: [", i => Word(i, 4), "] }\n"));
        yield return new(
            "types of events",
            List(
                Head()
                    + "webhooks: { id: a, type: b, reference: c, "
                    + "signature: { header: S, form: single, algorithm: hmac-sha256, encoding: hex }, "
                    + "acknowledge: { status: 200, seconds: 5 }, types: { paid: [",
                i => Word(i, 4),
                "] } }\n"));
    }

    private static IEnumerable<CraftedSpec> Money()
    {
        var own = Enumerable.Range(0, 17_576).Select(i => $"{(char)('A' + (i / 676))}{(char)('A' + (i / 26 % 26))}{(char)('A' + (i % 26))}").ToList();
        yield return new(
            "currencies of the API's own",
            $"{Head("currencies:")}exponents: {{ {string.Join(", ", own.Select(code => code + ": 2"))} }}\n"
                + $"currencies: [{string.Join(", ", own.Take(10_000))}]\n",
            $"{Tide("currencies:")}currencies: [{string.Join(", ", own)}]\nlimits: {{ each: {{ max: 5 }} }}\n");
        var all = own.Where(code => Iso.Iso4217.TryGetExponent(code, out _)).ToList();
        var every = $"currencies: [{string.Join(", ", all)}]\n";
        var each = "  each: [" + string.Join(", ", Enumerable.Range(0, 20).Select(i => $"{{ max: 5, per: {Word(i, 5)} }}")) + "]\n";
        var limits =
            "  "
            + string.Join(
                "  ",
                all.Select(code => $"{code}: [{string.Join(", ", Enumerable.Range(0, 20).Select(i => $"{{ max: 5, per: {Word(i, 4)} }}"))}]\n"));
        yield return new(
            "limits of every currency",
            Head("currencies:") + every,
            Tide("currencies:", "limits:") + every + "limits:\n" + limits + "refund-limits:\n" + each,
            "extends: pier/1/tide\nlimits:\n" + limits);
        yield return new(
            "an amount of many digits for each currency",
            Head("currencies:") + every,
            Tide("currencies:", "limits:") + every + "limits:\n  each: { max: " + new string('0', Size - 4000) + "5 }\n");
        yield return new(
            "a grouped amount of many digits",
            Head(),
            Tide("limits:") + "limits:\n  EUR: { max: " + string.Concat(Enumerable.Repeat("1,", (Size - 4000) / 2)) + "5 }\n");
    }

    private static IEnumerable<CraftedSpec> Fields()
    {
        yield return new("fields", Fill(Api(), i => $"  f{i}: {{ type: string }}\n"), Fill(Tide() + "fields:\n", i => $"  f{i}: {{ type: string }}\n"));
        yield return new(
            "fields without a type, near to known ones",
            Many(500, i => $"  {Word(i, 76)}: {{ type: string }}\n"),
            Tide() + "fields:\n" + Repeat(500, i => $"  {Word(i, 73)}yyy: {{ length: 1 }}\n"));
        yield return new(
            "deep fields of long names",
            Many(500, i => $"  {string.Join(".", Enumerable.Range(0, 15).Select(depth => Word(i % 7, 30)))}.{Word(i, 30)}: {{ type: string }}\n"),
            Tide());
        yield return new(
            "one field of a long name",
            Api($"  {new string('x', Size - 3000)}: {{ type: string }}\n"),
            $"{Tide()}fields:\n  {string.Join(".", Enumerable.Repeat(new string('y', 16_000), 15))}: {{ type: string }}\n");
        var doubled =
            "types:\n  t0: { a: { type: string }, b: { type: string } }\n"
            + Repeat(60, i => $"  t{i + 1}: {{ a: {{ type: t{Math.Min(i, 10)} }}, b: {{ type: t{Math.Min(i, 10)} }} }}\n");
        yield return new("types within types", Api("  x: { type: t10 }\n", doubled), Tide() + "fields:\n" + Repeat(500, i => $"  f{i}: {{ type: t10 }}\n"));
        yield return new(
            "a type below a long path",
            Api("", "types:\n  t:\n" + Repeat(500, i => $"    f{i}: {{ type: string }}\n")),
            Tide() + "fields:\n" + Repeat(4, i => $"  {string.Join(".", Enumerable.Repeat(Word(i, 4_000), 14))}: {{ type: t }}\n"));
        yield return new(
            "a list of values for every field",
            Many(500, i => $"  f{i}: {{ type: enum, values: all }}\n", $"lists:\n  all: [{Words(5, 200_000)}]\n"),
            Tide() + "fields:\n" + Repeat(500, i => $"  g{i}: {{ type: enum, values: all }}\n"));
        yield return new(
            "values that become one name",
            Many(
                500,
                i => $"  f{i}: {{ type: enum, values: all }}\n",
                $"lists:\n  all: [{string.Join(", ", Enumerable.Range(0, 500).Select(i => "'a" + Dots(i) + "'"))}]\n"),
            Tide() + "fields:\n" + Repeat(500, i => $"  g{i}: {{ type: enum, values: all }}\n"));
        yield return new(
            "values that the API does not have",
            Many(300, i => $"  f{i}: {{ type: enum, values: all }}\n", $"lists:\n  all: [{Words(74, 38_000)}]\n  other: [{Words(72, 38_000, "yy")}]\n"),
            Tide() + "fields:\n" + Repeat(300, i => $"  f{i}: {{ values: other }}\n"));
        yield return new(
            "values of types in the place of objects",
            Many(
                300,
                i => $"  x.f{i}: {{ type: enum, values: all }}\n",
                $"lists:\n  all: [{Words(74, 38_000)}]\n  other: [{Words(72, 38_000, "yy")}]\ntypes:\n  t:\n"
                    + Repeat(300, i => $"    f{i}: {{ type: enum, values: other }}\n")),
            Tide() + "fields:\n  x: { type: t }\n");
        yield return new(
            "defaults that no value is",
            Many(500, i => $"  f{i}: {{ type: enum, values: all, default: {Word(i, 72)}yy }}\n", $"lists:\n  all: [{Words(74, 38_000)}]\n"));
        yield return new(
            "unknown types of fields",
            Many(500, i => $"  f{i}: {{ type: {Word(i, 48)}yy }}\n", "types:\n" + Repeat(100, i => $"  {Word(i, 50)}: {{ a: {{ type: string }} }}\n")));
        var body = "    body:\n" + Repeat(500, i => $"      f{i}: {{ type: t10 }}\n");
        yield return new(
            "bodies of operations",
            Api("  x: { type: string }\n", doubled)
                .Replace(
                    "  query:",
                    WithBody("cancel", 'c') + WithBody("refund", 'r') + WithBody("settle", 's') + "  query:",
                    StringComparison.Ordinal),
            Tide("capabilities:") + "capabilities: [sale, cancel, refund, settle]\n");
        yield return new(
            "long texts",
            Head("name:") + "name: " + new string('x', Size - 3000) + "\n",
            Tide("name:") + "name: " + new string('x', Size - 3000) + "\n");
        yield return new(
            "a long text for every record",
            Head(),
            $"{Tide("name:")}name: {new string('x', 200_000)}\nfields:\n" + Repeat(500, i => $"  o{i}.f: {{ type: string }}\n"));

        string WithBody(string operation, char path) => $"  {operation}:\n    post: '/{path}/{{id}}'\n    status: 202\n{body}";
    }

    private static IEnumerable<CraftedSpec> Patterns()
    {
        var letters = string.Concat(Enumerable.Range(0, 80).Select(i => "\\u" + (0x100 + (2 * i)).ToString("x4", CultureInfo.InvariantCulture)));
        var ranges = "[" + string.Concat(Enumerable.Range(0, 170).Select(i => (char)(0x100 + (2 * i)))) + "]*";
        yield return new(
            "patterns of many classes",
            Many(500, i => $"  f{i}: {{ type: string, pattern: '{letters[..480]}' }}\n"),
            Tide() + "fields:\n" + Repeat(480, i => $"  g{i}: {{ type: string, pattern: '{letters[..480]}' }}\n"));
        yield return new(
            "patterns of alternatives",
            Many(480, i => $"  f{i}: {{ type: string, pattern: '{string.Join("|", Enumerable.Range(0, 255).Select(c => (char)(0x400 + (2 * c))))}' }}\n"));
        yield return new(
            "wide patterns over narrow ones",
            Many(490, i => $"  f{i}: {{ type: string, pattern: '{ranges}' }}\n"),
            Tide() + "fields:\n" + Repeat(490, i => $"  f{i}: {{ pattern: '[^\\x00]*' }}\n"));
        var nested = "((((((((((((((((a*)*b?)*)*b?)*)*b?)*)*b?)*)*b?)*)*b?)*)*";
        yield return new(
            "nested repetitions with a default",
            Many(490, i => $"  f{i}: {{ type: string, pattern: '{nested}', default: {new string('a', 250)}c }}\n"));
        yield return new(
            "large repetitions with a default",
            Many(490, i => $"  f{i}: {{ type: string, pattern: '(a?){{999}}', default: {new string('a', 250)} }}\n"));
        yield return new("complements", Many(490, i => $"  f{i}: {{ type: string, pattern: '{string.Concat(Enumerable.Repeat("[^a]", 120))}' }}\n"));
    }

    private static IEnumerable<CraftedSpec> Rules()
    {
        var fields = Repeat(490, i => $"  {Word(i, 76)}: {{ type: string }}\n");
        yield return new("rules of unknown fields", Api(fields), List(Tide() + "rules:\n  - when: { id: a }\n    require: [", i => Word(i, 73) + "yyy"));
        yield return new(
            "rules with conditions on unknown fields",
            Api(fields),
            Tide()
                + "rules:\n"
                + Repeat(150, i =>
                    $"  - require: {Word(i, 76)}\n    when: {{ {string.Join(", ", Enumerable.Range(0, 18).Select(n => Word(n, 73) + "yyy: a"))} }}\n"));
        yield return new(
            "sums of unknown fields",
            Api("  total: { type: integer }\n" + Repeat(490, i => $"  {Word(i, 76)}: {{ type: integer }}\n")),
            Tide() + "rules:\n" + Repeat(200, i => $"  - equal: total\n    to: {string.Join(" + ", Enumerable.Range(0, 6).Select(n => Word(i, 73) + "yyy"))}\n")
        );
        yield return new(
            "conditions on unknown values",
            Api("  kind: { type: enum, values: [" + Words(74, 38_000) + "] }\n  x: { type: string }\n"),
            List(Tide() + "rules:\n  - require: x\n    when: { kind: [", i => Word(i, 72) + "yy", "] }\n"));
        var names = Repeat(480, i => $"  f{i:x}: {{ type: string }}\n");
        var first = string.Join(", ", Enumerable.Range(0, 240).Select(i => $"f{i:x}"));
        var second = string.Join(", ", Enumerable.Range(240, 240).Select(i => $"f{i:x}"));
        yield return new(
            "requirements against prohibitions",
            Api(names),
            Tide()
                + "rules:\n"
                + Repeat(70, i => $"  - {{ require: [{first}], when: {{ id: v{i} }} }}\n  - {{ forbid: [{second}, f0], when: {{ id: w{i} }} }}\n"));
        yield return new(
            "prohibitions of the API",
            Api(names) + "rules:\n" + Repeat(140, i => $"  - {{ forbid: [{first}], when: {{ id: v{i} }} }}\n"),
            Tide() + "fields:\n" + Repeat(240, i => $"  f{i:x}: {{ required: true }}\n"));
        yield return new(
            "rules of many values",
            Api(names),
            Tide() + "rules:\n" + Repeat(200, i => $"  - {{ require: f0, when: {{ f1: [{Words(4, 1_100)}{Word(i, 4)}] }} }}\n"));
        var deep = string.Join(".", Enumerable.Range(0, 15).Select(depth => "d" + depth));
        yield return new(
            "rules of deep fields",
            Api(Repeat(300, i => $"  {deep}.f{i}: {{ type: string }}\n")),
            Tide()
                + "rules:\n"
                + Repeat(200, i =>
                    $"  - {{ require: [{string.Join(", ", Enumerable.Range(0, 16).Select(n => $"{deep}.f{n + i % 200}"))}], when: {{ id: v{i} }} }}\n"));
    }

    private static IEnumerable<CraftedSpec> Yaml()
    {
        foreach (var part in new[] { "[],", "{},", "a,", "{a},", "'',", "\"\",", "[a,b],", "{a: b},", "{? a},", "{a: {b: c}}," })
        {
            yield return new("flow of " + part, List("api: a\nx: [", _ => part[..^1]));
        }

        yield return new("three lines that are no YAML", Head(), Fill(Tide(), i => $"k{i}: 1\n", Size - 200) + "a: \"b\nc: 'd\ne: [f\n");
        yield return new("deep flow in every line", Fill(Head(), i => $"k{i}: {new string('[', 60)}{new string(']', 60)}\n"));
        yield return new("one long line of text", "api: a\nx: " + string.Concat(Enumerable.Repeat("a ", Size / 2 - 10)) + "\n");
        yield return new("a text of many lines", Fill("api: a\nx: |\n", i => $"  {i}\n"));
        yield return new("a plain text of many lines", Fill("api: a\nx: a\n", i => $"  {i}\n"));
        yield return new("comments", Fill(Head(), i => $"#{i}\n"));
        yield return new("blank lines", Fill(Head(), _ => "\n"));
        yield return new("escapes", $"api: a\nx: \"{string.Concat(Enumerable.Repeat("\\n", Size / 2 - 20))}\"\n");
    }

    private static string Head(params string[] without) => Without("""
        api: pier/1
        name: Pier
        client: PierClient
        source: { url: https://pier.example/docs }
        hosts: { live: https://pier.example }
        authentication: bearer
        money: { notation: minor-units, amount: amount, currency: currency }
        currencies: [EUR, USD]
        request: { id: { type: string, required: true }, sum: { type: money, required: true } }
        payment: { reference: id, value: sum }
        operations: { pay: { post: /p, status: 201 }, query: { get: '/p/{id}', status: 200 } }
        response: { id: id, status: status, href: href }
        statuses: { paid: [done] }
        errors: { name: code, message: message }

        """, without);

    private static string Tide(params string[] without) => Without("""
        apm: tide
        name: Tide
        api: pier/1
        status: available
        source: { url: https://pier.example/tide }
        currencies: [EUR]
        limits: { EUR: { max: 100 } }
        capabilities: [sale]

        """, without);

    private static string Api(string fields = "", string types = "") => Head("request:", "operations:") + types
        + "operations:\n  pay: { post: /p, status: 201 }\n  query: { get: '/p/{id}', status: 200 }\n"
        + "request:\n  id: { type: string, required: true }\n  sum: { type: money, required: true }\n" + fields;

    private static string CancelledWhile(string statuses, string cancelled) => Head("statuses:", "operations:") + $$"""
        statuses: { paid: [{{statuses}}] }
        operations:
          pay: { post: /p, status: 201 }
          query: { get: '/p/{id}', status: 200 }
          cancel: { post: '/c/{id}', status: 202, while: [{{cancelled}}] }

        """;

    private static string Many(int count, Func<int, string> field, string types = "") => Api(Repeat(count, field), types);

    private static string Without(string text, string[] keys) =>
        string.Concat(
            text.Split('\n').Where(line => line.Length > 0 && !keys.Any(key => line.StartsWith(key, StringComparison.Ordinal))).Select(line => line + "\n"));

    private static string Repeat(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    private static string Fill(string start, Func<int, string> part, int size = Size)
    {
        var text = new StringBuilder(start);
        for (var i = 0; part(i) is var next && text.Length + next.Length <= size; i++)
        {
            text.Append(next);
        }

        return text.ToString();
    }

    private static string List(string start, Func<int, string> item, string end = "]\n") =>
        Fill(start, i => item(i) + ", ", Size - end.Length - 10) + item(-1) + end;

    private static string Words(int length, int size, string end = "") => Fill("", i => Word(i, length) + end + ", ", size);

    // Alike but for their first and last letters, so that all of them have to be compared.
    private static string Word(int number, int length)
    {
        var word = new char[length];
        Array.Fill(word, 'w');
        for (var (at, rest) = (0, number < 0 ? 456_976 : number); at < Math.Min(length, 4); at++, rest /= 26)
        {
            word[at % 2 == 0 ? at / 2 : length - 1 - (at / 2)] = (char)('a' + (rest % 26));
        }

        return new string(word);
    }

    private static string Dots(int number) => string.Concat(Convert.ToString(number + 512, 2).Select(bit => bit == '1' ? "." : "-"));
}
