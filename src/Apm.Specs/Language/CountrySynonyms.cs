namespace Apm.Specs;

/// <summary>Wrong country codes with the alpha-2 code of ISO 3166-1 that means the same.</summary>
/// <remarks>
/// A program replaces these codes without a question, so the table contains no code that may mean another country. Single letters
/// are not in it, and neither are two-letter codes of vehicles: a letter more or less makes them a code of ISO 3166-1.
/// </remarks>
internal static class CountrySynonyms
{
    // ISO 3166-1 alpha-3, without BRN, which is Brunei in ISO 3166-1 and Bahrain in sport.
    private const string Alpha3 =
        "ABW=AW AFG=AF AGO=AO AIA=AI ALA=AX ALB=AL AND=AD ARE=AE ARG=AR ARM=AM ASM=AS ATA=AQ ATF=TF ATG=AG AUS=AU AUT=AT AZE=AZ BDI=BI BEL=BE BEN=BJ " +
        "BES=BQ BFA=BF BGD=BD BGR=BG BHR=BH BHS=BS BIH=BA BLM=BL BLR=BY BLZ=BZ BMU=BM BOL=BO BRA=BR BRB=BB BTN=BT BVT=BV BWA=BW CAF=CF CAN=CA CCK=CC " +
        "CHE=CH CHL=CL CHN=CN CIV=CI CMR=CM COD=CD COG=CG COK=CK COL=CO COM=KM CPV=CV CRI=CR CUB=CU CUW=CW CXR=CX CYM=KY CYP=CY CZE=CZ DEU=DE DJI=DJ " +
        "DMA=DM DNK=DK DOM=DO DZA=DZ ECU=EC EGY=EG ERI=ER ESH=EH ESP=ES EST=EE ETH=ET FIN=FI FJI=FJ FLK=FK FRA=FR FRO=FO FSM=FM GAB=GA GBR=GB GEO=GE " +
        "GGY=GG GHA=GH GIB=GI GIN=GN GLP=GP GMB=GM GNB=GW GNQ=GQ GRC=GR GRD=GD GRL=GL GTM=GT GUF=GF GUM=GU GUY=GY HKG=HK HMD=HM HND=HN HRV=HR HTI=HT " +
        "HUN=HU IDN=ID IMN=IM IND=IN IOT=IO IRL=IE IRN=IR IRQ=IQ ISL=IS ISR=IL ITA=IT JAM=JM JEY=JE JOR=JO JPN=JP KAZ=KZ KEN=KE KGZ=KG KHM=KH KIR=KI " +
        "KNA=KN KOR=KR KWT=KW LAO=LA LBN=LB LBR=LR LBY=LY LCA=LC LIE=LI LKA=LK LSO=LS LTU=LT LUX=LU LVA=LV MAC=MO MAF=MF MAR=MA MCO=MC MDA=MD MDG=MG " +
        "MDV=MV MEX=MX MHL=MH MKD=MK MLI=ML MLT=MT MMR=MM MNE=ME MNG=MN MNP=MP MOZ=MZ MRT=MR MSR=MS MTQ=MQ MUS=MU MWI=MW MYS=MY MYT=YT NAM=NA NCL=NC " +
        "NER=NE NFK=NF NGA=NG NIC=NI NIU=NU NLD=NL NOR=NO NPL=NP NRU=NR NZL=NZ OMN=OM PAK=PK PAN=PA PCN=PN PER=PE PHL=PH PLW=PW PNG=PG POL=PL PRI=PR " +
        "PRK=KP PRT=PT PRY=PY PSE=PS PYF=PF QAT=QA REU=RE ROU=RO RUS=RU RWA=RW SAU=SA SDN=SD SEN=SN SGP=SG SGS=GS SHN=SH SJM=SJ SLB=SB SLE=SL SLV=SV " +
        "SMR=SM SOM=SO SPM=PM SRB=RS SSD=SS STP=ST SUR=SR SVK=SK SVN=SI SWE=SE SWZ=SZ SXM=SX SYC=SC SYR=SY TCA=TC TCD=TD TGO=TG THA=TH TJK=TJ TKL=TK " +
        "TKM=TM TLS=TL TON=TO TTO=TT TUN=TN TUR=TR TUV=TV TWN=TW TZA=TZ UGA=UG UKR=UA UMI=UM URY=UY USA=US UZB=UZ VAT=VA VCT=VC VEN=VE VGB=VG VIR=VI " +
        "VNM=VN VUT=VU WLF=WF WSM=WS YEM=YE ZAF=ZA ZMB=ZM ZWE=ZW";

    // Codes of the International Olympic Committee and of FIFA that are not in ISO 3166-1. Without CAM, NGR and NIG, which other lists
    // give to another country, and without AHO and ANT, whose country is divided.
    private const string Sport =
        "ALG=DZ ANG=AO ARU=AW ASA=AS BAH=BS BAN=BD BAR=BB BER=BM BHU=BT BIZ=BZ BOT=BW BRU=BN BUL=BG CAY=KY CGO=CG CHA=TD CHI=CL CRC=CR CRO=HR CTA=CF " +
        "DEN=DK EQG=GQ ESA=SV FIJ=FJ GAM=GM GBS=GW GEQ=GQ GER=DE GRE=GR GRN=GD GUA=GT GUI=GN HAI=HT HON=HN INA=ID IRI=IR ISV=VI IVB=VG KSA=SA KUW=KW " +
        "LAT=LV LBA=LY LES=LS MAD=MG MAS=MY MAW=MW MGL=MN MON=MC MRI=MU MTN=MR MYA=MM NCA=NI NED=NL NEP=NP OMA=OM PAR=PY PHI=PH PLE=PS POR=PT PUR=PR " +
        "RSA=ZA SAM=WS SEY=SC SIN=SG SKN=KN SLO=SI SOL=SB SRI=LK SUD=SD SUI=CH TAN=TZ TGA=TO TOG=TG TPE=TW TRI=TT UAE=AE URU=UY VAN=VU VIE=VN VIN=VC " +
        "ZAM=ZM ZIM=ZW";

    // Distinguishing signs of vehicles in international traffic (United Nations), with three letters, under the same conditions. Without
    // TCH, which was Czechoslovakia in sport.
    private const string Vehicles =
        "BDS=BB BVI=VG CDN=CA EAK=KE EAT=TZ EAU=UG GBG=GG GBJ=JE GBM=IM GBZ=GI GCA=GT HKJ=JO LAR=LY MAL=MY MOC=MZ NAU=NR RCA=CF RCB=CG RCH=CL RIM=MR " +
        "RMM=ML ROK=KR RSM=SM SME=SR WAG=GM WAN=NG YAR=YE ZRE=CD";

    // The European Union's own codes, from its Interinstitutional Style Guide.
    private const string Europe = "EL=GR UK=GB";

    // Withdrawn codes of ISO 3166-3 with one successor, as the aliases of CLDR 47 state it. Without BUR and RH, which sport and vehicles
    // give to another country, and without CT, MI and NH, which are states of the USA.
    private const string Withdrawn =
        "BU=MM DD=DE DDR=DE DY=BJ FX=FR FXX=FR HV=BF JT=UM NQ=AQ PU=UM PZ=PA TMP=TL TP=TL VD=VN WK=UM YD=YE YMD=YE ZAR=CD ZR=CD";

    public static IReadOnlyDictionary<string, string> All { get; } = CodeTable.Parse(Alpha3, Sport, Vehicles, Europe, Withdrawn);
}
