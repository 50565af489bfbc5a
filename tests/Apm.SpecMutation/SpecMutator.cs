using Apm.Sandbox;
using Apm.Specs;

namespace Apm.SpecMutation;

/// <summary>The specs of a folder with the exchanges beside them.</summary>
internal sealed class SpecMutator
{
    private readonly List<ParsedSpec> _specs;
    private readonly ILookup<string, RecordedExchange> _exchanges;

    /// <param name="folder">A folder with specs, in any depth.</param>
    public SpecMutator(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        _specs = [.. files.Where(SpecParser.IsSpecFile).Select(file => SpecParser.Parse(file, File.ReadAllText(file)))];
        var exchanges = files.Where(ExchangeReader.IsExchangeFile).Select(file => ExchangeReader.Read(file, File.ReadAllText(file))).ToList();
        if (exchanges.SelectMany(file => file.Diagnostics).FirstOrDefault() is { } mistake)
        {
            throw new SpecMutationException($"{mistake.Location.File}:{mistake.Location.Span.Line + 1}: {mistake.Message}");
        }

        if (exchanges.FirstOrDefault(file => _specs.All(spec => IdOf(spec) != file.SpecId)) is { } unknown)
        {
            throw new SpecMutationException($"{unknown.File}: no spec in the folder has the id '{unknown.SpecId}'.");
        }

        _exchanges = exchanges.SelectMany(file => file.Exchanges.Select(exchange => (file.SpecId, exchange)))
            .ToLookup(one => one.SpecId, one => one.exchange);
    }

    /// <summary>APIs and methods, by their ids.</summary>
    /// <remarks>A method that extends another has the facts of the other, and is left out.</remarks>
    public IReadOnlyList<string> Ids => [.. _specs.Where(spec => spec.BaseId is null).Select(IdOf)];

    /// <summary>Changes each fact of a spec, and notes which exchange disagrees with the change.</summary>
    public SpecScore Score(string id)
    {
        var spec = _specs.First(spec => spec.BaseId is null && IdOf(spec) == id);
        var models = Bind(spec, spec) ?? throw new SpecMutationException($"{spec.File} has errors: build a project that names it to see them.");
        if (Problems(models, published: null).FirstOrDefault() is { } problem)
        {
            throw new SpecMutationException(
                $"An exchange disagrees with {id} as it is: {problem.Location.File}:{problem.Location.Span.Line + 1}: {problem.Message}");
        }

        var original = models.Behavior();
        var tested = Facts.Of(spec, models.Api).AsParallel().AsOrdered()
            .Select(change => Test(spec, change, original) is { } result ? new TestedChange(change, result) : null);
        return new SpecScore(id, [.. tested.OfType<TestedChange>()]);
    }

    private static string IdOf(ParsedSpec spec) => spec.Kind == SpecKind.Api ? spec.Id! : spec.SpecId;

    // Null if the change cannot be made alone, or has no effect.
    private ChangeResult? Test(ParsedSpec spec, SpecChange change, SpecModels original)
    {
        var changed = SpecParser.Parse(spec.File, change.Text);
        return Bind(spec, changed) is not { } models || models.Behavior() == original ? null
            : Problems(models, published: true).Any() ? ChangeResult.Published
            : Problems(models, published: false).Any() ? ChangeResult.OwnReading
            : ChangeResult.Unnoticed;
    }

    private IEnumerable<ExchangeProblem> Problems(SpecModels models, bool? published) =>
        Problems(models.Api.Id, new ExchangeCheck(models.Api, null), published)
            .Concat(models.Methods.SelectMany(method => Problems(method.SpecId, new ExchangeCheck(models.Api, method), published)));

    private IEnumerable<ExchangeProblem> Problems(string id, ExchangeCheck check, bool? published) =>
        _exchanges[id]
        .Where(exchange => published is null || exchange.IsPublished == published)
        .SelectMany(exchange => check.Check(exchange, _exchanges[id]).Problems);

    // Null if the changed spec has errors.
    private SpecModels? Bind(ParsedSpec original, ParsedSpec changed)
    {
        var api = changed.Kind == SpecKind.Api ? changed
            : _specs.FirstOrDefault(spec => spec.Kind == SpecKind.Api && spec.Id == original.ApiId)
            ?? throw new SpecMutationException($"{original.File}: the API '{original.ApiId}' is not in the folder. Copy its file into the folder.");
        var methods = changed.Kind == SpecKind.Api
            ? _specs.Where(spec => spec.Kind == SpecKind.Method && spec.BaseId is null && spec.ApiId == original.Id)
            : [changed];
        var bound = SpecBinder.BindApi(api);
        var all = methods.Select(method => SpecBinder.BindMethod(method, api)).ToList();
        return HasError(bound.Diagnostics) || all.Any(method => HasError(method.Diagnostics))
            ? null
            : new SpecModels(bound.Model!, all.Select(method => method.Model!).ToEquatableArray());
    }

    private static bool HasError(IEnumerable<SpecDiagnostic> diagnostics) => diagnostics.Any(diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error);
}
