using System.Text;
using Apm.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Apm.Generators;

/// <summary>
/// Compiles specs of payment methods. A text becomes a spec with spans, from which diagnostics are reported. The spec becomes a
/// model without spans, from which code is generated.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ApmGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Where(text => BuildItem.IsYaml(text.Path))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, cancellationToken) => SpecFile.Create(pair.Left, pair.Right, cancellationToken))
            .Where(file => file is not null)
            .Select((file, _) => file!)
            .WithTrackingName(TrackingNames.Files);

        var catalog = files
            .Select((file, _) => file.Entry)
            .Collect()
            .Select((entries, _) => new SpecCatalog(entries))
            .WithTrackingName(TrackingNames.Catalog);

        var ownFiles = files.Where(file => !file.Entry.IsPacked);

        var named = files
            .Combine(catalog)
            .Where(pair => pair.Right.IsNamed(pair.Left.Entry) || pair.Left.Entry is { IsApi: true, IsPacked: false })
            .Select((pair, _) => pair.Left);

        var apis = named
            .Where(file => file.Entry.IsApi)
            .Collect()
            .Select((all, _) => NamedFiles.Create(all))
            .WithTrackingName(TrackingNames.Apis);

        var bases = named
            .Where(file => !file.Entry.IsApi)
            .Collect()
            .Select((all, _) => NamedFiles.Create(all))
            .WithTrackingName(TrackingNames.Bases);

        // An edit of an API or a base looks up the sources of every method again, which is cheap. Binding is expensive: only methods
        // whose sources changed are bound again.
        var methods = ownFiles
            .Where(file => !file.Entry.IsApi)
            .Combine(catalog)
            .Combine(apis)
            .Combine(bases)
            .Select((all, _) => MethodSources.Create(all.Left.Left.Left, all.Left.Left.Right, all.Left.Right, all.Right))
            .WithTrackingName(TrackingNames.Sources)
            .Select((sources, cancellationToken) => MethodBinding.Create(sources, cancellationToken))
            .WithTrackingName(TrackingNames.Methods);

        var models = methods
            .Select((method, _) => method.ToInput())
            .WithTrackingName(TrackingNames.MethodModels)
            .Where(method => method is not null)
            .Select((method, _) => method!);

        var summaries = models
            .Select((method, _) => MethodSummary.Create(method))
            .Collect();

        var clashes = summaries
            .Select((all, _) => SpecNameConflicts.Find(all))
            .WithTrackingName(TrackingNames.SpecNameConflicts);

        var apiModels = summaries
            .Combine(clashes)
            .Combine(catalog)
            .Combine(apis)
            .SelectMany((all, cancellationToken) => ApiInput.Create(all.Left.Left.Left, all.Left.Left.Right, all.Left.Right, all.Right, cancellationToken))
            .WithTrackingName(TrackingNames.ApiModels);

        var pages = context.AnalyzerConfigOptionsProvider
            .Select((options, _) => options.GlobalOptions.TryGetValue(RulePage.FolderOption, out var folder) ? folder : null);

        // The build imports the namespace in every project, so it must exist even if no spec is valid.
        var namespaces = ownFiles.Select((file, _) => file.CSharpNamespace).Collect().Select((all, _) => EmitNamespaces.Of(all));
        context.RegisterSourceOutput(namespaces, (output, text) => output.AddSource("Namespaces.g.cs", SourceText.From(text, Encoding.UTF8)));

        context.RegisterSourceOutput(catalog.Combine(apis).Combine(pages), (output, all) =>
            SpecReports.OfApis(output, all.Left.Left, all.Left.Right, all.Right));
        context.RegisterSourceOutput(methods.Combine(clashes).Combine(pages), (output, all) =>
            SpecReports.OfMethod(output, all.Left.Left, all.Left.Right, all.Right));
        context.RegisterSourceOutput(models.Combine(clashes), (output, pair) => MethodOutput.Add(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(apiModels, ApiOutput.Add);
    }
}
