using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Loads the specs.</summary>
internal static class SandboxSpecs
{
    private static readonly Lazy<SpecSet> s_packed = new(() => Load([], FromAssembly(SpecParser.IsSpecFile)));

    public static SpecSet Load(SandboxOptions options)
    {
        var own = options.Specs is { } specs ? [.. specs.Where(spec => !ExchangeReader.IsExchangeFile(spec.File))] : Own(options, SpecParser.IsSpecFile);
        return own.Count == 0 && options.Specs is null ? s_packed.Value : Load(own, Packed(options, SpecParser.IsSpecFile));
    }

    private static SpecSet Load(IReadOnlyList<(string File, string Text)> own, IReadOnlyList<(string File, string Text)> packed) =>
        WithoutErrors(SpecLibrary.Load(own, packed), [.. own, .. packed]);

    /// <summary>A spec with errors may have a partial model. It is left out, because a gateway with half a spec would mislead.</summary>
    public static SpecSet WithoutErrors(SpecSet all, IReadOnlyList<(string File, string Text)> texts)
    {
        var wrong = all.Diagnostics
            .Where(diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error)
            .Select(diagnostic => diagnostic.Location.File)
            .ToHashSet(StringComparer.Ordinal);
        var left = texts.Where(text => wrong.Contains(text.File)).Select(text => SpecParser.Parse(text.File, text.Text)).ToList();
        var apis = left.Select(spec => spec.Kind == SpecKind.Api ? spec.Id : null).ToHashSet();
        var methods = left.Select(spec => spec.SpecId).ToHashSet(StringComparer.Ordinal);
        methods.UnionWith(
            texts
                .Select(text => SpecParser.Parse(text.File, text.Text))
                .Where(spec => spec.BaseId is { } extended && methods.Contains(extended))
                .Select(spec => spec.SpecId));
        return all with
        {
            Apis = all.Apis.Where(api => !apis.Contains(api.Id)).ToEquatableArray(),
            Methods = all.Methods.Where(method => !apis.Contains(method.Api) && !methods.Contains(method.SpecId)).ToEquatableArray(),
        };
    }

    /// <summary>The files of a kind, the project's own before the packed ones.</summary>
    public static IEnumerable<(string File, string Text)> Texts(SandboxOptions options, Func<string, bool> isOfKind) =>
        Own(options, isOfKind).Concat(Packed(options, isOfKind));

    /// <summary>The project's own files of a kind.</summary>
    public static IReadOnlyList<(string File, string Text)> Own(SandboxOptions options, Func<string, bool> isOfKind) =>
        options.Specs is { } specs ? [.. specs.Where(spec => isOfKind(spec.File))]
        : options.SpecFolder is { } folder ? FromFolder(folder, isOfKind)
        : [];

    // A custom method may name a packed API, or extend a packed method.
    private static List<(string File, string Text)> Packed(SandboxOptions options, Func<string, bool> isOfKind) =>
        options.Specs is null ? FromAssembly(isOfKind) : [];

    private static List<(string File, string Text)> FromFolder(string folder, Func<string, bool> isOfKind) =>
    [
        .. Directory.EnumerateFiles(SpecFolderPath.Find(folder), "*", SearchOption.AllDirectories)
            .Where(isOfKind)
            .Order(StringComparer.Ordinal)
            .Select(file => (file, File.ReadAllText(file))),
    ];

    private static List<(string File, string Text)> FromAssembly(Func<string, bool> isOfKind) =>
        [.. PackedSpecs.Files.Where(isOfKind).Select(file => (file, PackedSpecs.Read(file)))];
}
