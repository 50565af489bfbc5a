using System.Text.RegularExpressions;
using Apm.Specs;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary>Which file an id names is the same for the generator, the sandbox's library and the analyzer of specs.</summary>
public partial class AgreementTests
{
    private const int Sets = 100;

    private static readonly string[] s_situations =
    [
        "itself extends", "no method has the id", "no API file has the id", "is the id of this file",
        "is also declared in", "did you mean", "no limit is known", "replaced",
    ];

    [Fact]
    public async Task Generator_library_and_analyzer_agree_on_the_file_that_an_id_names()
    {
        var seen = new List<string>();
        for (var seed = 0; seed < Sets; seed++)
        {
            var files = new RandomFiles(seed).Make();
            var host = Host(files);
            var (run, library, advice) = (host.Run(), Load(files), (await host.AdviceAsync()).Select(Shown).ToList());
            var replaced = files.Where(file => IsReplaced(file, files)).Select(file => file.File).ToHashSet();
            var found = library.Diagnostics
                .Join(files.Where(file => !file.IsPacked), error => error.Location.File, file => file.File, (error, file) => (Is: error, In: file))
                .ToList();

            Equal(seed, library.Methods.Where(method => method.Name != "Packed").Select(Made), Made(run));
            // Of two methods with one id the generator says that their types clash.
            var errors = run.SpecErrors.Where(error => error.Id != SpecDescriptors.NameClash.Id).Select(Shown).ToList();
            var expected = found.Where(error =>
                error.Is.Rule.Severity == SpecSeverity.Error && (error.In.IsApi || error.Is.Rule != SpecDescriptors.DeclaredTwice));
            Equal(seed, expected.Select(error => Shown(error.Is)), errors);
            Equal(
                seed,
                found.Where(error => error.Is.Rule == SpecDescriptors.NoLimit && !replaced.Contains(error.In.File)).Select(error => Shown(error.Is)),
                advice);
            Equal(seed, Load(files.Reverse()).Methods.Select(Made), library.Methods.Select(Made));
            seen.AddRange([.. errors, .. advice, .. replaced.Select(_ => "replaced")]);
        }

        Assert.All(s_situations, words => Assert.True(seen.Count(shown => shown.Contains(words, StringComparison.Ordinal)) >= 5, $"few sets have: {words}"));
    }

    private static GeneratorHost Host(IEnumerable<RandomFile> files) => files.Aggregate(new GeneratorHost(), (host, file) =>
        file.IsPacked ? host.Packed(file.File, file.IsApi ? file.Id! : file.Id + ".apm", file.Text) : host.Spec(file.File, file.Text));

    private static SpecSet Load(IEnumerable<RandomFile> files)
    {
        var byOrigin = files.ToLookup(file => file.IsPacked, file => (file.File, file.Text));
        return SpecLibrary.Load(byOrigin[false], byOrigin[true]);
    }

    private static bool IsReplaced(RandomFile file, IEnumerable<RandomFile> files) =>
        file is { IsApi: false, BaseId: null, Id: not null } && files.Any(other => other.BaseId == file.Id && other.Id == file.Id);

    // By the marks: the currency of the API, and that of the method that is extended.
    private static string Made(MethodModel method) =>
        Made(method.SpecId, method.Name, method.Currencies, method.Limits.Select(limit => limit.Currency));

    private static IEnumerable<string> Made(GeneratorRun run)
    {
        foreach (var (file, facts) in run.Files.Where(file => file.Key.EndsWith(".Facts.g.cs", StringComparison.Ordinal)))
        {
            var method = OfMethod().Match(facts);
            var request = run.Files[file.Replace(".Facts.", ".Request.", StringComparison.Ordinal)];
            yield return Made(
                method.Groups[2].Value,
                method.Groups[1].Value,
                OfCode().Matches(OfCurrencies().Match(request).Value).Select(code => code.Groups[1].Value),
                OfLimit().Matches(request).Select(limit => limit.Groups[1].Value));
        }
    }

    private static string Made(string id, string name, IEnumerable<string> currencies, IEnumerable<string> limited) =>
        $"{id} from {name}, without limits: {string.Join(' ', currencies.Except(limited).Order(StringComparer.Ordinal))}";

    private static string Shown(SpecDiagnostic found) => $"{found.Location.File} {found.Location.Span.Start} {found.Rule.Id} {found.Message}";

    private static string Shown(Diagnostic found) => $"{found.Location.GetLineSpan().Path} {found.Location.SourceSpan.Start} {found.Id} {found.GetMessage()}";

    private static void Equal(int seed, IEnumerable<string> library, IEnumerable<string> other) =>
        Assert.Equal(library.Order(StringComparer.Ordinal).Prepend($"set {seed}"), other.Order(StringComparer.Ordinal).Prepend($"set {seed}"));

    [GeneratedRegex("""ApmMethod\("([^"]*)", "([^"]*)"\)""")]
    private static partial Regex OfMethod();

    [GeneratedRegex("""ApmCurrencies\([^)]*\)""")]
    private static partial Regex OfCurrencies();

    [GeneratedRegex("\"([A-Z]{3})\"")]
    private static partial Regex OfCode();

    [GeneratedRegex("""ApmLimit\("([A-Z]{3})",""")]
    private static partial Regex OfLimit();
}
