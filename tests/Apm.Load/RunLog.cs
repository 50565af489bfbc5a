using System.Text;

namespace Apm.Load;

/// <summary>One line for each run that began and one for each that ended. What is written outlives the process.</summary>
internal sealed class RunLog(string folder) : IDisposable
{
    private readonly FileStream _file = new(
        Path.Combine(folder, $"{Environment.ProcessId}.runs"),
        FileMode.Append,
        FileAccess.Write,
        FileShare.ReadWrite,
        bufferSize: 0);
    private readonly Lock _lock = new();

    public void Begin(string id) => Write('b', id);

    public void End(string id) => Write('e', id);

    public static IEnumerable<Line> Read(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.runs")
        let process = int.Parse(Path.GetFileNameWithoutExtension(file), System.Globalization.CultureInfo.InvariantCulture)
        from line in File.ReadLines(file)
        where line.Length > 2
        select new Line(process, line[0] == 'e', line[2..]);

    public void Dispose() => _file.Dispose();

    private void Write(char what, string id)
    {
        var line = Encoding.UTF8.GetBytes($"{what} {id}\n");
        lock (_lock)
        {
            _file.Write(line);
        }
    }

    internal readonly record struct Line(int Process, bool IsEnd, string Id);
}
