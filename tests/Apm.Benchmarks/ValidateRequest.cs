using Apm.Benchmarks.Peers;
using BenchmarkDotNet.Attributes;

namespace Apm.Benchmarks;

/// <summary>A valid AlipayHK request against every rule of its spec.</summary>
[MemoryDiagnoser]
public class ValidateRequest
{
    private readonly AlipayHkPaymentRequest _generated = Examples.Generated;
    private readonly PeerRequest _peer = Examples.Peer;
    private readonly PeerFluent _fluent = new();

    [GlobalSetup]
    public void SetUp()
    {
        Verdicts(_generated, _peer, wrong: 0);

        // One mistake of every kind: each peer must find what the generated validator finds. The analyzer finds them too.
#pragma warning disable APM1001, APM1002, APM1003, APM1004, APM1005, APM1008
        Verdicts(_generated with { TransactionReference = "" }, _peer with { TransactionReference = "" }, wrong: 1);
        Verdicts(_generated with { TransactionReference = new('a', 65) }, _peer with { TransactionReference = new('a', 65) }, wrong: 1);
        Verdicts(_generated with { TransactionReference = "a b" }, _peer with { TransactionReference = "a b" }, wrong: 1);
        Verdicts(_generated with { Merchant = null! }, _peer with { Merchant = null! }, wrong: 1);
        Money(0, "HKD", wrong: 1);
        Money(5_000_001, "HKD", wrong: 1);
        Money(5_000_001, "EUR", wrong: 0);
        Money(1234, "USD", wrong: 1);
        Urls(new Uri("/success", UriKind.Relative));
        Urls(new Uri("https://shop.example/a blank"));
        Urls(new Uri("ftp://shop.example/success"));
        Urls(null!);
#pragma warning restore APM1001, APM1002, APM1003, APM1004, APM1005, APM1008
    }

    [Benchmark(Baseline = true, Description = "ifs by hand")]
    public bool Ifs() => PeerIfs.Validate(_peer).Count == 0;

    [Benchmark(Description = "generated")]
    public bool Generated() => _generated.Validate().IsValid;

    [Benchmark(Description = "FluentValidation")]
    public bool Fluent() => _fluent.Validate(_peer).IsValid;

    private void Money(long amount, string currency, int wrong) =>
        Verdicts(
            _generated with
            {
                Instruction = _generated.Instruction with { Value = new Money(amount, currency) },
            },
            _peer with
            {
                Instruction = _peer.Instruction with { Value = new PeerMoney(amount, currency) },
            },
            wrong);

    private void Urls(Uri url) =>
        Verdicts(
            _generated with
            {
                Instruction = _generated.Instruction with { PaymentInstrument = _generated.Instruction.PaymentInstrument with { SuccessUrl = url } },
            },
            _peer with
            {
                Instruction = _peer.Instruction with { PaymentInstrument = _peer.Instruction.PaymentInstrument with { SuccessUrl = url } },
            },
            wrong: 1);

    private void Verdicts(AlipayHkPaymentRequest generated, PeerRequest peer, int wrong)
    {
        Agreement.On("generated", wrong, generated.Validate().Violations.Count);
        Agreement.On("ifs by hand", wrong, PeerIfs.Validate(peer).Count);
        Agreement.On("FluentValidation", wrong, _fluent.Validate(peer).Errors.Count);
    }
}
