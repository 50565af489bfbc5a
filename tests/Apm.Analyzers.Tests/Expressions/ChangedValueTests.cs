using Xunit;

namespace Apm.Analyzers.Tests.Expressions;

/// <summary>Values that look known, but that other code changes before they are used.</summary>
public class ChangedValueTests
{
    [Theory]
    [InlineData("new Skipped(true).Currency", """
        private sealed class Skipped
        {
            private readonly string _code = "HKD";
            public Skipped(bool isHome) { if (isHome) return; _code = "USD"; }
            public string Currency => _code;
        }
        """)]
    [InlineData("Nested()", """
        private static string Nested() { string[][] codes = [["USD"]]; codes[0][0] = "HKD"; return codes[0][0]; }
        """)]
    [InlineData("Inner()", """
        private static string Inner()
        {
            var codes = new List<List<string>> { new() { "USD" } };
            codes[0].Clear();
            codes[0].Add("HKD");
            return codes[0][0];
        }
        """)]
    [InlineData("Looped()", """
        private static string Looped() { string[][] codes = [["USD"]]; foreach (var each in codes) { each[0] = "HKD"; } return codes[0][0]; }
        """)]
    [InlineData("Alias()", """
        private static string Alias()
        {
            var codes = new List<string> { "USD" };
            var same = codes.AsEnumerable();
            ((List<string>)same)[0] = "HKD";
            return codes[0];
        }
        """)]
    [InlineData("(new Branch(\"HK\") with { Country = \"US\" }).Currency", """
        private sealed record Branch(string Country) { public string Currency { get; } = Country == "HK" ? "HKD" : "USD"; }
        """)]
    [InlineData("((Base)new Derived { Currency = \"USD\" }).Currency", """
        private record Base { public string Currency { get; init; } = "HKD"; }
        private sealed record Derived : Base { public new string Currency { get; init; } = ""; }
        """)]
    [InlineData("new Desk { Currency = \"HKD\" }.Ask(new Desk { Currency = \"USD\" })", """
        private sealed class Desk
        {
            public string Currency { get; init; } = "";
            public string Ask(Desk other) => other.Run(() => Currency);
            private string Run(Func<string> read) => read();
        }
        """)]
    [InlineData("new Steps().Default().With(\"HKD\").Currency()", """
        private sealed class Steps
        {
            private string _code = "";
            private string Code { set { _code = value; } }
            public Steps Default() { _code = "USD"; return this; }
            public Steps With(string code) { Code = code; return this; }
            public string Currency() => _code;
        }
        """)]
    [InlineData("Enum.GetName(typeof(Codes), 0)!", "private enum Codes { HKD }")]
    public async Task A_value_that_other_code_changes_is_not_reported(string value, string members) =>
        await Shop.CheckAsync(Shop.Method($"_ = Instruction with {{ Value = new Money(100, {value}) }};", members));
}
