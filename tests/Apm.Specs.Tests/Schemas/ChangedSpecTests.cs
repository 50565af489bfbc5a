using CsCheck;

namespace Apm.Specs.Tests;

// docs/decisions/spec-language.md
/// <summary>An editor refuses nothing that the reader takes, and takes what the reader refuses only where docs/authoring.md says so.</summary>
public class ChangedSpecTests
{
    // Gone, misspelt, and of every other kind, among them texts and numbers that stand in hardly any enumeration or range.
    internal static readonly Func<MappingEntry, MappingEntry?>[] Changes =
    [
        _ => null,
        entry => entry with { Key = Scalar(entry.Key.Value + "x") },
        .. new SpecNode[]
        {
            Scalar(""), Scalar("Out of place!"), Scalar("eur"), Scalar("-7"), Scalar("4999999"),
            new SequenceSyntax([], default), new SequenceSyntax([Scalar("x")], default),
            new MappingSyntax([], true, default), new MappingSyntax([new(Scalar("x"), Scalar("y"))], true, default),
        }.Select(other => (Func<MappingEntry, MappingEntry?>)(entry => entry with { Value = other })),
    ];

    [Theory]
    [MemberData(nameof(AcceptedSpecTests.Files), MemberType = typeof(AcceptedSpecTests))]
    public void Editor_and_reader_agree_on_a_spec_in_which_something_was_changed(string file)
    {
        var spec = KnownSpecs.Parse(file);
        var places = Change.Places(spec.Root!).ToList();
        Gen.Select(Gen.Int[0, places.Count - 1].Select(index => places[index]), Gen.Int[0, Changes.Length - 1].Select(index => Changes[index])).Sample(
            (place, change) =>
            {
                var root = Change.At(spec.Root!, place, change);
                var refused = KnownSpecs.Errors(spec, root);
                return SpecSchema.Accepts(spec.Kind, root) ? refused.All(ReadersOwn.IsOwn) : refused.Count > 0;
            },
            iter: int.Parse(Environment.GetEnvironmentVariable("APM_CHANGES") ?? "100", System.Globalization.CultureInfo.InvariantCulture),
            threads: 1,
            print: sample => Print(spec, sample.Item1, sample.Item2));
    }

    private static string Print(ParsedSpec spec, string place, Func<MappingEntry, MappingEntry?> change)
    {
        var root = Change.At(spec.Root!, place, change);
        return $"at {place}: now {CoreSchema.Json(Change.Around(root, place))?.ToJsonString()}\n"
            + $"editor: {string.Join("; ", SpecSchema.Errors(spec.Kind, root))}\nreader: "
            + string.Join("; ", KnownSpecs.Errors(spec, root).Select(error => (ReadersOwn.IsOwn(error) ? "(own) " : "") + error.Rule.Id + " " + error.Message));
    }

    private static ScalarSyntax Scalar(string text) => new(text, ScalarStyle.Plain, default);
}
