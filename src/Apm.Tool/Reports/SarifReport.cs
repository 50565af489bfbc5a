using System.Reflection;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Tool;

/// <summary>SARIF 2.1.0, which code hosts and editors show beside the lines of a change.</summary>
internal static class SarifReport
{
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Save(CheckResult result, string file)
    {
        try
        {
            using var stream = File.Create(file);
            using var writer = new Utf8JsonWriter(stream, JsonReport.Options);
            Write(result, writer);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"'{file}' cannot be written: {problem.Message}");
        }
    }

    private static void Write(CheckResult result, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        Tool(result, writer);
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartArray("results");
        foreach (var finding in result.Findings)
        {
            Result(finding, writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Tool(CheckResult result, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "apm");
        writer.WriteString("semanticVersion", typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
        writer.WriteStartArray("rules");
        foreach (var id in result.Findings.Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteStartObject("shortDescription");
            writer.WriteString("text", FindingRules.TitleOf(id));
            writer.WriteEndObject();
            if (RulePage.Of(id) is { } page)
            {
                writer.WriteString("helpUri", page);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Result(Finding finding, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Rule);
        writer.WriteString("level", finding.Severity == FindingSeverity.Info ? "note" : TextReport.Word(finding.Severity));
        Message(finding.Message, writer);
        Locations("locations", finding.Location, writer);
        if (finding.Related is { } related)
        {
            Locations("relatedLocations", related, writer);
        }

        writer.WriteEndObject();
    }

    private static void Message(string text, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("message");
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static void Locations(string name, SpecLocation location, Utf8JsonWriter writer)
    {
        writer.WriteStartArray(name);
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", UriOf(location.File));
        writer.WriteEndObject();
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", location.Span.Line + 1);
        writer.WriteNumber("startColumn", location.Span.Column + 1);
        writer.WriteNumber("endLine", location.Span.EndLine + 1);
        writer.WriteNumber("endColumn", location.Span.EndColumn + 1);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    // Relative to the current folder, which is that of the repository on a build server.
    private static string UriOf(string file) => Path.IsPathRooted(file)
        ? new Uri(file).AbsoluteUri
        : string.Join('/', file.Split('/').Select(Uri.EscapeDataString));
}
