using Xunit;

namespace Apm.Analyzers.Tests;

/// <summary>What the shop itself has tested may be right: nothing is said of it.</summary>
public class GuardTests
{
    private const string Helpers = """
        private static readonly HashSet<string> Accepted = ["EUR", "HKD"];
        private static readonly string[] Listed = ["EUR", "HKD"];
        private static long Most => Console.CursorLeft;
        private static bool Ok(Money money) => AlipayHk.Currencies.Codes.Contains(money.Currency);
        private static bool IsSupported(string code) => Accepted.Contains(code);
        private static void RequireHk(string code) { if (code != "HKD") throw new ArgumentException(code); }
        private static void Fail() => throw new InvalidOperationException();
        private static string Code(DayOfWeek day) => day switch { DayOfWeek.Monday => "HKD", DayOfWeek.Friday => "SGD", _ => "USD" };
        private static AlipayHkInstruction Wrap(AlipayHkInstruction instruction, string code)
        {
            if (!Accepted.Contains(code)) return instruction;
            return instruction with { Value = new(5, code) };
        }

        private static AlipayHkPaymentRequest Make(AlipayHkPaymentRequest request, string reference = "")
        {
            if (string.IsNullOrWhiteSpace(reference)) reference = "x1";
            return request with { TransactionReference = reference };
        }

        private static T Same<T>(T value) => value;

        private sealed class Fixer
        {
            public Fixer(string any, ref string code) => code = any;
            public Fixer(Order any, ref string code) => code = any.Code;
            public static int Correct(ref string code) => (code = "EUR").Length;
        }
        """;

