using Apm.Fuzz.Code;
using Apm.Fuzz.Specs;

namespace Apm.Fuzz.Commands;

/// <summary>
/// Specs that are made by chance, half of them mutated, through the whole generator and the compiler. Several are compiled
/// together, each in a namespace of its own, because the compiler needs longest for what they share.
/// </summary>
internal static class GenerateCommand
{
    public const int Count = 20_000;
    private const int Together = 10;

    // Of so many compilations, one is written as an assembly, too.
    private const int Emitted = 10;

    private const string DoesNotCompile = "accepted and does not compile";

    public static Campaign Run(Campaign campaign)
    {
        var cases = new List<IReadOnlyList<SpecFile>>();
        return campaign.Run(Count, number =>
        {
            cases.Add(Make(campaign, number));
            if (cases.Count == Together || campaign.IsLast(number))
            {
                Check(campaign, cases, isEmitted: number / Together % Emitted == 0);
                cases.Clear();
            }
        });
    }

    private static List<SpecFile> Make(Campaign campaign, int number)
    {
        var files = RandomSpec.Make(campaign.Random(number), "gw" + number).Select(file => new SpecFile(file.File, file.Text, "F" + number)).ToList();
        if (number % 2 == 1)
        {
            var at = number / 2 % files.Count;
            files[at] = files[at] with { Text = campaign.Value(RandomText.Mutated(files[at].Text), number) };
        }

        return files;
    }

    private static void Check(Campaign campaign, List<IReadOnlyList<SpecFile>> cases, bool isEmitted)
    {
        if (Judge(cases, isEmitted) is { } judged && judged.Count == cases.Count)
        {
            Tally(campaign, judged);
            return;
        }

        // Which of them is the cause is seen when each is alone.
        foreach (var one in cases)
        {
            var verdict = Judge([one])![0];
            if (verdict is { Kind: { } kind, Message: var message })
            {
                campaign.Add(new Finding(kind, message, Reduced(one, kind)));
            }
            else
            {
                Tally(campaign, [verdict]);
            }
        }
    }

    private static void Tally(Campaign campaign, IReadOnlyList<Verdict> verdicts)
    {
        foreach (var verdict in verdicts)
        {
            campaign.Count(verdict.IsAccepted ? "accepted" : verdict.Message.Length > 0 ? "refused (code does not compile)" : "refused");
        }
    }

    /// <returns>What is said of each case; null where several are there and something must not be.</returns>
    private static IReadOnlyList<Verdict>? Judge(IReadOnlyList<IReadOnlyList<SpecFile>> cases, bool isEmitted = true)
    {
        try
        {
            var compiled = SpecCompiler.Compile([.. cases.SelectMany(files => files)], isEmitted);
            var verdicts = cases
                .Select(files =>
                {
                    var isAccepted = !compiled.SpecErrors.Any(error => files.Any(file => file.Path == error.Location.GetLineSpan().Path));
                    var reports = compiled
                        .CompilerReports.Where(report =>
                            cases.Count == 1 || report.Location.GetLineSpan().Path.Contains($"/{files[0].Namespace}.", StringComparison.Ordinal))
                        .ToList();
                    return new Verdict(isAccepted, isAccepted && reports.Count > 0 ? DoesNotCompile : null, string.Join('\n', reports.Take(3)));
                })
                .ToList();
            var isAttributed = verdicts.Count(verdict => verdict.Message.Length > 0) > 0 || compiled.CompilerReports.Count == 0;
            return cases.Count == 1 || (isAttributed && verdicts.All(verdict => verdict.Kind is null)) ? verdicts : null;
        }
        catch (InvalidOperationException thrown)
        {
            return cases.Count > 1 ? null : [new Verdict(false, SpecCheck.Exception, thrown.Message)];
        }
    }

    private static string Reduced(IReadOnlyList<SpecFile> files, string kind)
    {
        var reduced = files.ToList();
        for (var at = 0; at < files.Count; at++)
        {
            var place = at;
            reduced[at] = reduced[at] with { Text = Reduction.Reduce(reduced[at].Text, fewer => Judge([
                        [.. reduced[..place], reduced[place] with { Text = fewer }, .. reduced[(place + 1)..]],
                    ])!
                        [0]
                        .Kind == kind) };
        }

        return string.Join('\n', reduced.Select(file => $"# {file.Path}\n{file.Text}"));
    }

    /// <param name="Kind">Of what must not be; null where all is well.</param>
    private sealed record Verdict(bool IsAccepted, string? Kind, string Message);
}
