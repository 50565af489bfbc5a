using System.Text.Json.Nodes;

namespace Apm.Sandbox;

/// <summary>Writes an example as a form, with brackets around the names of members and the numbers of items.</summary>
internal static class FormBody
{
    public static string Of(JsonObject body) => string.Join("&", body.SelectMany(member => Pairs(Escaped(member.Key), member.Value)));

    private static IEnumerable<string> Pairs(string name, JsonNode? value) => value switch
    {
        null => [],
        JsonObject members => members.SelectMany(member => Pairs($"{name}[{Escaped(member.Key)}]", member.Value)),
        JsonArray items => items.SelectMany((item, index) => Pairs($"{name}[{index}]", item)),
        _ => [name + "=" + Escaped(value.ToString())],
    };

    private static string Escaped(string text) => Uri.EscapeDataString(text);
}
