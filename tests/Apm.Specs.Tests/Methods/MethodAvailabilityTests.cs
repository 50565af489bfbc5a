namespace Apm.Specs.Tests;

/// <summary>Who names a method that is not available is told the way out.</summary>
public class MethodAvailabilityTests
{
    private const string Id = "gateway/2024/wallet";

    [Theory]
    [InlineData("pilot", "Wallet is a pilot according to", "ask the gateway whether you can take part")]
    [InlineData("coming-soon", "Wallet is coming soon according to", "ask the gateway when it becomes available")]
    [InlineData("discontinued", "Wallet is discontinued according to", "ask the gateway which method replaces it")]
    public void The_status_is_reported_with_the_page(string status, string state, string wayOut) => Expect.At(
        SpecDescriptors.NotAvailable,
        Gateway.Method.Edited("status: available", $"status: [|{status}|]"),
        text => Gateway.BindMethod(text).Diagnostics,
        state,
        "https://docs.example.com/wallet",
        wayOut);

    [Fact]
    public void It_is_information() => Assert.Equal(SpecSeverity.Info, SpecDescriptors.NotAvailable.Severity);

    [Fact]
    public void An_available_method_is_not_reported() => Assert.Empty(Gateway.BindMethod(Gateway.Method).Diagnostics);

    [Fact]
    public void A_misspelt_status_is_only_its_error() =>
        Assert.Equal([SpecDescriptors.WrongKind], Gateway.BindMethod(Status(Gateway.Method, "piloted")).Diagnostics.Select(found => found.Rule));

    [Theory]
    [InlineData("available", "available", "use gateway/2026/wallet, where the method is available")]
    [InlineData("available", "coming-soon", "use gateway/2025/wallet, where the method is available")]
    [InlineData("pilot", "discontinued", "ask the gateway when it becomes available")]
    public void The_newest_version_in_which_it_is_available_is_named(string in2025, string in2026, string words)
    {
        var found = Load(
            Version("2024", "coming-soon"),
            Version("2025", in2025),
            Version("2026", in2026),
            Version("2027", "available", "purse"),
            Version("2028", "available", gateway: "other"));

        Assert.Contains(words, Assert.Single(found, one => one.Location.File == Id + ".apm.yaml").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_extends_it_is_told_at_the_id()
    {
        var text = $"extends: {Id}\napm: mine\n";

        var found = Load(Version("2024", "pilot"), Version("2025", "available"), ("mine.apm.yaml", text));

        var mine = Assert.Single(found, one => one.Location.File == "mine.apm.yaml");
        Assert.Equal(Id, text.Part(mine.Location));
        Assert.Contains("use gateway/2025/wallet", mine.Message, StringComparison.Ordinal);
    }

    private static string Status(string method, string status) => method.Edited("status: available", "status: " + status);

    private static (string Id, string Text) Version(string version, string status, string method = "wallet", string gateway = "gateway") =>
        ($"{gateway}/{version}/{method}.apm.yaml",
            Status(Gateway.Method, status)
                .Edited("apm: wallet", "apm: " + method)
                .Edited("api: gateway/1", $"api: {gateway}/{version}"));

    private static List<SpecDiagnostic> Load(params (string Id, string Text)[] methods)
    {
        var apis = methods
            .Where(method => method.Id.Contains('/', StringComparison.Ordinal))
            .Select(method => method.Id[..method.Id.LastIndexOf('/')])
            .Select(id => (id + ".api.yaml", Gateway.Api.Edited("api: gateway/1", "api: " + id)));
        return [.. SpecLibrary.Load([.. apis, .. methods]).Diagnostics.Where(found => found.Rule == SpecDescriptors.NotAvailable)];
    }
}
