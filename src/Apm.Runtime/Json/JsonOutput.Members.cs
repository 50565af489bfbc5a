using System.Runtime.CompilerServices;

namespace Apm;

/// <content>Members of an object. A member without a value is left out.</content>
/// <remarks>A name is passed as it is written: a comma, the name in quotes, a colon.</remarks>
public ref partial struct JsonOutput
{
    /// <summary>Writes a member whose value is a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void String(scoped ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            Raw(name);
            String(value);
        }
    }

    /// <summary>Writes a member whose value is an address.</summary>
    public void Uri(scoped ReadOnlySpan<byte> name, Uri? value) => String(name, value?.OriginalString);

    /// <summary>Writes a member whose value is an integer.</summary>
    public void Integer(scoped ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            Raw(name);
            Integer(number);
        }
    }

    /// <summary>Writes a member whose value is the text of an integer.</summary>
    public void IntegerText(scoped ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            Raw(name);
            IntegerText(number);
        }
    }

    /// <summary>Writes a member whose value is the text <c>true</c> or <c>false</c>.</summary>
    public void BooleanText(scoped ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } boolean)
        {
            Raw(name);
            BooleanText(boolean);
        }
    }

    /// <summary>Writes a member whose value is an amount. Its currency is another member.</summary>
    /// <exception cref="InvalidOperationException">The gateway's format cannot represent the amount exactly, or does not know the currency.</exception>
    public void Amount(scoped ReadOnlySpan<byte> name, Money? value, MoneyFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        if (value is { } money)
        {
            Raw(name);
            Amount(money, format);
        }
    }

    /// <summary>Writes a member whose value is the currency of an amount.</summary>
    public void Currency(scoped ReadOnlySpan<byte> name, Money? value, MoneyFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        if (value is { } money)
        {
            Raw(name);
            String(format.ToCode(money.Currency));
        }
    }

    /// <summary>Writes a member whose value is a date.</summary>
    public void Date(scoped ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is { } date)
        {
            Raw(name);
            Date(date);
        }
    }

    /// <summary>Writes a member whose value is <c>true</c> or <c>false</c>.</summary>
    public void Boolean(scoped ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } boolean)
        {
            Raw(name);
            Boolean(boolean);
        }
    }
}