    [Theory]
    [InlineData("""var code = "USD"; if (!Accepted.Contains(code)) code = "EUR"; Use(Instruction with { Value = new(5, code) });""")]
    [InlineData("""var code = "USD"; var ok = Accepted.Contains(code); if (ok) Use(Instruction with { Value = new(5, code) });""")]
    [InlineData("""var code = "USD"; if (IsSupported(code)) Use(Instruction with { Value = new(5, code) });""")]
    [InlineData("""var code = "USD"; if (!AlipayHk.Currencies.Codes.Contains(code)) return; Use(Instruction with { Value = new(5, code) });""")]
    [InlineData("""var code = "USD"; if (!Listed.Any(each => each == code)) return; Use(Instruction with { Value = new(5, code) });""")]
    [InlineData("""var money = new Money(5, "USD"); if (!Ok(money)) throw new ArgumentException(); Use(Instruction with { Value = money });""")]
    [InlineData("""var amount = 6000000L; if (amount > Most) amount = Most; Use(Instruction with { Value = new(amount, "HKD") });""")]
    [InlineData(
        """var line = "a_b"; if (!System.Text.RegularExpressions.Regex.IsMatch(line, "^[a-z]*$")) line = "ab"; Use(new WorldpayNarrative { Line1 = line });"""
    )]
    [InlineData("""var line = "a_b"; if (line is [_, '_', ..]) line = "ab"; Use(new WorldpayNarrative { Line1 = line });""")]
    [InlineData("""var line = "a_b"; if (line.Contains('_')) throw new ArgumentException(); Use(new WorldpayNarrative { Line1 = line });""")]
    [InlineData("""var line = ""; if (string.IsNullOrEmpty(line)) line = "ab"; Use(new WorldpayNarrative { Line1 = line });""")]
    [InlineData("""var line = ""; if (line is { Length: 0 }) line = "ab"; Use(new WorldpayNarrative { Line1 = line });""")]
    [InlineData("""var code = "USD"; try { RequireHk(code); } catch (ArgumentException) { code = "EUR"; } Use(Instruction with { Value = new(5, code) });""")]
    [InlineData("""var code = "USD"; try { Console.WriteLine(code); Use(Instruction with { Value = new(5, code) }); } catch (System.IO.IOException) { }""")]
    [InlineData("""var code = "USD"; Action fix = () => code = "EUR"; fix(); Use(Instruction with { Value = new(5, code) });""")]
    [InlineData("""if (flag) { Action later = () => { var code = "USD"; if (!flag) Use(Instruction with { Value = new(5, code) }); }; later(); }""")]
    [InlineData("""var code = flag ? "USD" : "HKD"; RequireHk(code); Use(Instruction with { Value = new(5, code) });""")]
    [InlineData(
        """var amount = 6000000L; ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, 5000000L); Use(Instruction with { Value = new(amount, "HKD") });"""
    )]
    [InlineData("""string code; if (flag) code = "HKD"; else { code = "USD"; Fail(); } Use(Instruction with { Value = new(5, code) });""")]
    [InlineData("""var day = (DayOfWeek)number; if (day != DayOfWeek.Monday) return; var code = Code(day); Use(Instruction with { Value = new(5, code) });""")]
    [InlineData("""var code = flag ? "USD" : "HKD"; if (Array.IndexOf(Listed, code) < 0) return; Use(Instruction with { Value = new(5, code) });""")]
    [InlineData(
        """var code = flag ? "USD" : "HKD"; var at = Array.IndexOf(Listed, code); if (at < 0) return; Use(Instruction with { Value = new(5, code) });"""
    )]
    [InlineData("""
        var code = flag ? "USD" : "HKD";
        if (string.Compare(code, "USD", StringComparison.Ordinal) == 0) return;
        Use(Instruction with { Value = new(5, code) });
        """)]
    [InlineData(
        """var code = flag ? "USD" : "HKD"; if (code.Substring(0, 2) == "US" || code[0] == 'U') return; Use(Instruction with { Value = new(5, code) });"""
    )]
    [InlineData(
        """var code = flag ? "USD" : "HKD"; if (Listed.FirstOrDefault(each => each == code) is null) return; Use(Instruction with { Value = new(5, code) });"""
    )]
    [InlineData("""var amount = flag ? 6000000L : 5L; if (amount.CompareTo(5000000L) > 0) return; Use(Instruction with { Value = new(amount, "HKD") });""")]
    [InlineData("""var amount = flag ? 6000000L : 5L; if (amount - Most > 0) amount = Most; Use(Instruction with { Value = new(amount, "HKD") });""")]
    [InlineData(
        """var money = flag ? new Money(6000000, "HKD") : new Money(5, "HKD"); if (money.ToMajor() > 50000m) return; Use(Instruction with { Value = money });"""
    )]
    [InlineData("""var line = flag ? "a_b" : "ab"; if (line.IndexOf('_') >= 0) return; Use(new WorldpayNarrative { Line1 = line });""")]
    [InlineData("""
        var paid = new Uri(other ?? "/paid", UriKind.RelativeOrAbsolute);
        if (!paid.IsAbsoluteUri) paid = new Uri(new Uri("https://shop.example"), paid);
        Use(Instruction.PaymentInstrument with { SuccessUrl = paid });
        """)]
    [InlineData("""
        var paid = new Uri(flag ? "ftp://shop.example" : "https://shop.example");
        if (paid.Scheme == "ftp") throw new ArgumentException();
        Use(Instruction.PaymentInstrument with { SuccessUrl = paid });
        """)]
    [InlineData("""var pair = (A: 6000000L, C: "HKD"); pair = pair with { A = 5 }; Use(Instruction with { Value = new(pair.A, pair.C) });""")]
    [InlineData("""object day = DayOfWeek.Friday; Use(new WorldpayNarrative { Line1 = $"{day}" });""")]
    [InlineData("""Use(Wrap(Instruction, "USD"));""")]
    [InlineData("""Use(Make(null!));""")]
    [InlineData("""var pair = (Code: "USD", Amount: 1L); pair.Code = "EUR"; Use(Instruction with { Value = new(5, pair.Code) });""")]
    [InlineData(
        """(string C, long A) pair = ("HKD", 6000000L); if (pair.A > 5000000L) pair.A = 5000000L; Use(Instruction with { Value = new(pair.A, pair.C) });"""
    )]
    [InlineData("""(string C, long A) pair = ("HKD", 0); pair.A++; Use(Instruction with { Value = new(pair.A, pair.C) });""")]
    [InlineData("""(string C, long A) pair = ("USD", 1); (pair.C, pair.A) = ("HKD", 2); Use(Instruction with { Value = new(pair.A, pair.C) });""")]
    [InlineData("""if (order.Status == "USD") { order.Status = text; Use(Instruction with { Value = new(5, order.Status) }); }""")]
    [InlineData("""if (order.Status == "USD") { Ask(); if (order.Status is string status) Use(Instruction with { Value = new(5, status) }); }""")]
    [InlineData(
        """while (true) { var code = "HKD"; try { code = "USD"; break; } finally { code = "EUR"; Use(Instruction with { Value = new(5, code) }); } }"""
    )]
    [InlineData("""var code = text.Substring(1) == "a" ? "USD" : "EUR"; if (text.Substring(1) == "b") Use(Instruction with { Value = new(5, code) });""")]
    [InlineData("""if (other is null) return; Use(Instruction with { Value = new(5, other ?? "USD") });""")]
    [InlineData("""var code = "USD"; dynamic any = order; any.Correct(ref code); Use(Instruction with { Value = new(5, code) });""")]
    [InlineData("""var code = "USD"; dynamic any = order; Use(new Fixer(any, ref code)); Use(Instruction with { Value = new(5, code) });""")]
    [InlineData("""var code = "USD"; dynamic any = order; Use(any[Fixer.Correct(ref code)]); Use(Instruction with { Value = new(5, code) });""")]
    public Task What_was_tested_is_not_reported(string statements) => Shop.CheckAsync(Shop.Method(statements, Helpers));

