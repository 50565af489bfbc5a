using Xunit;

namespace Apm.CodeFixes.Tests;

/// <summary>Code before and after a fix.</summary>
internal static class Fixing
{
    /// <summary>A method of a shop around a statement.</summary>
    public static string Method(string statements, string members = "") => $$"""
        public static class Till
        {
            public static void Sell(AlipayHkInstruction order, AlipayHkPaymentInstrument instrument)
            {
                {{statements}}
            }
        {{members}}
            private static T Use<T>(T value) => value;
        }
        """;

    /// <summary>A fix is offered, changes the text as it says, and nothing is reported or broken afterwards.</summary>
    public static async Task ExpectAsync(string before, string title, string after)
    {
        var bench = Workbench.Of(before);
        Assert.Contains(title, await bench.TitlesAsync());

        var better = await bench.FixAsync(title);

        Assert.Equal(after, await better.TextAsync());
        Assert.Empty(await better.IdsAsync());
        Assert.Empty(await better.ErrorsAsync());
    }

    public static Task ExpectStatementAsync(string before, string title, string after) => ExpectAsync(Method(before), title, Method(after));
}
