using System.Globalization;
using System.Text.Json.Nodes;
using Apm.Specs;
using CsCheck;
using SpecNotation = Apm.Specs.MoneyNotation;

namespace Apm.Fuzz.Bodies;

/// <summary>Requests near to right ones: an example with a few of its members gone, or with values at the bounds of what their specs allow.</summary>
internal static class BodyMutations
{
    private static readonly string[] s_texts =
    [
        "",
        "a",
        "A1",
        "é",
        "a b",
        "\U0001F600",
        "a-b_c",
        "12345",
        "GB82WEST12345698765432",
        "gb82",
        "a@b.example",
        "a@b",
        "https://shop.example/x",
        "/x",
        "ftp://x",
        "US",
        "us",
        "NO",
        "no",
        "en",
        "EUR",
        "USD",
        "XXX",
        "2026-02-30",
        "2026-02-28",
        "2026-02-28T10:00:00+01:00",
        "2026-02-28T10:00:00.5Z",
        "2026-02-28T10:00:00",
        "+4712345678",
        "de_DE",
        "de-DE",
        "1.50",
        "0.125",
        "11144477735",
        "11222333000181",
        "011000015",
        "{}",
        "direct",
        "token",
        "checkout",
        "CPF",
        "recurring",
    ];

    private static readonly long[] s_numbers =
    [
        0,
        1,
        -1,
        2,
        119,
        120,
        121,
        10_000,
        10_001,
        100_000_000,
        100_000_001,
        int.MaxValue,
        2_147_483_648,
        2_147_483_649,
        -2_147_483_649,
        long.MaxValue,
        long.MinValue,
    ];

    /// <param name="method">Whose body it is.</param>
    /// <param name="root">What the body may have.</param>
    /// <param name="example">A right body.</param>
    public static Gen<JsonObject> Of(MethodModel method, FieldModel root, JsonObject example)
    {
        var places = Fields(root).Where(field => !field.Path.EndsWith("[]", StringComparison.Ordinal)).ToArray();
        if (places.Length == 0)
        {
            return Gen.Const(example);
        }

        var change =
            from place in Gen.Int[0, places.Length - 1]
            from kind in Gen.Int[0, 5]
            from text in Gen.Int[0, s_texts.Length - 1].Select(index => s_texts[index])
            from length in Gen.Int[-1, 1]
            from number in Gen.Int[0, s_numbers.Length - 1].Select(index => s_numbers[index])
            from pick in Gen.Int[0, 9]
            select (Place: places[place], Kind: kind, Text: text, Length: length, Number: number, Pick: pick);
        return change.Array[0, 4].Select(changes =>
        {
            var json = example.DeepClone().AsObject();
            foreach (var (place, kind, text, length, number, pick) in changes)
            {
                Change(json, place, kind == 0 ? null : Value(method, place, kind, text, length, number, pick));
            }

            return json;
        });
    }

    private static JsonNode Value(MethodModel method, FieldModel field, int kind, string text, int length, long number, int pick) =>
        field.Type switch
        {
            FieldType.Object => new JsonObject(),
            FieldType.Money => MoneyOf(method, field, kind, text, length, number, pick),
            FieldType.Integer or FieldType.MinorUnits => kind > 2 && field.Range is { } range
                ? ((pick % 2 == 0 ? range.Min : range.Max) ?? number) + length
                : number,
            FieldType.Decimal => field.IsText ? kind > 2 ? "12.50" : text : number / (pick % 2 == 0 ? 1m : 1000m),
            FieldType.DateTime when field.IsUnixSeconds => number,
            FieldType.Map when !field.IsFurther => new JsonObject
            {
                [text] = pick % 5 == 0 ? null : text,
                [pick.ToString(CultureInfo.InvariantCulture)] = new string('v', Math.Max(0, length + (field.Item.Length?.Max ?? 3))),
            },
            FieldType.Boolean => pick % 2 == 0,
            FieldType.Enum or FieldType.Const or FieldType.Country or FieldType.Language when kind > 1 && field.Values.Count > 0 => field.Values[
                pick % field.Values.Count
            ],
            FieldType.Country or FieldType.Language or FieldType.Currency or FieldType.Enum or FieldType.Date or FieldType.Iban or FieldType.Const => text,
            FieldType.DateTime or FieldType.Locale => text,
            _ when kind > 2 && field.Length is { } bounds => new string(
                pick % 3 == 0 ? 'z' : '7',
                Math.Max(0, (pick % 2 == 0 ? bounds.Min : bounds.Max ?? 40) + length)),
            _ => text,
        };

    private static JsonObject MoneyOf(MethodModel method, FieldModel field, int kind, string text, int length, long number, int pick)
    {
        var (format, amount) = (field.Money!.Format, Amount(field, kind, length, number, pick));
        return new JsonObject
        {
            [format.AmountName] =
                format.Notation == SpecNotation.MinorUnits ? amount
                : format.Notation == SpecNotation.DecimalNumber ? amount / 100m
                : pick % 3 == 0 ? amount.ToString(CultureInfo.InvariantCulture)
                : (amount / 100m).ToString("0.00", CultureInfo.InvariantCulture),
            [format.CurrencyName] = kind == 1 ? text : method.Currencies[pick % method.Currencies.Count],
        };
    }

    private static long Amount(FieldModel field, int kind, int delta, long number, int pick)
    {
        var bounds = field.Money!.EnforcedLimits.SelectMany(limit => new[] { limit.Min, limit.Max }).OfType<long>().ToList();
        return kind > 2 && bounds.Count > 0 ? bounds[pick % bounds.Count] + delta : number;
    }

    private static void Change(JsonObject root, FieldModel field, JsonNode? value)
    {
        JsonNode? node = root;
        var names = field.Path.Split('.');
        foreach (var name in names[..^1])
        {
            var isList = name.EndsWith("[]", StringComparison.Ordinal);
            if (node is not JsonObject parent)
            {
                return;
            }

            node = parent[name.TrimEnd('[', ']')] ??= isList ? new JsonArray(new JsonObject()) : new JsonObject();
            node = isList ? node[0] : node;
        }

        if (node is JsonObject last && value is null)
        {
            last.Remove(names[^1]);
        }
        else if (node is JsonObject kept)
        {
            kept[names[^1]] = value;
        }
    }

    private static IEnumerable<FieldModel> Fields(FieldModel field) => field.Type switch
    {
        FieldType.Object => field.Members.SelectMany(Fields).Concat(field.Path.Length == 0 ? [] : [field]),
        FieldType.List => Fields(field.Item),
        _ => [field],
    };
}
