using Xunit;

namespace Apm.Analyzers.Tests.Expressions;

/// <summary>Values that the framework, other members or conditions determine. Each kind has a right twin.</summary>
public class KnownValueTests
{
    private const string Members = """
        private enum Cur { USD, EUR, HKD = 7, Hongkong = 7 }
        private static readonly string Dollar;
        private static string Euro { get; }
        static Till() { Dollar = "USD"; Euro = "EUR"; }
        private static readonly Uri Base = new("https://shop.example/");
        private static readonly Uri Ftp = new("ftp://shop.example/");
        private static readonly Dictionary<string, string> ByCountry = new() { ["US"] = "USD", ["FR"] = "EUR" };
        private static readonly Dictionary<string, string> Written = new() { ["US"] = "USD" };
        private static void Write() => Written["US"] = "EUR";
        private static readonly string[] Codes = ["USD", "EUR"];
        private static readonly string[] Changed = { "USD", "EUR" };
        private static void Change() => Changed[0] = "EUR";
        private static readonly Lazy<string> Late = new(() => "USD");
        private static readonly Func<string> Home = () => "USD";
        private static async Task<string> CodeAsync() { await Task.Yield(); return "USD"; }
        """;

    [Theory]
    [InlineData("{|APM1001:Cur.USD.ToString()|}", "Cur.EUR.ToString()")]
    [InlineData("{|APM1001:Cur.USD.ToString(\"G\")|}", "Cur.EUR.ToString(\"G\")")]
    [InlineData("{|APM1001:$\"{Cur.USD}\"|}", "$\"{Cur.EUR}\"")]
    [InlineData("{|APM1001:$\"{Cur.USD:G}\"|}", "$\"{Cur.EUR:G}\"")]
    [InlineData("{|APM1001:\"\" + Cur.USD|}", "\"\" + Cur.EUR")]
    [InlineData("{|APM1001:nameof(Cur.USD)|}", "nameof(Cur.EUR)")]
    [InlineData("{|APM1001:Enum.GetName(Cur.USD)|}!", "Enum.GetName(Cur.EUR)!")]
    [InlineData("{|APM1001:Enum.GetName(typeof(Cur), Cur.USD)|}!", "Enum.GetName(typeof(Cur), Cur.EUR)!")]
    [InlineData("{|APM1001:Dollar|}", "Euro")]
    [InlineData("{|APM1001:\"USD-cents\".Substring(0, 3)|}", "\"EUR-cents\".Substring(0, 3)")]
    [InlineData("{|APM1001:\"in USD\".Substring(3)|}", "\"in EUR\".Substring(3)")]
    [InlineData("{|APM1001:\"USD-cents\"[..3]|}", "\"EUR-cents\"[..3]")]
    [InlineData("{|APM1001:\"in USD\"[^3..]|}", "\"in EUR\"[^3..]")]
    [InlineData("{|APM1001:\"US\" + \"ABCD\"[3]|}", "\"EU\" + \"PQR\"[2]")]
    [InlineData("{|APM1001:\"U-S-D\".Replace(\"-\", \"\")|}", "\"E-U-R\".Replace(\"-\", \"\")")]
    [InlineData("{|APM1001:\"U_D\".Replace('_', 'S')|}", "\"E_R\".Replace('_', 'U')")]
    [InlineData("{|APM1001:string.Join(\"\", \"U\", \"S\", \"D\")|}", "string.Join(\"\", \"E\", \"U\", \"R\")")]
    [InlineData("{|APM1001:string.Join('S', new[] { \"U\", \"D\" })|}", "string.Join('U', new[] { \"E\", \"R\" })")]
    [InlineData("{|APM1001:string.Format(\"{0}{1}\", \"US\", 'D')|}", "string.Format(\"{0}{1}\", \"EU\", 'R')")]
    [InlineData("{|APM1001:string.Format(\"{0}\", Cur.USD)|}", "string.Format(\"{0}\", Cur.EUR)")]
    [InlineData("{|APM1001:string.Concat(new[] { \"US\", \"D\" })|}", "string.Concat(new[] { \"EU\", \"R\" })")]
    [InlineData("{|APM1001:\"SD\".PadLeft(3, 'U')|}", "\"UR\".PadLeft(3, 'E')")]
    [InlineData("{|APM1001:\"US\".PadRight(3, 'D')|}", "\"EU\".PadRight(3, 'R')")]
    [InlineData("{|APM1001:\"UD\".Insert(1, \"S\")|}", "\"ER\".Insert(1, \"U\")")]
    [InlineData("{|APM1001:\"USSD\".Remove(1, 1)|}", "\"EUUR\".Remove(1, 1)")]
    [InlineData("{|APM1001:\"*USD*\".Trim('*')|}", "\"*EUR*\".Trim('*')")]
    [InlineData("{|APM1001:\"usd\".ToUpper()|}", "\"eur\".ToUpper()")]
    [InlineData("{|APM1001:new string('X', 3)|}", "new string('E', 1) + \"UR\"")]
    [InlineData("{|APM1001:ByCountry[\"US\"]|}", "ByCountry[\"FR\"]")]
    [InlineData("{|APM1001:Codes[0]|}", "Codes[1]")]
    [InlineData("{|APM1001:Codes[^2]|}", "Codes[^1]")]
    [InlineData("{|APM1001:Codes.First()|}", "Codes.Last()")]
    [InlineData("{|APM1001:Late.Value|}", "new Lazy<string>(() => \"EUR\").Value")]
    [InlineData("{|APM1001:Home()|}", "((Func<string>)(() => \"EUR\"))()")]
    public Task A_text_of_the_framework_is_known(string wrong, string right) => CheckCodeAsync(wrong, right);

