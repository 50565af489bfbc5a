using System.Net;
using Apm.Tests.Acme;
using Microsoft.Extensions.Time.Testing;

namespace Apm.Tests;

public class PollingTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<double> _asked = [];
    private readonly Queue<Func<AcmePayment>> _answers = new();

    [Fact]
    public async Task It_asks_after_a_second_and_then_less_and_less_often_until_the_state_is_final()
    {
        Answer("pending", 9);
        Answer("settled");

        var payment = await RunAsync(Wait());

        Assert.Equal(PaymentState.Paid, payment.State);
        Assert.Equal([1, 2.5, 4.75, 8.125, 13.1875, 20.78125, 32.171875, 47.171875, 62.171875, 77.171875], _asked);
    }

    [Fact]
    public async Task A_final_payment_is_not_asked_about()
    {
        var settled = Payment("settled");
        Assert.Same(settled, await OutcomePolling.WaitAsync(settled, Ask, null, _time));
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task A_status_that_the_spec_does_not_know_is_waited_for()
    {
        Answer("somethingNew", 3);
        Answer("refused");

        Assert.Equal(PaymentState.Failed, (await RunAsync(Wait())).State);
        Assert.Equal(4, _asked.Count);
    }

    [Fact]
    public async Task Errors_that_pass_only_make_the_wait_longer()
    {
        Fail(HttpStatusCode.ServiceUnavailable);
        Fail(HttpStatusCode.TooManyRequests);
        _answers.Enqueue(() => throw new ApmUnreachableException("Acme", "query", true, null));
        Answer("settled");

        Assert.Equal(PaymentState.Paid, (await RunAsync(Wait())).State);
        Assert.Equal([1, 2.5, 4.75, 8.125], _asked);
    }

    [Fact]
    public async Task Errors_that_stay_end_the_wait()
    {
        Fail(HttpStatusCode.NotFound);

        await Assert.ThrowsAsync<ApmGatewayException>(() => RunAsync(Wait()));
        Assert.Single(_asked);
    }

    [Fact]
    public async Task When_the_time_is_up_the_last_answer_is_returned()
    {
        Answer("pending", 100);

        var payment = await RunAsync(Wait(new PollingOptions { GiveUpAfter = TimeSpan.FromSeconds(10) }));

        Assert.Equal(PaymentState.Pending, payment.State);
        Assert.Equal([1, 2.5, 4.75, 8.125, 10], _asked);
    }

    [Fact]
    public async Task The_caller_can_cancel()
    {
        using var cancelling = new CancellationTokenSource();
        var waiting = Wait(cancellationToken: cancelling.Token);
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task A_pending_payment_without_a_self_link_cannot_be_waited_for() =>
        await Assert.ThrowsAsync<ArgumentException>(() => OutcomePolling.WaitAsync(PaymentTests.Make("""{"paymentId":"p"}"""), Ask, null, _time));

    [Fact]
    public async Task Options_without_sense_are_refused()
    {
        PollingOptions[] senseless =
        [
            new() { FirstDelay = TimeSpan.Zero },
            new() { FirstDelay = TimeSpan.FromDays(2), MaxDelay = TimeSpan.FromDays(2) },
            new() { MaxDelay = TimeSpan.Zero },
            new() { MaxDelay = TimeSpan.FromDays(2) },
            new() { MaxDelay = TimeSpan.MaxValue },
            new() { Growth = 0.5 },
            new() { Growth = 10.5 },
            new() { Growth = double.NaN },
            new() { Growth = double.PositiveInfinity },
            new() { GiveUpAfter = TimeSpan.Zero },
        ];
        foreach (var options in senseless)
        {
            using var cancelled = new CancellationTokenSource();
            await cancelled.CancelAsync();
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Wait(options, cancelled.Token));
        }
    }

    [Fact]
    public async Task The_longest_waits_that_are_allowed_are_waited()
    {
        Answer("pending", 2);
        Answer("settled");
        var waiting = Wait(
            new PollingOptions
            {
                FirstDelay = TimeSpan.FromHours(23),
                MaxDelay = TimeSpan.FromDays(1),
                Growth = 10,
                GiveUpAfter = Timeout.InfiniteTimeSpan,
            }
        );

        for (var hour = 0; hour < 80 && !waiting.IsCompleted; hour++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            await Task.Delay(5);
        }

        Assert.Equal(PaymentState.Paid, (await waiting.WaitAsync(TimeSpan.FromSeconds(60))).State);
        Assert.Equal([23 * 3600d, 47 * 3600d, 71 * 3600d], _asked);
    }

    private Task<AcmePayment> Wait(PollingOptions? options = null, CancellationToken cancellationToken = default)
    {
        var started = _time.GetTimestamp();
        return OutcomePolling.WaitAsync(
            Payment("pending"),
            (self, token) =>
            {
                _asked.Add(_time.GetElapsedTime(started).TotalSeconds);
                return Ask(self, token);
            },
            options,
            _time,
            cancellationToken);
    }

    private async Task<AcmePayment> RunAsync(Task<AcmePayment> waiting)
    {
        for (var step = 0; !waiting.IsCompleted && step < 100_000; step++)
        {
            _time.Advance(TimeSpan.FromSeconds(1) / 128);
            await Task.Yield();
        }

        return await waiting.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private Task<AcmePayment> Ask(string self, CancellationToken cancellationToken)
    {
        Assert.Equal("/self", self);
        return Task.FromResult(_answers.Dequeue()());
    }

    private void Answer(string status, int times = 1)
    {
        for (var time = 0; time < times; time++)
        {
            // Later answers lack the link; the first one stays good.
            _answers.Enqueue(() => PaymentTests.Make($$"""{"paymentId":"p","lastEvent":"{{status}}"}"""));
        }
    }

    private void Fail(HttpStatusCode status) =>
        _answers.Enqueue(() => throw GatewayErrorReader.Read(AcmeClient.Profile, "query", new BufferedResponse(status, [], null)));

    private static AcmePayment Payment(string status) =>
        PaymentTests.Make($$"""{"paymentId":"p","lastEvent":"{{status}}","_links":{"self":{"href":"/self"} } }""");
}
