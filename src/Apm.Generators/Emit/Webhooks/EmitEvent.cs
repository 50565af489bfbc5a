using Apm.Specs;

namespace Apm.Generators;

/// <summary>The webhook of an API, its type as an open set of texts, and its profile.</summary>
internal static class EmitEvent
{
    /// <summary>The types that this output declares for every API, without the API's prefix.</summary>
    public static readonly string[] Parts = ["Event", "EventType"];

    public static string TypeType(ApiModel api) => api.Prefix + "EventType";

    public static void Write(CodeWriter code, ApiModel api, WebhooksModel events, IReadOnlyList<MethodTypes> methods)
    {
        var type = api.Prefix + "Event";
        EmitDocs.Summary(code, $"A webhook of the {api.Name}. Webhooks may arrive twice, late and in any order.");
        code.Line(EmitContext.GeneratedCode);
        var ofType = State(events, methods);
        var state = EmitEventObjects.State(
            events,
            events.Classification is null ? ofType : $"IsAboutPayment ? {ofType} : global::Apm.PaymentState.Unknown");
        using (code.Block($"public sealed class {type} : global::Apm.PaymentEvent, global::Apm.IPaymentEvent<{type}>"))
        {
            EmitWebhookProfile.Write(code, api, events);
            StateFields(code, api, events, methods);
            code.Line($$"""

                private {{type}}(global::Apm.EventContent content)
                    : base(content)
                {
                }

                /// <summary>The gateway's type of the webhook. Types that the gateway adds later are kept.</summary>
                public {{TypeType(api)}} Type => new(TypeText);

                /// <inheritdoc/>
                public override global::Apm.PaymentState State => {{state}};

                static global::Apm.WebhookProfile global::Apm.IPaymentEvent<{{type}}>.Profile => TheProfile;

                /// <inheritdoc/>
                public static {{type}} Parse(global::System.ReadOnlyMemory<byte> utf8Json) => new(global::Apm.EventContent.Read(TheProfile, utf8Json));

                /// <summary>Reads a webhook from the gateway's JSON, such as a text in a test of a shop.</summary>
                /// <exception cref="global::System.Text.Json.JsonException">The text is not a JSON object.</exception>
                public static {{type}} Parse(string json) => Parse(global::System.Text.Encoding.UTF8.GetBytes(json));
                """);
            if (events.Each is not null)
            {
                code.Line();
                code.Line($$"""
                    /// <summary>Reads the webhooks of one delivery, such as a text in a test of a shop.</summary>
                    /// <exception cref="global::System.Text.Json.JsonException">The text is not a JSON object, or it has no webhooks.</exception>
                    public static global::System.Collections.Generic.IReadOnlyList<{{type}}> ParseAll(string json) =>
                        global::System.Linq.Enumerable.ToArray(global::System.Linq.Enumerable.Select(
                            global::Apm.EventContent.Split(TheProfile, global::System.Text.Encoding.UTF8.GetBytes(json)),
                            Parse));
                    """);
            }

            EmitEventObjects.Write(code, api, events);
            foreach (var details in events.Events)
            {
                EmitEventDetails.WriteProperty(code, details, api);
            }
        }

        code.Line();
        EmitStatus.Write(code, TypeType(api), $"The type of a webhook of the {api.Name}: what happened.", [.. api.Statuses, .. events.Types]);
        foreach (var details in events.Events)
        {
            EmitEventDetails.WriteClass(code, details, api);
        }
    }

    // Conditions of statuses are about payments, and those of types about webhooks.
    private static IReadOnlyList<StatusModel> Types(ApiModel api, WebhooksModel events) =>
        [.. events.Types, .. api.Statuses.Where(status => status.When.IsEmpty)];

    private static void StateFields(CodeWriter code, ApiModel api, WebhooksModel events, IReadOnlyList<MethodTypes> methods)
    {
        var special = EmitStates.Special(events.Types, []);
        if (special.Count > 0 || methods.Count > 0)
        {
            code.Line();
            EmitStates.Field(code, "TheStates", special);
            foreach (var method in methods)
            {
                EmitStates.Field(code, Field(method), EmitStates.Special(States.Of(Types(api, events), method.Types), method.Types));
            }
        }
    }

    private static string State(WebhooksModel events, IReadOnlyList<MethodTypes> methods)
    {
        var hasStates = events.Types.Any(type => !type.When.IsEmpty);
        if (methods.Count == 0)
        {
            return hasStates ? "StateWhen(TheStates) ?? Type.State" : "Type.State";
        }

        var cases = methods.Select(method => $"{CSharpText.Literal(method.GatewayId)} => StateWhen({Field(method)})");
        return $"(Method switch {{ {CSharpText.Join(cases)}, _ => {(hasStates ? "StateWhen(TheStates)" : "null")} }}) ?? Type.State";
    }

    private static string Field(MethodTypes method) => "StatesOf" + CSharpName.Pascal(method.GatewayId);
}
