using Apm.Sandbox;
using Apm.Specs;

namespace Apm.Tool;

/// <summary>Reads specs, and compares their recorded exchanges with them.</summary>
internal sealed class SpecCheck
{
    private readonly SpecChoice _choice;
    private readonly IReadOnlyList<(string File, string Text)> _own;
    private readonly IReadOnlyList<(string File, string Text)> _packed;

    private SpecCheck(SpecChoice choice)
    {
        _choice = choice;
        _own = [.. choice.Own];
        _packed = [.. PackedSpecs.Files.Except(_own.Select(file => file.File)).Select(file => (file, PackedSpecs.Read(file)))];
    }

    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CheckResult Run(SpecChoice choice, Progress progress, CancellationToken stop) => new SpecCheck(choice).Run(progress, stop);

    private CheckResult Run(Progress progress, CancellationToken stop)
    {
        progress.Say("Reading specs");
        IReadOnlyList<(string File, string Text)> texts = [.. SpecsOf(_own), .. SpecsOf(_packed)];
        var specs = SpecLibrary.Load(SpecsOf(_own), SpecsOf(_packed));
        stop.ThrowIfCancellationRequested();
        var ids = texts.Select(text => SpecParser.IdOf(text.File, text.Text)).ToHashSet(StringComparer.Ordinal);
        var comparison = new ExchangeComparison(SandboxSpecs.WithoutErrors(specs, texts), ids);
        var files = Exchanges(_own).Concat(Exchanges(_packed)).ToList();
        var total = files.Sum(file => file.Exchanges.Count);
        var (count, findings) = (0, new List<Finding>(Diagnostics(specs)));
        foreach (var file in files)
        {
            findings.AddRange(comparison.Of(file, () =>
            {
                stop.ThrowIfCancellationRequested();
                progress.Say($"Comparing exchange {++count} of {total}: {file.SpecId}");
            }));
        }

        return new CheckResult(
            Chosen(_own).Count() + Chosen(_packed).Count(),
            count,
            [.. findings.OrderBy(finding => finding.Location.File, StringComparer.Ordinal).ThenBy(finding => finding.Location.Span.Start)]);
    }

    private static IEnumerable<(string File, string Text)> SpecsOf(IEnumerable<(string File, string Text)> files) =>
        files.Where(file => SpecParser.IsSpecFile(file.File));

    private IEnumerable<(string File, string Text)> Chosen(IEnumerable<(string File, string Text)> files) =>
        SpecsOf(files).Where(file => _choice.IsChosen(file.File));

    private IEnumerable<Finding> Diagnostics(SpecSet specs)
    {
        var lines = _own.Concat(_packed).ToDictionary(file => file.File, file => new Lazy<string[]>(() => file.Text.Split('\n')), StringComparer.Ordinal);
        return specs.Diagnostics
            .Where(diagnostic => _choice.IsChosen(diagnostic.Location.File) && !IsSuppressed(diagnostic, lines[diagnostic.Location.File].Value))
            .Select(Finding.Of);
    }

    private static bool IsSuppressed(SpecDiagnostic diagnostic, string[] lines) =>
        diagnostic.Rule.Severity != SpecSeverity.Error
        && diagnostic.Location.Span.Line is var line
        && line < lines.Length
        && SuppressionComment.Covers(lines[line].TrimEnd('\r'), line > 0 ? lines[line - 1].TrimEnd('\r') : null, diagnostic.Rule.Id);

    // Those that are chosen, and those of chosen specs.
    private IEnumerable<ExchangeFile> Exchanges(IReadOnlyList<(string File, string Text)> files)
    {
        var ids = Chosen(files).Select(spec => SpecParser.IdOf(spec.File, spec.Text)).ToHashSet(StringComparer.Ordinal);
        return files.Where(file => ExchangeReader.IsExchangeFile(file.File))
            .Select(file => ExchangeReader.Read(file.File, file.Text))
            .Where(file => _choice.IsChosen(file.File) || ids.Contains(file.SpecId));
    }
}
