using CsCheck;

namespace Apm.Fuzz.Specs;

/// <summary>Texts that are almost specs, or are none.</summary>
internal static class RandomText
{
    private static readonly string[] s_scraps =
    [
        "\t",
        "  ",
        "\"",
        "'",
        "[",
        "]",
        "{",
        "}",
        ":",
        ": ",
        ",",
        "#",
        "|",
        ">",
        "-",
        "- ",
        "?",
        "? ",
        "&a",
        "*a",
        "!t",
        "<<",
        "<<: ",
        "\\",
        "\n",
        "\r",
        "\r\n",
        "\0",
        "%",
        "@",
        "...",
        "---",
        "---\n",
        "...\n",
        "~",
        "\ud800",
        "\udc00",
        "é",
        "😀",
        "\u0085",
        "\u2028",
        "\ufeff",
        "type",
        "const",
        "required",
        "length",
        "pattern",
        "values",
        "limits",
        "min",
        "max",
        "fields",
        "request",
        "operations",
        "body",
        "currencies",
        "null",
        "true",
        "NO",
        "..",
        "1..",
        "a.b.c",
        "50.000",
        "1e3",
        "$apm",
        "[|]",
        "{1000}",
        "(",
        "[^",
        "(?=",
        "type: ",
        "values: [A, A]",
        "pattern: '(a'",
        "length: 9..1",
        "required: false",
        "instruction.value.x: { type: string }\n",
    ];

    private static readonly Gen<string> s_scrap = Gen.Frequency((3, Gen.Int[0, s_scraps.Length - 1].Select(at => s_scraps[at])), (1, Gen.String[0, 4]));

    public static Gen<string> Anything { get; } =
        Gen.OneOf(
            Gen.String[0, 400],
            s_scrap.Array[0, 80].Select(scraps => string.Concat(scraps)),
            s_scrap.Array[0, 40].Select(scraps => "apm: a\n" + string.Concat(scraps)));

    /// <summary>A text with up to six stretches replaced; now and then it ends where one begins.</summary>
    public static Gen<string> Mutated(string text) =>
        from edits in Gen.Select(Gen.Int[0, text.Length], Gen.Int[0, 30], s_scrap, Gen.Int[0, 25]).Array[1, 6]
        select edits.Aggregate(text, (edited, edit) =>
        {
            var (at, removed, scrap, cut) = (Math.Min(edit.Item1, edited.Length), edit.Item2, edit.Item3, edit.Item4 == 0);
            return edited[..at] + scrap + (cut ? "" : edited[Math.Min(edited.Length, at + removed)..]);
        });
}
