namespace Apm.Analyzers.Tests.Programs;

/// <summary>A program that pays at some sites, each on a line of its own.</summary>
/// <param name="Row">What it was written from.</param>
/// <param name="Body">Statements.</param>
/// <param name="IsKnown">Every value in it is a constant, and every shape one that the analyzers follow.</param>
/// <param name="Inputs">Those that it uses.</param>
internal sealed record ShopProgram(int[] Row, string Body, bool IsKnown, IReadOnlySet<Input> Inputs)
{
    private static readonly string s_parameters = string.Join(
        ", ",
        Input.All.Select(input => input.Type + " " + (input == Input.Status ? "state" : input == Input.Basket ? "kind" : input.Name)));

    public static ShopProgram Of(int[] row) => new ProgramWriter(row).Write();

    /// <summary>As a class of its own.</summary>
    public string Class(int number) => $$"""
        public static class P{{number}}
        {
            public static void Run({{s_parameters}}) =>
                new Desk(abroad, (Region)home).{{(Row.Length % 2 == 0 ? "Sell" : "Open")}}(flag, other, fails, number, text, code, limit,
                    new Basket { Code = kind, Status = state, Zone = (Region)zone }, turns, again);

            private sealed class Desk(bool abroad, Region home) : Counter
            {
                private readonly bool _abroad = abroad;
                private readonly Region _home = home;
                private readonly string _charged = abroad ? "USD" : "HKD";

                private bool Abroad => _abroad;

                private bool IsDomestic { get; } = !abroad;

                private Region Home { get; } = home;

                protected override Region Place => Home;

                private string Charged() => _home switch { Region.Home => "HKD", Region.Island => "GBP", _ => "USD" };

                public void Open(bool flag, bool other, int fails, int number, string text, string? code, int? limit, Basket basket, int turns, int again) =>
                    Sell(flag, other, fails, number, text, code, limit, basket, turns, again);

                {{(Row.Length % 2 == 0 ? "public" : "private")}} void Sell(
                    bool flag, bool other, int fails, int number, string text, string? code, int? limit, Basket basket, int turns, int again)
                {
        {{Body}}
                }
            }
        }
        """;
}
