using System.Text.RegularExpressions;
using Xunit;

namespace Apm.Analyzers.Tests.Corpus;

/// <summary>A program of a shop, with the lines on which something must be reported.</summary>
/// <param name="Name">Its path below the folder of the corpus, without the extension.</param>
/// <param name="Code">The text of the file.</param>
/// <param name="Reports">Each line, from 1, with the id of its diagnostic, in the order of the file.</param>
internal sealed partial record CorpusProgram(string Name, string Code, IReadOnlyList<string> Reports)
{
    private static readonly string s_folder = Path.Combine(SpecFiles.Repository, "tests", "Apm.Analyzers.Tests", "Corpus");

    /// <summary>The programs with a wrong value. A comment at the end of a line names what must be reported there.</summary>
    public static CorpusProgram[] Wrong { get; } = Read("Pairs");

    /// <summary>The same programs after the replacements that their first lines state. Nothing is reported.</summary>
    public static CorpusProgram[] Corrected { get; } = Array.ConvertAll(Wrong, program => program.Correct());

    /// <summary>Programs without a wrong value.</summary>
    public static CorpusProgram[] Silent { get; } = Read("Silent");

    private static CorpusProgram[] Read(string folder) =>
    [
        .. Directory.GetFiles(Path.Combine(s_folder, folder), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file =>
            {
                var code = File.ReadAllText(file).ReplaceLineEndings("\n");
                return new CorpusProgram(Path.ChangeExtension(Path.GetRelativePath(s_folder, file), null).Replace('\\', '/'), code, [.. Marks(code)]);
            }),
    ];

    private static IEnumerable<string> Marks(string code) =>
        from line in code.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        from id in Mark().Match(line.Text).Groups["id"].Captures
        select $"{line.Number}: {id.Value}";

    private CorpusProgram Correct()
    {
        var replacements = Replacement().Matches(Code);
        Assert.True(replacements.Count > 0, $"{Name} does not state how it is corrected: // Right: <wrong text> => <right text>");
        var code = replacements.Aggregate(Code, (code, replacement) =>
        {
            var rest = Replacement().Replace(code, "//");
            Assert.True(rest.Contains(replacement.Groups["wrong"].Value, StringComparison.Ordinal), $"{Name} has no '{replacement.Groups["wrong"].Value}'");
            return code.Replace(replacement.Groups["wrong"].Value, replacement.Groups["right"].Value, StringComparison.Ordinal);
        });
        return this with { Code = code, Reports = [] };
    }

    [GeneratedRegex(@"// ((?<id>APM\d{4})(, )?)+$")]
    private static partial Regex Mark();

    [GeneratedRegex("^// Right: (?<wrong>.+?) => (?<right>.*)$", RegexOptions.Multiline)]
    private static partial Regex Replacement();
}
