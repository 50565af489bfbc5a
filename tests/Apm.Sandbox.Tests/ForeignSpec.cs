namespace Apm.Sandbox.Tests;

/// <summary>A gateway that has nothing in common with those of the packed specs.</summary>
internal static class ForeignSpec
{
    public static IReadOnlyList<(string File, string Text)> Texts { get; } = [("kiosk.api.yaml", Api), ("paybean.apm.yaml", Bean), ("paypod.apm.yaml", Pod)];

    /// <summary>The same with other words.</summary>
    /// <param name="words">What is written, and what is written in its place.</param>
    public static IReadOnlyList<(string File, string Text)> Changed(params string[] words) =>
        [
            .. Texts.Select(text =>
                (text.File, words.Chunk(2).Aggregate(text.Text, (changed, pair) => changed.Replace(pair[0], pair[1], StringComparison.Ordinal)))),
        ];

    private const string Api = """
        api: kiosk/v3
        name: Kiosk payments
        client: KioskClient
        source: { url: https://kiosk.example/docs, updated: 2026-01-01 }
        hosts: { test: https://test.kiosk.example }
        authentication: bearer
        headers: { Kiosk-Version: v3 }
        idempotency-header: Kiosk-Once
        money: { notation: decimal-string, amount: total, currency: code }
        currencies: [KWD, JPY, CHF]
        request:
          order: { type: string, required: true, length: 1..30, pattern: '[a-z0-9A-Z]*', summary: The order. }
          shop: { type: string, required: true, length: 1..60, summary: The name of the shop. }
          pay.money: { type: money, required: true, summary: What is paid. }
          pay.with: { const: $apm, summary: The method. }
          back.done: { type: url, required: true, summary: After paying. }
          back.wait: { type: url, summary: While waiting. }
          back.bad: { type: url, summary: After a failure. }
          back.stop: { type: url, summary: After cancelling. }
        payment:
          reference: order
          value: pay.money
          returns: { paid: back.done, pending: back.wait, failed: back.bad, cancelled: back.stop }
        operations:
          pay: { post: /v3/orders, status: 200 }
          query: { get: me, status: 200 }
          cancel: { post: void, status: 200, while: [held] }
          settle: { post: take, status: 200, while: [held] }
          refund: { post: give-back, status: 200, while: [done] }
          partial-refund: { post: give-back, status: 200, while: [done], body: { sum: { type: money, required: true, summary: How much. } } }
        response: { id: order.number, status: order.phase, self: order.links.me.at, redirect: go, actions: [order.links], href: at }
        statuses:
          pending: [open]
          authorized: [held]
          paid: [done]
          failed: [broken]
          cancelled: [void]
          refund-pending: [returning]
          refunded: [returned]
        errors:
          name: problem.code
          message: problem.text
          details: { at: problem.fields, name: code, message: text, path: where }
          correlation-header: Kiosk-Trace
          codes:
            unauthorized: { status: 401, name: who }
            header-missing: { status: 400, name: no_header }
            header-invalid: { status: 400, name: bad_header }
            empty-body: { status: 400, name: nothing }
            not-json: { status: 400, name: garbled }
            invalid-body: { status: 422, name: wrong, detail: wrong_field }
            duplicate-reference: { status: 409, name: twice }
            not-found: { status: 404, name: gone }
            unknown-endpoint: { status: 404, name: nowhere }
            action-unavailable: { status: 409, name: not_now }
            internal: { status: 500, name: oops }
        webhooks:
          id: number
          type: news
          reference: about.order
          timestamp: at
          money: { at: about.money }
          method: about.with
          payment: about.link
          signature: { header: Kiosk-Sign, form: single, algorithm: hmac-sha512, encoding: base64 }
          acknowledge: { status: 202, seconds: 3 }
        """;

    private const string Bean = """
        apm: paybean
        name: Paybean
        api: kiosk/v3
        summary: Beans.
        status: available
        source: { url: https://kiosk.example/docs/paybean, updated: 2026-01-01 }
        currencies: [KWD, JPY]
        limits: { KWD: { min: { minor: 1000 }, max: { minor: 1500500 } } }
        capabilities: [sale, refund, partial-refund]
        fields:
          beans: { type: integer, range: 1..9, summary: How many. }
        """;

    private const string Pod = """
        apm: paypod
        name: Paypod
        api: kiosk/v3
        summary: Pods.
        status: available
        source: { url: https://kiosk.example/docs/paypod, updated: 2026-01-01 }
        currencies: [CHF]
        capabilities: [authorization, cancel, settle, refund]
        fields:
          pods: { type: country, summary: Where the pods grow. }
          label: { type: language, summary: What the label is written in. }
          tip: { type: currency, summary: What tips are given in. }
        """;
}
