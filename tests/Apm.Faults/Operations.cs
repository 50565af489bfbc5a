using System.Net;
using System.Text;

namespace Apm.Faults;

/// <summary>One operation of a client, on a payment that offers it.</summary>
/// <param name="Name">The operation's id.</param>
/// <param name="ChangesState">Whether it must not be sent twice.</param>
/// <param name="Path">Where it arrives.</param>
/// <param name="RunAsync">Calls it.</param>
internal sealed record Operation(string Name, bool ChangesState, string Path, Func<WorldpayClient, CancellationToken, Task<PaypalPayment>> RunAsync)
{
    private static readonly PaypalPayment s_pending = Payment("pending");
    private static readonly PaypalPayment s_authorized = Payment("authorized");
    private static readonly PaypalPayment s_settled = Payment("settled");

    public static readonly IReadOnlyList<Operation> All =
    [
        new("pay", true, "/apmPayments", (client, token) => client.PayAsync(Request("ORDER-1"), token)),
        new("refund", true, "/reverse", (client, token) => client.RefundAsync(s_settled, cancellationToken: token)),
        new("partial-refund", true, "/partialReverse", (client, token) =>
            client.PartialRefundAsync(s_settled, new() { Value = Money.FromMajor(1m, "EUR") }, token)),
        new("cancel", true, "/reverse", (client, token) => client.CancelAsync(s_authorized, token)),
        new("settle", true, "/settle", (client, token) => client.SettleAsync(s_authorized, cancellationToken: token)),
        new("partial-settle", true, "/partialSettle", (client, token) =>
            client.PartialSettleAsync(s_authorized, new() { Value = Money.FromMajor(1m, "EUR") }, token)),
        new("confirm", true, "/confirmPayment", (client, token) => client.ConfirmAsync(s_pending, token)),
        new("query", false, "/self", (client, token) => client.QueryAsync<PaypalPayment>("/self", token)),
    ];

    public override string ToString() => Name;

    /// <summary>A payment that is accepted.</summary>
    public static PaypalPaymentRequest Request(string reference) => new()
    {
        TransactionReference = reference,
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Narrative = new() { Line1 = "Mind Palace Ltd" },
            Value = Money.FromMajor(12.34m, "EUR"),
            PaymentInstrument = new() { Type = PaypalType.Direct },
        },
    };

    private static PaypalPayment Payment(string status)
    {
        using var http = ApmHttpHandler.CreateClient(new Answering(Answers.Payment(status)));
        var client = new WorldpayClient(http, Chain.Options(new Uri("http://127.0.0.1:9")));
        return client.QueryAsync<PaypalPayment>("/self").GetAwaiter().GetResult();
    }

    private sealed class Answering(string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
