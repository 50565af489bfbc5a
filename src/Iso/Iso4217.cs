namespace Apm.Iso;

// docs/decisions/money-and-limits.md
/// <summary>The alphabetic codes of ISO 4217 and the number of decimals of each.</summary>
/// <remarks>
/// Active codes: ISO 4217 list one, with the changes in force in 2026 (XCG for ANG, ZWG for ZWL, EUR for BGN).
/// Withdrawn codes: list three. It names no decimals, so they stand here only where the last list one that held the
/// code gave them; <c>-</c> marks a code without.
/// </remarks>
internal static class Iso4217
{
    // Four characters for each code, in ordinal order.
    private const string Active =
        "AED2AFN2ALL2AMD2AOA2ARS2AUD2AWG2AZN2BAM2BBD2BDT2BHD3BIF0BMD2BND2BOB2BOV2BRL2BSD2BTN2BWP2BYN2BZD2" +
        "CAD2CDF2CHE2CHF2CHW2CLF4CLP0CNY2COP2COU2CRC2CUP2CVE2CZK2DJF0DKK2DOP2DZD2EGP2ERN2ETB2EUR2FJD2FKP2" +
        "GBP2GEL2GHS2GIP2GMD2GNF0GTQ2GYD2HKD2HNL2HTG2HUF2IDR2ILS2INR2IQD3IRR2ISK0JMD2JOD3JPY0KES2KGS2KHR2" +
        "KMF0KPW2KRW0KWD3KYD2KZT2LAK2LBP2LKR2LRD2LSL2LYD3MAD2MDL2MGA2MKD2MMK2MNT2MOP2MRU2MUR2MVR2MWK2MXN2" +
        "MXV2MYR2MZN2NAD2NGN2NIO2NOK2NPR2NZD2OMR3PAB2PEN2PGK2PHP2PKR2PLN2PYG0QAR2RON2RSD2RUB2RWF0SAR2SBD2" +
        "SCR2SDG2SEK2SGD2SHP2SLE2SOS2SRD2SSP2STN2SVC2SYP2SZL2THB2TJS2TMT2TND3TOP2TRY2TTD2TWD2TZS2UAH2UGX0" +
        "USD2USN2UYI0UYU2UYW4UZS2VED2VES2VND0VUV0WST2XAD2XAF0XAG-XAU-XBA-XBB-XBC-XBD-XCD2XCG2XDR-XOF0XPD-" +
        "XPF0XPT-XSU-XTS-XUA-XXX-YER2ZAR2ZMW2ZWG2";

    private const string Withdrawn =
        "ADP0AFA2ALK-ANG2AOK-AON-AOR-ARA-ARP-ARY-ATS2AYM2AZM2BAD2BEC-BEF0BEL-BGJ-BGK-BGL2BGN2BOP-BRB-BRC-" +
        "BRE-BRN-BRR-BUK-BYB0BYR0CHC-CNX-CSD2CSJ-CSK-CUC2CYP2DDM-DEM2ECS-ECV-EEK2EQE-ESA-ESB-ESP0FIM2FRF2GEK-GHC2" +
        "GHP-GNE-GNS-GQE-GRD0GWE-GWP2HRD-HRK2IEP2ILP-ILR-ISJ-ITL0LAJ-LSM-LTL2LTT-LUC-LUF0LUL-LVL2LVR-MAF-MGF0" +
        "MLF-MRO2MTL2MTP-MVQ-MXP-MZE-MZM2NIC-NLG2PEH-PEI-PES-PLZ-PTE0RHD-ROK-ROL2RUR2SDD2SDP-SIT2SKK2SLL2" +
        "SRG2STD2SUR-TJR-TMM2TPE0TRL0UAK-UGS-UGW-USS2UYN-UYP-VEB2VEF2VNC-XEU-XFO-XFU-XRE-YDD-YUD-YUM2YUN-" +
        "ZAL-ZMK2ZRN-ZRZ-ZWC-ZWD2ZWL2ZWN2ZWR2";

    private const int Width = 4;

    /// <summary>The code is of a currency, fund or metal today.</summary>
    public static bool IsActive(string? code) => Find(Active, code) >= 0;

    /// <summary>The code was of a currency once and is of none today.</summary>
    public static bool IsWithdrawn(string? code) => Find(Withdrawn, code) >= 0;

    /// <summary>The code is active or withdrawn.</summary>
    public static bool IsKnown(string? code) => IsActive(code) || IsWithdrawn(code);

    /// <summary>How many decimals an amount has, of active and withdrawn codes alike.</summary>
    /// <returns>False for unknown codes and for those that have no minor unit, such as metals.</returns>
    public static bool TryGetExponent(string? code, out int exponent)
    {
        var (table, at) = (Active, Find(Active, code));
        if (at < 0)
        {
            (table, at) = (Withdrawn, Find(Withdrawn, code));
        }

        exponent = at < 0 ? -1 : table[at + Width - 1] - '0';
        if (exponent >= 0)
        {
            return true;
        }

        exponent = 0;
        return false;
    }

    /// <summary>Every active code, in ordinal order.</summary>
    public static string[] ActiveCodes() => Codes(Active);

    /// <summary>Every withdrawn code, in ordinal order.</summary>
    public static string[] WithdrawnCodes() => Codes(Withdrawn);

    private static string[] Codes(string table)
    {
        var codes = new string[table.Length / Width];
        for (var index = 0; index < codes.Length; index++)
        {
            codes[index] = table.Substring(index * Width, Width - 1);
        }

        return codes;
    }

    private static int Find(string table, string? code)
    {
        if (code is null || code.Length != Width - 1)
        {
            return -1;
        }

        var low = 0;
        var high = (table.Length / Width) - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = string.CompareOrdinal(table, middle * Width, code, 0, Width - 1);
            if (order == 0)
            {
                return middle * Width;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return -1;
    }
}
