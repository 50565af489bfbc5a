using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Apm.Analyzers.Tests;

/// <summary>The shipped specs, as the build hands them to the compiler.</summary>
internal static class SpecFiles
{
    public static string Repository { get; } = Find();

    public static ImmutableArray<AdditionalText> AlipayHk { get; } =
    [
        new YamlFile("worldpay/2023-06-01/worldpay.api.yaml"),
        new YamlFile("worldpay/2023-06-01/alipay_hk.apm.yaml"),
    ];

    public static AnalyzerConfigOptionsProvider Options { get; } = new Provider();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Apm.Generators.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run from within the repository.");
        }

        return folder.FullName;
    }

    private sealed class YamlFile(string path) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(File.ReadAllText(System.IO.Path.Combine(Repository, "specs", path)), Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Provider : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new() { ["build_property.ApmDefaultNamespace"] = "Shop.Apms" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new() { ["build_metadata.AdditionalFiles.ApmRole"] = "spec" });
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
