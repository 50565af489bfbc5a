namespace Apm.Iso;

/// <summary>The two-letter codes of ISO 639-1.</summary>
internal static class Iso639
{
    private const string TwoLetter =
        "aaabaeafakamanarasavayazbabebgbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneoeseteufafffifjfofrfy" +
        "gagdglgngugvhahehihohrhthuhyhziaidieigiiikioisitiujajvkakgkikjkkklkmknkokrkskukvkwkylalblglilnloltlulv" +
        "mgmhmimkmlmnmrmsmtmynanbndnengnlnnnonrnvnyocojomorospapiplpsptqurmrnrorurwsascsdsesgsiskslsmsnsosqsrssstsusvsw" +
        "tatetgthtitktltntotrtstttwtyugukuruzvevivowawoxhyiyozazhzu";

    public static bool IsKnown(string? code) => TwoLetterCodes.Contains(TwoLetter, code);

    /// <summary>Every code, in ordinal order.</summary>
    public static string[] Codes() => TwoLetterCodes.All(TwoLetter);
}
