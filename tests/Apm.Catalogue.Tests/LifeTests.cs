using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Apm.Sandbox;
using Apm.Specs;
using Apm.Testing;

namespace Apm.Catalogue.Tests;

/// <summary>Every shipped method from the payment to the last of its operations, at the sandbox, over HTTP.</summary>
public class LifeTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private static int s_last;

    public static TheoryData<string> Ids => ShippedMethods.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_payment_is_made_authorized_and_queried(string spec)
    {
        var shop = new Life(sandbox, spec, sandbox.Server);

        var payment = await shop.PayAsync();
        Assert.Equal(PaymentState.Pending, payment.State);
        payment = await shop.AuthorizeAsync(payment);

        Assert.Equal(shop.IsSale ? PaymentState.Paid : PaymentState.Authorized, payment.State);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Each_offered_operation_is_done(string spec)
    {
        var method = ShippedMethods.Method(spec);
        foreach (var operation in ShippedMethods.Operations(method, offered: true))
        {
            // What can be cancelled is authorized; where there are only sales, for as long as they take.
            var shop = new Life(sandbox, spec, operation.Id == "cancel" && !method.Capabilities.Contains("authorization") ? sandbox.Slow : sandbox.Server);
            var payment = await shop.ReadyForAsync(operation);
            var body = Examples.Body(spec, operation.Id) is { } json ? shop.Method.Read(json, shop.Method.Body(operation.Id)!) : null;

            payment = (Payment)(await shop.Method.CallAsync(operation.Id, shop.Client, payment, body))!;

            var expected = operation.Id switch
            {
                "cancel" => PaymentState.Cancelled,
                "refund" or "partial-refund" => PaymentState.RefundPending,
                "confirm" => PaymentState.Authorized,
                _ => PaymentState.Paid,
            };
            Assert.Equal((operation.Id, expected), (operation.Id, payment.State));
            Assert.Equal(expected, (await shop.Method.QueryAsync(shop.Client, payment.Self!)).State);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Each_operation_that_is_not_offered_is_refused(string spec)
    {
        var method = ShippedMethods.Method(spec);
        foreach (var operation in ShippedMethods.Operations(method, offered: false))
        {
            var shop = new Life(sandbox, spec, sandbox.Server);
            Assert.Null(shop.Method.Operation(operation.Id));
            Assert.Contains(method.Name, shop.Method.Refusal(operation.Id));

            // As good as it can be for the operation, and asked for without the generated client.
            var payment = await shop.AuthorizeAsync(await shop.PayAsync());
            sandbox.Server.Gateway.ChangeStatus(payment.Self!, operation.While[0]);

            Assert.Equal((operation.Id, HttpStatusCode.BadRequest), (operation.Id, await shop.AskAsync(operation, payment)));
            Assert.Equal(operation.While[0], shop.StatusOf(await shop.Method.QueryAsync(shop.Client, payment.Self!)));
        }
    }

    /// <summary>One payment of a method.</summary>
    private sealed class Life(SandboxFixture sandbox, string spec, SandboxServer server)
    {
        private readonly MethodModel _method = ShippedMethods.Method(spec);
        private readonly ApiModel _api = ShippedMethods.Api(ShippedMethods.Method(spec));
        private readonly JsonObject _request = Examples.Pay(spec);

        public GeneratedMethod Method { get; } = GeneratedTypes.Of(spec);

        public object Client { get; } = sandbox.Client(GeneratedTypes.Of(spec), server);

        public bool IsSale { get; private set; } = !ShippedMethods.Method(spec).Capabilities.Contains("authorization");

        public string? StatusOf(Payment payment) => payment.TryGetMember(_api.Response.Status, out var status) ? status.GetString() : null;

        public Task<Payment> PayAsync()
        {
            _request[_api.Roles.Reference] = "TEA" + Interlocked.Increment(ref s_last);
            return Method.PayAsync(Client, Method.Read(_request));
        }

        public async Task<Payment> AuthorizeAsync(Payment payment)
        {
            var customer = server.Customer;
            var page = payment.Redirect ?? payment.QrCode;
            await (page is null ? customer.AuthorizeAsync(server.Gateway.PageOf(payment.Self!)) : customer.AuthorizeAsync(page));
            return await Method.QueryAsync(Client, payment.Self!);
        }

        /// <summary>A payment in which the gateway offers an operation.</summary>
        public async Task<Payment> ReadyForAsync(OperationModel operation)
        {
            var isAfterPaying = operation.While.All(status => _api.Statuses.First(known => known.Status == status).State == Apm.Specs.PaymentState.Paid);
            if (isAfterPaying && _method.Capabilities.Contains("sale") && !IsSale)
            {
                (IsSale, _request["instruction"]!["settlement"]!["auto"]) = (true, true);
            }

            var payment = await PayAsync();
            if (operation.While.Contains(StatusOf(payment)))
            {
                return payment;
            }

            payment = await AuthorizeAsync(payment);
            if (isAfterPaying && !IsSale)
            {
                return (Payment)(await Method.CallAsync("settle", Client, payment, null))!;
            }

            Assert.Contains(StatusOf(payment), operation.While);
            return payment;
        }

        public async Task<HttpStatusCode> AskAsync(OperationModel operation, Payment payment)
        {
            using var http = new HttpClient();
            using var request = new HttpRequestMessage(new HttpMethod(operation.Verb), $"{payment.Self}/{operation.Target}");
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{server.UserName}:{server.Password}")));
            foreach (var header in _api.Headers)
            {
                request.Headers.Add(header.Name, header.Value);
            }

            var value = _request["instruction"]!["value"]!.DeepClone();
            request.Content = new StringContent(new JsonObject { ["value"] = value }.ToJsonString(), Encoding.UTF8, "application/json");
            using var answer = await http.SendAsync(request);
            return answer.StatusCode;
        }
    }
}
