using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Apm;

/// <summary>The members of one type of webhook. A member is null if the webhook does not have it, or if its value has another type.</summary>
public abstract class EventDetails
{
    private readonly EventContent _content;

    /// <summary>Initializes the details. Generated types call it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="content"/> is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected EventDetails(EventContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        _content = content;
    }

    /// <summary>The name of the type. The members are withheld, because some are personal data.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>A text, or the digits of a number.</summary>
    /// <param name="paths">Dotted paths; the first one with a value is read.</param>
    protected string? TextMember(params string[] paths)
    {
        foreach (var path in paths)
        {
            if (EventContent.TextOrNumber(_content.Root, path) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>A whole number.</summary>
    /// <param name="paths">As for <see cref="TextMember"/>.</param>
    protected long? IntegerMember(params string[] paths)
    {
        foreach (var path in paths)
        {
            if (EventContent.Find(_content.Root, path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value))
            {
                return value;
            }

            if (_content.IsForm
                && long.TryParse(EventContent.Text(_content.Root, path), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits))
            {
                return digits;
            }
        }

        return null;
    }

    /// <summary>A boolean.</summary>
    /// <param name="paths">As for <see cref="TextMember"/>.</param>
    protected bool? BooleanMember(params string[] paths)
    {
        foreach (var path in paths)
        {
            if (EventContent.Find(_content.Root, path) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value)
            {
                return value.ValueKind == JsonValueKind.True;
            }

            if (_content.IsForm && EventContent.Text(_content.Root, path) is "true" or "false")
            {
                return EventContent.Text(_content.Root, path) == "true";
            }
        }

        return null;
    }

    /// <summary>Money.</summary>
    /// <param name="format">How the gateway writes money in webhooks.</param>
    /// <param name="paths">As for <see cref="TextMember"/>.</param>
    protected Money? MoneyMember(MoneyFormat format, params string[] paths)
    {
        foreach (var path in paths)
        {
            if (EventContent.Money(_content.Root, path, format) is { } money)
            {
                return money;
            }
        }

        return null;
    }

    /// <summary>Money whose currency is another member.</summary>
    /// <param name="format">How the gateway writes money in webhooks.</param>
    /// <param name="currency">The path of the currency.</param>
    /// <param name="paths">The paths of the amount, as for <see cref="TextMember"/>.</param>
    protected Money? AmountMember(MoneyFormat format, string currency, params string[] paths)
    {
        foreach (var path in paths)
        {
            if (EventContent.Money(_content.Root, path, currency, format) is { } money)
            {
                return money;
            }
        }

        return null;
    }

    /// <summary>A time in ISO 8601 or RFC 3339. Without an offset it is UTC.</summary>
    /// <param name="paths">As for <see cref="TextMember"/>.</param>
    protected DateTimeOffset? TimestampMember(params string[] paths)
    {
        foreach (var path in paths)
        {
            if (TimestampText.TryParse(EventContent.Text(_content.Root, path), out var time))
            {
                return time;
            }
        }

        return null;
    }

    /// <summary>A date as year-month-day.</summary>
    /// <param name="paths">As for <see cref="TextMember"/>.</param>
    protected DateOnly? DateMember(params string[] paths)
    {
        foreach (var path in paths)
        {
            if (DateOnly.TryParseExact(EventContent.Text(_content.Root, path), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }
        }

        return null;
    }
}
