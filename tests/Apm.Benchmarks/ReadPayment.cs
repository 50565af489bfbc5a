using System.Text.Json;
using Apm.Benchmarks.Peers;
using BenchmarkDotNet.Attributes;

namespace Apm.Benchmarks;

/// <summary>A payment out of an answer's bytes: id, status, redirect, self link, two actions, and nothing lost.</summary>
[MemoryDiagnoser]
public class ReadPayment
{
    private readonly byte[] _answer = Examples.Answer;

    [GlobalSetup]
    public void SetUp()
    {
        var generated = Generated();
        var peer = SourceGeneration();
        var bare = SourceGenerationBesideBytes();
        Agreement.On("id", generated.PaymentId, peer.PaymentId);
        Agreement.On("id", generated.PaymentId, bare.PaymentId);
        Agreement.On("status", generated.LastEvent.Value, peer.LastEvent);
        Agreement.On("status", generated.LastEvent.Value, bare.LastEvent);
        Agreement.On("redirect", generated.Redirect, peer.Url);
        Agreement.On("redirect", generated.Redirect, bare.Url);
        Agreement.On("self", generated.Self, peer.Links?["self"].Href);
        Agreement.On("self", generated.Self, bare.Links?["self"].Href);
        Agreement.On("actions", 2, generated.Actions.Count);
        foreach (var action in generated.Actions)
        {
            Agreement.On(action.Name, action.Href, peer.Actions?[action.Name].Href);
            Agreement.On(action.Name, action.Href, bare.Actions?[action.Name].Href);
        }

        Agreement.On("an undeclared member", true, generated.TryGetMember("transactionReference", out var undeclared));
        Agreement.On("an undeclared member", undeclared.GetString(), peer.Others?["transactionReference"].GetString());
        Agreement.OnBytes("What is kept", _answer, bare.RawJson.Span);
    }

    [Benchmark(Baseline = true, Description = "STJ source generation, extension data")]
    public PeerPayment SourceGeneration() => JsonSerializer.Deserialize(_answer, PeerJson.Default.PeerPayment)!;

    [Benchmark(Description = "STJ source generation, beside the bytes")]
    public PeerBarePayment SourceGenerationBesideBytes()
    {
        var payment = JsonSerializer.Deserialize(_answer, PeerJson.Default.PeerBarePayment)!;
        payment.RawJson = _answer;
        return payment;
    }

    [Benchmark(Description = "generated, every text asked for")]
    public int GeneratedAndUsed()
    {
        var payment = Generated();
        var length = payment.PaymentId.Length + payment.LastEvent.Value.Length + payment.Redirect!.Length + payment.Self!.Length;
        for (var index = 0; index < payment.Actions.Count; index++)
        {
            var action = payment.Actions[index];
            length += action.Name.Length + action.Href.Length;
        }

        return length;
    }

    [Benchmark(Description = "generated")]
    public AlipayHkPayment Generated() => new(WorldpayJson.ReadPayment(new ApmHttpResponse(201, _answer)));
}
