using Xunit;

namespace Apm.Generators.Tests.Repository;

/// <summary>Lines of C# have at most 160 columns.</summary>
public class LineLengthTests
{
    private const int MaxColumns = 160;

    private static readonly string s_root = Path.GetFullPath(Path.Combine(GeneratorHost.SpecsFolder, ".."));

    [Fact]
    public void No_line_is_longer_than_160_columns()
    {
        var longLines = new[] { "src", "tests", "samples" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(s_root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (Place: $"{file}:{index + 1}", line.Length)))
            .Where(line => line.Length > MaxColumns)
            .Select(line => line.Place)
            .ToList();

        Assert.True(longLines.Count == 0, $"These lines are longer than {MaxColumns} columns. Break them.\n{string.Join('\n', longLines)}");
    }
}
