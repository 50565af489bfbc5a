using Apm.Specs;

namespace Apm.Generators;

/// <summary>The payment, the refund and the capture that a webhook contains or names, and the query of a payment that a ping names.</summary>
internal static class EmitEventObjects
{
    /// <summary>The properties that only some APIs have.</summary>
    public static IReadOnlyList<string> Properties(WebhooksModel events) =>
    [
        .. HasPayment(events) ? new[] { "Payment" } : [],
        .. events.Results.Select(result => result.Kind.ToString()),
        .. events.Ping is null ? [] : new[] { "PingProfile", "QueriedState" },
        .. events.Results.IsEmpty ? [] : new[] { "IsAboutResult" },
    ];

    /// <summary>The state, as an expression.</summary>
    /// <param name="events">The webhooks.</param>
    /// <param name="ofType">The state that the type stands for, as an expression.</param>
    public static string State(WebhooksModel events, string ofType)
    {
        var ofWebhook = events.Results.IsEmpty ? ofType : $"IsAboutResult ? global::Apm.PaymentState.Unknown : {ofType}";
        return events.Ping is null ? ofWebhook : $"QueriedState ?? ({ofWebhook})";
    }

    public static void Write(CodeWriter code, ApiModel api, WebhooksModel events)
    {
        var type = api.Prefix + "Event";
        if (HasPayment(events))
        {
            var payment = api.Prefix + "Payment";
            code.Line();
            EmitDocs.Summary(code, events.Ping is null
                ? "The payment as of this webhook; null if the webhook does not contain it."
                : "The payment, which was queried if the delivery was not signed; null if the webhook does not contain it.");
            code.Line($"public {payment}? Payment => base.GetPayment<{payment}>({api.Prefix}Json.ReadPayment);");
        }

        foreach (var result in events.Results)
        {
            Result(code, result, api);
        }

        if (events.Others.Count > 0 || (events.Ping is not null && !events.HasOnlyPings))
        {
            code.Line();
            code.Line($"""
                static {type} global::Apm.IPaymentEvent<{type}>.Read(global::Apm.WebhookProfile profile, global::System.ReadOnlyMemory<byte> utf8Json) =>
                    new(global::Apm.EventContent.Read(profile, utf8Json));
                """);
        }

        if (events.Ping is not null)
        {
            Query(code, type, api);
        }
    }

    /// <summary>The member of the profile.</summary>
    public static void Profile(CodeWriter code, WebhookResultModel result)
    {
        using (code.Block($"{result.Kind}s = new()", "},"))
        {
            code.Line(result.Id is { } id ? $"Id = {CSharpText.Literal(id)}," : $"At = {CSharpText.Literal(result.At!)},");
            code.Line("Types =");
            code.Line("[");
            foreach (var known in result.Types.OrderBy(known => known.When.IsEmpty))
            {
                var arguments = known.When.Select(EmitStates.Condition)
                    .Prepend($"global::Apm.{result.Kind}State.{known.State}")
                    .Prepend(CSharpText.Literal(known.Type));
                code.Line($"    new({CSharpText.Join(arguments)}),");
            }

            code.Line("],");
        }
    }

    private static bool HasPayment(WebhooksModel events) => events.Ping is not null || events.Object is not null || events.Others.Any(HasPayment);

    private static void Result(CodeWriter code, WebhookResultModel result, ApiModel api)
    {
        var name = result.Kind.ToString().ToLowerInvariant();
        code.Line();
        EmitDocs.Summary(code, $"The {name} that the webhook is about; null if it is about something else. The state of the payment is then unknown.");
        if (result.At is null)
        {
            code.Line($"public global::Apm.Webhook{result.Kind}? {result.Kind} => base.Get{result.Kind}();");
            return;
        }

        var type = EmitResult.Type(result.Kind, api, "")!;
        code.Line($"public {type}? {result.Kind} => base.Get{result.Kind}({type}.ReadResponse);");
    }

    private static void Query(CodeWriter code, string type, ApiModel api)
    {
        var payment = api.Prefix + "Payment";
        var response = api.Response;
        var known = api.Errors.Code(ErrorKind.NotFound);
        var condition = $"(int)problem.StatusCode == {CSharpText.Number(known?.Status ?? 404)}"
            + (known?.Name is { } name ? $" && problem.ErrorName == {CSharpText.Literal(name)}" : "");
        string[] amounts =
        [
            response.Value is null ? "null" : "payment.Value",
            response.Captured is null ? "null" : "payment.CapturedValue",
            response.Refunded is null ? "null" : "payment.RefundedValue",
        ];
        code.Line();
        code.Line($$"""
            static async global::System.Threading.Tasks.Task<{{type}}?> global::Apm.IPaymentEvent<{{type}}>.QueryAsync(
                global::Apm.WebhookPing ping,
                global::System.Threading.CancellationToken cancellationToken)
            {
                try
                {
                    var payment = await ping.Client<I{{api.Prefix}}Client>().QueryAsync<{{payment}}>(ping.PaymentId, cancellationToken).ConfigureAwait(false);
                    return new {{type}}(ping.Content(payment, {{(response.Reference is null ? "null" : "payment.Reference")}}, {{CSharpText.Join(amounts)}}));
                }
                catch (global::Apm.ApmGatewayException problem) when ({{condition}})
                {
                    // The gateway does not know the payment.
                    return null;
                }
            }
            """);
    }
}
