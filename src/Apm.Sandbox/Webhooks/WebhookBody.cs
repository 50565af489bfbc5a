using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Creates the body of a webhook, from the API file alone.</summary>
internal static class WebhookBody
{
    public static byte[] Of(WebhooksModel events, PaymentRecord payment, string id, string type, long amount, DateTimeOffset now)
    {
        var body = new JsonObject();
        Dotted.Set(body, events.Id, id);
        Dotted.Set(body, events.Type, type);
        Dotted.Set(body, events.Reference, payment.Reference);
        if (events.Timestamp is { } timestamp)
        {
            // Without an offset, so that shops are tested with such a time.
            Dotted.Set(body, timestamp, now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture));
        }

        if (events.Money is { } money)
        {
            Dotted.Set(body, money.Path, Money(payment, amount, money.Format));
        }

        if (events.Method is { } method)
        {
            Dotted.Set(body, method, payment.Method.GatewayId);
        }

        if (events.Payment is { } link)
        {
            Dotted.Set(body, link, new Router(payment.Api).SelfHref(payment.Origin, payment.Id));
        }

        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private static JsonObject Money(PaymentRecord payment, long amount, MoneyFormatModel format) => new()
    {
        [format.AmountName] = format.Notation == MoneyNotation.MinorUnits ? amount : Exponents.Print(payment.Api, amount, payment.Currency),
        [format.CurrencyName] = payment.Currency,
    };
}
