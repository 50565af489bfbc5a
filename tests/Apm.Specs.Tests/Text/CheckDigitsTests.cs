using CsCheck;

namespace Apm.Specs.Tests;

public class CheckDigitsTests
{
    // The last of the CNPJs has letters, as the Receita Federal issues them since 2026.
    [Theory]
    [InlineData(Checksum.Cpf, "11144477735", true)]
    [InlineData(Checksum.Cpf, "111.444.777-35", true)]
    [InlineData(Checksum.Cpf, "11144477753", false)]
    [InlineData(Checksum.Cpf, "1114447773", false)]
    [InlineData(Checksum.Cpf, "A1144477735", false)]
    [InlineData(Checksum.Cnpj, "11222333000181", true)]
    [InlineData(Checksum.Cnpj, "11.222.333/0001-81", true)]
    [InlineData(Checksum.Cnpj, "11222333000118", false)]
    [InlineData(Checksum.Cnpj, "12ABC34501DE35", true)]
    [InlineData(Checksum.Cnpj, "12abc34501de35", false)]
    [InlineData(Checksum.Cnpj, "12ABC34501DE3A", false)]
    [InlineData(Checksum.Aba, "011000015", true)]
    [InlineData(Checksum.Aba, "011000016", false)]
    [InlineData(Checksum.Aba, "01100001", false)]
    [InlineData(Checksum.Aba, "", false)]
    public void Check_digits(Checksum checksum, string text, bool areRight) => Assert.Equal(areRight, CheckDigits.AreRight(checksum, text));

    [Fact]
    public void Another_digit_is_found() => Gen.Select(Gen.Enum<Checksum>(), Gen.Int[0, 8], Gen.Int[1, 9]).Sample((checksum, at, by) =>
    {
        var right = checksum switch { Checksum.Cpf => "11144477735", Checksum.Cnpj => "11222333000181", _ => "011000015" };
        var wrong = right.ToCharArray();
        wrong[at] = (char)('0' + ((right[at] - '0' + by) % 10));
        return !CheckDigits.AreRight(checksum, new string(wrong));
    });
}
