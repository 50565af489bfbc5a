using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Apm.Sandbox;
using Apm.Specs;
using Apm.Testing;

namespace Apm.Catalogue.Tests;

/// <summary>One payment of a shipped method at the sandbox.</summary>
internal sealed class Life(SandboxFixture sandbox, string spec, SandboxServer server)
{
    private static int s_last;

    private readonly MethodModel _method = ShippedMethods.Method(spec);
    private readonly ApiModel _api = ShippedMethods.Api(ShippedMethods.Method(spec));
    private readonly JsonObject _request = Examples.Pay(spec);

    public GeneratedMethod Method { get; } = GeneratedTypes.Of(spec);

    public object Client { get; } = sandbox.Client(GeneratedTypes.Of(spec), server);

    public bool IsSale { get; private set; } = !ShippedMethods.Method(spec).Capabilities.Contains("authorization");

    public string Reference { get; private set; } = "";

    /// <summary>The state after a full refund: a response tells it by the status or by the amounts.</summary>
    public PaymentState Refunded => _api.Response.Refunded is null ? PaymentState.Paid : PaymentState.Refunded;

    /// <summary>The HTTP status for an operation that is not offered.</summary>
    public HttpStatusCode Unavailable => (HttpStatusCode)(_api.Errors.Code(ErrorKind.ActionUnavailable)?.Status ?? 409);

    /// <summary>The gateway's status of the payment.</summary>
    public string StatusOf(Payment payment) =>
        Text(payment, _api.Response.Id) is { } id ? server.Gateway.Payments.Single(known => known.Id == id).Status : Record.Status;

    private SandboxPayment Record => server.Gateway.Payments.Single(known => known.Reference == Reference);

    private bool HasQuery => _api.Operation(OperationId.Query) is not null;

    public Task<Payment> PayAsync()
    {
        Reference = "TEA" + Interlocked.Increment(ref s_last).ToString(CultureInfo.InvariantCulture);
        Json.Set(_request, _api.Roles.Reference, Reference);
        return Method.PayAsync(Client, Method.Read(_request));
    }

    public async Task AuthorizeAsync(Payment payment) =>
        await server.Customer.AuthorizeAsync(payment.Redirect ?? payment.QrCode ?? server.Gateway.PageOf(Reference).AbsoluteUri);

    /// <summary>The state that the shop sees; if the payment cannot be queried, the state that the gateway has.</summary>
    public async Task<PaymentState> StateAsync(Payment payment) => HasQuery
        ? (await LatestAsync(payment)).State
        : Enum.Parse<PaymentState>(Record.State.ToString());

    public Task<object?> CallAsync(OperationModel operation, Payment payment, JsonObject? body) =>
        Method.CallAsync(operation.Id, Client, payment, body is null ? null : Method.Read(body, Method.Body(operation.Id)!));

    /// <summary>A payment in which the gateway offers an operation.</summary>
    public async Task<Payment> ReadyForAsync(OperationModel operation)
    {
        var needed = NeededState(operation);
        if (needed == Apm.Specs.PaymentState.Paid && _method.Capabilities.Contains("sale") && !IsSale)
        {
            IsSale = true;
            MakeSale();
        }

        var payment = await PayAsync();
        if (needed == Apm.Specs.PaymentState.Pending)
        {
            return payment;
        }

        await AuthorizeAsync(payment);
        payment = await LatestAsync(payment);
        if (needed == Apm.Specs.PaymentState.Paid && !IsSale)
        {
            await CallAsync(_api.Operation(OperationId.Settle)!, payment, Examples.Body(_method.SpecId, OperationId.Settle));
            payment = await LatestAsync(payment);
        }

        Assert.True(operation.While.IsEmpty || operation.While.Contains(StatusOf(payment)));
        return payment;
    }

    private Task<Payment> LatestAsync(Payment payment) => HasQuery ? Method.QueryAsync(Client, payment.Self!) : Task.FromResult(payment);

    public async Task<HttpStatusCode> AskAsync(OperationModel operation, Payment payment)
    {
        var path = operation.TargetIsLink ? $"{payment.Self}/{operation.Target}" : operation.Target.Replace("{id}", Record.Id, StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = server.BaseAddress };
        using var request = new HttpRequestMessage(new HttpMethod(operation.Verb), path);
        var (name, value) = Authentication.Header(_api.Authentication, server.Gateway.Credentials);
        request.Headers.Add(name, value);
        foreach (var header in _api.Headers)
        {
            request.Headers.Add(header.Name, header.Value);
        }

        // What partial operations need, and full ones may have.
        var body = new JsonObject();
        foreach (var money in operation.Body?.Members.Where(member => member.Money is not null) ?? [])
        {
            body[money.Name] = Json.Get(_request, _api.Roles.Value)!.DeepClone();
        }

        foreach (var constant in operation.Body?.Members.Where(member => member.ConstName == ValueName.PaymentId) ?? [])
        {
            body[constant.Name] = Record.Id;
        }

        request.Content = _api.Format == BodyFormat.Form
            ? new FormUrlEncodedContent(body.Select(member => KeyValuePair.Create(member.Key, member.Value!.ToString())))
            : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private void MakeSale()
    {
        if (_api.Roles.Sale is { } sale)
        {
            Json.Set(_request, sale, true);
        }

        foreach (var condition in _api.Roles.Authorization)
        {
            Json.Remove(_request, condition.Path);
        }
    }

    private Apm.Specs.PaymentState NeededState(OperationModel operation) =>
        operation.While.Count > 0 ? _api.Statuses.First(known => known.Status == operation.While[0]).State
        : operation.Id switch
        {
            "confirm" => Apm.Specs.PaymentState.Pending,
            "cancel" when !operation.When.IsEmpty => Apm.Specs.PaymentState.Pending,
            "refund" or "partial-refund" => Apm.Specs.PaymentState.Paid,
            _ => Apm.Specs.PaymentState.Authorized,
        };

    private static string? Text(Payment payment, string path) => payment.TryGetMember(path, out var value) ? value.GetString() : null;
}
