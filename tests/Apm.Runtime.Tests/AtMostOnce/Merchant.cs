using Apm.Tests.Acme;
using Apm.Tests.Gateway;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.Tests;

/// <summary>A merchant who has a payment and refunds it, through handlers that begin with the refund.</summary>
internal sealed class Merchant(
    Uri gateway,
    bool dependencyInjection,
    Func<DelegatingHandler>? outer = null,
    Func<HttpMessageHandler>? primary = null,
    Action<HttpClient>? client = null
) : IAsyncDisposable
{
    private readonly Shop _shop = new(gateway, builder =>
    {
        if (outer is not null)
        {
            builder.AddHttpMessageHandler(outer);
        }

        if (primary is not null)
        {
            builder.ConfigurePrimaryHttpMessageHandler(primary);
        }

        builder.ConfigureHttpClient(http => client?.Invoke(http));
    });

    public static LoopbackGateway Gateway(Func<GatewayRequest, string?> refund) => new(request =>
        IsRefund(request) ? refund(request) : LoopbackGateway.Answer(201, LoopbackGateway.Payment("settled", """ "reverse":{"href":"/refund"} """)));

    public static bool IsRefund(GatewayRequest request) => request.Target == "/refund";

    public async Task RefundAsync()
    {
        var payment = await Shop.Plain(gateway).PayAsync(Shop.Request());
        await (dependencyInjection ? _shop.Client : Plain()).RefundAsync(payment);
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    private AcmeClient Plain()
    {
        var http = outer is null ? ApmHttpHandler.CreateClient() : ApmHttpHandler.CreateClient(outer());
        client?.Invoke(http);
        var options = new AcmeClientOptions();
        Shop.Configure(options, gateway);
        return new AcmeClient(http, options);
    }
}
