namespace Apm.Specs;

/// <summary>Reads one description of deliveries under <c>webhooks</c>.</summary>
/// <param name="map">The description.</param>
/// <param name="api">The API file.</param>
/// <param name="money">How the API writes money, which events may do otherwise.</param>
internal sealed class WebhooksBinder(SpecMapping map, SpecMapping api, MoneyFormatModel money)
{
    public const string Json = "application/json";

    /// <param name="seen">The statuses and types that have a state already.</param>
    public WebhooksModel Bind(Dictionary<string, ScalarSyntax> seen)
    {
        var paths = new ResponsePaths(api.Diagnostics, canBeSame: false);
        var id = Id(map.Require("id"), paths);
        var type = paths.ReadSeveral(map.Require("type"));
        var (timestamp, form) = Timestamp(map.Find("timestamp"));
        var webhooks = new WebhooksModel
        {
            Each = Each(map.Find("each")),
            IdPaths = id.IsEmpty ? new[] { "id" }.ToEquatableArray() : id,
            TypePaths = type.IsEmpty ? new[] { "type" }.ToEquatableArray() : type,
            Classification = Classification(map.Find("classification"), paths),
            Reference = paths.Read(map.EntryOf("payment") is null ? map.Require("reference") : map.Find("reference")),
            Timestamp = paths.Read(timestamp),
            IsUnixTimestamp = form is not null,
            Money = Money(map.Find("money"), paths, money),
            Method = paths.Read(map.Find("method")),
            PaymentPaths = paths.ReadSeveral(map.Find("payment")),
            MediaType = MediaType(map.Find("media-type")) ?? Json,
            Signature = SignatureBinder.Bind(map.Require("signature")),
            Acknowledgement = Acknowledgement(map.Require("acknowledge")),
            Types = ApiResponse.Models(new StatusReader<PaymentState>(seen, SpecKeys.TypeItem).Read(map.Find("types"))),
            Results = new WebhookResultsBinder(api, new Dictionary<string, ScalarSyntax>(seen, StringComparer.Ordinal)).Bind(map.Find("results")),
        };
        if (webhooks.IsForm && map.KeySpan("each") is { } each)
        {
            api.Diagnostics.Add(SpecDescriptors.NotApplicable, each, "a form is one notification: remove 'each', or correct 'media-type'");
        }

        var types = ApiResponse.Listed(api.EntryOf("statuses")).Keys
            .Concat(webhooks.Types.Select(known => known.Status))
            .Concat(webhooks.Results.SelectMany(result => result.Types).Select(known => known.Type))
            .ToList();
        webhooks = webhooks with { Object = map.Find("object") is { } body ? paths.ReadObject(body) : null };
        return webhooks with { Events = new WebhookEventsBinder(types, paths, webhooks.Money?.Format ?? money).Bind(map.Find("events")) };
    }

    private static string? Each(SpecValue? entry)
    {
        if (entry?.Scalar() is not { } path || !FieldPath.IsValidInResponse(path, entry.Diagnostics))
        {
            return null;
        }

        var steps = MemberPath.Parse(path.Value)!;
        if (steps.Any(step => step.Name is null) && steps.All(step => step.Member is null))
        {
            return path.Value;
        }

        entry.Diagnostics.Add(
            SpecDescriptors.WrongKind,
            path.Span,
            $"{MessageText.Of(path.Value)} is not the path of all items of a list: write [] after the name of the list, such as notifications[]");
        return null;
    }

    private static EquatableArray<string> Id(SpecValue? entry, ResponsePaths paths) => entry?.Value is MappingSyntax
        // The members can have another meaning, too.
        ? new ResponsePaths(entry.Diagnostics, canBeSame: true).ReadSeveral(Map(entry, WebhookKeys.WebhookId)!.Require("of"))
        : paths.Read(entry) is { } path ? new[] { path }.ToEquatableArray()
        : default;

    // The path of a time, and its form if it is not ISO 8601.
    private static (SpecValue? At, TimestampForm? Form) Timestamp(SpecValue? entry) => entry?.Value is MappingSyntax
        ? Map(entry, WebhookKeys.Timestamp) is { } map ? (map.Require("at"), map.Find("form")?.Choice<TimestampForm>()) : default
        : (entry, null);

    private static WebhookClassificationModel? Classification(SpecValue? entry, ResponsePaths paths)
    {
        if (Map(entry, WebhookKeys.Classification) is not { } map)
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
        if (Map(entry, WebhookKeys.WebhookMoney) is not { } map)
        {
            return null;
        }

        var at = paths.Read(map.Require("at"));
        var format = ApiMoney.Members(map, map.Find("notation"), map.Find("amount"), map.Find("currency"), money);
        var currency = map.CurrencyPath(nameof(FieldType.Money), format, entry!.Key.Span, knowsPayment: false);
        return at is null ? null : new WebhookMoneyModel(at, format, currency);
    }

    public static WebhookAcknowledgementModel Acknowledgement(SpecValue? entry)
    {
        var map = Map(entry, WebhookKeys.Acknowledge);
        return new WebhookAcknowledgementModel(
            (int)(map?.Require("status")?.Integer(200, 299) ?? 200),
            (int)(map?.Find("seconds")?.Integer(1, 600) ?? 10),
            (int?)map?.Find("days")?.Integer(1, 90))
        {
            Body = map?.Find("body")?.Text(1000),
        };
    }

    public static string? MediaType(SpecValue? entry)
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

/// <summary>How a time is written. The names are the ids in API files, in kebab case.</summary>
internal enum TimestampForm
{
    UnixSeconds,
}
