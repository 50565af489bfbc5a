namespace Apm.Tool.Tests;

/// <summary>What <c>apm check</c> finds.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly Workplace _place = new();

    public CheckTests() => _place.WriteDepot();

    [Fact]
    public async Task Specs_that_agree_with_their_exchanges_are_a_success()
    {
        var run = await _place.RunAsync("check");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^3 specs, \d+ exchanges, 0 errors, 0 warnings, 1 info$", run.Lines[^1]);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task A_mistake_is_at_its_line_and_column()
    {
        _place.Replace("crate.apm.yaml", "capabilities:", "capabilites:");

        var run = await _place.RunAsync("check");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(run.Lines, line => line.StartsWith("crate.apm.yaml(8,1): error APM0002: ", StringComparison.Ordinal));
        Assert.Contains(run.Lines, line => line.StartsWith("exchanges/crate.yaml(1,12): error APM3001: the exchanges cannot be compared", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_spec_that_contradicts_an_exchange_is_an_error_at_the_step()
    {
        _place.Replace("depot.api.yaml", "pay: { post: /orders, status: 201 }", "pay: { post: /orders, status: 200 }");

        var run = await _place.RunAsync("check");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "exchanges/crate.yaml(5,9): error APM3001: a refund in part that bounces, and one that arrives: "
                + "the response has the status 201, and the spec has 200",
            run.Lines);
    }

    [Fact]
    public async Task What_is_not_checked_is_said_and_is_no_mistake()
    {
        _place.Write("exchanges/more.yaml", """
            exchanges: depot/3/crate
            recorded:
              - name: a refund of another day
                operation: query
                response: { status: 200, headers: { X-Served-By: a }, body: { number: O-7, phase: taken } }
            """);

        var run = await _place.RunAsync("check");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            "exchanges/more.yaml(3,5): info APM3002: a refund of another day: not checked: the header X-Served-By of the response: no client reads it",
            run.Lines);
    }

    [Fact]
    public async Task Exchanges_without_a_spec_are_an_error_with_the_id_that_was_meant()
    {
        _place.Replace("exchanges/crate.yaml", "exchanges: depot/3/crate", "exchanges: depot/3/crat");

        var run = await _place.RunAsync("check");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("exchanges/crate.yaml(1,12): error APM0007: no spec has the id 'depot/3/crat': did you mean 'depot/3/crate'?", run.Lines);
    }

    [Fact]
    public async Task A_comment_suppresses_an_info()
    {
        _place.Replace("crate.apm.yaml", "limits: { EUR: { max: 1000 } }", "limits: { EUR: { max: 1000 } } # suppress APM0014: unknown");

        Assert.Matches("^3 specs, .* 0 infos$", Assert.Single((await _place.RunAsync("check")).Lines));
    }

    [Fact]
    public async Task A_method_alone_is_compared_with_its_own_exchanges()
    {
        _place.Replace("pallet.apm.yaml", "name:", "nam:");

        var run = await _place.RunAsync("check", "crate.apm.yaml");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("^1 spec, [1-9] exchanges, 0 errors", run.Lines[^1]);
    }

    [Fact]
    public async Task A_method_finds_its_API_in_a_folder_above()
    {
        _place.Write("methods/tub.apm.yaml", """
            apm: tub
            name: Tub
            api: depot/3
            status: available
            source: { url: https://docs.depot.example/tub }
            currencies: [EUR]
            limits: { EUR: { max: 1000 } }
            capabilities: [sale]
            """);

        Assert.Equal(["1 spec, 0 exchanges, 0 errors, 0 warnings, 0 infos"], (await _place.RunAsync("check", "methods/tub.apm.yaml")).Lines);
        Assert.Equal(["1 spec, 0 exchanges, 0 errors, 0 warnings, 0 infos"], (await _place.RunAsync("check", "methods")).Lines);
    }

    [Fact]
    public async Task Exchanges_alone_find_their_spec()
    {
        var run = await _place.RunAsync("check", "exchanges/crate.yaml");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("^0 specs, [1-9] exchanges, 0 errors", Assert.Single(run.Lines));
    }

    [Fact]
    public async Task Folders_of_builds_are_left_out()
    {
        foreach (var folder in new[] { "bin/Debug", "obj", ".git", "web/node_modules" })
        {
            _place.WriteDepot(folder);
        }

        Assert.StartsWith("3 specs,", (await _place.RunAsync("check")).Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_outside_of_the_current_folder_has_its_full_path()
    {
        _place.Replace("crate.apm.yaml", "capabilities:", "capabilites:");
        using var elsewhere = new Workplace();

        var run = await elsewhere.RunAsync("check", _place.Folder);

        Assert.Contains(run.Lines, line => line.StartsWith(_place.Path("crate.apm.yaml") + "(8,1): error APM0002: ", StringComparison.Ordinal));
    }

    public void Dispose() => _place.Dispose();
}
