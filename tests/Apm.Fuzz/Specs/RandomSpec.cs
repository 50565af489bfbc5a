namespace Apm.Fuzz.Specs;

/// <summary>An API with its methods, made by chance from all that the language can say. Most of them are accepted.</summary>
internal sealed class RandomSpec
{
    private readonly Random _random;
    private readonly string _id;
    private readonly List<string> _types = [];
    private readonly List<string> _lists = [];
    private readonly List<string> _operations = [];
    private readonly string[] _currencies;
    private readonly bool _hasSale;
    private readonly bool _hasOverlay;
    private RandomFields _request = null!;

    private RandomSpec(Random random, string id)
    {
        (_random, _id) = (random, id);
        _currencies = [.. new[] { "EUR", "USD", "JPY", "KWD", "HKD", "CLF" }.Where(_ => Chance(2)).DefaultIfEmpty("EUR")];
        _hasSale = Chance(3);
        _hasOverlay = Chance(5);
    }

    /// <param name="id">Of the API: what tells it apart from others that are made.</param>
    public static IReadOnlyList<(string File, string Text)> Make(Random random, string id)
    {
        var spec = new RandomSpec(random, id);
        var files = new List<(string, string)> { ($"{id}/gateway.api.yaml", spec.Api()) };
        var count = random.Next(4) == 0 ? 2 : 1;
        for (var i = 0; i < count; i++)
        {
            files.Add(($"{id}/m{i}.apm.yaml", spec.Method(i)));
        }

        if (spec._hasOverlay)
        {
            files.Add(($"{id}/overlay.apm.yaml", spec.Overlay()));
        }

        return files;
    }

