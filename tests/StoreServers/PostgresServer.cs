using System.Diagnostics;
using Npgsql;

namespace Apm.Tests.Stores;

/// <summary>A real PostgreSQL with a cluster of its own in a temporary folder, on a free port of this machine.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Process _server;
    private readonly int _port;

    private PostgresServer(DirectoryInfo folder, Process server, int port) => (_folder, _server, _port) = (folder, server, port);

    /// <returns>Null where the programs are missing.</returns>
    public static async Task<PostgresServer?> StartAsync()
    {
        if (Programs() is not { } programs)
        {
            return null;
        }

        var (folder, port) = (Directory.CreateTempSubdirectory("apm-postgres-"), LoopbackPort.Free());
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync(Start("chown", [User, folder.FullName]));
        }

        var data = Path.Combine(folder.FullName, "data");
        await RunAsync(Start(Path.Combine(programs, "initdb"), ["-D", data, "-U", "postgres", "--auth=trust", "--no-sync"], asUser: true, folder));
        var server = Process.Start(Start(
            Path.Combine(programs, "postgres"),
            [
                "-D", data, "-p", $"{port}",
                "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={folder.FullName}", "-c", "fsync=off", "-c", "max_connections=400",
            ],
            asUser: true,
            folder))!;
        Drain(server);
        var postgres = new PostgresServer(folder, server, port);
        await postgres.UntilReadyAsync();
        return postgres;
    }

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=15;Timeout=30";

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        _server.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Its processes end by themselves, and may still write.
        }
    }

    // The server refuses to run as root.
    private static string User => new[] { "postgres", "nobody" }
        .First(name => File.ReadLines("/etc/passwd").Any(line => line.StartsWith(name + ":", StringComparison.Ordinal)));

    private static string? Programs()
    {
        const string Debian = "/usr/lib/postgresql";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists(Debian) ? Directory.GetDirectories(Debian).OrderDescending().Select(version => Path.Combine(version, "bin")) : []);
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    private static ProcessStartInfo Start(string program, string[] arguments, bool asUser = false, DirectoryInfo? folder = null)
    {
        var drop = asUser && Environment.IsPrivilegedProcess;
        var start = new ProcessStartInfo(drop ? "setpriv" : program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder?.FullName ?? "/",
        };
        foreach (var argument in drop ? ["--reuid", User, "--clear-groups", "--", program, .. arguments] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static async Task RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} failed: {string.Concat(output)}");
        }
    }

    private static void Drain(Process process)
    {
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task UntilReadyAsync()
    {
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (!_server.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }
}
