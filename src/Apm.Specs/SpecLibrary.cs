using Apm.Specs.Diagnostics;
using Apm.Specs.Model;

namespace Apm.Specs;

/// <summary>Many specs at once, for whoever has no pipeline of steps.</summary>
public static class SpecLibrary
{
    public static SpecSet Load(IEnumerable<(string File, string Text)> texts)
    {
        var specs = texts.Select(text => SpecParser.Parse(text.File, text.Text)).ToList();
        var byId = new Dictionary<string, ParsedSpec>(StringComparer.Ordinal);
        var diagnostics = new List<SpecDiagnostic>();
        var apis = new List<ApiModel>();
        foreach (var spec in specs.Where(spec => spec.Kind == SpecKind.Api))
        {
            var bound = SpecBinder.BindApi(spec);
            diagnostics.AddRange(bound.Diagnostics);
            if (spec.Id is { } id && !byId.ContainsKey(id))
            {
                byId.Add(id, spec);
                apis.AddRange(bound.Model is { } model ? [model] : []);
            }
            else if (spec.Id is not null)
            {
                diagnostics.Add(Twice(spec, byId[spec.Id]));
            }
        }

        var files = specs.Where(spec => spec.Kind != SpecKind.Api).ToList();
        var bases = files.Where(spec => spec.BaseId is null).GroupBy(spec => spec.SpecId).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var replaced = new HashSet<string>(files.Where(spec => spec.ReplacesBase).Select(spec => spec.SpecId), StringComparer.Ordinal);
        var methods = new Dictionary<string, (ParsedSpec Spec, MethodModel Model)>(StringComparer.Ordinal);
        foreach (var spec in files)
        {
            var bound = Bind(spec);
            diagnostics.AddRange(bound.Diagnostics);
            if (bound.Model is not { } model || (spec.BaseId is null && replaced.Contains(model.SpecId)))
            {
                continue;
            }

            if (methods.TryGetValue(model.SpecId, out var first))
            {
                diagnostics.Add(Twice(spec, first.Spec));
            }
            else
            {
                methods.Add(model.SpecId, (spec, model));
            }
        }

        return new SpecSet(apis.ToEquatableArray(), methods.Values.Select(method => method.Model).ToEquatableArray(), diagnostics.ToEquatableArray());

        BoundMethod Bind(ParsedSpec spec)
        {
            var api = spec.ApiId is { } id && byId.TryGetValue(id, out var named) ? named : null;
            return spec.BaseId is { } extended
                ? SpecBinder.BindOverlay(spec, bases.TryGetValue(extended, out var known) ? known : files.FirstOrDefault(other => other.SpecId == extended && other != spec), api, bases.Keys)
                : SpecBinder.BindMethod(spec, api);
        }
    }

    /// <summary>Two files declare one id; the first keeps it.</summary>
    public static SpecDiagnostic Twice(ParsedSpec spec, ParsedSpec first) =>
        new(SpecRules.DeclaredTwice, spec.IdLocation, $"{Quote.Of(spec.Id!)} is declared in {Quote.Plain(first.File)}, too: give one of them another id") { Related = first.IdLocation };
}

/// <summary>All that could be read, in the order of the texts, and all that is wrong with them.</summary>
public sealed record SpecSet(EquatableArray<ApiModel> Apis, EquatableArray<MethodModel> Methods, EquatableArray<SpecDiagnostic> Diagnostics);
