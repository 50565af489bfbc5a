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
        Shipped("worldpay/2023-06-01/worldpay.api.yaml"),
        Shipped("worldpay/2023-06-01/alipay_hk.apm.yaml"),
    ];

    /// <summary>The same method in the next version.</summary>
    public static ImmutableArray<AdditionalText> Newer { get; } =
    [
        Shipped("worldpay/2024-07-01/worldpay.api.yaml"),
        Shipped("worldpay/2024-07-01/alipay_hk.apm.yaml"),
    ];

    /// <summary>All methods of the next version.</summary>
    public static ImmutableArray<AdditionalText> Catalogue { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Repository, "specs/worldpay/2024-07-01"), "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(file => Shipped("worldpay/2024-07-01/" + Path.GetFileName(file))),
    ];

    /// <summary>A method of one's own, beside the shipped API.</summary>
    public static ImmutableArray<AdditionalText> Own(string file, string text) => [AlipayHk[0], new YamlFile(file, SourceText.From(text, Encoding.UTF8))];

    public static AnalyzerConfigOptionsProvider Options { get; } = new Provider([]);

    /// <summary>The same with the folder of the packed pages of the rules.</summary>
    public static AnalyzerConfigOptionsProvider OptionsWithPages { get; } = new Provider([], ("build_property.ApmRulePages", Repository + "/docs/rules/"));

    /// <summary>The same where some of the files come with the package, under these ids.</summary>
    public static AnalyzerConfigOptionsProvider PackedOptions(Dictionary<AdditionalText, string> ids) => new Provider(ids);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Apm.Generators.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run from within the repository.");
        }

        return folder.FullName;
    }

    private static YamlFile Shipped(string path) => new(path, SourceText.From(File.ReadAllText(Path.Combine(Repository, "specs", path)), Encoding.UTF8));

    private sealed class YamlFile(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class Provider(Dictionary<AdditionalText, string> packed, params (string Key, string Value)[] more) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } =
            new Values(more.Append(("build_property.ApmDefaultNamespace", "Shop.Apms")).ToDictionary(option => option.Item1, option => option.Item2));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(packed.TryGetValue(textFile, out var id)
            ? new() { ["build_metadata.AdditionalFiles.ApmRole"] = "library", ["build_metadata.AdditionalFiles.ApmId"] = id }
            : new() { ["build_metadata.AdditionalFiles.ApmRole"] = "spec" });
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
