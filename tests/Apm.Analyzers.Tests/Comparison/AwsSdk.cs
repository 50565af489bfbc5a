using System.Collections.Immutable;
using System.Reflection;
using Apm.Analyzers.Tests.Forms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Apm.Analyzers.Tests.Comparison;

/// <summary>The SDK of Amazon DynamoDB and the analyzers in its package, which judge what requests are given, too.</summary>
internal static class AwsSdk
{
    public static readonly Mistake Maximum = Of("DynamoDB1004", "int", "101", "100", "ListTablesRequest", "Limit") with { Interpolate = null };

    public static readonly Mistake Length = Of("DynamoDB1000", "string", "\"my\"", "\"my-backup\"", "CreateBackupRequest", "BackupName");

    public static readonly Mistake Pattern = Of("DynamoDB1002", "string", "\"my backup\"", "\"my-backup\"", "CreateBackupRequest", "BackupName");

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. Tests.References.All,
        MetadataReference.CreateFromFile(FileOf("AWSSDK.Core", "lib/net8.0/AWSSDK.Core.dll")),
        MetadataReference.CreateFromFile(FileOf("AWSSDK.DynamoDBv2", "lib/net8.0/AWSSDK.DynamoDBv2.dll")),
    ];

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers()
    {
        var assembly = new AnalyzerFileReference(FileOf("AWSSDK.DynamoDBv2", "analyzers/dotnet/cs/AWSSDK.DynamoDBv2.CodeAnalysis.dll"), new Loader());
        assembly.AnalyzerLoadFailed += (_, failure) => Assert.Fail($"An analyzer of AWSSDK.DynamoDBv2 does not load: {failure.Message}");
        return assembly.GetAnalyzers(LanguageNames.CSharp);
    }

    private static Mistake Of(string rule, string type, string wrong, string right, string request, string property) =>
        new(
            rule,
            type,
            wrong,
            right,
            code => $"_ = new {request} {{ {property} = {code} }};",
            code => $"var request = new {request}(); request.{property} = {code};");

    private static string FileOf(string package, string file)
    {
        var folder = typeof(AwsSdk).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == package).Value;
        var path = Path.Combine(folder ?? "", file);
        Assert.True(
            File.Exists(path),
            $"The comparison needs the package {package}, which restore puts into the folder of packages, "
                + $"but there is no {file} in '{folder}'. Restore this project again.");
        return path;
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        // Finds what the analyzers need beside them.
        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
