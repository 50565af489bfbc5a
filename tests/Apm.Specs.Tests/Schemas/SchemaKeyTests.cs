using System.Text.Json.Nodes;
using Apm.Iso;

namespace Apm.Specs.Tests;

/// <summary>The schemas have the reader's words, no more and no fewer.</summary>
public class SchemaKeyTests
{
    private static readonly (SpecKeySet Keys, JsonObject Schema, string Place)[] s_keySets =
    [
        (SpecKeys.Method, SpecSchema.Method, "definitions/method"),
        (SpecKeys.Overlay, SpecSchema.Method, "definitions/overlay"),
        (SpecKeys.Field, SpecSchema.Method, "definitions/field"),
        (SpecKeys.Rule, SpecSchema.Method, "definitions/rule"),
        (SpecKeys.Condition, SpecSchema.Method, "definitions/condition"),
        (SpecKeys.MemberCondition, SpecSchema.Method, "definitions/memberCondition"),
        (SpecKeys.StatusItem, SpecSchema.Method, "definitions/statusItem"),
        (SpecKeys.TypeItem, SpecSchema.Method, "definitions/typeItem"),
        (SpecKeys.MoneyPlace, SpecSchema.Api, "definitions/moneyPlace"),
        (SpecKeys.Source, SpecSchema.Method, "definitions/source"),
        (SpecKeys.Limit, SpecSchema.Method, "definitions/limit"),
        (SpecKeys.Minor, SpecSchema.Method, "definitions/amount"),
        (SpecKeys.MethodOperation, SpecSchema.Method, "definitions/methodOperation"),
        (ResponseKeys.MethodResponse, SpecSchema.Method, "definitions/method/properties/response"),
        (ResponseKeys.ResponseMember, SpecSchema.Method, "definitions/member"),
        (WebhookKeys.MethodWebhooks, SpecSchema.Method, "definitions/method/properties/webhooks"),
        (WebhookKeys.MethodEvent, SpecSchema.Method, "definitions/methodEvent"),
        (SpecKeys.Api, SpecSchema.Api, ""),
        (SpecKeys.Authentication, SpecSchema.Api, "properties/authentication/then"),
        (SpecKeys.Recovery, SpecSchema.Api, "properties/recovery/then"),
        (SpecKeys.IdempotencyKey, SpecSchema.Api, "properties/recovery/then/properties/idempotency-key"),
        (SpecKeys.Money, SpecSchema.Api, "properties/money"),
        (SpecKeys.Payment, SpecSchema.Api, "properties/payment"),
        (SpecKeys.Operations, SpecSchema.Api, "properties/operations"),
        (SpecKeys.Operation, SpecSchema.Api, "definitions/operation"),
        (SpecKeys.FindOperation, SpecSchema.Api, "definitions/findOperation"),
        (SpecKeys.OwnOperation, SpecSchema.Api, "definitions/ownOperation"),
        (SpecKeys.CompleteOperation, SpecSchema.Api, "definitions/completeOperation"),
        (SpecKeys.Results, SpecSchema.Api, "properties/results"),
        (SpecKeys.Result, SpecSchema.Api, "definitions/result"),
        (SpecKeys.ResultQuery, SpecSchema.Api, "definitions/resultQuery"),
        (SpecKeys.ResultCancellation, SpecSchema.Api, "definitions/resultCancellation"),
        (ResponseKeys.Response, SpecSchema.Api, "properties/response"),
        (ResponseKeys.Next, SpecSchema.Api, "properties/response/properties/next"),
        (ResponseKeys.NextAction, SpecSchema.Api, "definitions/nextAction"),
        (ResponseKeys.Errors, SpecSchema.Api, "properties/errors"),
        (ResponseKeys.Details, SpecSchema.Api, "properties/errors/properties/details"),
        (ResponseKeys.ErrorCode, SpecSchema.Api, "definitions/errorCode"),
        (WebhookKeys.Webhooks, SpecSchema.Api, "definitions/webhooks"),
        (WebhookKeys.WebhookResults, SpecSchema.Api, "definitions/webhooks/properties/results"),
        (WebhookKeys.WebhookResult, SpecSchema.Api, "definitions/webhookResult"),
        (WebhookKeys.Classification, SpecSchema.Api, "definitions/webhooks/properties/classification"),
        (WebhookKeys.WebhookEvent, SpecSchema.Api, "definitions/webhookEvent"),
        (WebhookKeys.WebhookMember, SpecSchema.Api, "definitions/webhookMember"),
        (WebhookKeys.WebhookMoney, SpecSchema.Api, "definitions/webhooks/properties/money"),
        (WebhookKeys.WebhookId, SpecSchema.Api, "definitions/webhookId"),
        (WebhookKeys.Timestamp, SpecSchema.Api, "definitions/timestamp"),
        (WebhookKeys.Signature, SpecSchema.Api, "definitions/webhooks/properties/signature"),
        (SpecKeys.OAuth2, SpecSchema.Api, "properties/authentication/then/properties/oauth2"),
        (SpecKeys.MessageSignature, SpecSchema.Api, "definitions/messageSignature"),
        (WebhookKeys.Acknowledge, SpecSchema.Api, "definitions/webhooks/properties/acknowledge"),
        (ExchangeKeys.File, SpecSchema.Exchanges, ""),
        (ExchangeKeys.Exchange, SpecSchema.Exchanges, "definitions/exchange"),
        (ExchangeKeys.Source, SpecSchema.Exchanges, "definitions/source"),
        (ExchangeKeys.Step, SpecSchema.Exchanges, "definitions/step"),
        (ExchangeKeys.Request, SpecSchema.Exchanges, "definitions/request"),
        (ExchangeKeys.Refused, SpecSchema.Exchanges, "definitions/refused"),
        (ExchangeKeys.Response, SpecSchema.Exchanges, "definitions/response"),
        (ExchangeKeys.Webhook, SpecSchema.Exchanges, "definitions/webhook"),
        (ExchangeKeys.Read, SpecSchema.Exchanges, "definitions/read"),
        (ExchangeKeys.Next, SpecSchema.Exchanges, "definitions/next"),
        (ExchangeKeys.Result, SpecSchema.Exchanges, "definitions/result"),
        (ExchangeKeys.ErrorDetail, SpecSchema.Exchanges, "definitions/errorDetail"),
    ];

