using System.Runtime.CompilerServices;

namespace Apm.Specs.Tests;

/// <summary>The files of this repository that tests hold against the reader.</summary>
internal static class RepositoryFiles
{
    public const string ApiFile = "specs/worldpay/2023-06-01/worldpay.api.yaml";
    public const string MethodFile = "specs/worldpay/2023-06-01/alipay_hk.apm.yaml";

    public static string Api { get; } = Read(ApiFile);

    public static string Method { get; } = Read(MethodFile);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path));

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
