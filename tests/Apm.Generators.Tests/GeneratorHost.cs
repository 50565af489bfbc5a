using System.Collections.Immutable;
using System.Text;
using Apm.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Apm.Generators.Tests;

/// <summary>A compilation with specs, and the generator run on it as often as the test edits something.</summary>
internal sealed class GeneratorHost
{
    private readonly Options _options;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    public const string AlipayHk = "worldpay/2023-06-01/alipay_hk.apm.yaml";
    public const string Worldpay = "worldpay/2023-06-01/worldpay.api.yaml";

    private static readonly ImmutableArray<MetadataReference> s_references = CompilerReferences();

    private readonly Dictionary<string, YamlFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<YamlFile, ImmutableDictionary<string, string>> _metadata = [];
    private GeneratorDriver _driver;

    // Of hundreds of specs that extend each other, the compiler walks every way between two steps.
    public GeneratorHost(bool isTracked = true)
    {
        _options = new Options(_metadata);
        _driver = CSharpGeneratorDriver.Create(
            [new ApmGenerator().AsSourceGenerator()],
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, isTracked));
    }

    /// <summary>The specs whose text the last run asked for, in order.</summary>
    public IEnumerable<string> FilesRead => _read.Order(StringComparer.Ordinal);

    public CSharpCompilation Compilation { get; private set; } = CSharpCompilation.Create(
        "Shop",
        references: s_references,
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Language version of consumers: 12 is what the oldest supported SDK has.</summary>
    private static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    public static string SpecsFolder { get; } = FindSpecs();

    public static string Read(string spec) => File.ReadAllText(Path.Combine(SpecsFolder, spec));

    /// <summary>The shipped AlipayHK, and the API that it names as a packed file.</summary>
    public static GeneratorHost WithAlipayHk() => new GeneratorHost().Library(Worldpay, "worldpay/2023-06-01").Spec(AlipayHk, Read(AlipayHk));

    /// <summary>The same of the version that the README uses.</summary>
    public static GeneratorHost WithAvailableAlipayHk()
    {
        const string Version = "worldpay/2024-07-01";
        const string Method = Version + "/alipay_hk.apm.yaml";
        return new GeneratorHost().Library(Version + "/worldpay.api.yaml", Version).Spec(Method, Read(Method));
    }

    /// <summary>The invented gateway that uses all that the language can say of fields and rules.</summary>
    public static GeneratorHost WithBazaar() => new GeneratorHost()
        .Spec("bazaar.api.yaml", Read("../tests/Bazaar/bazaar.api.yaml"))
        .Spec("stall.apm.yaml", Read("../tests/Bazaar/stall.apm.yaml"));

    /// <summary>A gateway with amounts beside their currencies, and with numbers and booleans in texts.</summary>
    public static GeneratorHost WithJetty() => new GeneratorHost()
        .Spec("jetty.api.yaml", Read("../tests/Apm.EndToEnd.Tests/Foreign/jetty.api.yaml"))
        .Spec("raft.apm.yaml", Read("../tests/Apm.EndToEnd.Tests/Foreign/raft.apm.yaml"));

    /// <summary>The invented gateway whose operations result in objects of their own.</summary>
    public static GeneratorHost WithDepot() => new GeneratorHost()
        .Spec("depot.api.yaml", Read("../tests/Depot/depot.api.yaml"))
        .Spec("crate.apm.yaml", Read("../tests/Depot/crate.apm.yaml"))
        .Spec("pallet.apm.yaml", Read("../tests/Depot/pallet.apm.yaml"));

    public GeneratorHost Spec(string file, string text, string? ns = null)
    {
        Set(file, text, new Dictionary<string, string> { ["ApmRole"] = "spec", ["Namespace"] = ns ?? "" });
        return this;
    }

    public GeneratorHost Remove(string file)
    {
        _files.Remove(file);
        return this;
    }

    public GeneratorHost Library(string file, string id) => Packed(file, id, Read(file));

    public GeneratorHost Packed(string file, string id, string text)
    {
        Set(file, text, new Dictionary<string, string> { ["ApmRole"] = "library", ["ApmId"] = AsBuilt(id) });
        return this;
    }

    // The folder of an API, the name of a method's file without its last extension.
    private static string AsBuilt(string id) => id.EndsWith(".apm", StringComparison.Ordinal) ? id : id + "/";

    /// <summary>A packed file whose text nobody may ask for.</summary>
    public GeneratorHost Unreadable(string file, string id)
    {
        Set(file, null, new Dictionary<string, string> { ["ApmRole"] = "library", ["ApmId"] = AsBuilt(id) });
        return this;
    }

    public GeneratorHost Code(string code, string file = "Shop.cs")
    {
        var old = Compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == file);
        var tree = CSharpSyntaxTree.ParseText(code, ParseOptions, file);
        Compilation = old is null ? Compilation.AddSyntaxTrees(tree) : Compilation.ReplaceSyntaxTree(old, tree);
        return this;
    }

    /// <summary>Top-level statements are allowed.</summary>
    public GeneratorHost AsProgram()
    {
        Compilation = Compilation.WithOptions(Compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        return this;
    }

    public GeneratorRun Run()
    {
        _read.Clear();
        _driver = _driver
            .ReplaceAdditionalTexts([.. _files.Values])
            .WithUpdatedAnalyzerConfigOptions(_options)
            .WithUpdatedParseOptions(ParseOptions);
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Compilation, out var output, out _);
        return new GeneratorRun(_driver.GetRunResult().Results.Single(), (CSharpCompilation)output);
    }

    /// <summary>What the analyzer of specs reports of the same files.</summary>
    public async Task<IReadOnlyList<Diagnostic>> AdviceAsync() =>
        await Compilation.WithAnalyzers([new SpecAdviceAnalyzer()], new AnalyzerOptions([.. _files.Values], _options)).GetAnalyzerDiagnosticsAsync();

    private void Set(string file, string? text, Dictionary<string, string> metadata)
    {
        var yaml = new YamlFile(file, text, _read);
        _files[file] = yaml;
        _metadata[yaml] = metadata.ToImmutableDictionary();
    }

    private static ImmutableArray<MetadataReference> CompilerReferences() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path =>
                    Path.GetFileName(path) is var name
                    && (
                        name.StartsWith("System.", StringComparison.Ordinal)
                        || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                        || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                        || name is "netstandard.dll" or "mscorlib.dll"))
                .Append(typeof(Money).Assembly.Location)
                .Append(typeof(ApmWebhookEndpoints).Assembly.Location)
                .Append(typeof(Sandbox.SandboxServer).Assembly.Location)
                .Concat(Directory.GetFiles(AppContext.BaseDirectory, "Microsoft.Extensions.*.dll"))
                .DistinctBy(Path.GetFileName)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];

    private static string FindSpecs()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Apm.Generators.sln")))
            {
                return Path.Combine(folder.FullName, "specs");
            }
        }

        throw new InvalidOperationException("The tests run from within the repository.");
    }

    private sealed class YamlFile(string path, string? text, HashSet<string> read) : AdditionalText
    {
        private readonly SourceText? _text = text is null ? null : SourceText.From(text, Encoding.UTF8);

        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            lock (read)
            {
                read.Add(Path);
            }

            return _text ?? throw new InvalidOperationException(Path + " is read.");
        }
    }

    private sealed class Options(Dictionary<YamlFile, ImmutableDictionary<string, string>> files) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } =
            new Values(new Dictionary<string, string> { ["build_property.ApmDefaultNamespace"] = "Shop.Apms" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(files[(YamlFile)textFile].ToDictionary(pair => "build_metadata.AdditionalFiles." + pair.Key, pair => pair.Value));
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
