using System.Buffers;
using FluentValidation;

namespace Apm.Benchmarks.Peers;

/// <summary>The rules in FluentValidation, one validator for each object, made once.</summary>
internal sealed class PeerFluent : AbstractValidator<PeerRequest>
{
    public PeerFluent()
    {
        RuleFor(request => request.TransactionReference).NotNull().Length(1, PeerFacts.ReferenceMax).Must(text => Has(text, PeerFacts.ReferenceCharacters));
        RuleFor(request => request.Merchant).NotNull().SetValidator(new OfMerchant());
        RuleFor(request => request.Instruction).NotNull().SetValidator(new OfInstruction());
    }

    private static bool Has(string? text, SearchValues<char> characters) => !text.AsSpan().ContainsAnyExcept(characters);

    private sealed class OfMerchant : AbstractValidator<PeerMerchant>
    {
        public OfMerchant() =>
            RuleFor(merchant => merchant.Entity).NotNull().Length(1, PeerFacts.EntityMax).Must(text => Has(text, PeerFacts.EntityCharacters));
    }

    private sealed class OfInstruction : AbstractValidator<PeerInstruction>
    {
        public OfInstruction()
        {
            RuleFor(instruction => instruction.Narrative).NotNull().SetValidator(new OfNarrative());
            RuleFor(instruction => instruction.Value).SetValidator(new OfMoney());
            RuleFor(instruction => instruction.PaymentInstrument).NotNull().SetValidator(new OfInstrument());
        }
    }

    private sealed class OfNarrative : AbstractValidator<PeerNarrative>
    {
        public OfNarrative() =>
            RuleFor(narrative => narrative.Line1).NotNull().Length(1, PeerFacts.NarrativeMax).Must(text => Has(text, PeerFacts.NarrativeCharacters));
    }

    private sealed class OfMoney : AbstractValidator<PeerMoney>
    {
        public OfMoney()
        {
            RuleFor(money => money.Amount).InclusiveBetween(PeerFacts.AmountMin, PeerFacts.AmountMax);
            RuleFor(money => money.Currency).NotEmpty().Must(AlipayHk.Currencies.Codes.Contains);
            RuleFor(money => money.Amount).LessThanOrEqualTo(PeerFacts.LimitHkd).When(money => money.Currency == AlipayHk.Currencies.Hkd);
        }
    }

    private sealed class OfInstrument : AbstractValidator<PeerInstrument>
    {
        public OfInstrument()
        {
            RuleFor(instrument => instrument.SuccessUrl).NotNull().Must(IsHttp);
            RuleFor(instrument => instrument.PendingUrl).NotNull().Must(IsHttp);
            RuleFor(instrument => instrument.FailureUrl).NotNull().Must(IsHttp);
            RuleFor(instrument => instrument.DeviceType).IsInEnum();
        }

        private static bool IsHttp(Uri? url) =>
            url is null
            || (
                url.IsAbsoluteUri
                && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
                && url.Host.Length > 0
                && !url.OriginalString.AsSpan().ContainsAnyExcept(PeerFacts.PlainAddress));
    }
}
