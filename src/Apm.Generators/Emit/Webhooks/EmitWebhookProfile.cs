using Apm.Specs;

namespace Apm.Generators;

/// <summary>How deliveries are written, signed and acknowledged.</summary>
internal static class EmitWebhookProfile
{
    public static void Write(CodeWriter code, ApiModel api, WebhooksModel events)
    {
        var others = events.Others.Select((other, index) => (Name: "Profile" + CSharpText.Number(index + 2), Model: other)).ToList();
        foreach (var (name, model) in others)
        {
            Write(code, name, api, model, []);
            code.Line();
        }

        if (events.Ping is { } ping)
        {
            Ping(code, events.HasOnlyPings ? "TheProfile" : "PingProfile", api, ping);
            if (events.HasOnlyPings)
            {
                return;
            }

            code.Line();
            others.Add(("PingProfile", events));
        }

        Write(code, "TheProfile", api, events, [.. others.Select(other => other.Name)]);
    }

    private static void Ping(CodeWriter code, string name, ApiModel api, PingModel ping)
    {
        using (code.Block($"private static readonly global::Apm.WebhookProfile {name} = new()", "};"))
        {
            code.Line($"""
                IsPing = true,
                Api = {CSharpText.Literal(api.Id)},
                Id = "",
                Type = "",
                Payment = {CSharpText.Literal(ping.Path)},
                PaymentPattern = {CSharpText.LiteralOrNull(api.Response.IdPattern?.Regex)},
                MediaType = {CSharpText.Literal(ping.MediaType)},
                SignatureHeader = "",
                SignatureForm = global::Apm.WebhookSignatureForm.Single,
                SignatureAlgorithm = global::Apm.WebhookSignatureAlgorithm.HmacSha256,
                SignatureEncoding = global::Apm.WebhookSignatureEncoding.Hex,
                """);
            Acknowledgement(code, ping.Acknowledgement);
        }
    }

    private static void Acknowledgement(CodeWriter code, WebhookAcknowledgementModel acknowledgement)
    {
        code.Line($"""
            AcknowledgeStatus = {CSharpText.Number(acknowledgement.Status)},
            AcknowledgeWithin = global::System.TimeSpan.FromSeconds({CSharpText.Number(acknowledgement.Seconds)}d),
            RepeatedFor = {(acknowledgement.Days is { } days ? $"global::System.TimeSpan.FromDays({CSharpText.Number(days)}d)" : "null")},
            """);
        if (acknowledgement.Body is { } body)
        {
            code.Line($"AcknowledgeBody = {CSharpText.Literal(body)},");
        }
    }

    private static void Write(CodeWriter code, string name, ApiModel api, WebhooksModel events, IReadOnlyList<string> others)
    {
        using (code.Block($"private static readonly global::Apm.WebhookProfile {name} = new()", "};"))
        {
            if (events.Money?.CurrencyAt is { } currency)
            {
                code.Line($"MoneyCurrency = {CSharpText.Literal(currency)},");
            }

            code.Line($"""
                Api = {CSharpText.Literal(api.Id)},
                Id = {CSharpText.Literal(events.Id)},
                Type = {CSharpText.Literal(events.TypePaths[0])},
                Reference = {CSharpText.LiteralOrNull(events.Reference)},
                Timestamp = {CSharpText.LiteralOrNull(events.Timestamp)},
                Money = {CSharpText.LiteralOrNull(events.Money?.Path)},
                MoneyFormat = {(events.Money is null ? "null" : EmitApiJson.Money(events.MoneyFormat(api), api.Exponents))},
                Method = {CSharpText.LiteralOrNull(events.Method)},
                Payment = {CSharpText.LiteralOrNull(events.PaymentPaths.FirstOrDefault())},
                MediaType = {CSharpText.Literal(events.MediaType)},
                SignatureHeader = {CSharpText.Literal(events.Signature.Header ?? "")},
                SignatureForm = global::Apm.WebhookSignatureForm.{events.Signature.Form},
                SignatureAlgorithm = global::Apm.WebhookSignatureAlgorithm.{events.Signature.Algorithm},
                SignatureEncoding = global::Apm.WebhookSignatureEncoding.{events.Signature.Encoding},
                """);
            Acknowledgement(code, events.Acknowledgement);
            Recognition(code, events);
            Payments(code, api, events);
            Signing(code, events.Signature);
            if (others.Count > 0)
            {
                code.Line($"Others = [{CSharpText.Join(others)}],");
            }
        }
    }

