using System.Text;
using System.Text.Json;

namespace Apm;

/// <content>Members whose value is one of the call, and members that are sent outside of the body.</content>
/// <remarks>Outside of a call, such values are not known and the members are left out.</remarks>
public ref partial struct JsonOutput
{
    /// <summary>Writes a member with a value of the call. A setting that the merchant has not set is left out.</summary>
    /// <param name="name">The member's name: a comma, the name in quotes, a colon.</param>
    /// <param name="value">The name of the value, such as <c>payment.id</c>.</param>
    /// <param name="isText">Whether the value is a text. Otherwise it is a number or a boolean.</param>
    public void Named(scoped ReadOnlySpan<byte> name, string value, bool isText = true)
    {
        if (Values?.Find(value) is { } found)
        {
            Raw(name);
            Write(found, isText);
        }
    }

    /// <summary>Writes a list with one item, which is a value of the call.</summary>
    /// <inheritdoc cref="Named"/>
    public void NamedItem(scoped ReadOnlySpan<byte> name, string value, bool isText = true)
    {
        if (Values?.Find(value) is { } found)
        {
            Raw(name);
            Byte((byte)'[');
            Write(found, isText);
            Byte((byte)']');
        }
    }

    /// <summary>Writes a member with the money of the payment.</summary>
    public void NamedMoney(scoped ReadOnlySpan<byte> name, string value, MoneyFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        if (Begin(name, value) is { } money)
        {
            Money(money, format);
        }
    }

    /// <summary>Writes a member with the amount of the money of the payment.</summary>
    public void NamedAmount(scoped ReadOnlySpan<byte> name, string value, MoneyFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        if (Begin(name, value) is { } money)
        {
            Amount(money, format);
        }
    }

    /// <summary>Writes a member with the currency of the payment.</summary>
    public void NamedCurrency(scoped ReadOnlySpan<byte> name, string value, MoneyFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        if (Begin(name, value) is { } money)
        {
            String(format.ToCode(money.Currency));
        }
    }

    /// <summary>Writes a member whose value is an amount in the currency of the payment, which is not sent.</summary>
    /// <param name="name">The member's name: a comma, the name in quotes, a colon.</param>
    /// <param name="value">The money; null if there is none.</param>
    /// <param name="format">How the gateway writes money.</param>
    /// <param name="path">The path of the amount, for a violation.</param>
    /// <param name="member">The property with the money, for a violation.</param>
    /// <exception cref="ApmValidationException">The money has another currency.</exception>
    /// <exception cref="ApmActionUnavailableException">The currency of the payment is not known.</exception>
    public void AmountOfPayment(scoped ReadOnlySpan<byte> name, Money? value, MoneyFormat format, string path, string member)
    {
        if (value is { } money && Values is { IsPlaceholder: false } values && values.Money("payment.currency").Currency is var currency
            && money.Currency != currency)
        {
            var violations = default(ApmViolations);
            violations.Add(path, member, ViolationRule.Currency, $"must be in {currency}, the currency of the payment; it is '{money.Currency}'");
            throw new ApmValidationException(violations.ToResult());
        }

        Amount(name, value, format);
    }

    /// <summary>Writes the currency of such an amount, outside of a call only.</summary>
    public void CurrencyOfPayment(scoped ReadOnlySpan<byte> name, Money? value, MoneyFormat format)
    {
        if (Values is null or { IsPlaceholder: true })
        {
            Currency(name, value, format);
        }
    }

    /// <summary>Moves the last member, if there is one, into the query string of the call.</summary>
    /// <param name="start">The <see cref="Length"/> before the member.</param>
    /// <param name="name">The name of the parameter.</param>
    public void MoveToQuery(int start, string name)
    {
        if (Take(start, name) is { } value)
        {
            Values!.AddQuery(name, value);
        }
    }

    /// <summary>Moves the last member, if there is one, into a header of the call.</summary>
    /// <param name="start">The <see cref="Length"/> before the member.</param>
    /// <param name="name">The name of the header.</param>
    public void MoveToHeader(int start, string name)
    {
        if (Take(start, name) is { } value)
        {
            Values!.AddHeader(name, value);
        }
    }

    // The money whose value is written next. A placeholder is written here.
    private Money? Begin(scoped ReadOnlySpan<byte> name, string value)
    {
        if (Values is not { } values)
        {
            return null;
        }

        Raw(name);
        if (!values.IsPlaceholder)
        {
            return values.Money(value);
        }

        String(values.Find(value)!);
        return null;
    }

    private string? Take(int start, string name)
    {
        if (Values is not { IsPlaceholder: false } || _length == start)
        {
            return null;
        }

        // A member is a comma, its name in quotes, a colon, and its value.
        var value = _buffer.AsSpan(start + Encoding.UTF8.GetByteCount(name) + 4, _length - start - Encoding.UTF8.GetByteCount(name) - 4);
        var reader = new Utf8JsonReader(value);
        reader.Read();
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(value);
        _length = start;
        return text;
    }

    private void Write(string value, bool isText)
    {
        if (isText || Values is { IsPlaceholder: true })
        {
            String(value);
        }
        else
        {
            Raw(Encoding.UTF8.GetBytes(value));
        }
    }
}
