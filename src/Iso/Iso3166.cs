namespace Apm.Iso;

/// <summary>The alpha-2 codes of ISO 3166-1.</summary>
internal static class Iso3166
{
    private const string Alpha2 =
        "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZ" +
        "DEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISIT" +
        "JEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZ" +
        "NANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZ" +
        "TCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";

    public static bool IsKnown(string? code) => TwoLetterCodes.Contains(Alpha2, code);

    /// <summary>Whether the two letters at a place in a text are a code. The text has both of them.</summary>
    public static bool IsKnown(string text, int start) => TwoLetterCodes.Contains(Alpha2, text, start);

    /// <summary>Every code, in ordinal order.</summary>
    public static string[] Codes() => TwoLetterCodes.All(Alpha2);
}
