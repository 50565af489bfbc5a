using System.Buffers;
using System.Net;
using System.Runtime.InteropServices;
using Apm.Tests.Acme;
using Apm.Tests.Gateway;
using Microsoft.Extensions.Options;

namespace Apm.Tests;

/// <summary>What a transport makes of a call before it is sent, and what it gives back where it is not.</summary>
public class TransportTests
{
    private static readonly ApmOperation s_pay = new("pay", HttpMethod.Post, "/payments", 201);
    private static readonly ApmOperation s_query = new("query", HttpMethod.Get, "/payments/{id}", 200);
    private static readonly ApmOperation s_list = new("query", HttpMethod.Get, "/payments", 200);
    private static readonly ApmOperation s_follow = new("query", HttpMethod.Get, null, 200);

    [Fact]
    public void Whoever_makes_one_of_nothing_is_told_what_is_missing()
    {
        using var http = ApmHttpHandler.CreateClient();
        var options = Options();

        Assert.Throws<ArgumentNullException>("http", () => new ApmTransport(null!, options, AcmeClient.Profile));
        Assert.Throws<ArgumentNullException>("options", () => new ApmTransport(http, null!, AcmeClient.Profile));
        Assert.Throws<ArgumentNullException>("profile", () => new ApmTransport(http, options, null!));
        Assert.Throws<ArgumentNullException>("handlers", () => ApmHttpHandler.CreateClient(null!));
        Assert.Throws<ArgumentNullException>("method", () => new ApmOperation("pay", null!, null, 200));
        Assert.Throws<ArgumentException>("id", () => new ApmOperation("", HttpMethod.Get, null, 200));
    }

    [Fact]
    public void Wrong_options_are_refused_when_it_is_made()
    {
        using var http = ApmHttpHandler.CreateClient();
        var options = new AcmeClientOptions();

        Assert.Throws<OptionsValidationException>(() => new ApmTransport(http, options, AcmeClient.Profile));
        Assert.Throws<OptionsValidationException>(() => new ApmTransport(http, new ClientSettingsSource(() => options, AcmeClient.Profile)));
        using var unguarded = new HttpClient();
        Assert.Throws<ArgumentException>(() => new ApmTransport(unguarded, new ClientSettingsSource(Options, AcmeClient.Profile)));
    }

    [Fact]
    public async Task Without_more_than_it_must_say_an_API_has_JSON_and_no_headers()
    {
        var profile = new ApiProfile { Name = "Acme", ReadPayment = AcmeJson.ReadPayment };
        var sent = new Recording();

        await new ApmTransport(ApmHttpHandler.CreateClient(sent), Options(), profile).SendAsync(
            new ApmCall(s_pay) { Body = Body(out _), Reference = "order-1" }
        );

        Assert.Empty(profile.Headers);
        Assert.Empty(profile.ErrorNames);
        Assert.Equal("$", profile.ReferencePath);
        Assert.Equal(["Authorization"], sent.Headers);
        Assert.Equal("application/json", sent.MediaType);
    }

    [Fact]
    public async Task A_request_has_the_HTTP_version_of_its_client()
    {
        var sent = new Recording();
        using var http = ApmHttpHandler.CreateClient(sent);
        (http.DefaultRequestVersion, http.DefaultVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);

        await new ApmTransport(http, Options(), AcmeClient.Profile).SendAsync(new ApmCall(s_pay));

        Assert.Equal((HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact), (sent.Version, sent.Policy));
    }

    [Fact]
    public async Task A_call_without_a_reference_has_no_idempotency_header()
    {
        var profile = new ApiProfile { Name = "Acme", IdempotencyHeader = "Idempotency-Key", ReadPayment = AcmeJson.ReadPayment };
        var sent = new Recording();

        await new ApmTransport(ApmHttpHandler.CreateClient(sent), Options(), profile).SendAsync(new ApmCall(s_pay));

        Assert.DoesNotContain("Idempotency-Key", sent.Headers);
    }

