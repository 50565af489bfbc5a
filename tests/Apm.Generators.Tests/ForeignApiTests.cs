using Xunit;

namespace Apm.Generators.Tests;

/// <summary>An API as unlike the shipped one as the language allows.</summary>
public class ForeignApiTests
{
    public const string Api = """
        api: kiosk/va
        name: "Kiosk \"payments\" <v3> \U0001F37F"
        client: XClient
        source: { url: 'https://kiosk.example/docs?a=1&b=2' }
        hosts: { clone: https://test.kiosk.example, 1st-live: https://live.kiosk.example, '-': https://third.kiosk.example }
        authentication: bearer
        headers: { Kiosk-Version: v3 }
        idempotency-header: Kiosk-Once
        money: { notation: decimal-string, amount: value, currency: code }
        exponents: { CHF: 0, ZZZ: 4 }
        currencies: [KWD, JPY, CHF, ALL, ZZZ]
        request:
          id: { type: string, required: true, length: 1..30, pattern: '[a-zA-Z0-9]*', summary: The order. }
          state.value: { type: money, required: true, summary: What is paid. }
          state.name: { const: $apm, summary: The method. }
          state.status: { type: enum, values: [state, Value, class, 1, '-'], preset: class, type-name: Word, summary: A word. }
          path: { type: url, preset: 'https://kiosk.example/a?b=c', summary: A place. }
          shared: { type: object, required: false, type-name: Things, summary: What all methods share. }
          shared.deep.id: { type: string, required: true, summary: An id. }
          shared.deep.record: { type: boolean, summary: A switch. }
          shared.deep.kind: { type: enum, values: [a, b], summary: A kind. }
        payment:
          reference: id
          value: state.value
        operations:
          pay: { put: /v3/orders, status: 200 }
          query: { get: me, status: 200 }
          refund:
            post: give-back
            status: 200
            while: [value]
            body: { value: { type: money, required: true, summary: How much. }, wish.status: { type: string, summary: Why. } }
          confirm: { patch: yes-please, status: 200 }
        response: { id: id, status: status, self: links.me.at, redirect: go, actions: [links], href: at }
        statuses:
          pending: [open, state]
          paid: [value]
          failed: ['!', toString]
          refunded: []
        errors:
          name: problem.code
          message: problem.text
        webhooks:
          id: on.e
          type: what
          reference: order
          money: { at: sum, notation: minor-units }
          payment: 'links.me'
          signature: { header: Kiosk-Sign, form: single, algorithm: hmac-sha512, encoding: base64 }
          acknowledge: { status: 202, seconds: 5 }
          classification: { at: on.topic, payment: ["a \"b\"", '1'] }
          types: { expired: [toString2, 'x event type', Deconstruct], unknown: [event, x event, status] }
          events:
            value:
              members:
                xValue: { at: on.value, type: string, summary: A "value" <and> more. }
                textMember: { at: [on.text, 'on.te-xt'], type: string }
                theMoneyFormat: { at: on.sum, type: money }
                toString: { at: on.string, type: timestamp }
            toString: { when: { on.x: ['1', "a \"b\""], on.y: present }, members: { equals: { at: on.x, type: string } } }
            '!': { members: { class: { at: on.class, type: integer }, event: { at: on.event, type: boolean } } }
            event: { members: { getType: { at: on.day, type: date } } }
            x event: { when: { on.z: present }, members: { type: { at: on.type, type: string } } }
            status: { members: { state: { at: on.state, type: string } } }

        """;

    public const string Method = """
        apm: type
        name: Type "T" <pods>
        api: kiosk/va
        summary: "Pods \U0001F37F & more."
        status: available
        source: { url: https://kiosk.example/docs/pods }
        countries: [CH, AL]
        currencies: [CHF, ALL, ZZZ]
        capabilities: [sale, refund]
        fields:
          status: { type: country, summary: A country. }
          state.value: { type: money }
          name: { type: language, summary: A language. }
          nameMember: { type: currency, summary: A currency. }
          value: { type: integer, range: -9223372036854775808..9223372036854775807, preset: 5, summary: A number. }
          output: { type: integer, range: 1..10, summary: A number. }
          record: { type: boolean, preset: true, summary: A switch. }
          typePaymentRequest: { type: string, length: 0..1000000, summary: A text. }
          reader.violations.start: { type: string, required: true, default: "a\tb", summary: A text. }
          reader.violations.writeJson: { type: url, summary: A place. }
          reader.class: { type: object, required: false, summary: Nothing. }
          'é': { type: string, summary: A text. }

        """;

