using Xunit;

namespace Apm.Generators.Tests.Repository;

/// <summary>Lines of C# have at most 160 columns.</summary>
public class LineLengthTests
{
    private const int MaxColumns = 160;

    // Texts that were longer before the limit existed. Lower the number when one of them is broken; never raise it.
    private const int MaxExceptions = 122;

    private static readonly string s_root = Path.GetFullPath(Path.Combine(GeneratorHost.SpecsFolder, ".."));

    [Fact]
    public void No_further_line_is_longer_than_160_columns()
    {
        var longLines = new[] { "src", "tests", "samples" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(s_root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (Place: $"{file}:{index + 1}", line.Length)))
            .Where(line => line.Length > MaxColumns)
            .Select(line => line.Place)
            .ToList();

        Assert.True(
            longLines.Count == MaxExceptions,
            $"{longLines.Count} lines are longer than {MaxColumns} columns, and {MaxExceptions} are expected. Break new ones; "
                + $"where there are fewer, lower {nameof(MaxExceptions)}.\n{string.Join('\n', longLines)}");
    }
}
