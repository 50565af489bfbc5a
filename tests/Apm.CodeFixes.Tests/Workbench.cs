using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Apm.CodeFixes.Tests;

/// <summary>A shop's project in an editor: what is reported in it, what is offered, and what becomes of it.</summary>
internal sealed class Workbench
{
    private const string Usings = "global using System; global using Apm; global using Shop.Apms;";

    private static readonly CodeFixProvider[] s_fixes =
    [
        .. typeof(UsageFix)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(CodeFixProvider)))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    private readonly Project _project;
    private readonly Lazy<Task<ImmutableArray<Diagnostic>>> _diagnostics;

    private Workbench(Project project) => (_project, _diagnostics) = (project, new(() => DiagnosticsAsync(project)));

    /// <summary>With the generated code in an assembly of its own.</summary>
    public static Workbench Of(params string[] files) =>
        Of(Analyzers.Tests.Shop.Compilation("Shop", [], withSpecs: false).AddReferences(Analyzers.Tests.Shop.CompiledContracts), files);

    /// <summary>With the generated code in the project itself.</summary>
    public static Workbench WithSpecs(params string[] files) => Of(Analyzers.Tests.Shop.Compilation("Shop", [], withSpecs: true), files);

    /// <summary>The text of a file.</summary>
    public async Task<string> TextAsync(int file = 0) => (await Document(file).GetTextAsync()).ToString();

    /// <summary>The ids of all that is reported, in order.</summary>
    public async Task<string[]> IdsAsync() => [.. (await _diagnostics.Value).Select(diagnostic => diagnostic.Id)];

    /// <summary>The errors of the compiler.</summary>
    public async Task<string[]> ErrorsAsync() =>
        [
            .. (await _project.GetCompilationAsync())!
                .GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)),
        ];

    /// <summary>The titles of what is offered for the first error, as an editor orders them.</summary>
    public async Task<string[]> TitlesAsync() => [.. (await OffersAsync()).Select(offer => offer.Action.Title)];

    /// <summary>Makes the fix with the title, for the first error.</summary>
    public async Task<Workbench> FixAsync(string title)
    {
        var action = (await OffersAsync()).Single(offer => offer.Action.Title == title).Action;
        return await ApplyAsync(action);
    }

    /// <summary>With a line in <c>.editorconfig</c> for all C# files.</summary>
    public Workbench With(string option) => new(
        _project
            .AddAnalyzerConfigDocument(".editorconfig", SourceText.From($"root = true\n[*.cs]\n{option}\n"), filePath: "/shop/.editorconfig")
            .Project);

    /// <summary>The titles of what is offered for the first error and has Fix All.</summary>
    public async Task<string[]> FixAllTitlesAsync() =>
        [.. (await OffersAsync()).Where(offer => offer.Fix.GetFixAllProvider() is not null).Select(offer => offer.Action.Title)];

    /// <summary>Chooses Fix All on the fix with the title.</summary>
    public async Task<Workbench> FixAllAsync(string title, FixAllScope scope = FixAllScope.Document)
    {
        var (fix, action, diagnostic) = (await OffersAsync()).Single(offer => offer.Action.Title == title);
        Assert.Contains(scope, fix.GetFixAllProvider()!.GetSupportedFixAllScopes());
        return await FixAllAsync(fix, diagnostic.Id, action.EquivalenceKey, scope) ?? this;
    }

    /// <summary>What <c>dotnet format analyzers</c> does for an id: for the first fix that changes something, Fix All in the solution, of the kind
    /// that is offered first for the first diagnostic. Other fixes get diagnostics of files that have changed, and do nothing.</summary>
    public async Task<Workbench> FormatAsync(string id)
    {
        foreach (var fix in s_fixes.Where(fix =>
                fix.FixableDiagnosticIds.Contains(id) && fix.GetFixAllProvider()?.GetSupportedFixAllScopes().Contains(FixAllScope.Solution) == true))
        {
            if ((await _diagnostics.Value).FirstOrDefault(diagnostic => diagnostic.Id == id) is { } first)
            {
                var key = (await OffersAsync(fix, first)).FirstOrDefault().Action?.EquivalenceKey;
                if (await FixAllAsync(fix, id, key, FixAllScope.Solution) is { } better
                    && better._project.Solution.GetChanges(_project.Solution).GetProjectChanges().Any())
                {
                    return better;
                }
            }
        }

        return this;
    }

    private static Workbench Of(CSharpCompilation compilation, string[] files)
    {
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp12),
            metadataReferences: compilation.References));
        foreach (var (index, tree) in compilation.SyntaxTrees.Index())
        {
            project = project.AddDocument($"Generated{index}.cs", tree.GetRoot()).Project;
        }

        project = project.AddDocument("Usings.cs", Usings).Project;
        foreach (var (index, file) in files.Index())
        {
            project = project.AddDocument(Name(index), file, filePath: "/shop/" + Name(index)).Project;
        }

        return new Workbench(project);
    }

    private async Task<Workbench?> FixAllAsync(CodeFixProvider fix, string id, string? key, FixAllScope scope)
    {
        var context = new FixAllContext(Document(0), fix, scope, key!, [id], new Reported(await _diagnostics.Value), CancellationToken.None);
        return await fix.GetFixAllProvider()!.GetFixAsync(context) is { } action ? await ApplyAsync(action) : null;
    }

    private async Task<Workbench> ApplyAsync(CodeAction action)
    {
        var operation = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        return new Workbench(operation.ChangedSolution.GetProject(_project.Id)!);
    }

    private async Task<(CodeFixProvider Fix, CodeAction Action, Diagnostic Diagnostic)[]> OffersAsync()
    {
        var first = (await _diagnostics.Value).OrderByDescending(diagnostic => diagnostic.Severity).First();
        var offers = new List<(CodeFixProvider, CodeAction, Diagnostic)>();
        foreach (var fix in s_fixes.Where(fix => fix.FixableDiagnosticIds.Contains(first.Id)))
        {
            offers.AddRange(await OffersAsync(fix, first));
        }

        return [.. offers.OrderByDescending(offer => offer.Item2.Priority)];
    }

    // An editor hands over everything that is reported at one place.
    private async Task<(CodeFixProvider Fix, CodeAction Action, Diagnostic Diagnostic)[]> OffersAsync(CodeFixProvider fix, Diagnostic diagnostic)
    {
        var offers = new List<(CodeFixProvider, CodeAction, Diagnostic)>();
        var place = (await _diagnostics.Value).Where(other => other.Id == diagnostic.Id && other.Location == diagnostic.Location);
        await fix.RegisterCodeFixesAsync(
            new CodeFixContext(
                _project.GetDocument(diagnostic.Location.SourceTree)!,
                diagnostic.Location.SourceSpan,
                [.. place],
                (action, _) => offers.Add((fix, action, diagnostic)),
                CancellationToken.None));
        return [.. offers];
    }

    private Document Document(int file) => _project.Documents.Single(document => document.Name == Name(file));

    private static string Name(int file) => $"Shop{file}.cs";

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project) =>
        [
            .. (await Analyzers.Tests.Shop.AnalyzeAsync((await project.GetCompilationAsync())!))
                .OrderBy(diagnostic => project.GetDocument(diagnostic.Location.SourceTree)!.Name, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan),
        ];

    private sealed class Reported(ImmutableArray<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(all.Where(diagnostic => document.Project.GetDocument(diagnostic.Location.SourceTree)?.Id == document.Id));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(all);
    }
}
