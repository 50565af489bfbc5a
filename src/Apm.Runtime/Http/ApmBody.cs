using System.Buffers;
using System.ComponentModel;

namespace Apm;

/// <summary>The body of a request in a pooled buffer, or no body. Pass it to <see cref="ApmTransport"/> once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ApmBody
{
    private readonly byte[]? _buffer;
    private readonly bool _isKept;

    internal ApmBody(byte[] buffer, int length, bool isKept = false)
    {
        _buffer = buffer;
        _isKept = isKept;
        Length = length;
    }

    /// <summary>No body: the request consists of the link only.</summary>
    public static ApmBody None => default;

    /// <summary>The length in bytes.</summary>
    public int Length { get; }

    /// <summary>Whether there is no body.</summary>
    public bool IsNone => _buffer is null;

    /// <summary>Validates a request and writes its body. A request without members has no body.</summary>
    /// <exception cref="ApmValidationException">The request breaks a rule of its spec.</exception>
    public static ApmBody Of(IApmRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIfInvalid(request.Validate());
        var output = JsonOutput.Rent();
        try
        {
            request.WriteTo(ref output);
            return IsEmpty(output.WrittenSpan) ? None : output.Detach();
        }
        finally
        {
            output.Dispose();
        }
    }

    /// <summary>Validates a request and writes its body with values of the call.</summary>
    /// <exception cref="ApmValidationException">The request breaks a rule of its spec.</exception>
    /// <exception cref="ApmActionUnavailableException">A value of the payment is not known.</exception>
    public static ApmBody Of(IApmRequest request, CallValues values)
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIfInvalid(request.Validate());
        var output = JsonOutput.RentFor(values);
        try
        {
            request.WriteTo(ref output);
            return IsEmpty(output.WrittenSpan) ? None : output.Detach();
        }
        finally
        {
            output.Dispose();
        }
    }

    /// <summary>Writes the body of an operation with values of the call. A body without members is none.</summary>
    /// <param name="body">The body.</param>
    /// <param name="validation">The result of its validator.</param>
    /// <param name="values">The values.</param>
    /// <exception cref="ApmValidationException">The body breaks a rule of its spec.</exception>
    /// <exception cref="ApmActionUnavailableException">A value of the payment is not known.</exception>
    public static ApmBody Of<TBody>(TBody body, ApmValidationResult validation, CallValues values)
        where TBody : IJsonModel<TBody>
    {
        ThrowIfInvalid(validation);
        var output = JsonOutput.RentFor(values);
        try
        {
            TBody.Write(ref output, body);
            return IsEmpty(output.WrittenSpan) ? None : output.Detach();
        }
        finally
        {
            output.Dispose();
        }
    }

    /// <summary>Writes the body of an operation. A body without members is none.</summary>
    /// <param name="body">The body.</param>
    /// <param name="validation">The result of its validator.</param>
    /// <exception cref="ApmValidationException">The body breaks a rule of its spec.</exception>
    public static ApmBody Of<TBody>(TBody body, ApmValidationResult validation)
        where TBody : IJsonModel<TBody>
    {
        ThrowIfInvalid(validation);
        var output = JsonOutput.Rent();
        try
        {
            TBody.Write(ref output, body);
            return IsEmpty(output.WrittenSpan) ? None : output.Detach();
        }
        finally
        {
            output.Dispose();
        }
    }

    private static bool IsEmpty(ReadOnlySpan<byte> json) => json.SequenceEqual("{}"u8);

    private static void ThrowIfInvalid(ApmValidationResult validation)
    {
        ArgumentNullException.ThrowIfNull(validation);
        if (!validation.IsValid)
        {
            throw new ApmValidationException(validation);
        }
    }

    /// <summary>A body that the pool does not get back, so that it can be sent again.</summary>
    internal ApmBody Kept()
    {
        if (_buffer is null || _isKept)
        {
            return this;
        }

        var kept = new ApmBody(Memory.ToArray(), Length, isKept: true);
        Return();
        return kept;
    }

    internal ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, Length);

    internal void Return()
    {
        if (_buffer is not null && !_isKept)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }
}
