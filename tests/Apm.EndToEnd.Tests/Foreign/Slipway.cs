using Apm.Sandbox;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>A shop at the invented gateway with forms, and the gateway itself.</summary>
internal sealed class Slipway
{
    public Slipway()
    {
        Gateway = new(new() { Specs = Specs });
        Client = new SlipwayClient(ApmHttpHandler.CreateClient(Gateway.CreateHandler()), new() { Token = Gateway.Credentials.Key });
    }

    public static IReadOnlyList<(string File, string Text)> Specs { get; } =
    [
        .. new[] { "slipway.api.yaml", "cutter.apm.yaml", "sloop.apm.yaml" }.Select(file =>
            (file, File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests/Apm.EndToEnd.Tests/Foreign", file)))),
    ];

    public Gateway Gateway { get; }

    public SlipwayClient Client { get; }

    public static CutterPaymentRequest Cutter(Money amount) => new()
    {
        Amount = amount,
        Ref = Orders.NewReference(),
        Back = new("https://shop.example/back"),
    };

    public static ApmOrder OrderOf(CutterPaymentRequest request) => new(request.Ref, request.Amount);

    /// <summary>An authorized payment, as of the response to its request.</summary>
    public async Task<CutterPayment> HeldAsync(Money amount)
    {
        var payment = await Client.PayAsync(Cutter(amount) with { Later = true });
        var back = await Gateway.Customer.AuthorizeAsync(payment.Redirect!);
        return await Client.CompleteAsync<CutterPayment>(new(payment.Reference!, amount), back!.Query);
    }
}