    private static readonly JsonObject[] s_schemas = [SpecSchema.Api, SpecSchema.Method, SpecSchema.Exchanges];

    [Fact]
    public void Every_key_of_the_reader_is_in_the_schema_and_no_other()
    {
        Assert.All(s_keySets, set => Assert.Equal(set.Keys.Names.Except(Refused(set.Keys)).Order(StringComparer.Ordinal), Keys(set.Schema, set.Place)));
        var sets = new[] { typeof(SpecKeys), typeof(ResponseKeys), typeof(WebhookKeys), typeof(ExchangeKeys) }.SelectMany(keys => keys.GetFields());
        Assert.Empty(sets.Select(field => field.GetValue(null)).OfType<SpecKeySet>().Except(s_keySets.Select(set => set.Keys)));
    }

    [Fact]
    public void Every_key_says_what_its_value_is() =>
        Assert.All(s_keySets.SelectMany(set => set.Keys.Keys), key => Assert.False(string.IsNullOrWhiteSpace(key.Hint), key.Name));

    [Fact]
    public void Every_set_of_keys_says_what_has_them() =>
        Assert.All(s_keySets, set => Assert.False(string.IsNullOrWhiteSpace(set.Keys.What), string.Join(", ", set.Keys.Names)));

    // The reader knows it to say why it must not be there.
    private static string[] Refused(SpecKeySet keys) =>
        keys == SpecKeys.Overlay ? ["api"]
        : keys == SpecKeys.OwnOperation ? ["get"]
        : [];

    [Fact]
    public void Every_mapping_with_known_keys_refuses_others() =>
        Assert.All(s_schemas.SelectMany(Objects), schema =>
            Assert.True(
                schema["additionalProperties"] is JsonObject { Count: > 0 } || !schema["additionalProperties"]!.GetValue<bool>(),
                schema.GetPath()));

