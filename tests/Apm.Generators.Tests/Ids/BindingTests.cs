using Xunit;

namespace Apm.Generators.Tests;

/// <summary>An edit of a spec binds exactly these methods again: those whose own file, API or base it is.</summary>
public class BindingTests
{
    private static readonly string s_api = MarkedSpecs.Api("g/1", "CHF");
    private static readonly string s_otherApi = MarkedSpecs.Api("h/2", "GBP");

    [Theory]
    [InlineData("a.apm.yaml", "a.apm.yaml a1.apm.yaml a2.apm.yaml")]
    [InlineData("b.apm.yaml", "b.apm.yaml b1.apm.yaml")]
    [InlineData("a1.apm.yaml", "a1.apm.yaml")]
    [InlineData("c.apm.yaml", "c.apm.yaml")]
    [InlineData("lost.apm.yaml", "lost.apm.yaml")]
    [InlineData("specs/g/1/p.apm.yaml", "p1.apm.yaml")]
    [InlineData("specs/g/1/unnamed.apm.yaml", "")]
    [InlineData("specs/g/1/g.api.yaml", "a.apm.yaml a1.apm.yaml a2.apm.yaml b.apm.yaml b1.apm.yaml c.apm.yaml lost.apm.yaml p1.apm.yaml")]
    [InlineData("h.api.yaml", "q.apm.yaml")]
    [InlineData("unnamed.api.yaml", "")]
    public void An_edit_that_changes_no_id_binds_what_has_the_file_as_its_own_its_API_or_its_base(string file, string bound)
    {
        var (host, texts) = Shop();
        host.Run();

        Assert.Equal(Files(bound), Edit(host, file, texts[file] + "# A remark.\n").Run().Bound);
    }

    [Fact]
    public void An_own_file_that_shadows_a_packed_method_binds_what_extends_that()
    {
        var (host, _) = Shop();
        host.Run();

        Assert.Equal(Files("own.apm.yaml p1.apm.yaml"), host.Spec("own.apm.yaml", MarkedSpecs.Method("g/1", "p", "Own", "EUR")).Run().Bound);
        Assert.Equal(Files("p1.apm.yaml"), host.Remove("own.apm.yaml").Run().Bound);
    }

    [Fact]
    public void An_own_file_that_shadows_a_packed_API_binds_the_methods_of_that()
    {
        var (host, _) = Shop();
        host.Run();
        var methods = Files("a.apm.yaml a1.apm.yaml a2.apm.yaml b.apm.yaml b1.apm.yaml c.apm.yaml lost.apm.yaml p1.apm.yaml");

        Assert.Equal(methods, host.Spec("own.api.yaml", s_api).Run().Bound);
        Assert.Equal(methods, host.Remove("own.api.yaml").Run().Bound);
    }

    [Fact]
    public void A_file_that_goes_before_another_own_one_binds_what_extends_that()
    {
        var (host, _) = Shop();
        host.Run();

        Assert.Equal(Files("A.apm.yaml a1.apm.yaml a2.apm.yaml"), host.Spec("A.apm.yaml", MarkedSpecs.Method("g/1", "a", "Other", "EUR")).Run().Bound);
        Assert.Equal(Files("a1.apm.yaml a2.apm.yaml"), host.Remove("A.apm.yaml").Run().Bound);
        Assert.Equal(Files("z.apm.yaml"), host.Spec("z.apm.yaml", MarkedSpecs.Method("g/1", "a", "Other", "EUR")).Run().Bound);
    }

    [Theory]
    [InlineData("g/1/c", "c.apm.yaml")]
    [InlineData("g/1/a", "a.apm.yaml")]
    [InlineData("g/1/p", "")]
    public void An_own_file_that_replaces_a_method_binds_that_one(string id, string replaced)
    {
        var (host, _) = Shop();
        var before = host.Run().Files;

        Assert.Equal(Files("mine.apm.yaml " + replaced), host.Spec("mine.apm.yaml", MarkedSpecs.Overlay(id, null, "Mine")).Run().Bound);
        var run = host.Remove("mine.apm.yaml").Run();
        Assert.Equal(Files(replaced), run.Bound);
        Assert.Equal(before, run.Files);
    }

