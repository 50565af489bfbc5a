using System.Reflection;
using Apm.Analyzers.Tests.Programs;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Apm.Analyzers.Tests.Corpus;

/// <summary>Compiles all programs together, each in a namespace of its own, and runs the analyzers and the programs.</summary>
internal sealed class CorpusRun
{
    // All methods of one version, which the programs use.
    private static readonly Lazy<byte[]> s_contracts = new(() => Trial.Emit(
        Shop.Compilation("Contracts", Shop.Generate(SpecFiles.Catalogue).Add(Shop.Tree(Shop.Usings)), withSpecs: false)));

    private readonly IReadOnlyDictionary<CorpusProgram, int> _numbers;
    private readonly ILookup<string, string> _reports;
    private readonly Assembly _code;

    private CorpusRun(IReadOnlyDictionary<CorpusProgram, int> numbers, ILookup<string, string> reports, Assembly code) =>
        (_numbers, _reports, _code) = (numbers, reports, code);

    public static async Task<CorpusRun> OfAsync(IReadOnlyList<CorpusProgram> programs)
    {
        var compilation = Shop.Compilation(
            "Corpus",
            programs.Select((program, number) => Shop.Tree($"namespace {Namespace(number)}; {program.Code}", $"{number}")).Append(Shop.Tree(Shop.Usings)),
            withSpecs: false).AddReferences(MetadataReference.CreateFromImage(s_contracts.Value));
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(errors.Select(error => $"{programs[int.Parse(error.Location.SourceTree!.FilePath, null)].Name}: {error}"));
        var reported = await Shop.AnalyzeAsync(compilation);
        var reports = reported
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan)
            .ToLookup(
                diagnostic => diagnostic.Location.SourceTree!.FilePath,
                diagnostic => $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}: {diagnostic.Id}");
        var numbers = programs.Select((program, number) => (program, number)).ToDictionary(entry => entry.program, entry => entry.number);
        var loader = new ProgramLoader();
        loader.Load(s_contracts.Value);
        return new CorpusRun(numbers, reports, loader.Load(Trial.Emit(compilation)));
    }

    /// <summary>Each line with the id of its diagnostic.</summary>
    public IEnumerable<string> Reports(CorpusProgram program) => _reports[$"{_numbers[program]}"];

    /// <summary>What the validator refuses in the requests that the program pays with, or the exception by which the program ends.</summary>
    public IReadOnlyList<string> Refusals(CorpusProgram program)
    {
        var pay = _code.GetType($"{Namespace(_numbers[program])}.Program", throwOnError: true)!.GetMethod("Pay")!;
        try
        {
            return pay.Invoke(null, []) switch
            {
                IApmValidatable request => [.. Violations(request)],
                IEnumerable<object?> requests => [.. requests.OfType<IApmValidatable>().ToArray() is [_, ..] all ? all.SelectMany(Violations) : ["no request"]],
                var other => [$"'{other}' is not a request"],
            };
        }
        catch (TargetInvocationException exception)
        {
            return [exception.InnerException!.Message];
        }
    }

    private static IEnumerable<string> Violations(IApmValidatable request) => request.Validate().Violations.Select(violation => violation.ToString());

    private static string Namespace(int number) => $"P{number}";
}
