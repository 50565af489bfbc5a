using System.Text;
using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox.Tests;

/// <summary>A merchant that knows nothing but the spec.</summary>
internal sealed class Shop : IDisposable
{
    private readonly HttpClient _http;

    public Shop(Gateway gateway, Uri? address = null, MethodModel? method = null)
    {
        Gateway = gateway;
        Method = method
            ?? gateway.Methods.FirstOrDefault(known => known.Id == "alipay_hk" && known.Api.StartsWith("worldpay/", StringComparison.Ordinal))
            ?? gateway.Methods[0];
        Api = gateway.Apis.Single(api => api.Id == Method.Api);
        _http = new(address is null ? gateway.CreateHandler() : new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = address ?? new Uri("https://gateway.example/"),
        };
    }

    public Gateway Gateway { get; }

    public ApiModel Api { get; }

    public MethodModel Method { get; }

    public Uri Address => _http.BaseAddress!;

    public string PayPath => Api.Operation("pay")!.Target;

    public FieldModel ValueField => Field(Api.Roles.Value);

    public JsonObject Request(string? reference = null) => ExampleRequest.For(Api, Method, reference);

    public FieldModel Field(string path) => path.Split('.').Aggregate(Method.Request, (field, name) => field.Member(name)!);

    public string FirstStatus(PaymentState state) => Api.Statuses.First(status => status.State == state).Status;

    public Task<Answer> PayAsync(JsonObject? body = null, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, PayPath, body ?? Request(), null, cancellationToken);

    public Task<Answer> QueryAsync(string self) => SendAsync(HttpMethod.Get, self);

    public async Task<Answer> PaidAsync(JsonObject? body = null)
    {
        var payment = await PayAsync(body);
        await Gateway.Customer.AuthorizeAsync(payment.Redirect);
        return await QueryAsync(payment.Self);
    }

    public Task<Answer> RefundAsync(Answer payment) => SendAsync(HttpMethod.Post, payment.Link(Api.Operation("refund")!.Target));

    public Task<Answer> RefundAsync(Answer payment, long amount, string currency) =>
        SendAsync(HttpMethod.Post, payment.Link(Api.Operation("partial-refund")!.Target), PartialRefund(amount, currency));

    public JsonObject PartialRefund(long amount, string currency) =>
        new() { [Api.Operation("partial-refund")!.Body!.Members.Single(member => member.Type == FieldType.Money).Name] = Money(amount, currency) };

    public JsonObject Money(long amount, string currency) => new() { [Api.Money.AmountName] = amount, [Api.Money.CurrencyName] = currency };

    public async Task<Answer> SendAsync(
        HttpMethod method,
        string url,
        JsonNode? body = null,
        Action<HttpRequestMessage>? change = null,
        CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(method, url);
        Authenticate(request);
        foreach (var header in Api.Headers)
        {
            request.Headers.Add(header.Name, header.Value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        change?.Invoke(request);
        using var response = await _http.SendAsync(request, cancellationToken);
        return new(Api, response.StatusCode, Headers(response), await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => _http.Dispose();

    private void Authenticate(HttpRequestMessage request)
    {
        var credentials = Gateway.Credentials;
        switch (Api.Authentication.Scheme)
        {
            case AuthenticationScheme.Basic:
                request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.UserName}:{credentials.Password}")));
                break;
            case AuthenticationScheme.Bearer:
                request.Headers.Authorization = new("Bearer", credentials.Key);
                break;
            default:
                request.Headers.Add(Api.Authentication.Header!, credentials.Key);
                break;
        }
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage response) =>
        response.Headers.Concat<KeyValuePair<string, IEnumerable<string>>>(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
}
