using System.Text.Json;

namespace Apm.Benchmarks.Peers;

/// <summary>The request written member by member, with the names encoded once.</summary>
internal static class PeerWriter
{
    private static readonly JsonEncodedText s_transactionReference = JsonEncodedText.Encode("transactionReference");
    private static readonly JsonEncodedText s_merchant = JsonEncodedText.Encode("merchant");
    private static readonly JsonEncodedText s_entity = JsonEncodedText.Encode("entity");
    private static readonly JsonEncodedText s_instruction = JsonEncodedText.Encode("instruction");
    private static readonly JsonEncodedText s_narrative = JsonEncodedText.Encode("narrative");
    private static readonly JsonEncodedText s_line1 = JsonEncodedText.Encode("line1");
    private static readonly JsonEncodedText s_value = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText s_amount = JsonEncodedText.Encode("amount");
    private static readonly JsonEncodedText s_currency = JsonEncodedText.Encode("currency");
    private static readonly JsonEncodedText s_paymentInstrument = JsonEncodedText.Encode("paymentInstrument");
    private static readonly JsonEncodedText s_type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText s_successUrl = JsonEncodedText.Encode("successURL");
    private static readonly JsonEncodedText s_pendingUrl = JsonEncodedText.Encode("pendingURL");
    private static readonly JsonEncodedText s_failureUrl = JsonEncodedText.Encode("failureURL");
    private static readonly JsonEncodedText s_deviceType = JsonEncodedText.Encode("deviceType");
    private static readonly JsonEncodedText[] s_deviceTypes =
        [JsonEncodedText.Encode("DESKTOP"), JsonEncodedText.Encode("MOBILE"), JsonEncodedText.Encode("CONSOLE"), JsonEncodedText.Encode("TABLET")];

    public static void Write(Utf8JsonWriter writer, PeerRequest request)
    {
        writer.WriteStartObject();
        writer.WriteString(s_transactionReference, request.TransactionReference);
        writer.WriteStartObject(s_merchant);
        writer.WriteString(s_entity, request.Merchant.Entity);
        writer.WriteEndObject();
        writer.WriteStartObject(s_instruction);
        writer.WriteStartObject(s_narrative);
        writer.WriteString(s_line1, request.Instruction.Narrative.Line1);
        writer.WriteEndObject();
        writer.WriteStartObject(s_value);
        writer.WriteNumber(s_amount, request.Instruction.Value.Amount);
        writer.WriteString(s_currency, request.Instruction.Value.Currency);
        writer.WriteEndObject();
        Write(writer, request.Instruction.PaymentInstrument);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
    }

    private static void Write(Utf8JsonWriter writer, PeerInstrument instrument)
    {
        writer.WriteStartObject(s_paymentInstrument);
        writer.WriteString(s_type, instrument.Type);
        writer.WriteString(s_successUrl, instrument.SuccessUrl.OriginalString);
        writer.WriteString(s_pendingUrl, instrument.PendingUrl.OriginalString);
        writer.WriteString(s_failureUrl, instrument.FailureUrl.OriginalString);
        if (instrument.DeviceType is { } deviceType)
        {
            writer.WriteString(s_deviceType, s_deviceTypes[(int)deviceType]);
        }

        writer.WriteEndObject();
    }
}