    private string Api()
    {
        var idempotent = Chance(3);
        var isDecimal = Chance(3);
        var hasLinks = Chance(2);
        var reference = Of(["reference", "order.id", "transactionReference"]);
        var value = Of(["value", "order.sum", "instruction.value"]);
        var lists = Chance(2) ? $"lists:\n  regions: [AT, DE, FR]\n  kinds: [plain, rich, 'x y']\n" : "";
        _lists.AddRange(lists.Length > 0 ? ["kinds"] : []);
        var types = "";
        for (var i = _random.Next(3); i > 0; i--)
        {
            var members = new RandomFields(_random, [.. _types], _lists).Grow(_random.Next(1, 5));
            if (members.All.Count > 0)
            {
                types += $"  {Of(["place", "person", "fee", "thing"])}{i}:\n{members.Text("    ")}";
                _types.Add(types.Split('\n').Last(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ').Trim(' ', ':'));
            }
        }

        _request = new RandomFields(_random, _types, _lists);
        _request.Add(
            new RandomField(
                reference,
                "string",
                "type: string, required: true, length: 1..64" + (idempotent || Chance(2) ? ", pattern: '[A-Za-z0-9\\-]*'" : ""),
                []));
        _request.Add(new RandomField(value, "money", "type: money, required: true" + (Chance(2) ? ", minor-units: 1..2147483647" : ""), []));
        _request.Add(new RandomField("how.type", "const", "const: $apm", []));
        if (_hasSale)
        {
            _request.Add(new RandomField("how.now", "boolean", "type: boolean", []));
        }

        _request.Grow(_random.Next(8));
        var rules = _request.Rules("  ");
        var headers = Of(["", "headers: { Api-Version: '1' }\n", "headers: { For: $merchant.account, Mode: 'm {merchant.shop-mode}' }\n"]);
        var format = (Chance(4) ? "format: form\n" : "") + headers;
        const string Find = "  find: { get: '/payments?reference={reference}', status: 200, at: 'data[]' }\n";
        return $$"""
            api: {{_id}}/2024.1
            name: {{Of(["Gateway", "'A \"B\" <c> & {d}'", "Käufer"])}}
            client: {{char.ToUpperInvariant(_id[0])}}{{_id[1..]}}Client
            source: { url: https://docs.example.com/a?b=c, updated: 2024-01-31 }
            merchant:
              account: { type: string, required: true, length: 1..20, pattern: '[A-Za-z0-9\-]+' }
              desk: { type: integer, range: 1..9 }
              test: { type: boolean }
              shop-mode: { type: enum, values: [a, 'b c'] }
            hosts: { {{Of([
                "live: https://api.example.com",
                "try: http://localhost:8080, live: https://api.example.com",
                "1st-live: https://a.example",
                "live: https://api.example.com, own: 'https://{merchant.account}.pay.example.com/v1'",
            ])}} }
            authentication: {{Of([
                "basic",
                "bearer",
                "{ header: X-Key }",
                "{ oauth2: { post: /token, scope: a b } }",
                "{ oauth2: { post: /token, credentials: body } }",
                "{ signature: { header: Sign, algorithm: hmac-sha512, encoding: base64 } }",
                "{ header: X-Key, signature: { header: Sign, over: '{method} {path}{header.X-Key}.{time}.{body}', algorithm: rsa-sha256, "
                    + "encoding: hex, time: X-Time, tolerance: 60 } }",
            ])}}
            {{format}}{{(idempotent ? "idempotency-header: Idempotency-Key\n" : "")}}money: { notation: {{(
                isDecimal ? "decimal-string" : "minor-units"
            )}}, amount: {{Of(["amount", "value", "sum"])}}, currency: {{Of(["currency", "code"])}} }
            {{(Chance(4) ? "exponents: { HUF: 0, ZZZ: 3 }\n" : "")}}currencies: [{{string.Join(", ", _currencies)}}]
            {{lists}}{{(types.Length > 0 ? "types:\n" + types : "")}}request:
            {{_request.Text("  ")}}{{(rules.Length > 0 ? "rules:\n" + rules : "")}}payment: { reference: {{reference}}, value: {{value}}{{(
                Of(["", ", returns: { paid: back.done, failed: back.bad }", ", returns: { any: back.done }"])
            )}}{{(_hasSale ? ", sale: how.now" : "")}} }
            operations:
              pay: { post: /payments, status: 201 }
              query: {{Query(hasLinks)}}
            {{(Chance(3) ? Find : "")}}{{Operations(hasLinks)}}response: { id: {{Of(["id", "payment.id", "paymentId", "self"])}}, status: {{Of([
                "status",
                "lastEvent",
                "payment.state",
                "[outcome.state, lastEvent]",
            ])}}, self: links.self, redirect: {{Of(["links.go", "[url, qr]", "'ways[rel=go].href'"])}}, actions: [links], href: href{{(
                Chance(4) ? ", next: { at: todo, by: kind, actions: { go: { is: redirect, url: url, fields: data }, 'a b': { is: voucher, number: no } } }" : ""
            )}}{{(
                Chance(3)
                    ? ", members: { receipt.number: { type: string }, 'fees[].\"a.b\"': { type: money, summary: A fee. }, "
                        + "kept: { type: money, currency-at: $payment.currency } }"
                    : ""
            )}}{{(Chance(4) ? ", reference: order.no, value: [total, sum], refunded: { at: back, currency-at: code }" : "")}} }
            statuses:
              pending: [waiting, {{Of(["open", "'1'", "a-b"])}}]
              authorized: [held]
              paid: [captured]
              failed: [refused{{(Chance(3) ? ", { status: held, when: { problem: present, kind: { not: [a, '1'] } } }" : "")}}]
              cancelled: [voided]
              refunded: [returned]
            errors: { {{Of(["name: code, ", "name: [code, kind], "])}}message: text{{Of([
                "",
                ", details: { at: errors, name: code, message: text, path: path }",
                ", details: { path: field }",
            ])}}{{(Chance(4) ? ", when: { result: { not: ok } }, payment: copy" : "")}}{{Of([
                "",
                ", codes: { duplicate-reference: { status: 409, name: twice } }",
                ", codes: { duplicate-reference: { status: 409 }, not-found: { status: 404 } }",
            ])}} }
            {{(Chance(3) ? Webhooks() : "")}}
            """;
    }

    private string Webhooks() => $$"""
        webhooks:
          id: {{Of(["e.id", "e.id", "{ of: [e.id, e.kind2] }"])}}
        {{(Chance(4) ? "  each: notes[].item\n" : Chance(5) ? "  media-type: application/x-www-form-urlencoded\n" : "")}}  type: {{(
            Of(["e.type", "[e.type, type]"])
        )}}
        {{(Chance(2) ? "  classification: { at: e.kind, payment: [payment, '1'] }\n" : "")}}  reference: order
          money: { at: sum }
          signature: {{Of([
            "{ header: Sign, form: keyed-list, algorithm: hmac-sha256, encoding: hex }",
            "{ header: Sign, form: list, prefix: v1=, algorithm: rsa-sha256, encoding: base64 }",
            "{ header: Sign, form: timestamped, time: t, value: v, tolerance: 60, over: '\"{time}\\{body}', algorithm: hmac-sha512, encoding: hex }",
            "{ at: e.sign, over: [e.id, order], join: '\"', key: hex, algorithm: hmac-sha256, encoding: base64 }",
        ])}}
          acknowledge: { status: 200{{Of(["", ", seconds: 5", ", body: '\"ok\"'"])}} }
          types: { expired: [late], failed: [{ type: late, when: { e.fine: false } }] }
        {{(Chance(2) ? Events() : "")}}
        """;

    private string Events() => $$"""
          events:
            {{Of(["late", "captured"])}}:
        {{(Chance(2) ? "      when: { e.token: present, e.action: [save, '2'] }\n" : "")}}      members:
                {{Of(["tokenId", "id", "value", "toString"])}}: { at: [e.token.id, e.tokenId], type: string }
                until: { at: e.until, type: {{Of(["timestamp", "date", "integer", "boolean", "money"])}}, summary: "Until <then>." }
        """;

    private string Query(bool hasLinks) => hasLinks ? "{ get: self, status: 200 }" : Of([
        "{ get: '/payments/{id}', status: 200 }",
        "{ get: '/accounts/{merchant.account}/payments/{id}?all=1&at={now}', status: 200 }",
        "{ post: /status, status: 200, body: { payment.id: { const: $payment.id }, ids[]: { const: $payment.id } } }",
    ]);

    private string Operations(bool hasLinks)
    {
        var text = "";
        foreach (var operation in new[] { "cancel", "refund", "partial-refund", "settle", "partial-settle", "confirm" }.Where(_ => Chance(2)))
        {
            _operations.Add(operation);
            text +=
                $"  {operation}:\n    {Of(["post", "put", "patch"])}: {(hasLinks ? operation : $"'/payments/{{id}}/{operation}'")}\n    status: 202\n"
                + (Chance(2) ? "    while: [held, captured]\n" : "")
                + (Chance(4) ? "    when: { can: true }\n" : "");
            if (Chance(2))
            {
                var body = new RandomFields(_random, _types, _lists);
                body.Add(new RandomField("value", "money", Of([
                    "type: money, required: true",
                    "type: money, required: true, currency-at: $payment.currency",
                    "type: money, const: $payment.value",
                    "type: money, const: $payment.value, currency-at: $payment.currency",
                ]), []));
                body.Add(new RandomField("of", "const", Of(["const: $payment.id", "const: $payment.reference", "const: x"]), []));
                body.Grow(_random.Next(4));
                var rules = body.Rules("      ");
                text += "    body:\n" + body.Text("      ") + (rules.Length > 0 ? "    rules:\n" + rules : "");
            }
        }

        return text;
    }

    private string Method(int number)
    {
        var own = new RandomFields(_random, _types, _lists).With(_request.All).Grow(_random.Next(9));
        var fields = own.Text("  ") + (Chance(3) ? "  back.done: { type: url, required: true }\n" : "");
        var rules = own.Rules("  ");
        var accepted = _currencies.Where((_, index) => index == 0 || Chance(2)).ToList();
        var capabilities = _operations.Where(_ => Chance(2)).Prepend(Of(["sale", "authorization"])).ToList();
        if (_hasSale && Chance(2))
        {
            capabilities = ["sale", "authorization", .. capabilities.Skip(1)];
        }

        var operations = string.Concat(capabilities.Where(capability => capability is not ("sale" or "authorization") && Chance(3)).Select(Operation));
        return $$"""
            apm: {{(_hasOverlay ? "m" : Of(["m", "pay_", "x-", "class", "a1_b"]))}}{{number}}
            name: {{Of(["Method", "'M \"N\" & <o>'", "Überweisung"])}}
            api: {{_id}}/2024.1
            status: {{Of(["available", "pilot", "coming-soon", "discontinued"])}}
            source: { url: https://docs.example.com/m }
            {{(Chance(2) ? "countries: [DE, 'NO']\n" : "")}}currencies: [{{string.Join(", ", accepted)}}]
            limits:
              {{accepted[0]}}: {{Of([
                "{ min: 1, max: 1000 }",
                "{ max: 500, elsewhere: equivalent }",
                "[{ max: 500 }, { max: 300, channel: mobile app }]",
                "{ min: 2, advisory: true }",
            ])}}
            capabilities: [{{string.Join(", ", capabilities)}}]
            {{(operations.Length > 0 ? "operations:\n" + operations : "")}}{{(fields.Length > 0 ? "fields:\n" + fields : "")}}{{(
                rules.Length > 0 ? "rules:\n" + rules : ""
            )}}{{(Chance(4) ? "response: { redirect: [png-base64, none], members: { code: { type: string } }, statuses: { paid: [held] } }\n" : "")}}{{(
                Chance(4) ? "notes: ['a \"note\" */ & <more>']\n" : ""
            )}}
            """;
    }

    private string Operation(string id)
    {
        var body = new RandomFields(_random, _types, _lists).Grow(_random.Next(1, 4));
        return body.All.Count == 0 ? $"  {id}: {{ within-days: 30 }}\n" : $"  {id}:\n    within-days: 90\n    body:\n{body.Text("      ")}";
    }

    private string Overlay() => $$"""
        extends: {{_id}}/2024.1/m0
        {{(Chance(2) ? "apm: other\nname: Other\n" : "")}}currencies: [{{_currencies[0]}}]
        fields:
          {{_request.All[0].Path}}: { length: 1..20 }

        """;

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Of<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];
}
