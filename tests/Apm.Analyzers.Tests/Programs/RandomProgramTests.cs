using System.Globalization;
using CsCheck;
using Xunit;

namespace Apm.Analyzers.Tests.Programs;

public class RandomProgramTests
{
    private const int Batch = 200;

    // More of them, and others, in a long run.
    private static readonly int s_count = int.Parse(
        Environment.GetEnvironmentVariable("APM_PROGRAMS") ?? AppContext.GetData("Apm.Programs") as string ?? "1000",
        CultureInfo.InvariantCulture);
    private static readonly uint s_seed = uint.Parse(Environment.GetEnvironmentVariable("APM_SEED") ?? "1", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Whatever_a_program_does_the_analyzers_agree_with_the_validator()
    {
        for (var batch = 0; batch * Batch < s_count; batch++)
        {
            var random = new PCG(s_seed, (ulong)batch);
            var programs = Enumerable.Range(0, Batch).Select(_ => ShopProgram.Of(Choices.Rows.Generate(random, null, out var _))).ToArray();
            if (await Trial.RunAsync(programs) is [var first, ..])
            {
                var (program, wrong) = await ShrinkAsync(programs[first.Program], first);
                Assert.Fail(
                    $"APM_SEED={s_seed}, batch {batch}: at site {wrong.Site}, {wrong.What}\n"
                        + $"{(program.IsKnown ? "All of it is known." : "")}\n{program.Class(0)}");
            }
        }
    }

    private static async Task<(ShopProgram, Disagreement)> ShrinkAsync(ShopProgram program, Disagreement wrong)
    {
        while (true)
        {
            var smaller = Choices
                .Smaller(program.Row)
                .Take(150)
                .Select(ShopProgram.Of)
                .Where(each => each.Body.Length < program.Body.Length)
                .DistinctBy(each => each.Body)
                .OrderBy(each => each.Body.Length)
                .ToArray();
            if (await Trial.RunAsync(smaller) is not { Count: > 0 } still)
            {
                return (program, wrong);
            }

            wrong = still.MinBy(each => smaller[each.Program].Body.Length)!;
            program = smaller[wrong.Program];
        }
    }
}
