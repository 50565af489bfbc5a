using System.Reflection;
using Apm.Fuzz.Bodies;
using Apm.Fuzz.Code;
using Apm.Fuzz.Specs;
using Apm.Specs;

namespace Apm.Fuzz.Commands;

/// <summary>Bodies near to right ones, of every spec of this repository and of some that are made by chance, through validator and interpreter.</summary>
internal static class BodiesCommand
{
    public const int Count = 1_000_000;

    // Compiling takes longer than thousands of bodies.
    private const int MadeSpecs = 40;
    private const string Disagreement = "disagreement";

    public static Campaign Run(Campaign campaign, int madeSpecs = MadeSpecs)
    {
        var bodies = Bodies(
            RepositoryFolder
                .Specs.GroupBy(spec => Path.GetDirectoryName(spec.File)!)
                .Select((folder, at) => (IReadOnlyList<SpecFile>)[.. folder.Select(spec => new SpecFile(spec.File, spec.Text, "Repository" + at))])
                .Concat(
                    Enumerable
                        .Range(0, madeSpecs)
                        .Select(number =>
                            (IReadOnlyList<SpecFile>)
                                [.. RandomSpec.Make(campaign.Random(number), "gw" + number).Select(file => new SpecFile(file.File, file.Text, "F" + number))]))
        );
        return campaign.Run(Count, number =>
        {
            var body = bodies[number % bodies.Count];
            var json = campaign.Value(body.Bodies, number);
            try
            {
                if (body.Disagreement(json) is { } problem)
                {
                    campaign.Add(new Finding(Disagreement, $"{body.Name}: {problem}", json.ToJsonString()));
                }
            }
#pragma warning disable CA1031 // Every exception is what a campaign looks for.
            catch (Exception thrown)
#pragma warning restore CA1031
            {
                campaign.Add(new Finding(SpecCheck.Exception, $"{body.Name}: {thrown}", json.ToJsonString()));
            }
        });
    }

    private static List<GeneratedBody> Bodies(IEnumerable<IReadOnlyList<SpecFile>> sets)
    {
        var bodies = new List<GeneratedBody>();
        foreach (var files in sets)
        {
            var specs = SpecLibrary.Load(files.Select(file => (file.Path, file.Text)));
            if (SpecCompiler.Compile(files) is { SpecErrors.Count: 0, Image: { } image })
            {
                var code = Assembly.Load(image);
                bodies.AddRange(specs.Methods.SelectMany(method => GeneratedBody.Of(code, specs.Apis.Single(api => api.Id == method.Api), method)));
            }
        }

        return bodies;
    }
}
