using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Apm.Tests;

public class ApmBodyTests
{
    private const int FirstBuffer = 1024;

    [Fact]
    public void The_buffer_goes_back_when_a_request_cannot_be_written() => Returns(() => ApmBody.Of(new Unwritable()));

    [Fact]
    public void The_buffer_goes_back_when_a_body_cannot_be_written() => Returns(() => ApmBody.Of(new Unwritable(), ApmValidationResult.Valid));

    [Fact]
    public void A_body_holds_what_was_written_and_none_holds_nothing()
    {
        var payment = ApmBody.Of((IApmRequest)new Written());
        var body = ApmBody.Of(new Written(), ApmValidationResult.Valid);

        Assert.All([payment, body], written => Assert.Equal(("[]", 2, false), (Encoding.UTF8.GetString(written.Memory.Span), written.Length, written.IsNone)));
        Assert.Equal((0, true), (ApmBody.None.Length, ApmBody.None.IsNone));
        payment.Return();
        body.Return();
        ApmBody.None.Return();
    }

    [Fact]
    public void A_body_without_members_is_none()
    {
        var empty = new Written { Json = "{}" };

        Assert.True(ApmBody.Of((IApmRequest)empty).IsNone);
        Assert.True(ApmBody.Of(empty, ApmValidationResult.Valid).IsNone);
    }

    [Fact]
    public void A_body_that_breaks_a_rule_is_not_written()
    {
        var invalid = new Written { IsValid = false };

        Assert.Throws<ApmValidationException>(() => ApmBody.Of((IApmRequest)invalid));
        Assert.Throws<ApmValidationException>(() => ApmBody.Of(invalid, invalid.Validate()));
    }

    [Fact]
    public void Whoever_writes_nothing_is_told_so()
    {
        Assert.Throws<ArgumentNullException>("request", () => ApmBody.Of((IApmRequest)null!));
        Assert.Throws<ArgumentNullException>("validation", () => ApmBody.Of(new Written(), null!));
    }

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

    private sealed class Unwritable : IApmRequest, IJsonModel<Unwritable>
    {
        private static readonly MoneyFormat s_format = new(MoneyNotation.MinorUnits, "amount", "currency", ("KWD", 2));

        public ApmValidationResult Validate() => ApmValidationResult.Valid;

        public void WriteTo(ref JsonOutput output) => Write(ref output, this);

        public static void Write(ref JsonOutput output, Unwritable value) => output.Money(new Money(1501, "KWD"), s_format);

        public static Unwritable Read(ref Utf8JsonReader reader, string path) => throw new NotSupportedException();
    }

    private sealed class Written : IApmRequest, IJsonModel<Written>
    {
        public bool IsValid { get; init; } = true;

        public string Json { get; init; } = "[]";

        public ApmValidationResult Validate() =>
            IsValid ? ApmValidationResult.Valid : new([new ApmViolation("$.a", "Value", ViolationRule.Required, "It is missing.")]);

        public void WriteTo(ref JsonOutput output) => Write(ref output, this);

        public static void Write(ref JsonOutput output, Written value) => output.Raw(Encoding.UTF8.GetBytes(value.Json));

        public static Written Read(ref Utf8JsonReader reader, string path) => throw new NotSupportedException();
    }
}
