using System.Buffers;
using System.Text.Json;
using Apm.Benchmarks.Peers;
using BenchmarkDotNet.Attributes;

namespace Apm.Benchmarks;

/// <summary>An AlipayHK request to UTF-8 JSON.</summary>
[MemoryDiagnoser]
public class SerializeRequest
{
    private static readonly JsonWriterOptions s_trusting = new() { SkipValidation = true };

    private readonly IPaymentRequest<AlipayHkPayment> _generated = Examples.Generated;
    private readonly PeerRequest _peer = Examples.Peer;
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private Utf8JsonWriter _writer = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _writer = new Utf8JsonWriter(_buffer, s_trusting);
        var output = JsonOutput.Rent();
        _generated.WriteTo(ref output);
        var expected = output.WrittenSpan.ToArray();
        output.Dispose();

        CachedWriter();
        Agreement.OnBytes("The cached writer", expected, _buffer.WrittenSpan);
        HandWrittenWriter();
        Agreement.OnBytes("The writer by hand", expected, _buffer.WrittenSpan);
        Agreement.OnBytes("The plain call", expected, PlainCall());
        Agreement.OnBytes("The generated type info", expected, GeneratedTypeInfo());
    }

    [Benchmark(Baseline = true, Description = "STJ source generation, cached writer")]
    public int CachedWriter()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        JsonSerializer.Serialize(_writer, _peer, PeerJson.Default.PeerRequest);
        return _buffer.WrittenCount;
    }

    [Benchmark(Description = "generated")]
    public int Generated()
    {
        var output = JsonOutput.Rent();
        _generated.WriteTo(ref output);
        var length = output.WrittenSpan.Length;
        output.Dispose();
        return length;
    }

    [Benchmark(Description = "Utf8JsonWriter by hand")]
    public int HandWrittenWriter()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        PeerWriter.Write(_writer, _peer);
        return _buffer.WrittenCount;
    }

    [Benchmark(Description = "STJ source generation, plain call")]
    public byte[] PlainCall() => JsonSerializer.SerializeToUtf8Bytes(_peer, PeerJson.Default.PeerRequest);

    [Benchmark(Description = "generated, through STJ")]
    public byte[] GeneratedTypeInfo() => JsonSerializer.SerializeToUtf8Bytes(Examples.Generated, WorldpayJson.AlipayHkPaymentRequest);
}
