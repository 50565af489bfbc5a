using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;

namespace Apm.Sandbox.Tests;

public class InProcessTests
{
    [Fact]
    public async Task A_whole_life_reads_the_same_with_and_without_a_socket()
    {
        var credentials = new SandboxCredentials();
        var options = new SandboxOptions { Credentials = credentials };
        await using var server = await SandboxServer.StartAsync(options);
        var inProcess = new Gateway(options);
        using var overHttp = new Shop(server.Gateway, server.BaseAddress);
        using var direct = new Shop(inProcess);

        var spoken = await LifeAsync(overHttp, server.Customer);
        var called = await LifeAsync(direct, inProcess.Customer);

        Assert.Equal(Normal(spoken, overHttp), Normal(called, direct));
    }

    [Fact]
    public async Task The_handler_of_a_server_reaches_the_same_payments()
    {
        await using var server = await SandboxServer.StartAsync();
        using var overHttp = new Shop(server.Gateway, server.BaseAddress);
        using var direct = new Shop(server.Gateway);
        var payment = await overHttp.PayAsync();

        var found = await direct.QueryAsync(new Uri(payment.Self).AbsolutePath);

        Assert.Equal(payment.Id, found.Id);
        Assert.StartsWith(direct.Address.ToString(), found.Self, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_stops_waiting_does_not_undo_what_the_gateway_does()
    {
        var clock = new FakeTimeProvider();
        var gateway = new Gateway(new() { TimeProvider = clock });
        using var shop = new Shop(gateway);
        gateway.Faults.DelayNext(TimeSpan.FromHours(1), moment: FaultMoment.BeforeDecision);
        using var patience = new CancellationTokenSource();

        var waiting = shop.PayAsync(null, patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Empty(gateway.Payments);
        clock.Advance(TimeSpan.FromHours(1));

        while (gateway.Payments.Count == 0)
        {
            await Task.Yield();
        }
    }

    private static async Task<List<Answer>> LifeAsync(Shop shop, SandboxCustomer customer)
    {
        var request = shop.Request("SAME");
        var answers = new List<Answer>
        {
            await shop.PayAsync(new()),
            await shop.PayAsync(request),
            await shop.PayAsync(request),
            await shop.SendAsync(HttpMethod.Put, shop.PayPath),
            await shop.SendAsync(HttpMethod.Get, "/nowhere?x=1"),
        };
        answers.Add(await shop.SendAsync(HttpMethod.Get, answers[1].Redirect));
        await customer.AuthorizeAsync(answers[1].Redirect);
        answers.Add(await shop.SendAsync(HttpMethod.Get, answers[1].Redirect));
        answers.Add(await shop.QueryAsync(answers[1].Self));
        answers.Add(await shop.RefundAsync(answers[^1], 1, shop.Method.Currencies[0]));
        answers.Add(await shop.RefundAsync(answers[^2]));
        answers.Add(await shop.QueryAsync(answers[1].Self));
        return answers;
    }

    private static IEnumerable<string> Normal(List<Answer> answers, Shop shop) => answers.Select(answer =>
    {
        var headers = answer.Headers
            .Where(header => header.Key != "Date" && header.Key != shop.Api.Errors.CorrelationHeader)
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {(header.Key == "Content-Length" ? "n" : header.Value)}");
        var text = answer.Text.Replace(shop.Address.ToString(), "<origin>/", StringComparison.Ordinal);
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{Regex.Replace(text, "[A-Za-z0-9_-]{43,}", "<random>")}";
    });
}