    [Fact]
    public void A_file_that_begins_to_extend_a_method_binds_itself_alone()
    {
        var (host, _) = Shop();
        host.Run();

        Assert.Equal(Files("c1.apm.yaml"), host.Spec("c1.apm.yaml", MarkedSpecs.Overlay("g/1/c", "c1", "Beside")).Run().Bound);
        Assert.Empty(host.Remove("c1.apm.yaml").Run().Bound);
    }

    [Fact]
    public void A_new_id_binds_what_looks_for_one_that_is_not_there()
    {
        var (host, texts) = Shop();
        host.Run();

        Assert.Equal(Files("lost.apm.yaml new.apm.yaml"), host.Spec("new.apm.yaml", MarkedSpecs.Method("g/1", "new", "New", "EUR")).Run().Bound);
        var renamed = texts["a.apm.yaml"].Replace("apm: a\n", "apm: aa\n", StringComparison.Ordinal);
        Assert.Equal(Files("a.apm.yaml a1.apm.yaml a2.apm.yaml lost.apm.yaml"), Edit(host, "a.apm.yaml", renamed).Run().Bound);
    }

    [Fact]
    public void Of_300_methods_an_edit_of_a_base_reads_the_base_and_what_extends_it_and_their_API()
    {
        var host = new GeneratorHost(isTracked: false).Packed("specs/g/1/g.api.yaml", "g/1", s_api);
        foreach (var number in Enumerable.Range(0, 30))
        {
            host.Spec($"m{number}.apm.yaml", MarkedSpecs.Method("g/1", "m" + number, "Method", "EUR"));
        }

        foreach (var number in Enumerable.Range(0, 270))
        {
            host.Spec($"m{number % 30}.{number}.apm.yaml", MarkedSpecs.Overlay("g/1/m" + (number % 30), "own" + number, "Own"));
        }

        host.Run();
        Assert.Equal(301, host.FilesRead.Count());

        host.Spec("m7.apm.yaml", MarkedSpecs.Method("g/1", "m7", "Method", "USD")).Run();

        var overlays = Enumerable.Range(0, 270).Where(number => number % 30 == 7).Select(number => $"m7.{number}.apm.yaml");
        Assert.Equal(overlays.Append("m7.apm.yaml").Append("specs/g/1/g.api.yaml").Order(StringComparer.Ordinal), host.FilesRead);
    }

    private static string[] Files(string files) => [.. files.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];

    private static GeneratorHost Edit(GeneratorHost host, string file, string text) =>
        !file.StartsWith("specs/", StringComparison.Ordinal) ? host.Spec(file, text)
        : host.Packed(file, file.EndsWith(".api.yaml", StringComparison.Ordinal) ? "g/1" : file["specs/".Length..^".yaml".Length], text);

    private static (GeneratorHost Host, IReadOnlyDictionary<string, string> Texts) Shop()
    {
        var texts = new Dictionary<string, string>
        {
            ["specs/g/1/g.api.yaml"] = s_api,
            ["specs/g/1/p.apm.yaml"] = MarkedSpecs.Method("g/1", "p", "Packed", "EUR"),
            ["specs/g/1/unnamed.apm.yaml"] = MarkedSpecs.Method("g/1", "unnamed", "Packed", "EUR"),
            ["h.api.yaml"] = s_otherApi,
            ["unnamed.api.yaml"] = MarkedSpecs.Api("i/3", "NOK"),
            ["a.apm.yaml"] = MarkedSpecs.Method("g/1", "a", "A", "EUR"),
            ["a1.apm.yaml"] = MarkedSpecs.Overlay("g/1/a", "a1", "A1"),
            ["a2.apm.yaml"] = MarkedSpecs.Overlay("g/1/a", "a2", "A2"),
            ["b.apm.yaml"] = MarkedSpecs.Method("g/1", "b", "B", "EUR"),
            ["b1.apm.yaml"] = MarkedSpecs.Overlay("g/1/b", "b1", "B1"),
            ["c.apm.yaml"] = MarkedSpecs.Method("g/1", "c", "C", "EUR"),
            ["p1.apm.yaml"] = MarkedSpecs.Overlay("g/1/p", "p1", "P1"),
            ["lost.apm.yaml"] = MarkedSpecs.Overlay("g/1/nowhere", "lost", "Lost"),
            ["q.apm.yaml"] = MarkedSpecs.Method("h/2", "q", "Q", "EUR"),
        };
        return (texts.Aggregate(new GeneratorHost(), (host, file) => Edit(host, file.Key, file.Value)), texts);
    }
}
