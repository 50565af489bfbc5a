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

    }

    public string Id { get; } = Guid.NewGuid().ToString("D");

    /// <summary>A delivery that only names a payment.</summary>
    public static byte[] Ping(PingModel ping, string id)
    {
        var body = new JsonObject();
        Dotted.Set(body, ping.Path, id);
        return Encoding.UTF8.GetBytes(ping.IsForm ? FormBody.Of(body) : body.ToJsonString());
    }

    /// <summary>The payment, of which the webhook tells.</summary>
    public WebhookBody WithPayment()
    {
        var api = _payment.Api;
        if (_webhooks.Object is { } path)
        {
            var query = api.Operation(OperationId.Query) ?? api.Operations[0];
            var payment = new PaymentAnswers(api, new Router(api), null).Body(query, _payment, _payment.Origin);
            SetAround(path, payment);
        }

        // The first paths can be those of the payment of a refund.
        if (!_webhooks.PaymentPaths.IsEmpty)
        {
            Dotted.Set(_body, _webhooks.PaymentPaths[^1], Link);
        }

        return this;
    }

    /// <summary>A refund or a capture, with its type and its payment.</summary>
    public WebhookBody WithResult(WebhookResultModel model, ResultTypeModel type, ToldResult result)
    {
        WithType(type.Type);
        if (model.At is { } at)
        {
            SetAround(at, ResultAnswers.Body(_payment.Api, result.Record!, null));
        }
        else
        {
            Dotted.Set(_body, model.Id!, result.Id);
        }

        if (!_webhooks.PaymentPaths.Any(path => Dotted.Get(_body, path)?.ToString() == Link)
            && _webhooks.PaymentPaths.FirstOrDefault(path => Dotted.Get(_body, path) is null) is { } free)
        {
            Dotted.Set(_body, free, Link);
        }

        foreach (var other in _webhooks.Results.SelectMany(other => other.Types).Where(other => other.Type == type.Type && other.When != type.When))
        {
            ConditionMembers.Miss([.. other.When], _body);
        }

        ConditionMembers.Meet(type.When, _body);
        return this;
    }

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

    /// <summary>The body of a delivery with these notifications, of which there is one unless the API has several in a delivery.</summary>
    public static byte[] ToUtf8(WebhooksModel webhooks, IReadOnlyList<WebhookBody> notifications)
    {
        var body = notifications[0]._body;
        if (webhooks.Each is { } each)
        {
            body = [];
            Dotted.Set(body, each, notifications[0]._body);
            var list = each[..each.IndexOf("[]", StringComparison.Ordinal)];
            foreach (var other in notifications.Skip(1))
            {
                var alone = new JsonObject();
                Dotted.Set(alone, each, other._body);
                Dotted.Get(body, list)!.AsArray().Add(Dotted.Get(alone, list)!.AsArray()[0]!.DeepClone());
            }
        }

        return Encoding.UTF8.GetBytes(webhooks.IsForm ? FormBody.Of(body) : body.ToJsonString());
    }

    private string Link => _payment.Api.Operation(OperationId.Query) is { TargetIsLink: true }
        ? new Router(_payment.Api).SelfHref(_payment.Origin, _payment.Id)
        : _payment.Id;

    // Members of the webhook can be within the object.
    private void SetAround(string path, JsonObject found)
    {
        var inside = Dotted.Get(_body, path) as JsonObject;
        foreach (var member in inside?.ToList() ?? [])
        {
            found[member.Key] ??= member.Value?.DeepClone();
        }

        Dotted.Set(_body, path, found);
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
