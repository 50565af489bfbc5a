namespace Apm.Specs;

// docs/spec-language.md, "Check digits"
/// <summary>The check digits of identifiers. Dots, hyphens and slashes are ignored.</summary>
public static class CheckDigits
{
    private static readonly int[] s_cpf = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
    private static readonly int[] s_cnpj = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
    private static readonly int[] s_aba = [3, 7, 1, 3, 7, 1, 3, 7, 1];

    public static bool AreRight(Checksum checksum, string text)
    {
        var plain = text.Where(c => c is not ('.' or '-' or '/')).ToList();
        return checksum switch
        {
            Checksum.Cpf => plain.Count == 11 && plain.All(IsDigit) && HasTwoDigits(plain, s_cpf),
            Checksum.Cnpj => plain.Count == 14 && plain.All(c => IsDigit(c) || c is >= 'A' and <= 'Z') && HasTwoDigits(plain, s_cnpj),
            _ => plain.Count == 9 && plain.All(IsDigit) && Sum(plain, s_aba) % 10 == 0,
        };
    }

    // The first check digit is computed without the first weight and without itself, the second with both.
    private static bool HasTwoDigits(List<char> text, int[] weights) =>
        Modulo11(Sum(text, weights.Skip(1))) == Value(text[text.Count - 2]) && Modulo11(Sum(text, weights)) == Value(text[text.Count - 1]);

    private static int Sum(IEnumerable<char> text, IEnumerable<int> weights) => text.Zip(weights, (c, weight) => Value(c) * weight).Sum();

    private static int Modulo11(int sum) => sum % 11 is var rest && rest < 2 ? 0 : 11 - rest;

    private static int Value(char c) => c - '0';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
