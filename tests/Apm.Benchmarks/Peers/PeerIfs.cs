using System.Buffers;

namespace Apm.Benchmarks.Peers;

/// <summary>The rules as somebody in a hurry writes them: a list that is not made until something is wrong.</summary>
internal static class PeerIfs
{
    public static IReadOnlyList<string> Validate(PeerRequest request)
    {
        List<string>? wrong = null;
        Text(request.TransactionReference, PeerFacts.ReferenceMax, PeerFacts.ReferenceCharacters, "$.transactionReference", ref wrong);
        if (request.Merchant is null)
        {
            Add(ref wrong, "$.merchant");
        }
        else
        {
            Text(request.Merchant.Entity, PeerFacts.EntityMax, PeerFacts.EntityCharacters, "$.merchant.entity", ref wrong);
        }

        if (request.Instruction is null)
        {
            Add(ref wrong, "$.instruction");
        }
        else
        {
            Instruction(request.Instruction, ref wrong);
        }

        return wrong ?? (IReadOnlyList<string>)[];
    }

    private static void Instruction(PeerInstruction instruction, ref List<string>? wrong)
    {
        if (instruction.Narrative is null)
        {
            Add(ref wrong, "$.instruction.narrative");
        }
        else
        {
            Text(instruction.Narrative.Line1, PeerFacts.NarrativeMax, PeerFacts.NarrativeCharacters, "$.instruction.narrative.line1", ref wrong);
        }

        var value = instruction.Value;
        if (value.Amount < PeerFacts.AmountMin || value.Amount > PeerFacts.AmountMax)
        {
            Add(ref wrong, "$.instruction.value.amount");
        }

        if (value.Currency is not (AlipayHk.Currencies.Eur or AlipayHk.Currencies.Hkd or AlipayHk.Currencies.Gbp or AlipayHk.Currencies.Sgd))
        {
            Add(ref wrong, "$.instruction.value.currency");
        }
        else if (value.Currency == AlipayHk.Currencies.Hkd && value.Amount > PeerFacts.LimitHkd)
        {
            Add(ref wrong, "$.instruction.value.amount");
        }

        var instrument = instruction.PaymentInstrument;
        if (instrument is null)
        {
            Add(ref wrong, "$.instruction.paymentInstrument");
            return;
        }

        Url(instrument.SuccessUrl, "$.instruction.paymentInstrument.successURL", ref wrong);
        Url(instrument.PendingUrl, "$.instruction.paymentInstrument.pendingURL", ref wrong);
        Url(instrument.FailureUrl, "$.instruction.paymentInstrument.failureURL", ref wrong);
        if (instrument.DeviceType is < PeerDeviceType.Desktop or > PeerDeviceType.Tablet)
        {
            Add(ref wrong, "$.instruction.paymentInstrument.deviceType");
        }
    }

    private static void Text(string? text, int max, SearchValues<char> characters, string path, ref List<string>? wrong)
    {
        if (text is null || text.Length == 0 || text.Length > max || text.AsSpan().ContainsAnyExcept(characters))
        {
            Add(ref wrong, path);
        }
    }

    private static void Url(Uri? url, string path, ref List<string>? wrong)
    {
        if (url is null
            || !url.IsAbsoluteUri
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
            || url.Host.Length == 0
            || url.OriginalString.AsSpan().ContainsAnyExcept(PeerFacts.PlainAddress))
        {
            Add(ref wrong, path);
        }
    }

    private static void Add(ref List<string>? wrong, string path) => (wrong ??= []).Add(path);
}