    [Fact]
    public void Every_key_has_a_description_and_shows_a_value() =>
        Assert.All(s_schemas.SelectMany(Objects).SelectMany(schema => schema["properties"]!.AsObject()), property =>
        {
            Assert.EndsWith(".", property.Value!["description"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.True(
                property.Value["examples"] is not null || property.Value["enum"] is not null || property.Value["type"]!.ToString() == "boolean",
                property.Value.GetPath());
        });

    [Fact]
    public void Words_that_are_chosen_from_are_the_readers()
    {
        Same(KebabCase.Ids<FieldType>(), Words(SpecSchema.Method, "definitions/field/properties/type/anyOf/0/enum"));
        Same(["true", "false", "by-default"], Words(SpecSchema.Method, "definitions/field/properties/required/enum"));
        Same(KebabCase.Ids<MethodStatus>(), Words(SpecSchema.Method, "definitions/method/properties/status/enum"));
        Same(KebabCase.Ids<RedirectKind>(), Words(SpecSchema.Method, "definitions/redirect/enum"));
        Same(KebabCase.Ids<ResponseMemberType>(), Words(SpecSchema.Method, "definitions/member/properties/type/enum"));
        Same(
            SpecKeys.Operations.Names.Except(["find", "complete"]).Concat(["sale", "authorization"]),
            Words(SpecSchema.Method, "definitions/method/properties/capabilities/items/anyOf/0/enum"));
        Same(SpecKeys.Operations.Names.Where(id => !OperationId.IsOfApi(id)), Keys(SpecSchema.Method, "definitions/method/properties/operations"));
        Same(KebabCase.Ids<RuleKind>(), At(SpecSchema.Method, "definitions/rule/oneOf").AsArray().Select(kind => kind!["required"]![0]!.ToString()));
        Same(KebabCase.Ids<MoneyNotation>(), Words(SpecSchema.Api, "properties/money/properties/notation/enum"));
        Same(KebabCase.Ids<MoneyNotation>(), Words(SpecSchema.Api, "definitions/webhooks/properties/money/properties/notation/enum"));
        Same(KebabCase.Ids<BodyFormat>(), Words(SpecSchema.Api, "properties/format/enum"));
        Same(KebabCase.Ids<CurrencyCase>(), Words(SpecSchema.Api, "properties/money/properties/currency-case/enum"));
        Same(KebabCase.Ids<CurrencyCase>(), Words(SpecSchema.Api, "definitions/webhooks/properties/money/properties/currency-case/enum"));
        Same(KebabCase.Ids<PaymentState>(), Keys(SpecSchema.Api, "definitions/states"));
        Same(KebabCase.Ids<PaymentState>().Append("any"), Keys(SpecSchema.Api, "properties/payment/properties/returns"));
        Same(KebabCase.Ids<NextKind>(), Words(SpecSchema.Api, "definitions/nextAction/properties/is/enum"));
        Same(KebabCase.Ids<ResultKind>(), Words(SpecSchema.Api, "definitions/operation/properties/result/enum"));
        Same(KebabCase.Ids<ResultState>(), Keys(SpecSchema.Api, "definitions/result/properties/statuses"));
        Same(KebabCase.Ids<ResultState>(), Keys(SpecSchema.Api, "definitions/resultTypes"));
        Same(KebabCase.Ids<ErrorKind>(), Keys(SpecSchema.Api, "properties/errors/properties/codes"));
        Same(SpecKeys.Operations.Names.Concat(ResultOperationId.All), Words(SpecSchema.Exchanges, "definitions/step/properties/operation/anyOf/0/enum"));
        Same(SpecKeys.Operations.Names.Concat(ResultOperationId.All), Words(SpecSchema.Exchanges, "definitions/exchange/properties/operation/anyOf/0/enum"));
        Same(KebabCase.Ids<ResultState>(), Words(SpecSchema.Exchanges, "definitions/result/properties/state/enum"));
        Same(KebabCase.Ids<PaymentState>(), Words(SpecSchema.Exchanges, "definitions/read/properties/state/enum"));
        Same(KebabCase.Ids<WebhookMemberType>(), Words(SpecSchema.Api, "definitions/webhookMember/properties/type/enum"));
        Same(KebabCase.Ids<SignatureForm>(), Words(SpecSchema.Api, "definitions/webhooks/properties/signature/properties/form/enum"));
        Same(KebabCase.Ids<SignatureKey>(), Words(SpecSchema.Api, "definitions/webhooks/properties/signature/properties/key/enum"));
        Same(KebabCase.Ids<TimestampForm>(), Words(SpecSchema.Api, "definitions/timestamp/properties/form/enum"));
        Same(KebabCase.Ids<SignatureEncoding>(), Words(SpecSchema.Api, "definitions/webhooks/properties/signature/properties/encoding/enum"));
        Same(KebabCase.Ids<SignatureAlgorithm>(), Words(SpecSchema.Api, "definitions/webhooks/properties/signature/properties/algorithm/enum"));
        Same(KebabCase.Ids<SignatureAlgorithm>(), Words(SpecSchema.Api, "definitions/messageSignature/properties/algorithm/enum"));
        Same(KebabCase.Ids<SignatureEncoding>(), Words(SpecSchema.Api, "definitions/messageSignature/properties/encoding/enum"));
        Same(KebabCase.Ids<SignatureKeyForm>(), Words(SpecSchema.Api, "definitions/messageSignature/properties/key/enum"));
        Same(KebabCase.Ids<SignatureTimeForm>(), Words(SpecSchema.Api, "definitions/messageSignature/properties/time-form/enum"));
        Same(KebabCase.Ids<ClientCredentials>(), Words(SpecSchema.Api, "properties/authentication/then/properties/oauth2/properties/credentials/enum"));
    }

    [Fact]
    public void Codes_are_those_of_the_standards()
    {
        Same(Iso4217.ActiveCodes().Concat(Iso4217.WithdrawnCodes()), Words(SpecSchema.Method, "definitions/currency/anyOf/0/enum"));
        Same(Iso3166.Codes(), Words(SpecSchema.Method, "definitions/country/enum"));
    }

    private static void Same(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));

    private static IEnumerable<string> Keys(JsonObject schema, string place) =>
        At(schema, place)["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Words(JsonObject schema, string place) => At(schema, place).AsArray().Select(word => word!.ToString());

    private static JsonNode At(JsonNode schema, string place) =>
        place
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(schema, (node, part) => int.TryParse(part, out var index) ? node[index]! : node[part]!);

    /// <summary>Schemas of mappings with keys of the language, without those that only add to others.</summary>
    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject schema => schema
                .Where(member => member.Key is not ("examples" or "allOf"))
                .SelectMany(member => Objects(member.Value))
                .Concat(schema["properties"] is JsonObject && schema["additionalProperties"] is not JsonObject ? [schema] : []),
            JsonArray several => several.SelectMany(Objects),
            _ => [],
        };
}
