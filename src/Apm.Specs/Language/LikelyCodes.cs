namespace Apm.Specs;

/// <summary>Codes that authors write by mistake, with the code that they probably mean. Only a person can decide whether they do.</summary>
internal static class LikelyCodes
{
    // Languages and parts of a country that are written for the country, and other codes.
    private const string Countries = "BRN=BN CS=CZ DA=DK EN=GB ENG=GB JA=JP KO=KR SCO=GB SP=ES SW=SE";

    // Countries that are written for a language, although they have several languages or share it with others.
    private const string Languages = "at=de gb=en kp=ko ua=uk";

    // Countries, names and symbols that are written for a currency.
    private const string Currencies =
        "AUS=AUD CAN=CAD CNH=CNY DHS=AED DKR=DKK EURO=EUR GBR=GBP HK$=HKD HKG=HKD HKR=HKD JPN=JPY NKR=NOK SFR=CHF SIN=SGD SKR=SEK THA=THB TL=TRY "
        + "US$=USD USA=USD YUAN=CNY";

    private static readonly IReadOnlyDictionary<string, string> s_countries = CodeTable.Parse(Countries);
    private static readonly IReadOnlyDictionary<string, string> s_languages = CodeTable.Parse(Languages);
    private static readonly IReadOnlyDictionary<string, string> s_currencies = CodeTable.Parse(Currencies);

    /// <returns>Null if there is no such code.</returns>
    public static string? Of(string code, FieldType type)
    {
        var table = type switch
        {
            FieldType.Country => s_countries,
            FieldType.Language => s_languages,
            FieldType.Currency => s_currencies,
            _ => null,
        };
        return table?.TryGetValue(code, out var likely) == true ? likely : null;
    }
}