    private static void Payments(CodeWriter code, ApiModel api, WebhooksModel events)
    {
        if (events.PaymentPaths.Count > 1)
        {
            code.Line($"OtherPayments = [{CSharpText.Join(events.PaymentPaths.Skip(1).Select(CSharpText.Literal))}],");
        }

        if (!events.PaymentPaths.IsEmpty && api.WebhookIdPattern is { } pattern)
        {
            code.Line($"PaymentPattern = {CSharpText.Literal(pattern.Regex)},");
        }

        if (events.Object is { } path)
        {
            code.Line($"Object = {CSharpText.Literal(path)},");
        }

        foreach (var result in events.Results)
        {
            EmitEventObjects.Profile(code, result);
        }
    }

    private static void Signing(CodeWriter code, WebhookSignatureModel signature)
    {
        Text("SignatureAt", signature.At);
        Text("SignaturePrefix", signature.Prefix);
        Text("SignatureTime", signature.Time);
        Text("SignatureValue", signature.Value);
        Text("SignatureOver", signature.Over);
        if (signature.Tolerance is { } seconds)
        {
            code.Line($"SignatureTolerance = global::System.TimeSpan.FromSeconds({CSharpText.Number(seconds)}d),");
        }

        if (!signature.Members.IsEmpty)
        {
            code.Line($"SignatureMembers = [{CSharpText.Join(signature.Members.Select(CSharpText.Literal))}],");
            code.Line($"SignatureJoin = {CSharpText.Literal(signature.Join)},");
        }

        if (signature.Key != SignatureKey.Text)
        {
            code.Line($"SignatureKey = global::Apm.WebhookKeyFormat.{signature.Key},");
        }

        void Text(string property, string? text)
        {
            if (text is not null)
            {
                code.Line($"{property} = {CSharpText.Literal(text)},");
            }
        }
    }

    // What only some gateways have.
    private static void Recognition(CodeWriter code, WebhooksModel events)
    {
        if (events.Each is { } each)
        {
            code.Line($"Each = {CSharpText.Literal(each)},");
        }

        if (events.IdPaths.Count > 1)
        {
            code.Line($"OtherIds = [{CSharpText.Join(events.IdPaths.Skip(1).Select(CSharpText.Literal))}],");
        }

        if (events.IsUnixTimestamp)
        {
            code.Line("IsUnixTimestamp = true,");
        }

        if (events.TypePaths.Count > 1)
        {
            code.Line($"OtherTypes = [{CSharpText.Join(events.TypePaths.Skip(1).Select(CSharpText.Literal))}],");
        }

        if (events.Classification is { } classification)
        {
            code.Line($"Classification = {CSharpText.Literal(classification.Path)},");
            code.Line($"PaymentClassifications = [{CSharpText.Join(classification.Payment.Select(CSharpText.Literal))}],");
        }

        var inferred = events.Events.Where(details => !details.When.IsEmpty).Select(InferredType).ToList();
        if (inferred.Count > 0)
        {
            code.Line($"InferredTypes = [{CSharpText.Join(inferred)}],");
        }
    }

    private static string InferredType(WebhookEventModel details)
    {
        var conditions = details.When.Select(when => when.Test is ConditionTest.Present or ConditionTest.OneOf
            ? $"new global::Apm.WebhookTypeCondition({CSharpText.Join(when.Values.Prepend(when.Path).Select(CSharpText.Literal))})"
            : EmitStates.Condition(when));
        return $"new({CSharpText.Join(conditions.Prepend(CSharpText.Literal(details.Type)))})";
    }
}
