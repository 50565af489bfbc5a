namespace Apm.Iso;

/// <summary>The two-letter codes of ISO 639-1, with <c>bh</c>, which was withdrawn in 2021 and which gateways still list.</summary>
internal static class Iso639
{
    private const string TwoLetter =
        "aaabaeafakamanarasavayazbabebgbhbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneoeseteufafffifjfofrfy" +
        "gagdglgngugvhahehihohrhthuhyhziaidieigiiikioisitiujajvkakgkikjkkklkmknkokrkskukvkwkylalblglilnloltlulv" +
        "mgmhmimkmlmnmrmsmtmynanbndnengnlnnnonrnvnyocojomorospapiplpsptqurmrnrorurwsascsdsesgsiskslsmsnsosqsrssstsusvsw" +
        "tatetgthtitktltntotrtstttwtyugukuruzvevivowawoxhyiyozazhzu";

    public static bool IsKnown(string? code) => TwoLetterCodes.Contains(TwoLetter, code);

    /// <summary>Whether the two letters at a place in a text are a code. The text has both of them.</summary>
    public static bool IsKnown(string text, int start) => TwoLetterCodes.Contains(TwoLetter, text, start);

    /// <summary>Every code, in ordinal order.</summary>
    public static string[] Codes() => TwoLetterCodes.All(TwoLetter);
}
