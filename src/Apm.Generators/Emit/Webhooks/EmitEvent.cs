using Apm.Specs;

namespace Apm.Generators;

/// <summary>What a gateway tells by itself: the webhook, its type as an open set of texts, and how it is written and signed.</summary>
internal static class EmitEvent
{
    /// <summary>The types that this output declares, without the API's prefix.</summary>
    public static readonly string[] Parts = ["Event", "EventType"];

    public static string TypeType(ApiModel api) => api.Prefix + "EventType";

    public static void Write(CodeWriter code, ApiModel api, WebhooksModel events)
    {
        var type = api.Prefix + "Event";
        EmitDocs.Summary(code, $"What the {api.Name} tells by itself. Events may come twice, late and in any order.");
        code.Line(EmitContext.GeneratedCode);
        using (code.Block($"public sealed class {type} : global::Apm.PaymentEvent, global::Apm.IPaymentEvent<{type}>"))
        {
            Profile(code, api, events);
            code.Line($$"""

                private {{type}}(global::Apm.EventContent content)
                    : base(content)
                {
                }

                /// <summary>The gateway's own word for what happened; values that it adds later are kept.</summary>
                public {{TypeType(api)}} Type => new(TypeText);

                /// <inheritdoc/>
                public override global::Apm.PaymentState State => Type.State;

                static global::Apm.WebhookProfile global::Apm.IPaymentEvent<{{type}}>.Profile => TheProfile;

                /// <inheritdoc/>
                public static {{type}} Parse(global::System.ReadOnlyMemory<byte> utf8Json) => new(global::Apm.EventContent.Read(TheProfile, utf8Json));

                /// <summary>A webhook from the gateway's JSON, such as a test of a shop makes.</summary>
                /// <exception cref="global::System.Text.Json.JsonException">The text is not a JSON object.</exception>
                public static {{type}} Parse(string json) => Parse(global::System.Text.Encoding.UTF8.GetBytes(json));
                """);
        }

        code.Line();
        EmitStatus.Write(code, TypeType(api), $"What happened to a payment, in the words of the {api.Name}.", [.. api.Statuses, .. events.Types]);
    }

    private static void Profile(CodeWriter code, ApiModel api, WebhooksModel events)
    {
        using (code.Block("private static readonly global::Apm.WebhookProfile TheProfile = new()", "};"))
        {
            code.Line($"""
                Api = {CSharpText.Literal(api.Id)},
                Id = {CSharpText.Literal(events.Id)},
                Type = {CSharpText.Literal(events.Type)},
                Reference = {CSharpText.Literal(events.Reference)},
                Timestamp = {CSharpText.LiteralOrNull(events.Timestamp)},
                Money = {CSharpText.LiteralOrNull(events.Money?.Path)},
                MoneyFormat = {(events.Money is { } money ? $"new({EmitApiJson.Money(money.Format, api.Exponents)})" : "null")},
                Method = {CSharpText.LiteralOrNull(events.Method)},
                Payment = {CSharpText.LiteralOrNull(events.Payment)},
                SignatureHeader = {CSharpText.Literal(events.Signature.Header)},
                SignatureForm = global::Apm.WebhookSignatureForm.{events.Signature.Form},
                SignatureAlgorithm = global::Apm.WebhookSignatureAlgorithm.{events.Signature.Algorithm},
                SignatureEncoding = global::Apm.WebhookSignatureEncoding.{events.Signature.Encoding},
                AcknowledgeStatus = {CSharpText.Number(events.Acknowledgement.Status)},
                AcknowledgeWithin = global::System.TimeSpan.FromSeconds({CSharpText.Number(events.Acknowledgement.Seconds)}d),
                RepeatedFor = {(events.Acknowledgement.Days is { } days ? $"global::System.TimeSpan.FromDays({CSharpText.Number(days)}d)" : "null")},
                """);
        }
    }
}
