namespace Apm.Specs;

/// <summary>Words of JSON Schema, OpenAPI and programming languages, with what this language has instead.</summary>
internal static class ForeignWords
{
    private const string Range = "write the range under 'range', such as range: 1..120, or under 'minor-units' for money";
    private const string Length = "write the range under 'length', such as length: 1..24";
    private const string Count = "write the range under 'count', such as count: 1..20";
    private const string Values = "write the list under 'values', such as values: [WEB, APP]";
    private const string Summary = "write the sentence under 'summary'";
    private const string Members = "write the members as paths with dots, such as order.amount";
    private const string Target = "write the path after the HTTP method, such as post: /payments";
    private const string Required = "write required: true or required: false";
    private const string NeverLogged = "remove it: only fields with loggable: true appear in logs";

    // By the mapping that has the key. The keys are in small letters, without hyphens and underscores.
    private static readonly Dictionary<string, Dictionary<string, string>> s_keys = new(StringComparer.Ordinal)
    {
        [SpecKeys.Field.What] = new(StringComparer.Ordinal)
        {
            ["maxlength"] = Length, ["minlength"] = Length, ["size"] = Length,
            ["minimum"] = Range, ["maximum"] = Range, ["min"] = Range, ["max"] = Range,
            ["minitems"] = Count, ["maxitems"] = Count,
            ["enum"] = Values, ["options"] = Values, ["choices"] = Values, ["allowed"] = Values, ["oneof"] = Values,
            ["regex"] = "write the pattern under 'pattern'", ["regexp"] = "write the pattern under 'pattern'",
            ["format"] = "write the format as 'type', such as type: date, or as 'pattern'",
            ["description"] = Summary, ["desc"] = Summary, ["doc"] = Summary, ["title"] = Summary, ["label"] = Summary, ["comment"] = Summary,
            ["optional"] = Required, ["nullable"] = Required, ["mandatory"] = Required,
            ["items"] = "describe the items by paths with [] after the name of the list, such as order.items[].name",
            ["properties"] = Members, ["members"] = Members,
            ["fixed"] = "write the only value under 'const'",
            ["sensitive"] = NeverLogged, ["secret"] = NeverLogged, ["masked"] = NeverLogged,
            ["example"] = "remove it: fields have no examples", ["examples"] = "remove it: fields have no examples",
        },
        [ResponseKeys.ResponseMember.What] = new(StringComparer.Ordinal) { ["description"] = Summary, ["desc"] = Summary, ["title"] = Summary },
        [SpecKeys.Limit.What] = new(StringComparer.Ordinal) { ["minimum"] = "write 'min'", ["maximum"] = "write 'max'", ["period"] = "write 'per'" },
        [SpecKeys.Operation.What] = new(StringComparer.Ordinal)
        {
            ["method"] = "write the HTTP method as the key of the path, such as post: /payments",
            ["path"] = Target, ["url"] = Target,
            ["fields"] = "write the fields under 'body'", ["request"] = "write the fields under 'body'", ["parameters"] = "write the fields under 'body'",
        },
        [SpecKeys.Method.What] = new(StringComparer.Ordinal)
        {
            ["id"] = "write the id under 'apm'", ["method"] = "write the id under 'apm'",
            ["title"] = "write 'name'", ["displayname"] = "write 'name'",
            ["description"] = Summary, ["desc"] = Summary,
            ["url"] = "write the URL under 'source'", ["docs"] = "write the URL under 'source'", ["documentation"] = "write the URL under 'source'",
            ["request"] = "write the fields under 'fields'", ["body"] = "write the fields under 'fields'",
            ["parameters"] = "write the fields under 'fields'", ["properties"] = "write the fields under 'fields'",
            ["operation"] = "write 'operations', or list what the method offers under 'capabilities'",
            ["errors"] = "write them in the API file", ["statuses"] = "write them in the API file",
        },
        [SpecKeys.Api.What] = new(StringComparer.Ordinal)
        {
            ["id"] = "write the id under 'api'", ["version"] = "write the version in 'api', such as my-gateway/2024-01-31",
            ["title"] = "write 'name'", ["url"] = "write the origins under 'hosts', or the documentation under 'source'",
            ["servers"] = "write the origins under 'hosts'", ["baseurl"] = "write the origins under 'hosts'",
            ["auth"] = "write 'authentication'", ["security"] = "write 'authentication'",
            ["endpoints"] = "write the requests under 'operations'", ["paths"] = "write the requests under 'operations'",
            ["schemas"] = "write objects that several fields use under 'types'", ["components"] = "write objects that several fields use under 'types'",
            ["definitions"] = "write objects that several fields use under 'types'", ["enums"] = "write lists of values under 'lists'",
            ["fields"] = "write the fields of a payment under 'request'", ["body"] = "write the fields of a payment under 'request'",
            ["events"] = "write 'webhooks'", ["notifications"] = "write 'webhooks'", ["callbacks"] = "write 'webhooks'",
            ["states"] = "write 'statuses'", ["docs"] = "write the URL under 'source'", ["documentation"] = "write the URL under 'source'",
        },
    };

    private static readonly Dictionary<string, string[]> s_types = new(StringComparer.Ordinal)
    {
        ["number"] = ["integer", "money", "decimal"], ["numeric"] = ["integer", "money", "decimal"],
        ["int"] = ["integer"], ["int32"] = ["integer"], ["int64"] = ["integer"],
        ["long"] = ["integer"], ["short"] = ["integer"], ["float"] = ["money", "decimal"], ["double"] = ["money", "decimal"],
        ["decimal"] = ["money", "string"], ["locale"] = ["language", "string"], ["map"] = ["object"],
        ["amount"] = ["money"], ["price"] = ["money"],
        ["bool"] = ["boolean"], ["flag"] = ["boolean"], ["array"] = ["list"], ["collection"] = ["list"], ["set"] = ["list"],
        ["mapping"] = ["map", "object"], ["dictionary"] = ["map"], ["hash"] = ["map"], ["record"] = ["object"], ["struct"] = ["object"], ["class"] = ["object"],
        ["text"] = ["string"], ["str"] = ["string"], ["char"] = ["string"], ["varchar"] = ["string"], ["uuid"] = ["string"], ["guid"] = ["string"],
        ["uri"] = ["url", "string"], ["link"] = ["url", "string"], ["href"] = ["url", "string"], ["mail"] = ["email"], ["emailaddress"] = ["email"],
        ["tel"] = ["phone"], ["telephone"] = ["phone"], ["phonenumber"] = ["phone"], ["datetime"] = ["date-time"], ["timestamp"] = ["date-time"],
        ["time"] = ["string"], ["currencycode"] = ["currency"], ["countrycode"] = ["country"], ["lang"] = ["language"],
        ["constant"] = ["const"], ["choice"] = ["enum"], ["regex"] = ["string"], ["pattern"] = ["string"],
    };

    /// <summary>What to write instead of a key; null for a word that is not known.</summary>
    /// <param name="what">The mapping that has the key, with its article.</param>
    public static string? InsteadOfKey(string what, string key) =>
        s_keys.TryGetValue(what, out var keys) && keys.TryGetValue(Plain(key), out var advice) ? advice : null;

    /// <summary>The ids that may be meant by a word of another language; empty for a word that is not known.</summary>
    public static IReadOnlyList<string> InsteadOfType(string word, IReadOnlyList<string> allowed) =>
        s_types.TryGetValue(Plain(word), out var ids) ? [.. ids.Where(allowed.Contains)] : [];

    private static string Plain(string word) => word.Length > 30 ? word : word.Replace("-", "").Replace("_", "").ToLowerInvariant();
}
