namespace Apm.Specs.Tests;

/// <summary>The specs of this repository, read as they are or edited.</summary>
internal static class RealSpecs
{
    public const string ApiFile = "specs/worldpay/2023-06-01/worldpay.api.yaml";
    public const string MethodFile = "specs/worldpay/2023-06-01/alipay_hk.apm.yaml";

    public static readonly string Api = RepositoryFiles.Read(ApiFile);
    public static readonly string Method = RepositoryFiles.Read(MethodFile);

    private static readonly ParsedSpec s_parsedApi = SpecParser.Parse(ApiFile, Api);

    public static BoundApi BindApi(string text) => SpecBinder.BindApi(SpecParser.Parse(ApiFile, text));

    public static BoundMethod BindMethod(string text) => SpecBinder.BindMethod(SpecParser.Parse(MethodFile, text), s_parsedApi);

    public static BoundMethod BindMethod(string text, ParsedSpec api) => SpecBinder.BindMethod(SpecParser.Parse(MethodFile, text), api);

    public static SpecSet Load(string api, string method) => SpecLibrary.Load([(ApiFile, api), (MethodFile, method)]);
}
