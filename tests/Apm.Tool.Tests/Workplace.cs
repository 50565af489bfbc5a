using System.Diagnostics;

namespace Apm.Tool.Tests;

/// <summary>An empty folder in which the command is run as a process of its own.</summary>
public sealed class Workplace : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("apm-tool-").FullName;

    public string Path(string file) => System.IO.Path.Combine(Folder, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(file))!);
        File.WriteAllText(Path(file), text);
    }

    /// <summary>The specs and exchanges of the invented gateway.</summary>
    public void WriteDepot(string folder = "")
    {
        var depot = System.IO.Path.Combine(RepositoryFolder(), "tests", "Depot");
        foreach (var file in Directory.GetFiles(depot, "*.yaml", SearchOption.AllDirectories))
        {
            Write(System.IO.Path.Combine(folder, System.IO.Path.GetRelativePath(depot, file)), File.ReadAllText(file));
        }
    }

    public void Replace(string file, string before, string after)
    {
        var text = File.ReadAllText(Path(file));
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(Path(file), text.Replace(before, after, StringComparison.Ordinal));
    }

    public Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [System.IO.Path.Combine(AppContext.BaseDirectory, "apm.dll"), .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    public async Task<ToolRun> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await ToolRun.EndOfAsync(process);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Apm.Generators.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}

public sealed record ToolRun(int ExitCode, string Output, string Errors)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static async Task<ToolRun> EndOfAsync(Process process)
    {
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1));
        return new ToolRun(process.ExitCode, await output, await errors);
    }
}