    [Theory]
    [InlineData("""var code = "USD"; Console.WriteLine(code); Use(Instruction with { Value = new(5, {|APM1001:code|}) });""")]
    [InlineData("""var code = "USD"; if (string.IsNullOrEmpty(code)) code = "EUR"; Use(Instruction with { Value = new(5, {|APM1001:code|}) });""")]
    [InlineData("""var code = "USD"; if (Accepted.Contains(text)) return; Use(Instruction with { Value = new(5, {|APM1001:code|}) });""")]
    [InlineData("""Use(Instruction with { Value = new(5, Same({|APM1001:"USD"|})) });""")]
    [InlineData("""Use(Instruction with { Value = new(5, {|APM1001:Code(DayOfWeek.Sunday)|}) });""")]
    [InlineData("""var code = "USD"; try { Console.WriteLine(code); Use(Instruction with { Value = new(5, {|APM1001:code|}) }); } finally { Ask(); }""")]
    [InlineData("""
        var open = flag;
        if (open)
        {
            Action later = () => { var code = "USD"; if (!open) Use(Instruction with { Value = new(5, {|APM1001:code|}) }); };
            open = false;
            later();
        }
        """)]
    [InlineData("""var code = "USD"; switch (text) { case "HKD": break; default: Use(Instruction with { Value = new(5, {|APM1001:code|}) }); break; }""")]
    [InlineData("""return; static AlipayHkInstruction Later() { var code = "USD"; return Instruction with { Value = new(5, {|APM1001:code|}) }; }""")]
    public Task What_was_not_tested_is(string statements) => Shop.CheckAsync(Shop.Method(statements, Helpers));

    [Theory]
    [InlineData("""
        interface IHasCode { string Code { get; } void Fix(); }

        static class C
        {
            static void M(IHasCode has, AlipayHkInstruction i) { if (has.Code == "USD") { has.Fix(); _ = i with { Value = new(5, has.Code) }; } }
        }
        """)]
    [InlineData("""
        class Till2(string code)
        {
            void Set(string c) => code = c;
            void M(AlipayHkInstruction i) { if (code == "USD") { Set("EUR"); _ = i with { Value = new(5, code) }; } }
        }
        """)]
    [InlineData(
        "class Base { public virtual string Code { get; } = \"USD\"; public AlipayHkInstruction M(AlipayHkInstruction i) => i with { Value = new(5, Code) }; }"
    )]
    [InlineData(
        "class Base { protected virtual string Code() => \"USD\"; public AlipayHkInstruction M(AlipayHkInstruction i) => i with { Value = new(5, Code()) }; }")]
    [InlineData("""
        class Settings
        {
            readonly string _code = "USD";
            public string Code { get => _code; init => _code = value; }
            public AlipayHkInstruction M(AlipayHkInstruction i) => i with { Value = new(5, new Settings { Code = "EUR" }.Code) };
        }
        """)]
    [InlineData("""
        static class C
        {
            [System.Diagnostics.Conditional("NEVER")]
            static void Send(AlipayHkInstruction i, string code) { _ = i with { Value = new(5, code) }; }
            static void M(AlipayHkInstruction i) => Send(i, "USD");
        }
        """)]
    public Task What_can_change_is_not_trusted(string types) => Shop.CheckAsync(types);
}
