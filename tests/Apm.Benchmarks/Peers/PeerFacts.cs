using System.Buffers;
using System.Reflection;

namespace Apm.Benchmarks.Peers;

/// <summary>
/// What the peers' rules say, read from the attributes on the generated types. They are fields, because the just-in-time
/// compiler takes static read-only fields for constants: hand-written code loses nothing by them.
/// </summary>
internal static class PeerFacts
{
    private static readonly ApmTextAttribute s_reference = Of<ApmTextAttribute>(
        typeof(AlipayHkPaymentRequest),
        nameof(AlipayHkPaymentRequest.TransactionReference));
    private static readonly ApmTextAttribute s_entity = Of<ApmTextAttribute>(typeof(WorldpayMerchant), nameof(WorldpayMerchant.Entity));
    private static readonly ApmTextAttribute s_narrative = Of<ApmTextAttribute>(typeof(WorldpayNarrative), nameof(WorldpayNarrative.Line1));
    private static readonly ApmRangeAttribute s_amount = Of<ApmRangeAttribute>(typeof(AlipayHkInstruction), nameof(AlipayHkInstruction.Value));

    public static readonly int ReferenceMax = s_reference.Max;
    public static readonly SearchValues<char> ReferenceCharacters = SearchValues.Create(s_reference.Characters!);
    public static readonly int EntityMax = s_entity.Max;
    public static readonly SearchValues<char> EntityCharacters = SearchValues.Create(s_entity.Characters!);
    public static readonly int NarrativeMax = s_narrative.Max;
    public static readonly SearchValues<char> NarrativeCharacters = SearchValues.Create(s_narrative.Characters!);
    public static readonly long AmountMin = s_amount.Min;
    public static readonly long AmountMax = s_amount.Max;
    public static readonly long LimitHkd = AlipayHk.Limits.MaximumHkd.MinorUnits;

    /// <summary>Of an address that is sent as it was written.</summary>
    public static readonly SearchValues<char> PlainAddress = SearchValues.Create(
        "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private static T Of<T>(Type type, string property)
        where T : Attribute => type.GetProperty(property)!.GetCustomAttribute<T>()!;
}
