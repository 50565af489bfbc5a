using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Apm.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>A shop with an endpoint for the webhooks of a sandbox.</summary>
internal sealed class WebhookShop<TEvent>(WebApplication app, SandboxServer sandbox, ConcurrentQueue<TEvent> handled) : IAsyncDisposable
    where TEvent : PaymentEvent, IPaymentEvent<TEvent>
{
    private static readonly string s_folder = Path.Combine(RepositoryFolder.Path, "tests/Apm.EndToEnd.Tests/Foreign");

    private readonly HttpClient _http = new();

    public SandboxServer Sandbox => sandbox;

    public string? Fails { get; set; } = "none";

    public IReadOnlyList<TEvent> Events => [.. handled];

    public IEnumerable<string?> Handled => handled.Select(received => received.TransactionReference);

    public static async Task<WebhookShop<TEvent>> OpenAsync(params string[] specs) => await OpenAsync((_, _) => { }, specs);

    public static async Task<WebhookShop<TEvent>> OpenAsync(Action<IServiceCollection, SandboxServer> configure, params string[] specs)
    {
        var texts = specs.Select(file => (file, File.ReadAllText(Path.Combine(s_folder, file)))).ToList();
        var sandbox = await SandboxServer.StartAsync(new() { Specs = texts, Webhooks = new() { FirstRetry = TimeSpan.FromMilliseconds(10) } });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        configure(builder.Services, sandbox);
        builder.Services.AddApmWebhooks<TEvent>(options =>
        {
            foreach (var (id, key) in sandbox.Webhooks.KeysOf(sandbox.Gateway.Apis[0]))
            {
                options.Keys[id] = key;
            }
        });
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var handled = new ConcurrentQueue<TEvent>();
        var shop = new WebhookShop<TEvent>(app, sandbox, handled);
        app.MapApmWebhooks("/events", (TEvent received, CancellationToken _) =>
        {
            if (received.TransactionReference == shop.Fails)
            {
                throw new InvalidOperationException("The database is away.");
            }

            handled.Enqueue(received);
            return Task.CompletedTask;
        });
        await app.StartAsync();
        sandbox.Webhooks.SendTo(new Uri(app.Urls.First() + "/events"));
        return shop;
    }

    public Task<TEvent> FirstAsync() => FirstAsync(_ => true);

    /// <summary>Waits for a webhook.</summary>
    public async Task<TEvent> FirstAsync(Func<TEvent, bool> condition)
    {
        TEvent? found;
        while ((found = handled.FirstOrDefault(condition)) is null)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        return found;
    }

    /// <summary>Sends a form.</summary>
    public async Task<HttpStatusCode> SendFormAsync(string form)
    {
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await _http.PostAsync(app.Urls.First() + "/events", content, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    public async Task<HttpResponseMessage> SendAsync(ReadOnlyMemory<byte> body, string? signature = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, app.Urls.First() + "/events") { Content = new ReadOnlyMemoryContent(body) };
        if (signature is not null)
        {
            request.Headers.Add("Quay-Sign", signature);
        }

        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await sandbox.DisposeAsync();
        await app.DisposeAsync();
    }
}