    private const string Shop = """"
        using System.Text.Json;
        using Apm;
        using Shop.Apms;

        internal static class Till
        {
            public static string Go()
            {
                var request = new TypePaymentRequest
                {
                    Id = "a1",
                    State = new() { Value = new Money(1300, "CHF") },
                    Status = "AL",
                    Name = "sq",
                    NameMember = "ALL",
                    Output = 3,
                    TypePaymentRequestValue = "t",
                    Reader = new() { Violations = new() { Start = "s", WriteJsonValue = new System.Uri("https://a.example/b") }, Class = new() },
                    Shared = new Things { Deep = new() { Id = "i", Record = true, Kind = XKind.B } },
                    _ = "\u00e9",
                };
                var json = JsonSerializer.Serialize(request);
                var back = JsonSerializer.Deserialize<TypePaymentRequest>(json)!;
                return string.Join(
                    "\n",
                    json,
                    request.Equals(back),
                    request.Validate().IsValid,
                    request.State.Status,
                    TypePayment.Parse("""{"id":"7","status":"value"}""") is { Id: "7", Status.Value: "value", State: PaymentState.Paid },
                    XClientOptions.CloneValueHost,
                    XStatus.ValueValue,
                    XEvent.Parse("""{"on":{"e":"e-1"},"what":"x event type","sum":{"value":13,"code":"CHF"}}"""),
                    XEvent.Parse("""{"on":{"e":"e-1"},"what":"new"}""").State,
                    Details());
            }

            private static string Details()
            {
                var paid = XEvent.Parse("""
                    {"what":"value","on":{"topic":"1","value":"v","te-xt":5,"sum":{"value":100,"code":"ZZZ"},"string":"2026-01-31T10:00:00"}}
                    """);
                var none = XEvent.Parse("""{"what":"value","on":{"topic":"else"}}""");
                var guessed = XEvent.Parse("""{"on":{"x":"a \"b\"","y":0}}""");
                return string.Join(
                    " ",
                    paid.State, paid.ValueValue!.XValueValue, paid.ValueValue.TextMemberValue,
                    paid.ValueValue.TheMoneyFormatValue, paid.ValueValue.ToStringValue!.Value.Hour,
                    none.State, none.Classification, none.ValueValue!.XValueValue is null,
                    guessed.Type == XEventType.ToStringValue, guessed.ToStringValue!.EqualsValue, guessed.ValueValue is null, guessed.ToStringValue,
                    XEvent.Parse("""{"what":"!","on":{"class":5,"event":true}}""")._ is { Class: 5, Event: true },
                    XEvent.Parse("""{"what":"event","on":{"day":"2026-01-31"}}""").Event is XEventValue { GetTypeValue.Day: 31 },
                    XEvent.Parse("""{"on":{"z":[],"type":"t"}}""").XEventValue is XXEvent { Type: "t" },
                    XEvent.Parse("""{"what":"status","on":{"state":"s"}}""").Status is XStatusValue { State: "s" });
            }
        }
        """";

    [Fact]
    public void It_compiles_without_a_warning_and_its_requests_round_trip()
    {
        var run = new GeneratorHost().Spec("kiosk.api.yaml", Api).Spec("pod.apm.yaml", Method).Code(Shop).Run();

        Assert.Empty(run.SpecErrors);
        Assert.Empty(run.CompilerReports);
        Assert.Contains(run.Files.Values, text => text.Contains("\U0001F37F", StringComparison.Ordinal));
        var lines = ((string)run.Load().GetType("Till")!.GetMethod("Go")!.Invoke(null, null)!).Split('\n');
        Assert.StartsWith("{\"id\":\"a1\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"state\":{\"value\":{", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"name\":\"type\",\"status\":\"class\"", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            [
                "True",
                "True",
                "Class",
                "True",
                "https://test.kiosk.example/",
                "value",
                "XEvent { Id = e-1, Type = (withheld), State = Expired, TransactionReference = , Value = 13.00 CHF }",
                "Unknown",
                "Paid v 5 100 minor units of ZZZ 10 Unknown else True True a \"b\" True XToStringValue True True True True",
            ],
            lines[1..]);
    }
}
