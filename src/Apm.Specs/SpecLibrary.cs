namespace Apm.Specs;

/// <summary>Many specs at once, for whoever has no pipeline of steps.</summary>
public static class SpecLibrary
{
    public static SpecSet Load(IEnumerable<(string File, string Text)> own) => Load(own, []);

    /// <param name="own">They go before packed ones of the same id.</param>
    /// <param name="packed">One whose place an own one takes is left out, and so is what is wrong with it.</param>
    public static SpecSet Load(IEnumerable<(string File, string Text)> own, IEnumerable<(string File, string Text)> packed)
    {
        var all = Read(own, isPacked: false).Concat(Read(packed, isPacked: true)).ToList();
        var catalog = new SpecCatalog(all.Select(file => file.Entry));
        var texts = all.ToLookup(file => file.Entry, file => file.Spec);
        var files = all.Where(file => !file.Entry.IsPacked || !catalog.IsReplaced(file.Entry)).ToList();
        var set = new Contents();
        foreach (var (entry, spec) in files.Where(file => file.Entry.IsApi))
        {
            var bound = SpecBinder.BindApi(spec);
            set.Add(set.Apis, bound.Model, bound.Diagnostics, spec, catalog.FindApi(entry.Id) is { } named ? Text(named) : spec);
        }

        var methods = files.Where(file => !file.Entry.IsApi)
            .Select(file => (file.Entry, file.Spec, Bound: SpecBinder.BindMethod(file.Spec, catalog.ReferencesOf(file.Entry), Text)))
            .Select(method => (method.Entry, method.Spec, method.Bound.Diagnostics, Model: catalog.IsReplaced(method.Entry) ? null : method.Bound.Model))
            .ToList();
        // A file that is too wrong for a model leaves its id to the next one.
        var first = methods.Where(method => method.Model is not null)
            .OrderBy(method => method.Entry, SpecEntry.Precedence)
            .ToLookup(method => method.Entry.Id, method => method.Spec);
        foreach (var method in methods)
        {
            set.Add(set.Methods, method.Model, method.Diagnostics, method.Spec, method.Model is null ? method.Spec : first[method.Entry.Id].First());
        }

        return new SpecSet(set.Apis.ToEquatableArray(), set.Methods.ToEquatableArray(), set.Diagnostics.ToEquatableArray());

        ParsedSpec Text(SpecEntry entry) => texts[entry].First();
    }

    /// <summary>Two files declare one id; the first keeps it.</summary>
    public static SpecDiagnostic Twice(ParsedSpec spec, ParsedSpec first) =>
        new(
            SpecDescriptors.DeclaredTwice,
            spec.IdLocation,
            $"{MessageText.Of(spec.Id!)} is also declared in {MessageText.Plain(first.File)}: write another id in one of the files")
        {
            Related = first.IdLocation,
        };

    private static IEnumerable<(SpecEntry Entry, ParsedSpec Spec)> Read(IEnumerable<(string File, string Text)> texts, bool isPacked) =>
        texts.Select(text => SpecParser.Parse(text.File, text.Text)).Select(spec => (SpecEntry.Of(spec, isPacked), spec));

    private sealed class Contents
    {
        public List<ApiModel> Apis { get; } = [];

        public List<MethodModel> Methods { get; } = [];

        public List<SpecDiagnostic> Diagnostics { get; } = [];

        /// <param name="kept">The models; this one is added unless another file has the id.</param>
        /// <param name="model">Null where the file gives none.</param>
        /// <param name="diagnostics">Of the file.</param>
        /// <param name="spec">The file.</param>
        /// <param name="first">The file that the id names.</param>
        public void Add<T>(List<T> kept, T? model, IEnumerable<SpecDiagnostic> diagnostics, ParsedSpec spec, ParsedSpec first)
            where T : class
        {
            Diagnostics.AddRange(diagnostics);
            if (first != spec)
            {
                Diagnostics.Add(Twice(spec, first));
            }
            else if (model is not null)
            {
                kept.Add(model);
            }
        }
    }
}

/// <summary>All that could be read, in the order of the texts, and all that is wrong with them.</summary>
public sealed record SpecSet(EquatableArray<ApiModel> Apis, EquatableArray<MethodModel> Methods, EquatableArray<SpecDiagnostic> Diagnostics);