    [Theory]
    [InlineData("{|APM1002:Math.Round(50_000.006m, 2)|}", "Math.Round(50_000.004m, 2)")]
    [InlineData("{|APM1002:decimal.Round(50_000.005m, 2, MidpointRounding.AwayFromZero)|}", "decimal.Round(50_000.005m, 2)")]
    [InlineData("{|APM1002:Math.Round(50_000.001m, 2, MidpointRounding.ToPositiveInfinity)|}", "Math.Round(50_000.009m, 2, MidpointRounding.ToZero)")]
    [InlineData("{|APM1002:Math.Ceiling(50_000.1m)|}", "Math.Floor(50_000.9m)")]
    [InlineData("{|APM1002:decimal.Ceiling(50_000.1m)|}", "decimal.Truncate(50_000.9m)")]
    [InlineData("{|APM1002:decimal.Parse(\"50001\")|}", "decimal.Parse(\"50000\")")]
    [InlineData(
        "{|APM1002:decimal.Parse(\"50,000.01\", System.Globalization.CultureInfo.InvariantCulture)|}",
        "decimal.Parse(\"50,000.00\", System.Globalization.CultureInfo.InvariantCulture)")]
    [InlineData("{|APM1002:Convert.ToDecimal(\"50001\")|}", "Convert.ToDecimal(\"50000\")")]
    [InlineData("{|APM1002:(decimal)price1|}", "(decimal)price0")]
    [InlineData("{|APM1002:decimal.Add(50_000m, 0.01m)|}", "decimal.Subtract(50_000.01m, 0.01m)")]
    public Task A_decimal_of_the_framework_is_known(string wrong, string right) => Shop.CheckAsync(Shop.Method($$"""
        var (price0, price1) = (50_000.0, 50_000.01);
        _ = Instruction with { Value = Money.FromMajor({{wrong}}, "HKD") };
        _ = Instruction with { Value = Money.FromMajor({{right}}, "HKD") };
        """));

    [Theory]
    [InlineData("{|APM1002:Convert.ToInt64(50_000.01m * 100)|}", "Convert.ToInt64(50_000.00m * 100)")]
    [InlineData("{|APM1002:Convert.ToInt32(5_000_000.6m)|}", "Convert.ToInt32(5_000_000.5m)")]
    [InlineData("{|APM1002:decimal.ToInt64(5_000_001.9m)|}", "decimal.ToInt64(5_000_000.9m)")]
    [InlineData("{|APM1002:long.Parse(\"5000001\")|}", "long.Parse(\"5000000\")")]
    [InlineData("{|APM1002:int.Parse(\"5000001\")|}", "int.Parse(\"05000000\")")]
    [InlineData("Math.Clamp({|APM1002:6_000_000L|}, 1, 9_000_000)", "Math.Clamp(6_000_000L, 1, 5_000_000)")]
    [InlineData("{|APM1002:(long)Math.Round(cost * 100)|}", "(long)Math.Floor(cost * 99)")]
    [InlineData("{|APM1002:(long)(cost * 100)|}", "(long)(cost * 99)")]
    public Task A_whole_number_of_the_framework_is_known(string wrong, string right) => Shop.CheckAsync(Shop.Method($$"""
        var cost = 50_000.02;
        _ = Instruction with { Value = new Money({{wrong}}, "HKD") };
        _ = Instruction with { Value = new Money({{right}}, "HKD") };
        """));

