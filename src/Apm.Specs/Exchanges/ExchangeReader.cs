namespace Apm.Specs;

/// <summary>Reads a file of recorded exchanges. An exchange with an error is reported and left out. Nothing is thrown but
/// <see cref="OperationCanceledException"/>.</summary>
public sealed class ExchangeReader
{
    private const int MaxExchanges = 500;
    private const int MaxSteps = 20;
    private const int MaxName = 200;

    private readonly DiagnosticBag _report;

    private ExchangeReader(string file) => _report = new DiagnosticBag(file);

    /// <summary>Whether a file is one of exchanges: a YAML file in a folder <c>exchanges</c>.</summary>
    public static bool IsExchangeFile(string file)
    {
        var parts = file.Split('/', '\\');
        return parts.Length > 1
            && parts[parts.Length - 2] == "exchanges"
            && (file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            && !SpecParser.IsSpecFile(file);
    }

    public static ExchangeFile Read(string file, string text, CancellationToken ct = default)
    {
        var syntax = new List<SpecDiagnostic>();
        var reader = new ExchangeReader(file);
        var root = YamlReader.Read(file, new TextLines(text), syntax, ct);
        var map = root is null ? null : new SpecMapping(root, ExchangeKeys.File, reader._report, root.Entries.FirstOrDefault()?.Key.Span ?? root.Span);
        var entry = map?.Require("exchanges");
        var id = entry?.Text();
        var exchanges = reader.Exchanges(map?.Require("recorded"));
        return new ExchangeFile
        {
            File = file,
            SpecId = id ?? "",
            IdLocation = reader._report.At(entry?.Value.Span ?? default),
            Exchanges = exchanges.ToEquatableArray(),
            Diagnostics = reader._report.InOrder(syntax),
        };
    }

    private List<RecordedExchange> Exchanges(SpecValue? entry)
    {
        var names = new Dictionary<string, SpecSpan>(StringComparer.Ordinal);
        var exchanges = new List<RecordedExchange>();
        var before = _report.Found.Count;
        foreach (var map in entry.Mappings(ExchangeKeys.Exchange, MaxExchanges))
        {
            // An unknown key is reported when the mapping is created.
            var exchange = Exchange(map, names);
            if (_report.Found.Count == before)
            {
                exchanges.Add(exchange);
            }

            before = _report.Found.Count;
        }

        return exchanges;
    }

    private RecordedExchange Exchange(SpecMapping map, Dictionary<string, SpecSpan> names)
    {
        var name = map.Require("name");
        var text = name?.Text(MaxName);
        if (name is not null && text is not null)
        {
            if (names.TryGetValue(text, out var first))
            {
                _report.Add(
                    SpecDescriptors.DeclaredTwice,
                    name.Value.Span,
                    $"another exchange has the name {MessageText.Of(text)}: write another one",
                    _report.At(first));
            }
            else
            {
                names.Add(text, name.Value.Span);
            }
        }

        var source = map.Find("source") is { } entry && entry.Mapping() is { } mapping
            ? Source(new SpecMapping(mapping, ExchangeKeys.Source, _report, entry.Key.Span))
            : null;
        var steps = map.Find("steps") is { } listed
            ? listed.Mappings(ExchangeKeys.Step, MaxSteps).Select(step => new StepReader(step).Read()).ToList()
            : [new StepReader(map).Read()];
        if (map.EntryOf("steps") is { } several && ExchangeKeys.Step.Names.FirstOrDefault(key => map.EntryOf(key) is not null) is { } both)
        {
            _report.Add(
                SpecDescriptors.Contradiction,
                map.KeySpan(both)!.Value,
                $"an exchange has either 'steps' or one step of its own: move '{both}' into a step",
                _report.At(several.Key.Span));
        }

        return new RecordedExchange
        {
            Name = text ?? "",
            Source = source,
            Steps = steps.OfType<ExchangeStep>().ToEquatableArray(),
            Location = _report.At(name?.Value.Span ?? map.Place),
        };
    }

    private ExchangeSource Source(SpecMapping map) =>
        new(map.Require("url")?.Url() ?? "", map.Find("example")?.Text(MaxName), SourceBinder.Date(map.Find("updated")));
}
