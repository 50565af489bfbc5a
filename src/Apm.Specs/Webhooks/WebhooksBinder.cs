namespace Apm.Specs;

/// <summary>Reads <c>webhooks</c> of an API file.</summary>
internal static class WebhooksBinder
{
    /// <param name="money">How the API writes money, which events may do otherwise.</param>
    public static WebhooksModel? Bind(SpecMapping api, MoneyFormatModel money)
    {
        if (api.Find("webhooks") is not { } entry || entry.Mapping() is not { } mapping)
        {
            return null;
        }

        var map = new SpecMapping(mapping, SpecKeys.Webhooks, api.Diagnostics, entry.Key.Span);
        var paths = new ResponsePaths(api.Diagnostics, canBeSame: false);
        var id = paths.Read(map.Require("id"));
        var type = paths.ReadSeveral(map.Require("type"));
        var webhooks = new WebhooksModel
        {
            Id = id ?? "id",
            TypePaths = type.IsEmpty ? new[] { "type" }.ToEquatableArray() : type,
            Classification = Classification(map.Find("classification"), paths),
            Reference = paths.Read(map.Require("reference")) ?? "reference",
            Timestamp = paths.Read(map.Find("timestamp")),
            Money = Money(map.Find("money"), paths, money),
            Method = paths.Read(map.Find("method")),
            Payment = paths.Read(map.Find("payment")),
            MediaType = MediaType(map.Find("media-type")) ?? "application/json",
            Signature = Signature(map.Require("signature")),
            Acknowledgement = Acknowledgement(map.Require("acknowledge")),
            Types = ApiResponse.Models(
                new StatusReader<PaymentState>(ApiResponse.Listed(api.EntryOf("statuses")), SpecKeys.TypeItem).Read(map.Find("types"))),
        };
        var types = ApiResponse.Listed(api.EntryOf("statuses")).Keys.Concat(webhooks.Types.Select(known => known.Status)).ToList();
        return webhooks with { Events = new WebhookEventsBinder(types, paths, webhooks.Money?.Format ?? money).Bind(map.Find("events")) };
    }

    private static WebhookClassificationModel? Classification(SpecValue? entry, ResponsePaths paths)
    {
        if (Map(entry, SpecKeys.Classification) is not { } map)
        {
            return null;
        }

        var at = paths.Read(map.Require("at"));
        var payment = map.Require("payment")?.Texts().Select(text => text.Value).ToEquatableArray() ?? default;
        if (map.EntryOf("payment")?.Value is SequenceSyntax { Items.Count: 0 })
        {
            map.Find("payment")!.Empty();
        }

        return at is null || payment.IsEmpty ? null : new WebhookClassificationModel(at, payment);
    }

    private static WebhookMoneyModel? Money(SpecValue? entry, ResponsePaths paths, MoneyFormatModel money)
    {
        if (Map(entry, SpecKeys.WebhookMoney) is not { } map)
        {
            return null;
        }

        var at = paths.Read(map.Require("at"));
        var format = ApiMoney.Members(map, map.Find("notation"), map.Find("amount"), map.Find("currency"), money);
        var currency = map.CurrencyPath(nameof(FieldType.Money), format, entry!.Key.Span);
        return at is null ? null : new WebhookMoneyModel(at, format, currency);
    }

    private static WebhookSignatureModel Signature(SpecValue? entry)
    {
        var map = Map(entry, SpecKeys.Signature);
        return new WebhookSignatureModel(
            ApiConnectionBinder.HeaderName(map?.Require("header")) ?? "Signature",
            map?.Require("form")?.Choice<SignatureForm>() ?? SignatureForm.Single,
            Algorithm(map?.Require("algorithm")) ?? SignatureAlgorithm.HmacSha256,
            map?.Require("encoding")?.Choice<SignatureEncoding>() ?? SignatureEncoding.Hex);
    }

    private static SignatureAlgorithm? Algorithm(SpecValue? entry)
    {
        if (entry?.Choice<SignatureAlgorithm>() is not SignatureAlgorithm.RsaSha256 and var algorithm)
        {
            return algorithm;
        }

        entry.Diagnostics.Add(SpecDescriptors.NotApplicable, entry.Value.Span, "webhooks have an HMAC: write hmac-sha256 or hmac-sha512");
        return null;
    }

    private static WebhookAcknowledgementModel Acknowledgement(SpecValue? entry)
    {
        var map = Map(entry, SpecKeys.Acknowledge);
        return new WebhookAcknowledgementModel(
            (int)(map?.Require("status")?.Integer(200, 299) ?? 200),
            (int)(map?.Require("seconds")?.Integer(1, 600) ?? 10),
            (int?)map?.Find("days")?.Integer(1, 90));
    }

    private static string? MediaType(SpecValue? entry)
    {
        if (entry?.Scalar() is not { } scalar)
        {
            return null;
        }

        if (scalar.Value.Split('/') is { Length: 2 } parts
            && parts.All(part => part.Length > 0 && part.All(c => c is > ' ' and <= '~' && "()<>@,;:\\\"[]{}?=".IndexOf(c) < 0)))
        {
            return scalar.Value;
        }

        entry.Diagnostics.Add(
            SpecDescriptors.WrongKind,
            scalar.Span,
            $"{MessageText.Of(scalar.Value)} is not a media type: '{entry.Name}' must be {entry.Hint}");
        return null;
    }

    private static SpecMapping? Map(SpecValue? entry, SpecKeySet keys) =>
        entry?.Mapping() is { } mapping ? new SpecMapping(mapping, keys, entry.Diagnostics, entry.Key.Span) : null;
}
