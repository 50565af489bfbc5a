using Apm.Tests.Gateway;

namespace Apm.Tests;

/// <summary>How the handlers of a client that is made without dependency injection are linked, and what the last of them must not do.</summary>
public class HandlerLinkTests
{
    [Fact]
    public void The_handler_that_is_made_follows_no_redirects_and_keeps_no_cookies()
    {
        using var handler = ApmHttpHandler.Create();

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Equal(TimeSpan.FromMinutes(5), handler.PooledConnectionLifetime);
    }

    [Fact]
    public void Any_handler_that_sends_is_kept_from_following_redirects()
    {
        using var sockets = new SocketsHttpHandler();
        using var client = new HttpClientHandler();
        using var outer = new Passing();

        using var first = ApmHttpHandler.CreateClient(sockets);
        using var second = ApmHttpHandler.CreateClient(outer, client);

        Assert.False(sockets.AllowAutoRedirect);
        Assert.False(client.AllowAutoRedirect);
        Assert.True(SendOnceChain.IsGuarded(outer));
        Assert.Same(outer, SendOnceChain.Guard(outer));
        Assert.False(SendOnceChain.IsGuarded(new Passing { InnerHandler = new SocketsHttpHandler() }));
    }

    [Fact]
    public void Handlers_that_cannot_be_linked_are_named()
    {
        var open = Assert.Throws<ArgumentException>(() => ApmHttpHandler.CreateClient(new SocketsHttpHandler(), new Passing()));
        var none = Assert.Throws<ArgumentException>(() => ApmHttpHandler.CreateClient(null!, new Passing()));
        var taken = Assert.Throws<ArgumentException>(() => ApmHttpHandler.CreateClient(new Passing { InnerHandler = new SocketsHttpHandler() }, new Passing()));

        Assert.StartsWith("The handler SocketsHttpHandler cannot be followed by another", open.Message, StringComparison.Ordinal);
        Assert.StartsWith("The handler null cannot be followed by another", none.Message, StringComparison.Ordinal);
        Assert.StartsWith("The handler Passing cannot be followed by another", taken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_handler_that_has_handlers_within_is_linked_to_one_that_sends()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        using var http = ApmHttpHandler.CreateClient(new Passing { InnerHandler = new Passing() });

        await http.GetStringAsync(gateway.Address);

        Assert.Single(gateway.Requests);
    }

    private sealed class Passing : DelegatingHandler;
}
