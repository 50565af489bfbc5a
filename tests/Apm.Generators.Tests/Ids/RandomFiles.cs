namespace Apm.Generators.Tests;

/// <summary>A spec among others. The id of a method is that of its API and its own; the base is the method that it extends.</summary>
internal sealed record RandomFile(string File, bool IsApi, bool IsPacked, string? Id, string? BaseId, string Text)
{
    public string Name => Path.GetFileName(File).Split('.')[0];
}

/// <summary>
/// Files in any order in which ids are declared once, several times or never, by the project and by packed files, and methods
/// that extend each other, themselves, or nothing that is there.
/// </summary>
internal sealed class RandomFiles(int seed)
{
    private static readonly string[] s_apis = ["g/1", "h/2"];

    private readonly Random _random = new(seed);
    private readonly List<RandomFile> _files = [];
    private int _apiMarks;
    private int _methodMarks;

    public IReadOnlyList<RandomFile> Make()
    {
        foreach (var api in s_apis)
        {
            var methods = Methods(api);
            Add(_random.Next(3), () => Own("api", api, null, _ => Api(api)));
            Add(_random.Next(2), () => Packed(api));
            foreach (var id in methods)
            {
                Add(_random.Next(2), () => Packed(api, id));
            }

            Add(_random.Next(4), () => Base(api, _random.Next(12) == 0 ? null : Any(methods)));
            Add(_random.Next(5), () => Overlay(BaseOf(api, methods), _random.Next(3) == 0 ? null : Any(methods)));
        }

        var files = _files.ToArray();
        _random.Shuffle(files);
        return files;
    }

    // One name of a type may not come from two APIs.
    private static string[] Methods(string api) => [.. new[] { "a", "b", "c" }.Select(id => api[0] + id)];

    private void Add(int count, Func<RandomFile> file) => _files.AddRange(Enumerable.Range(0, count).Select(_ => file()));

    private string BaseOf(string api, string[] methods) =>
        $"{(_random.Next(12) == 0 ? "no/1" : api)}/{(_random.Next(8) == 0 ? "lost" : Any(methods))}";

    private string Api(string id) => MarkedSpecs.Api(id, MarkedSpecs.OfApis[_apiMarks++]);

    private RandomFile Packed(string api) => new($"specs/{api}/gateway.api.yaml", true, true, api, null, Api(api));

    private RandomFile Packed(string api, string id) =>
        new($"specs/{api}/{id}.apm.yaml", false, true, $"{api}/{id}", null, MarkedSpecs.Method(api, id, "Packed", Mark()));

    private RandomFile Base(string api, string? id) =>
        Own("apm", id is null ? null : $"{api}/{id}", null, name => MarkedSpecs.Method(api, id, name, Mark()));

    private RandomFile Overlay(string extended, string? id) =>
        Own("apm", id is null ? extended : extended[..(extended.LastIndexOf('/') + 1)] + id, extended, name => MarkedSpecs.Overlay(extended, id, name));

    private RandomFile Own(string kind, string? id, string? extended, Func<string, string> text)
    {
        // In ordinal order capitals stand first.
        var name = (_random.Next(2) == 0 ? "f" : "F") + _random.Next(1000) + "n" + _files.Count;
        // Where the name does not say the kind, the keys do.
        return new RandomFile(id is not null && _random.Next(6) == 0 ? name + ".yaml" : $"{name}.{kind}.yaml", kind == "api", false, id, extended, text(name));
    }

    private string Mark() => MarkedSpecs.OfMethods[_methodMarks++ % MarkedSpecs.OfMethods.Length];

    private T Any<T>(T[] all) => all[_random.Next(all.Length)];
}
