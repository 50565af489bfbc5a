using Apm.Specs;
using Apm.Specs.Diagnostics;

namespace Apm.Sandbox;

/// <summary>Where the specs come from.</summary>
internal static class SandboxSpecs
{
    private const string Packed = "specs/";

    /// <summary>Beside errors the reader gives what is right; a gateway that plays half a spec would mislead, so those are left out.</summary>
    public static SpecSet Load(SandboxOptions options)
    {
        var texts = options.Specs ?? (options.SpecFolder is { } folder ? WithPacked(FromFolder(folder)) : FromAssembly());
        var all = SpecLibrary.Load(texts);
        var wrong = all.Diagnostics
            .Where(diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error)
            .Select(diagnostic => diagnostic.Location.File)
            .ToHashSet(StringComparer.Ordinal);
        var left = texts.Where(text => wrong.Contains(text.File)).Select(text => SpecParser.Parse(text.File, text.Text)).ToList();
        var apis = left.Select(spec => spec.Kind == SpecKind.Api ? spec.Id : null).ToHashSet();
        var methods = left.Select(spec => spec.SpecId).ToHashSet(StringComparer.Ordinal);
        methods.UnionWith(texts.Select(text => SpecParser.Parse(text.File, text.Text)).Where(spec => spec.BaseId is { } extended && methods.Contains(extended)).Select(spec => spec.SpecId));
        return all with
        {
            Apis = all.Apis.Where(api => !apis.Contains(api.Id)).ToEquatableArray(),
            Methods = all.Methods.Where(method => !apis.Contains(method.Api) && !methods.Contains(method.SpecId)).ToEquatableArray(),
        };
    }

    /// <summary>A method of one's own names a packed API, or extends a packed method; what a folder has itself goes before the packed.</summary>
    private static List<(string File, string Text)> WithPacked(List<(string File, string Text)> own)
    {
        var ids = own.Select(Id).ToHashSet(StringComparer.Ordinal);
        return [.. own, .. FromAssembly().Where(packed => !ids.Contains(Id(packed)))];
    }

    private static string Id((string File, string Text) text)
    {
        var spec = SpecParser.Parse(text.File, text.Text);
        return spec.Kind == SpecKind.Api ? spec.Id ?? "" : spec.BaseId is null ? spec.SpecId : "extends " + spec.SpecId;
    }

    private static List<(string File, string Text)> FromFolder(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(SpecParser.IsSpecFile)
            .Order(StringComparer.Ordinal)
            .Select(file => (file, File.ReadAllText(file))),
    ];

    private static List<(string File, string Text)> FromAssembly()
    {
        var assembly = typeof(SandboxSpecs).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Packed, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => (name.Replace('\\', '/'), Read(name))),
        ];

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
