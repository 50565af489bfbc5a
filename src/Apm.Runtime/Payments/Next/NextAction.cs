namespace Apm;

/// <summary>
/// What the customer does next to pay. Gateways add further actions: an action that the spec does not describe is an
/// <see cref="UnknownAction"/>.
/// </summary>
public abstract class NextAction
{
    private protected NextAction(string name) => Name = name;

    /// <summary>The gateway's name of the action, or the one in the spec if the gateway has none.</summary>
    public string Name { get; }

    /// <summary>
    /// Whether the action has an address that a customer must not be sent to, such as one with the scheme <c>javascript</c>. The address is
    /// left out. It is in <see cref="Payment.RawJson"/>.
    /// </summary>
    public bool IsAddressRefused { get; internal init; }

    /// <summary>The type and the name. Addresses, codes and numbers are withheld.</summary>
    public override string ToString() => $"{GetType().Name} {{ Name = {SafeText.CodeOrEmpty(Name)} }}";
}

/// <summary>The customer is sent to a page, by GET or by POST.</summary>
public sealed class RedirectAction : NextAction
{
    internal RedirectAction(string name, string url)
        : base(name) => Url = url;

    /// <summary>The address, in the form of <see cref="Payment.Redirect"/>.</summary>
    public string Url { get; }

    /// <summary>Whether the customer is sent by POST: by a form that submits itself, with <see cref="Fields"/>.</summary>
    public bool IsPost { get; internal init; }

    /// <summary>The fields of the form, in the order of the response.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; internal init; } = [];
}

/// <summary>The customer opens an app.</summary>
public sealed class AppLinkAction : NextAction
{
    internal AppLinkAction(string name, string url)
        : base(name) => Url = url;

    /// <summary>The address of the app: http, https, or a scheme that the spec names.</summary>
    public string Url { get; }
}

/// <summary>The customer scans a QR code.</summary>
public sealed class QrCodeAction : NextAction
{
    internal QrCodeAction(string name)
        : base(name)
    {
    }

    /// <summary>The content of the code, from which a page makes a picture; null if the response has none.</summary>
    public string? Text { get; internal init; }

    /// <summary>The address of a picture of the code; null if the response has none.</summary>
    public string? Picture { get; internal init; }

    /// <summary>The address of a page that shows the code; null if the response has none.</summary>
    public string? Page { get; internal init; }

    /// <summary>When the code ends; null if the response does not state it.</summary>
    public DateTimeOffset? Expires { get; internal init; }
}

/// <summary>The customer pays with a number, such as at a shop or at a cash machine.</summary>
public sealed class VoucherAction : NextAction
{
    internal VoucherAction(string name)
        : base(name)
    {
    }

    /// <summary>The number of the voucher; null if the response has none.</summary>
    public string? Number { get; internal init; }

    /// <summary>The number of the receiver; null if the response has none.</summary>
    public string? Entity { get; internal init; }

    /// <summary>The last moment to pay; null if the response does not state it.</summary>
    public DateTimeOffset? Expires { get; internal init; }

    /// <summary>The address of the voucher as a document; null if the response has none.</summary>
    public string? Document { get; internal init; }

    /// <summary>The address of a page with instructions; null if the response has none.</summary>
    public string? Page { get; internal init; }

    /// <summary>What the customer pays; null if the response does not state it.</summary>
    public Money? Value { get; internal init; }
}

/// <summary>The customer transfers money to a bank account.</summary>
public sealed class BankDetailsAction : NextAction
{
    internal BankDetailsAction(string name)
        : base(name)
    {
    }

    /// <summary>The holder of the account; null if the response has none.</summary>
    public string? Holder { get; internal init; }

    /// <summary>The name of the bank; null if the response has none.</summary>
    public string? Bank { get; internal init; }

    /// <summary>The number of the account; null if the response has none.</summary>
    public string? Account { get; internal init; }

    /// <summary>The bank's code; null if the response has none.</summary>
    public string? Bic { get; internal init; }

    /// <summary>The text that the customer must write on the transfer; null if the response has none.</summary>
    public string? Reference { get; internal init; }

    /// <summary>What the customer transfers; null if the response does not state it.</summary>
    public Money? Value { get; internal init; }

    /// <summary>The last moment to pay; null if the response does not state it.</summary>
    public DateTimeOffset? Expires { get; internal init; }

    /// <summary>The address of the details as a document; null if the response has none.</summary>
    public string? Document { get; internal init; }
}

/// <summary>The customer decides elsewhere, such as in an app that the gateway has notified. There is nothing to show.</summary>
public sealed class WaitAction : NextAction
{
    internal WaitAction(string name)
        : base(name)
    {
    }

    /// <summary>The address of a page that waits; null if the response has none.</summary>
    public string? Page { get; internal init; }
}

/// <summary>An action that the spec does not describe, or whose address is refused.</summary>
public sealed class UnknownAction : NextAction
{
    internal UnknownAction(string name, string json)
        : base(name) => Json = json;

    /// <summary>The action as the gateway sent it.</summary>
    public string Json { get; }
}
