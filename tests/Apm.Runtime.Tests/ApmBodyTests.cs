using System.Buffers;
using System.Text.Json;
using Apm.Tests.Acme;

namespace Apm.Tests;

public class ApmBodyTests
{
    private const int FirstBuffer = 1024;

    [Fact]
    public void The_buffer_goes_back_when_a_request_cannot_be_written() => Returns(() => ApmBody.Of(new Unwritable()));

    [Fact]
    public void The_buffer_goes_back_when_a_body_cannot_be_written() => Returns(() => ApmBody.Of(new Unwritable(), ApmValidationResult.Valid));

    private static void Returns(Action write)
    {
        // The pool gives a thread what the thread gave back last.
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        ArrayPool<byte>.Shared.Return(buffer);

        Assert.Throws<InvalidOperationException>(write);

        var again = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        ArrayPool<byte>.Shared.Return(again);
        Assert.Same(buffer, again);
    }

    private sealed class Unwritable : IPaymentRequest<AcmePayment>, IJsonModel<Unwritable>
    {
        private static readonly MoneyFormat s_format = new(MoneyNotation.MinorUnits, "amount", "currency", ("KWD", 2));

        public string? Reference => null;

        public string Method => "acme_wallet";

        public ApmValidationResult Validate() => ApmValidationResult.Valid;

        public void WriteTo(ref JsonOutput output) => Write(ref output, this);

        public static void Write(ref JsonOutput output, Unwritable value) => output.Money(new Money(1501, "KWD"), s_format);

        public static Unwritable Read(ref Utf8JsonReader reader, string path) => throw new NotSupportedException();
    }
}
