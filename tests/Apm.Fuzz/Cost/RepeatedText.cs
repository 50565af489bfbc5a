namespace Apm.Fuzz.Cost;

/// <summary>A few pieces of YAML, again and again: parsers that look back or ahead are slow on one of these.</summary>
internal static class RepeatedText
{
    private const int Size = 256 * 1024;

    private static readonly string[] s_pieces =
    [
        "a",
        "b: ",
        "- ",
        "? ",
        ": ",
        ",",
        "[",
        "]",
        "{",
        "}",
        "'",
        "\"",
        "''",
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\n? ",
        "\n: ",
        " ",
        "  ",
        "#",
        " # ",
        "|",
        ">",
        "|\n  ",
        "&a ",
        "*a",
        "!t ",
        "<<: ",
        "%",
        "@",
        "`",
        "\\",
        "\\n",
        "---\n",
        "...\n",
        "é",
        "😀",
        "\u2028",
        "\t",
        "a: b",
        "a: [",
        "a: {",
        "k: 1\n",
        "- a\n",
        "? a\n: b\n",
        "0",
        "~",
        "null",
    ];

    public static CraftedSpec Make(Random random)
    {
        var pieces = string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
        var start = random.Next(3) switch { 0 => "", 1 => "api: a/1\nx: ", _ => "api: a/1\nx: [" };
        var end = random.Next(3) switch { 0 => "", 1 => "\n", _ => "]\ny: 1\n" };
        var text = start + string.Concat(Enumerable.Repeat(pieces, (Size - start.Length - end.Length) / pieces.Length)) + end;
        return new CraftedSpec($"{Shown(start)} + {Shown(pieces)}... + {Shown(end)}", text);
    }

    private static string Shown(string text) => "'" + text.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) + "'";
}
