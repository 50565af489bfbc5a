using System.Text.RegularExpressions;
using Apm.RequiredPrograms;
using Xunit;
using Xunit.Sdk;

namespace Apm.Generators.Tests.Repository;

/// <summary>A test is skipped only where a program is missing, and says which.</summary>
public sealed partial class SkippedTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apm-programs-");

    [Fact]
    public void A_missing_program_skips_the_test_and_is_named()
    {
        var missing = new RequiredProgram("a program that nobody has", "no-such-program-anywhere");

        Assert.EndsWith("not run: needs a program that nobody has", SkipOf(missing), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_is_found_by_any_of_its_names_and_the_first_name_is_preferred()
    {
        var program = new RequiredProgram("one of two", "first", "second");
        var (other, folder) = (_folder.CreateSubdirectory("other").FullName, _folder.CreateSubdirectory("programs").FullName);

        Assert.Null(program.Find([other, folder]));
        var second = Write(other, "second", executable: true);
        Assert.Equal(second, program.Find([other, folder]));
        var first = Write(folder, "first", executable: true);
        Assert.Equal(first, program.Find([other, folder]));
    }

    [Fact]
    public void A_file_that_is_no_program_is_not_found()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "not run: needs file permissions of Unix");
        Write(_folder.FullName, "first", executable: false);
        _folder.CreateSubdirectory("second");

        Assert.Null(new RequiredProgram("one of two", "first", "second").Find([_folder.FullName]));
    }

    [Fact]
    public void Every_skip_says_what_the_test_needs()
    {
        var tests = Directory.GetFiles(Path.Combine(GeneratorHost.SpecsFolder, "..", "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .SelectMany(path => File.ReadAllLines(path).Select(line => (Path: path, Line: line)));

        Assert.All(tests, test =>
        {
            Assert.DoesNotMatch(SkipArgument(), test.Line);
            Assert.True(!Skip().IsMatch(test.Line) || test.Line.Contains("\"not run: needs ", StringComparison.Ordinal), $"{test.Path}: {test.Line}");
        });
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // Assert.Throws passes the exception of a skip on, and this test would be skipped itself.
    private static string? SkipOf(RequiredProgram program)
    {
        try
        {
            program.FindOrSkip();
            return null;
        }
        catch (SkipException skip)
        {
            return skip.Message;
        }
    }

    private static string Write(string folder, string name, bool executable)
    {
        var path = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
        File.WriteAllText(path, "");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, executable ? UnixFileMode.UserRead | UnixFileMode.UserExecute : UnixFileMode.UserRead);
        }

        return path;
    }

    [GeneratedRegex(@"Assert\.Skip\w*\(")]
    private static partial Regex Skip();

    [GeneratedRegex(@"\b(Fact|Theory|InlineData|MemberData)\(.*\bSkip\w*\s*=")]
    private static partial Regex SkipArgument();
}
