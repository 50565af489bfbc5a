using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Writes the body of a webhook, from the specs alone.</summary>
internal sealed class WebhookBody
{
    private readonly JsonObject _body = [];
    private readonly PaymentRecord _payment;
    private readonly WebhooksModel _webhooks;
    private readonly DateTimeOffset _now;

    public WebhookBody(PaymentRecord payment, DateTimeOffset now)
    {
        (_payment, _webhooks, _now) = (payment, payment.Api.Webhooks!, now);
        if (_webhooks.IdPaths.Count == 1)
        {
            Dotted.Set(_body, _webhooks.Id, Id);
        }

        if (_webhooks.Reference is { } reference)
        {
            Dotted.Set(_body, reference, payment.Reference);
        }

        if (_webhooks.Classification is { } classification)
        {
            Dotted.Set(_body, classification.Path, classification.Payment[0]);
        }

        if (_webhooks.Timestamp is { } timestamp)
        {
            // Without an offset, so that shops are tested with such a time.
            Dotted.Set(
                _body,
                timestamp,
                _webhooks.IsUnixTimestamp
                    ? now.ToUnixTimeSeconds()
                    : now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture));
        }

        if (_webhooks.Method is { } method)
        {
            Dotted.Set(_body, method, payment.Method.GatewayId);
        }

        if (_webhooks.Payment is { } link)
        {
            Dotted.Set(_body, link, new Router(payment.Api).SelfHref(payment.Origin, payment.Id));
        }
    }

    public string Id { get; } = Guid.NewGuid().ToString("D");

    /// <summary>A type, and the members by which it has its state.</summary>
    public WebhookBody WithType(StatusModel type)
    {
        WithType(type.Status);
        foreach (var other in _webhooks.Types.Where(other => other.Status == type.Status && other.When != type.When))
        {
            ConditionMembers.Miss([.. other.When], _body);
        }

        ConditionMembers.Meet(type.When, _body);
        return this;
    }

    private WebhookBody WithType(string type)
    {
        Dotted.Set(_body, _webhooks.TypePaths[0], type);
        return this;
    }

    public WebhookBody WithMoney(long amount)
    {
        if (_webhooks.Money is { } money)
        {
            SetMoney(money.Path, money.CurrencyAt, amount);
        }

        return this;
    }

    /// <summary>The members that a method gives to a type of webhook. A type that is recognized by its members is not written.</summary>
    public WebhookBody WithDetails(MethodEventModel caused)
    {
        var details = _webhooks.Events.First(one => one.Type == caused.Type);
        foreach (var member in details.Members.Where(member => caused.Members.Contains(member.Name)))
        {
            if (member.Type == WebhookMemberType.Money)
            {
                SetMoney(member.Paths[0], member.CurrencyAt, _payment.Amount);
            }
            else
            {
                Dotted.Set(_body, member.Paths[0], Value(member));
            }
        }

        foreach (var condition in details.When)
        {
            ConditionMembers.Meet([condition], _body);
        }

        return details.When.IsEmpty ? WithType(details.Type) : this;
    }

    /// <summary>Completes the id, and signs the members if the signature is in the body.</summary>
    public WebhookBody Sign(IReadOnlyDictionary<string, string> keys)
    {
        // Members of an id that have another meaning keep their values.
        if (_webhooks.IdPaths.Count > 1 && _webhooks.IdPaths.FirstOrDefault(path => Dotted.Get(_body, path) is null) is { } free)
        {
            Dotted.Set(_body, free, Id);
        }

        if (_webhooks.Signature.At is { } at)
        {
            using var parsed = JsonDocument.Parse(_body.ToJsonString());
            Dotted.Set(_body, at, WebhookSigner.Sign(_webhooks.Signature, keys, parsed.RootElement));
        }

        return this;
    }

    public byte[] ToUtf8()
    {
        var body = _body;
        if (_webhooks.Each is { } each)
        {
            body = [];
            Dotted.Set(body, each, _body);
        }

        return Encoding.UTF8.GetBytes(_webhooks.IsForm ? FormBody.Of(body) : body.ToJsonString());
    }

    // A shop may send a text back, such as the id of a token. It is therefore unique, and has letters and digits only.
    private JsonNode Value(WebhookMemberModel member) => member.Type switch
    {
        WebhookMemberType.Integer => 1,
        WebhookMemberType.Boolean => true,
        WebhookMemberType.Timestamp => _now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        WebhookMemberType.Date => _now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => "sandbox" + RandomNumberGenerator.GetHexString(12, lowercase: true),
    };

    private void SetMoney(string path, string? currencyAt, long amount)
    {
        var members = new MoneyMembers(_payment.Api, _webhooks.MoneyFormat(_payment.Api));
        Dotted.Set(_body, path, currencyAt is null ? members.Object(amount, _payment.Currency) : members.Amount(amount, _payment.Currency));
        if (currencyAt is not null)
        {
            Dotted.Set(_body, currencyAt, members.Currency(_payment.Currency));
        }
    }
}
