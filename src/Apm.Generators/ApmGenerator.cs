using System.Text;
using Apm.Generators.Emit;
using Apm.Generators.Pipeline;
using Apm.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Apm.Generators;

/// <summary>
/// Compiles specs of payment methods. Text becomes a spec with spans, from which come diagnostics; the spec becomes a
/// model without spans, from which comes code.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ApmGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Where(SpecFile.IsSpec)
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, _) => SpecFile.Create(pair.Left, pair.Right))
            .Where(file => file is not null)
            .Select((file, _) => file!)
            .WithTrackingName(TrackingNames.Files);

        var ownFiles = files.Where(file => file.LibraryId is null);

        var apiFiles = files
            .Where(file => file.LibraryId is not null ? !file.IsPackedMethod : file.Parse(default).Kind == SpecKind.Api);

        var apis = apiFiles
            .Collect()
            .Select((all, _) => ApiFiles.Create(all))
            .WithTrackingName(TrackingNames.Apis);

        var methodFiles = ownFiles
            .Where(file => file.Parse(default).Kind != SpecKind.Api);

        var extensions = methodFiles
            .Select((file, cancellationToken) => Extension.Of(file.Parse(cancellationToken)))
            .Where(extension => extension is not null)
            .Select((extension, _) => extension!)
            .Collect();

        // No method depends on another that it does not extend.
        var named = methodFiles
            .Combine(extensions)
            .Where(pair => pair.Left.Parse(default) is { ReplacesBase: false } spec && pair.Right.Any(extension => extension.BaseId == spec.SpecId))
            .Select((pair, _) => pair.Left);

        var ownIds = methodFiles
            .Combine(extensions)
            .Where(pair => pair.Right.Length > 0 && pair.Left.Parse(default).BaseId is null)
            .Select((pair, cancellationToken) => pair.Left.Parse(cancellationToken).SpecId);

        var extended = extensions
            .Combine(named.Collect())
            .Combine(files.Where(file => file.IsPackedMethod).Collect())
            .Combine(ownIds.Collect())
            .Select((all, _) => Extended.Create(all.Left.Left.Left, all.Left.Left.Right, all.Left.Right, all.Right))
            .WithTrackingName(TrackingNames.Extended);

        var methods = methodFiles
            .Combine(apis)
            .Combine(extended)
            .Select((all, cancellationToken) => MethodBinding.Create(all.Left.Left, all.Left.Right, all.Right, cancellationToken))
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
            .Select((all, _) => Clashes.Find(all))
            .WithTrackingName(TrackingNames.Clashes);

        var apiModels = summaries
            .Combine(clashes)
            .Combine(apis)
            .SelectMany((all, cancellationToken) => ApiInput.Create(all.Left.Left, all.Left.Right, all.Right, cancellationToken))
            .WithTrackingName(TrackingNames.ApiModels);

        // The build imports the namespace for everybody, so it is there whatever becomes of the specs.
        var namespaces = ownFiles.Select((file, _) => file.CSharpNamespace).Collect().Select((all, _) => EmitNamespaces.Of(all));
        context.RegisterSourceOutput(namespaces, (output, text) => output.AddSource("Namespaces.g.cs", SourceText.From(text, Encoding.UTF8)));

        context.RegisterSourceOutput(apis.Combine(methods.Select((method, _) => method.Spec.ApiId).Collect()), (output, pair) => SpecReports.OfApis(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(methods.Combine(clashes), (output, pair) => SpecReports.OfMethod(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(models.Combine(clashes), (output, pair) => MethodOutput.Add(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(apiModels, ApiOutput.Add);
    }
}
