using Apm.Sandbox;

namespace Apm.EndToEnd.Tests.Depot;

/// <summary>A shop at an invented gateway whose operations result in objects of their own.</summary>
internal sealed class DepotShop : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="statuses">Further statuses of the API; null for those of the file.</param>
    public DepotShop(string? statuses = null)
    {
        Gateway = new(new()
        {
            Specs =
            [
                .. new[] { "depot.api.yaml", "crate.apm.yaml", "pallet.apm.yaml" }.Select(file =>
                    (file, File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests/Depot", file))
                        .Replace("\nstatuses:\n", $"\nstatuses:\n{statuses}", StringComparison.Ordinal))),
            ],
        });
        _http = ApmHttpHandler.CreateClient(Gateway.CreateHandler());
        Client = new DepotClient(_http, new DepotClientOptions { Token = Gateway.Credentials.Key });
    }

    public Gateway Gateway { get; }

    public IDepotClient Client { get; }

    public SandboxPayment Sandbox => Gateway.Payments[^1];

    public async Task<CratePayment> PaidAsync(Money total)
    {
        var payment = await Client.PayAsync(
            new CratePaymentRequest { Label = Orders.NewReference(), Total = total, Back = new("https://shop.example/back") });
        await Gateway.Customer.AuthorizeAsync(payment.Redirect!);
        return await Client.QueryAsync<CratePayment>(payment.Self!);
    }

    public async Task<PalletPayment> HeldAsync(Money total)
    {
        var payment = await Client.PayAsync(
            new PalletPaymentRequest { Label = Orders.NewReference(), Total = total, Back = new("https://shop.example/back") });
        await Gateway.Customer.AuthorizeAsync(payment.Redirect!);
        return await Client.QueryAsync<PalletPayment>(payment.Self!);
    }

    public void Dispose() => _http.Dispose();
}
