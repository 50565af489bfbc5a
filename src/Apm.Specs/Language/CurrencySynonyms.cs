namespace Apm.Specs;

/// <summary>Wrong currency codes with the code of ISO 4217 for the same unit of money.</summary>
/// <remarks>
/// A program replaces these codes without a question, so the table contains only abbreviations of names that ISO 4217 lists. A
/// withdrawn currency is another unit: the amount would also have to change.
/// </remarks>
internal static class CurrencySynonyms
{
    // Yuan Renminbi, New Israeli Sheqel, New Taiwan Dollar, Pound Sterling (of the United Kingdom), Yen.
    private const string Names = "NIS=ILS NTD=TWD RMB=CNY STG=GBP UKP=GBP YEN=JPY";

    public static IReadOnlyDictionary<string, string> All { get; } = CodeTable.Parse(Names);
}
