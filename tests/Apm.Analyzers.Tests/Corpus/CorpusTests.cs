using Xunit;

namespace Apm.Analyzers.Tests.Corpus;

/// <summary>Programs as shops write them: what is reported, and what the validator refuses when they run.</summary>
public class CorpusTests
{
    private static readonly Lazy<Task<CorpusRun>> s_run =
        new(() => CorpusRun.OfAsync([.. CorpusProgram.Wrong, .. CorpusProgram.Corrected, .. CorpusProgram.Silent]));

    public static TheoryData<string> Pairs { get; } = new(CorpusProgram.Wrong.Select(program => program.Name));

    public static TheoryData<string> Silent { get; } = new(CorpusProgram.Silent.Select(program => program.Name));

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task A_wrong_value_is_reported_and_refused(string name)
    {
        var program = CorpusProgram.Wrong.Single(program => program.Name == name);
        Assert.NotEmpty(program.Reports);
        var run = await s_run.Value;
        Assert.NotEmpty(run.Refusals(program));
        Assert.Equal(program.Reports, run.Reports(program));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task The_right_value_is_accepted_and_not_reported(string name) =>
        await ExpectRightAsync(CorpusProgram.Corrected.Single(program => program.Name == name));

    [Theory]
    [MemberData(nameof(Silent))]
    public async Task A_right_program_is_accepted_and_not_reported(string name) =>
        await ExpectRightAsync(CorpusProgram.Silent.Single(program => program.Name == name));

    private static async Task ExpectRightAsync(CorpusProgram program)
    {
        var run = await s_run.Value;
        Assert.Empty(run.Refusals(program));
        Assert.Equal(program.Reports, run.Reports(program));
    }
}
