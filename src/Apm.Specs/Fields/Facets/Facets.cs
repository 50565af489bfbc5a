namespace Apm.Specs;

// docs/architecture.md, "Add a key to a field"
/// <summary>Every key of a field. A new key is one line here.</summary>
internal static class Facets
{
    private static readonly List<Facet> s_all = [];

    public static readonly TypeFacet Type = Add(new TypeFacet());
    public static readonly ConstFacet Const = Add(new ConstFacet());
    public static readonly RequiredFacet Required = Add(new RequiredFacet());
    public static readonly LengthFacet Length = Add(new LengthFacet());
    public static readonly PatternFacet Pattern = Add(new PatternFacet());
    public static readonly UnsupportedCharactersFacet UnsupportedCharacters = Add(new UnsupportedCharactersFacet());
    public static readonly ChecksumFacet Checksum = Add(new ChecksumFacet());
    public static readonly PlusFacet Plus = Add(new PlusFacet());
    public static readonly SeparatorFacet Separator = Add(new SeparatorFacet());
    public static readonly SchemesFacet Schemes = Add(new SchemesFacet());
    public static readonly RangeFacet Range = Add(new RangeFacet());
    public static readonly DecimalsFacet Decimals = Add(new DecimalsFacet());
    public static readonly DaysAheadFacet DaysAhead = Add(new DaysAheadFacet());
    public static readonly MinorUnitsFacet MinorUnits = Add(new MinorUnitsFacet());
    public static readonly CurrencyAtFacet CurrencyAt = Add(new CurrencyAtFacet());
    public static readonly CountFacet Count = Add(new CountFacet());
    public static readonly InFacet In = Add(new InFacet());
    public static readonly UnitFacet Unit = Add(new UnitFacet());
    public static readonly FormFacet Form = Add(new FormFacet());
    public static readonly ValuesFacet Values = Add(new ValuesFacet());
    public static readonly DefaultFacet Default = Add(new DefaultFacet());
    public static readonly PresetFacet Preset = Add(new PresetFacet());
    public static readonly PropertyNameFacet PropertyName = Add(new PropertyNameFacet());
    public static readonly TypeNameFacet TypeName = Add(new TypeNameFacet());
    public static readonly LoggableFacet Loggable = Add(new LoggableFacet());
    public static readonly SummaryFacet Summary = Add(new SummaryFacet());

    // Static fields are initialized in the order of the text, so this is the last.
    public static readonly FacetTable Table = new(s_all);

    private static T Add<T>(T facet)
        where T : Facet
    {
        s_all.Add(facet);
        return facet;
    }
}
