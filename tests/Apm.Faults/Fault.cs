using System.Globalization;

namespace Apm.Faults;

/// <summary>What comes of further attempts after the first met the fault.</summary>
internal enum Aftermath
{
    /// <summary>They meet it too.</summary>
    Again,

    /// <summary>They are accepted.</summary>
    Accept,

    /// <summary>They are refused.</summary>
    Refuse,

    /// <summary>New connections are refused.</summary>
    Down,
}

/// <summary>One way in which a gateway, or what stands before it, fails.</summary>
internal sealed class Fault(string name, Func<Connection, Task<bool>> act)
{
    public string Name => name;

    /// <summary>Nothing listens.</summary>
    public bool IsDown { get; init; }

    /// <summary>No answer comes, so that a time limit has to end the call.</summary>
    public bool IsSilent { get; init; }

    /// <summary>A connection is there already when the fault comes.</summary>
    public bool IsWarm { get; init; }

    /// <summary>Nothing fails: every chain has to succeed.</summary>
    public bool IsHealthy { get; init; }

    /// <summary>What happens to a stream of HTTP/2; null for a fault of HTTP/1.1.</summary>
    public StreamFault? Stream { get; init; }

    /// <summary>What happens to the connection when it is warm.</summary>
    public Func<Connection, bool> Warmed { get; init; } = _ => true;

    public static IReadOnlyList<Fault> All { get; } = [.. Connecting(), .. Sending(), .. Statuses(), .. Bodies(), .. Redirects(), .. Http2()];

    public Task<bool> ActAsync(Connection connection) => act(connection);

    public Task<bool> AfterWarmingAsync(Connection connection) => Task.FromResult(Warmed(connection));

    public override string ToString() => name;

    private static IEnumerable<Fault> Connecting()
    {
        var healthy = Answered("healthy", Answers.Accepted());
        yield return new("healthy", healthy.ActAsync) { IsHealthy = true };
        yield return new("healthy on a warm connection", healthy.ActAsync) { IsHealthy = true, IsWarm = true };
        yield return new("nothing listens", healthy.ActAsync) { IsDown = true };
        yield return new("warm connection closed", healthy.ActAsync) { IsWarm = true, Warmed = connection => connection.Close() };
        yield return new("warm connection reset", healthy.ActAsync) { IsWarm = true, Warmed = connection => connection.Reset() };
    }

    private static IEnumerable<Fault> Sending()
    {
        foreach (var warm in new[] { false, true })
        {
            foreach (var reset in new[] { false, true })
            {
                bool End(Connection connection) => reset ? connection.Reset() : connection.Close();
                var how = (reset ? "reset" : "closed") + (warm ? ", warm" : "");
                yield return new($"{how} within the headers", connection => Task.FromResult(End(connection))) { IsWarm = warm };
                yield return new($"{how} after the headers", async connection =>
                {
                    await connection.ReadHeadAsync();
                    return End(connection);
                })
                { IsWarm = warm };
                yield return new($"{how} after the request", async connection =>
                {
                    await connection.ReadAsync();
                    return End(connection);
                })
                { IsWarm = warm };
                yield return new($"{how} within the status", Partial(End, "HTTP/1.1 20"u8.ToArray())) { IsWarm = warm };
                yield return new($"{how} within the answer's headers", Partial(End, "HTTP/1.1 202 Accepted\r\nContent-Le"u8.ToArray())) { IsWarm = warm };
                yield return new($"{how} before the answer's body", Partial(End, Answers.Http(202)[..^3])) { IsWarm = warm };
                yield return new($"{how} within the answer's body", Partial(End, Answers.Cut(40))) { IsWarm = warm };
            }
        }

        yield return new("silent", async connection =>
        {
            await connection.ReadAsync();
            return await connection.HangAsync();
        })
        { IsSilent = true };
        yield return new("silent after the headers", async connection =>
        {
            await connection.ReadHeadAsync();
            return await connection.HangAsync();
        })
        { IsSilent = true };
        yield return new("silent within the answer's body", async connection =>
        {
            await connection.ReadAsync();
            await connection.WriteAsync(Answers.Cut(40));
            return await connection.HangAsync();
        })
        { IsSilent = true };
        yield return new("answers before the body", async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync(Answers.Http(503));
            return connection.Close();
        });
        yield return new("expectation failed", async connection =>
        {
            await connection.ReadAsync();
            await connection.WriteAsync(Answers.Http(417));
            return true;
        });
        yield return new("early hints", async connection =>
        {
            await connection.ReadAsync();
            await connection.WriteAsync([.. "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"u8, .. Answers.Accepted()]);
            return true;
        })
        { IsHealthy = true };
    }

    private static IEnumerable<Fault> Statuses() =>
        ((int[])[200, 201, 204, 400, 401, 402, 403, 404, 405, 407, 408, 409, 410, 413, 415, 422, 425, 429, 500, 501, 502, 503, 504, 599]).Select(status =>
            Answered(
                "status " + status.ToString(CultureInfo.InvariantCulture),
                status < 300 && status != 204
                    ? Answers.Http(status, Answers.Payment("settled"))
                    : Answers.Http(status, "", "Retry-After: 3600", "WWW-Authenticate: Basic", "Proxy-Authenticate: Basic")));

    private static IEnumerable<Fault> Bodies()
    {
        yield return Answered("garbage", Answers.Http(202, "<html>"));
        yield return Answered("an empty body", Answers.Http(202));
        yield return Answered("null", Answers.Http(202, "null"));
        yield return Answered("a deep body", Answers.Deep());
        yield return Answered("a huge body", Answers.Huge());
        yield return Answered("a compressed body", Answers.Compressed());
        yield return Answered("a body that says it is compressed", Answers.Http(202, Answers.Payment("settled"), "Content-Encoding: gzip"));
        yield return Answered("two answers", [.. Answers.Http(503), .. Answers.Accepted()]);
        yield return Answered("no HTTP", "220 mail.example ESMTP\r\n"u8.ToArray());
        yield return Answered("an unreadable refusal", Answers.Http(400, "\0\0"));
    }

    private static IEnumerable<Fault> Redirects()
    {
        foreach (var status in new[] { 301, 302, 303, 307, 308 })
        {
            yield return Answered($"redirect {status}", Answers.Http(status, "", "Location: /self"));
            yield return new Fault($"redirect {status} elsewhere", async connection =>
            {
                await connection.ReadAsync();
                await connection.WriteAsync(Answers.Http(status, "", $"Location: {connection.Elsewhere}self"));
                return true;
            });
        }
    }

    private static IEnumerable<Fault> Http2() => Enum.GetValues<StreamFault>()
        .Select(fault => new Fault("HTTP/2: " + fault, _ => Task.FromResult(false)) { Stream = fault, IsHealthy = fault == StreamFault.Healthy });

    private static Func<Connection, Task<bool>> Partial(Func<Connection, bool> end, byte[] answer) => async connection =>
    {
        await connection.ReadAsync();
        await connection.WriteAsync(answer);
        return end(connection);
    };

    private static Fault Answered(string name, byte[] answer) => new(name, async connection =>
    {
        await connection.ReadAsync();
        await connection.WriteAsync(answer);
        return true;
    });
}
