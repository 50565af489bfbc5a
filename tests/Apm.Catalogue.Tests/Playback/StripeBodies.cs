using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Apm.Catalogue.Tests.Playback;

/// <summary>Bodies in the shape that Stripe documents, with our own values.</summary>
internal static class StripeBodies
{
    public const string Id = "pi_3TidePlay0001";

    public const string Secret = "whsec_tide_play";

    /// <param name="status">The status of the payment.</param>
    /// <param name="received">What was paid, in minor units.</param>
    /// <param name="refunded">What was refunded; null if the charge is not in the response.</param>
    public static string Payment(string status, long received = 0, long? refunded = null) => $$"""
        {
          "id": "{{Id}}", "object": "payment_intent", "amount": 64900, "amount_capturable": 0, "amount_received": {{received}}, "currency": "sek",
          "client_secret": "{{Id}}_secret_Own", "last_payment_error": null, "livemode": false, "metadata": { "order_id": "TIDE-1" },
          "latest_charge": {{(refunded is { } amount ? Charge(amount) : "null")}},
          "next_action": {{(status == "requires_action" ? Redirect : "null")}}, "payment_method_types": ["klarna"], "status": "{{status}}"
        }
        """;

    public static string Refund(string id, long amount, string status) => $$"""
        {
          "id": "{{id}}", "object": "refund", "amount": {{amount}}, "charge": "py_3TidePlay", "currency": "sek", "metadata": {},
          "payment_intent": "{{Id}}", "reason": "requested_by_customer", "status": "{{status}}"
          {{(status == "failed" ? ", \"failure_reason\": \"declined\"" : "")}}
        }
        """;

    public static string Event(string id, string type, string about) => $$"""
        {
          "id": "{{id}}", "object": "event", "api_version": "2026-07-29.dahlia", "created": 1785500000, "livemode": false, "pending_webhooks": 1,
          "data": { "object": {{about}} }, "request": { "id": null, "idempotency_key": null }, "type": "{{type}}"
        }
        """;

    /// <summary>The header of a webhook, with the signature of a scheme that is not used, as the gateway sends it for tests.</summary>
    public static string Signature(string body, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{time}.{body}"));
        return $"t={time},v1={Convert.ToHexStringLower(hash)},v0={new string('0', 64)}";
    }

    private static string Charge(long refunded) => $$"""
        {
          "id": "py_3TidePlay", "object": "charge", "amount": 64900, "amount_captured": 64900, "amount_refunded": {{refunded}}, "currency": "sek",
          "disputed": false, "payment_intent": "{{Id}}", "refunded": {{(refunded == 64900 ? "true" : "false")}}, "status": "succeeded"
        }
        """;

    private const string Redirect = """
        { "redirect_to_url": { "return_url": "https://shop.example/back", "url": "https://pm-redirects.example/a/1" }, "type": "redirect_to_url" }
        """;
}
