using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Apm.Tests.Gateway;

namespace Apm.Tests;

public sealed class TelemetryTests : IDisposable
{
    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> _measurements = new();
    private readonly ActivitySource _test = new("Apm.Tests");
    private readonly ActivityListener _listener;
    private readonly MeterListener _meter = new();
    private readonly Activity _root;

    public TelemetryTests()
    {
        // Other tests run at the same time: only what happens below our own activity is ours.
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is ApmTelemetry.ActivitySourceName or "Apm.Tests",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == ApmTelemetry.ActivitySourceName && activity.TraceId == _root!.TraceId)
                {
                    _activities.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
        _root = _test.StartActivity("test")!;
        _meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ApmTelemetry.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meter.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument.Name, value, tags));
        _meter.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument.Name, value, tags));
        _meter.Start();
    }

    [Theory]
    [InlineData(204, null)]
    [InlineData(404, "404")]
    public async Task A_call_whose_answer_is_no_payment_is_one_too(int status, string? error)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(status, ""));
        var options = new Acme.AcmeClientOptions();
        Shop.Configure(options, gateway.Address);

        await Record.ExceptionAsync(() =>
            new ApmTransport(options, Acme.AcmeClient.Profile).SendAsync(new ApmCall(new ApmOperation("cancel", HttpMethod.Post, "/cancel", 204))));

        var tags = Assert.Single(_activities).TagObjects.ToDictionary();
        Assert.Equal(("cancel", status, error), (tags["apm.operation"], tags["http.response.status_code"], tags.GetValueOrDefault("error.type")));
        Assert.Equal(status, Assert.Single(_measurements).Tags["http.response.status_code"]);
    }

    [Fact]
    public async Task A_payment_is_an_activity_and_a_measurement()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var shop = new Shop(gateway.Address);

        await shop.Client.PayAsync(Shop.Request());

        var activity = Assert.Single(_activities);
        Assert.Equal("Acme pay", activity.OperationName);
        Assert.Equal(ActivityKind.Client, activity.Kind);
        Assert.Equal(ActivityStatusCode.Unset, activity.Status);
        var tags = new Dictionary<string, object?>
        {
            ["apm.api"] = "Acme",
            ["apm.operation"] = "pay",
            ["apm.method"] = "acme_wallet",
            ["http.response.status_code"] = 201,
        };
        Assert.Equal(tags, activity.TagObjects.ToDictionary());
        var (name, seconds, measured) = Assert.Single(_measurements);
        Assert.Equal(ApmTelemetry.DurationName, name);
        Assert.InRange(seconds, 0.00001, 10);
        Assert.Equal(tags, measured);
        Assert.Same(_root, Activity.Current);
    }

    [Theory]
    [InlineData(400, """{"errorName":"bodyIsEmpty"}""", "bodyIsEmpty", false, "bodyIsEmpty")]
    [InlineData(409, """{"errorName":"referenceIsADuplicate"}""", "referenceIsADuplicate", false, "referenceIsADuplicate")]
    [InlineData(400, """{"errorName":"aNewName"}""", "400", false, "aNewName")]
    [InlineData(400, """{"errorName":"Erika Mustermann"}""", "400", false, "(withheld)")]
    [InlineData(401, "", "401", false, null)]
    [InlineData(503, "", "outcome_unknown", true, null)]
    [InlineData(503, """{"errorName":"aNewName"}""", "outcome_unknown", true, "aNewName")]
    public async Task What_went_wrong_is_a_tag(int status, string body, string type, bool unknown, string? name)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(status, body));
        await using var shop = new Shop(gateway.Address);

        await Assert.ThrowsAnyAsync<ApmException>(() => shop.Client.PayAsync(Shop.Request()));

        var activity = Assert.Single(_activities);
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Equal(type, activity.GetTagItem("error.type"));
        Assert.Equal(name, activity.GetTagItem("apm.error.name"));
        Assert.Equal(status, activity.GetTagItem("http.response.status_code"));
        Assert.Equal(type, Assert.Single(_measurements, measurement => measurement.Name == ApmTelemetry.DurationName).Tags["error.type"]);
        Assert.Equal(unknown ? 1 : 0, _measurements.Count(measurement => measurement.Name == ApmTelemetry.OutcomesUnknownName));
    }

    [Fact]
    public async Task A_gateway_cannot_make_more_series_of_measurements_than_spec_and_statuses_have()
    {
        var answers = 0;
        await using var gateway = new LoopbackGateway(_ =>
        {
            var text = $"text{Interlocked.Increment(ref answers)}";
            return LoopbackGateway.Answer(
                answers % 2 == 0 ? 200 : 400,
                $$$"""
                {"errorName":"{{{text}}}","message":"{{{text}}}","validation":{"errors":[{"errorName":"{{{text}}}","jsonPath":"{{{text}}}"}]},
                "paymentId":"{{{text}}}","lastEvent":"{{{text}}}","url":"{{{text}}}:x","_links":{"{{{text}}}":{"href":"{{{text}}}"} } }
                """,
                $"Acme-CorrelationId: {text}");
        });
        await using var shop = new Shop(gateway.Address);

        for (var call = 0; call < 40; call++)
        {
            await Record.ExceptionAsync(() => call % 4 < 2 ? shop.Client.PayAsync(Shop.Request($"order-{call}")) : shop.Client.QueryAsync($"/self/{call}"));
        }

        var tags = _measurements.SelectMany(measurement => measurement.Tags).GroupBy(tag => tag.Key, tag => tag.Value)
            .ToDictionary(tag => tag.Key, tag => tag.Distinct().Order());
        Assert.Equal(["apm.api", "apm.method", "apm.operation", "error.type", "http.response.status_code"], tags.Keys.Order());
        Assert.Equal(["400"], tags["error.type"]);
        Assert.Equal(["pay", "query"], tags["apm.operation"]);
        Assert.Equal([200, 400], tags["http.response.status_code"]);
    }

    [Theory]
    [InlineData("https://hosted.example/", 0)]
    [InlineData("javascript:alert(1)", 1)]
    public async Task An_address_that_is_refused_is_counted(string address, int count)
    {
        var answer = LoopbackGateway.Answer(201, $$"""{"paymentId":"pay-1","lastEvent":"pending","url":"{{address}}"}""");
        await using var gateway = new LoopbackGateway(_ => answer);
        await using var shop = new Shop(gateway.Address);

        Assert.Equal(count > 0, (await shop.Client.PayAsync(Shop.Request())).IsRedirectRefused);

        Assert.Equal(count > 0 ? true : null, Assert.Single(_activities).GetTagItem("apm.redirect_refused"));
        var counted = _measurements.Where(measurement => measurement.Name == ApmTelemetry.RedirectsRefusedName).ToList();
        Assert.Equal(count, counted.Count);
        Assert.All(counted, each => Assert.Equal(["Acme", "pay", "acme_wallet"], each.Tags.Values));
    }

    [Fact]
    public async Task An_unreachable_gateway_and_an_action_that_is_not_followed_are_tags_too()
    {
        var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var shop = new Shop(gateway.Address);
        await gateway.DisposeAsync();

        await Assert.ThrowsAsync<ApmUnreachableException>(() => shop.Client.QueryAsync("/self"));
        await Assert.ThrowsAsync<ApmActionUnavailableException>(() => shop.Client.QueryAsync("https://evil.example"));

        Assert.Equal(["unreachable", "action_unavailable"], _activities.Select(activity => activity.GetTagItem("error.type")));
        Assert.All(_activities, activity => Assert.Null(activity.GetTagItem("http.response.status_code")));
    }

    public void Dispose()
    {
        _meter.Dispose();
        _root.Dispose();
        _listener.Dispose();
        _test.Dispose();
    }

    private void Keep(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Activity.Current?.TraceId == _root.TraceId)
        {
            _measurements.Enqueue((name, value, tags.ToArray().ToDictionary()));
        }
    }
}