    [Theory]
    [InlineData("a/b?c#d%", "/payments/a%2Fb%3Fc%23d%25")]
    [InlineData("...", "/payments/...")]
    [InlineData(null, "/payments/%7Bid%7D")]
    public async Task An_id_stands_in_a_path_and_leads_to_no_other(string? id, string target)
    {
        var sent = new Recording();
        var transport = new ApmTransport(ApmHttpHandler.CreateClient(sent), Options(), AcmeClient.Profile);

        await transport.SendAsync(new ApmCall(s_query) { PaymentId = id });
        Assert.Equal(target, sent.Target);
        await transport.SendAsync(new ApmCall(s_list));
        Assert.Equal("/payments", sent.Target);
        await transport.SendAsync(new ApmCall(s_query) { PaymentId = "x" });
        Assert.Equal("/payments/x", sent.Target);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_lead_elsewhere_is_not_sent(string id) =>
        await Assert.ThrowsAsync<ApmActionUnavailableException>(() => Transport().SendAsync(new ApmCall(s_query) { PaymentId = id }));

    [Fact]
    public async Task An_operation_without_a_path_needs_a_link() =>
        Assert.Contains(
            "The operation 'query' has neither a path nor a link.",
            (await Assert.ThrowsAsync<ArgumentException>(() => Transport().SendAsync(new ApmCall(s_follow)))).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task The_buffer_of_a_call_that_is_not_sent_goes_back()
    {
        var body = Body(out var buffer);

        await Assert.ThrowsAsync<ApmActionUnavailableException>(() =>
            Transport().SendAsync(new ApmCall(s_follow) { Link = "https://evil.example/", Body = body })
        );

        Assert.Same(buffer, ArrayPool<byte>.Shared.Rent(buffer.Length));
    }

    [Fact]
    public async Task The_buffer_of_a_call_without_credentials_goes_back()
    {
        var options = new AcmeClientOptions { GetCredentialsAsync = _ => throw new InvalidOperationException("The vault is closed.") };
        var body = Body(out var buffer);

        await Assert.ThrowsAsync<ApmUnreachableException>(() =>
            new ApmTransport(ApmHttpHandler.CreateClient(new Recording()), options, AcmeClient.Profile).SendAsync(new ApmCall(s_pay) { Body = body }));

        Assert.Same(buffer, ArrayPool<byte>.Shared.Rent(buffer.Length));
    }

    [Fact]
    public async Task A_client_that_is_disposed_of_sends_nothing_and_gives_the_buffer_back()
    {
        var http = ApmHttpHandler.CreateClient(new Recording());
        var transport = new ApmTransport(http, Options(), AcmeClient.Profile);
        http.Dispose();
        var body = Body(out var buffer);

        var error = await Assert.ThrowsAsync<ApmUnreachableException>(() => transport.SendAsync(new ApmCall(s_pay) { Body = body }));

        Assert.IsType<ObjectDisposedException>(error.InnerException);
        Assert.Same(buffer, ArrayPool<byte>.Shared.Rent(buffer.Length));
    }

    private static ApmTransport Transport() => new(ApmHttpHandler.CreateClient(new Recording()), Options(), AcmeClient.Profile);

    private static AcmeClientOptions Options()
    {
        var options = new AcmeClientOptions();
        Shop.Configure(options, new Uri("https://acme.example"));
        return options;
    }

    private static ApmBody Body(out byte[] buffer)
    {
        // A size that nothing else here rents, so that the pool's answer is about this buffer.
        var output = JsonOutput.Rent(600_000);
        output.Raw("{}"u8);
        var body = output.Detach();
        Assert.True(MemoryMarshal.TryGetArray(body.Memory, out var segment));
        buffer = segment.Array!;
        return body;
    }

    private sealed class Recording : HttpMessageHandler
    {
        public string? Target { get; private set; }

        public string? MediaType { get; private set; }

        public Version? Version { get; private set; }

        public HttpVersionPolicy Policy { get; private set; }

        public IReadOnlyList<string> Headers { get; private set; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (Target, MediaType, Version, Policy) = (
                request.RequestUri!.PathAndQuery,
                request.Content?.Headers.ContentType?.MediaType,
                request.Version,
                request.VersionPolicy);
            Headers = [.. request.Headers.Select(header => header.Key)];
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created) { RequestMessage = request });
        }
    }
}
