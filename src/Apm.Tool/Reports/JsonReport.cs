using System.Text.Encodings.Web;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Tool;

/// <summary>One JSON object for programs. docs/tool.md describes its members.</summary>
internal static class JsonReport
{
    /// <summary>Readable in a terminal. It is not meant for a web page.</summary>
    public static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(CheckResult result, TextWriter output)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("specs", result.Specs);
            writer.WriteNumber("exchanges", result.Exchanges);
            writer.WriteNumber("errors", result.Count(FindingSeverity.Error));
            writer.WriteNumber("warnings", result.Count(FindingSeverity.Warning));
            writer.WriteNumber("infos", result.Count(FindingSeverity.Info));
            writer.WriteStartArray("findings");
            foreach (var finding in result.Findings)
            {
                Write(finding, writer);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(json.ToArray()));
    }

    private static void Write(Finding finding, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", finding.Rule);
        writer.WriteString("severity", TextReport.Word(finding.Severity));
        writer.WriteString("message", finding.Message);
        Write(finding.Location, writer);
        if (finding.Related is { } related)
        {
            writer.WriteStartObject("related");
            Write(related, writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(SpecLocation location, Utf8JsonWriter writer)
    {
        writer.WriteString("file", location.File);
        writer.WriteNumber("line", location.Span.Line + 1);
        writer.WriteNumber("column", location.Span.Column + 1);
        writer.WriteNumber("endLine", location.Span.EndLine + 1);
        writer.WriteNumber("endColumn", location.Span.EndColumn + 1);
    }
}