    /// <summary>The culture, the runtime, or code elsewhere decides.</summary>
    [Theory]
    [InlineData("Cur.HKD.ToString()")]
    [InlineData("((Cur)3).ToString()")]
    [InlineData("\"usdi\".ToUpper()[..3]")]
    [InlineData("Written[\"US\"]")]
    [InlineData("Changed[0]")]
    [InlineData("ByCountry[text]")]
    [InlineData("ByCountry[\"GB\"]")]
    [InlineData("Codes[number]")]
    [InlineData("Codes.Where(code => code != text).First()")]
    [InlineData("string.Join(\"\", text.Split(' '))")]
    [InlineData("string.Format(text, \"USD\")")]
    [InlineData("string.Format(System.Globalization.CultureInfo.CurrentCulture, \"{0:N2}\", 1.5m)")]
    [InlineData("\"USD\".Substring(number)")]
    [InlineData("\"USD\".Replace(\"D\", text)")]
    [InlineData("string.Concat(Enumerable.Repeat(\"USD\", number))")]
    [InlineData("new Lazy<string>(() => text).Value")]
    public Task What_is_decided_elsewhere_is_not_known(string code) =>
        Shop.CheckAsync(Shop.Method($$"""_ = Instruction with { Value = new Money(100, {{code}}) };""", Members));

    [Theory]
    [InlineData("Math.Round(50_000.006, 2)")]
    [InlineData("double.Parse(\"50000.01\")")]
    [InlineData("(double)decimal.Parse(\"50000.01\", System.Globalization.CultureInfo.CurrentCulture)")]
    public Task A_floating_point_number_that_depends_on_the_runtime_is_not_known(string number) =>
        Shop.CheckAsync(Shop.Method($$"""var major = {{number}}; _ = Instruction with { Value = Money.FromMajor((decimal)major, "HKD") };"""));

    [Theory]
    [InlineData("decimal.Parse(\"50000.01\")")]
    [InlineData("Convert.ToDecimal(\"50000,01\")")]
    [InlineData("Math.Clamp(price, 1m, 60_000m)")]
    [InlineData("Math.Round(price, 2)")]
    public Task A_number_that_depends_on_the_culture_is_not_known(string number) =>
        Shop.CheckAsync(Shop.Method($$"""_ = Instruction with { Value = Money.FromMajor({{number}}, "HKD") };"""));

    [Fact]
    public Task The_known_parts_of_a_changed_text_are_known() => Shop.CheckAsync(Shop.Method("""
        _ = new WorldpayMerchant { Entity = $"{text}{|APM1005:_shop|}".PadLeft(4) };
        _ = new WorldpayMerchant { Entity = $"{text}-shop".PadLeft(4) };
        _ = new WorldpayMerchant { Entity = $"{|APM1005:a_|}{text}".Replace('a', 'b') };
        _ = new WorldpayMerchant { Entity = $"a_{text}".Replace('_', '-') };
        _ = new WorldpayMerchant { Entity = {|APM1005:$"shop_{text}"[..5]|} };
        _ = new WorldpayMerchant { Entity = $"shop_{text}"[..4] };
        _ = new WorldpayMerchant { Entity = string.Format({|APM1005:"{0}_{1}"|}, text, 1) };
        _ = new WorldpayMerchant { Entity = string.Format("{0}-{1}", text, 1) };
        _ = new WorldpayMerchant { Entity = string.Join({|APM1005:"_"|}, text, "shop") };
        _ = new WorldpayMerchant { Entity = string.Join("-", text, "shop") };
        """));

    private static Task CheckCodeAsync(string wrong, string right) => Shop.CheckAsync(Shop.Method(
        $$"""
            _ = Instruction with { Value = new Money(100, {{wrong}}) };
            _ = Instruction with { Value = new Money(100, {{right}}) };
            """,
        Members));
}
