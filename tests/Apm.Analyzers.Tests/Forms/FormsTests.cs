using Microsoft.CodeAnalysis;
using Xunit;

namespace Apm.Analyzers.Tests.Forms;

public class FormsTests
{
    private static readonly Lazy<MetadataReference> s_voucher = new(() => Shop.Library(Mistakes.VoucherCode));

    public static TheoryData<string> Forms { get; } = new(Form.All.Select(form => form.Name));

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Wrong_values_are_reported_where_they_stand_and_their_right_twins_are_not(string form) =>
        Explained(form, await Shop.CheckAsync(Code(form) + Mistakes.VoucherCode));

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_project_that_references_the_contracts_is_told_the_same(string form) =>
        Explained(form, await Shop.CheckAcrossAsync(Code(form), s_voucher.Value));

    private static string Code(string form) => string.Join('\n', Mistakes.All.Select(mistake => $$"""
        namespace {{mistake.Rule}}.Wrong { {{Form.Named(form).Write(mistake, isWrong: true)}} }
        namespace {{mistake.Rule}}.Right { {{Form.Named(form).Write(mistake, isWrong: false)}} }
        """));

    /// <summary>The method, the path, the value, what is accepted or the limit, and the spec and key that say so.</summary>
    private static void Explained(string form, IEnumerable<Diagnostic> found) => Assert.Equal(
        Mistakes.All.Select(mistake => form == Form.OfTheProperty ? mistake.AssignMessage : mistake.Message),
        found.Select(diagnostic => diagnostic.GetMessage()));
}
