// What a generator would write for a small fictitious gateway, by hand.

using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.Tests.Acme;

public sealed class AcmeWalletRequest : IPaymentRequest<AcmeWalletPayment>, IJsonModel<AcmeWalletRequest>
{
    public required string TransactionReference { get; init; }

    public required Money Value { get; init; }

    public string? CustomerName { get; init; }

    public Uri? ReturnUrl { get; init; }

    string? IPaymentRequest<AcmeWalletPayment>.Reference => TransactionReference;

    string IPaymentRequest<AcmeWalletPayment>.Method => "acme_wallet";

    public ApmValidationResult Validate()
    {
        var violations = new ApmViolations();
        if (Value.Currency is not ("HKD" or "JPY"))
        {
            violations.Add("$.value.currency", "Value", ViolationRule.Currency, "must be one of HKD, JPY");
        }

        return violations.ToResult();
    }

    void IApmRequest.WriteTo(ref JsonOutput output) => Write(ref output, this);

    public static void Write(ref JsonOutput output, AcmeWalletRequest value)
    {
        var start = output.Length;
        output.Raw(",\"transactionReference\":"u8);
        output.String(value.TransactionReference);
        output.Raw(",\"value\":"u8);
        output.Money(value.Value, AcmeJson.Money);
        if (value.CustomerName is not null)
        {
            output.Raw(",\"customerName\":"u8);
            output.String(value.CustomerName);
        }

        if (value.ReturnUrl is not null)
        {
            output.Raw(",\"returnUrl\":"u8);
            output.String(value.ReturnUrl.OriginalString);
        }

        output.EndObject(start);
    }

    public static AcmeWalletRequest Read(ref Utf8JsonReader reader, string path)
    {
        JsonInput.ExpectObject(ref reader, path);
        string? reference = null;
        Money? value = null;
        string? customer = null;
        Uri? returnUrl = null;
        while (JsonInput.NextMember(ref reader, out _))
        {
            if (reader.ValueTextEquals("transactionReference"u8))
            {
                reader.Read();
                reference = JsonInput.ReadString(ref reader, path, "transactionReference");
            }
            else if (reader.ValueTextEquals("value"u8))
            {
                reader.Read();
                value = JsonInput.ReadMoney(ref reader, path, "value", AcmeJson.Money);
            }
            else if (reader.ValueTextEquals("customerName"u8))
            {
                reader.Read();
                customer = JsonInput.ReadString(ref reader, path, "customerName");
            }
            else if (reader.ValueTextEquals("returnUrl"u8))
            {
                reader.Read();
                returnUrl = JsonInput.ReadUri(ref reader, path, "returnUrl");
            }
            else
            {
                JsonInput.SkipMember(ref reader);
            }
        }

        return new AcmeWalletRequest
        {
            TransactionReference = reference ?? throw JsonInput.Missing(path, "transactionReference"),
            Value = value ?? throw JsonInput.Missing(path, "value"),
            CustomerName = customer,
            ReturnUrl = returnUrl,
        };
    }
}

public class AcmePayment : Payment, IPayment<AcmePayment>
{
    protected AcmePayment(PaymentResponse response)
        : base(response)
    {
    }

    public string PaymentId => Id;

    public string LastEvent => Status;

    public override PaymentState State => Status switch
    {
        "pending" => PaymentState.Pending,
        "settled" => PaymentState.Paid,
        "refused" => PaymentState.Failed,
        "sentForRefund" => PaymentState.RefundPending,
        _ => PaymentState.Unknown,
    };

    static AcmePayment IPayment<AcmePayment>.Create(PaymentResponse response) => new(response);
}

public sealed class AcmeWalletPayment : AcmePayment, IPayment<AcmeWalletPayment>, IRefundable
{
    private AcmeWalletPayment(PaymentResponse response)
        : base(response)
    {
    }

    static AcmeWalletPayment IPayment<AcmeWalletPayment>.Create(PaymentResponse response) => new(response);
}

public sealed class AcmeClientOptions() : BasicClientOptions(new Uri("https://acme.example"));

public interface IAcmeClient
{
    Task<TPayment> PayAsync<TPayment>(IPaymentRequest<TPayment> request, CancellationToken cancellationToken = default)
        where TPayment : Payment, IPayment<TPayment>;

    Task<AcmePayment> QueryAsync(string self, CancellationToken cancellationToken = default);

    Task<TPayment> RefundAsync<TPayment>(TPayment payment, CancellationToken cancellationToken = default)
        where TPayment : AcmePayment, IPayment<TPayment>, IRefundable;
}

public sealed class AcmeClient : IAcmeClient
{
    private static readonly ApmOperation s_pay = new("pay", HttpMethod.Post, "/payments", 201);
    private static readonly ApmOperation s_query = new("query", HttpMethod.Get, null, 200);
    private static readonly ApmOperation s_refund = new("refund", HttpMethod.Post, null, 202);

    internal static readonly ApiProfile Profile = new()
    {
        Name = "Acme",
        Headers = [new("Acme-Version", "2026-01-01")],
        CorrelationHeader = "Acme-CorrelationId",
        DuplicateReferenceError = "referenceIsADuplicate",
        ErrorNames = ["bodyIsEmpty", "referenceIsADuplicate"],
        Errors = new()
        {
            Name = "errorName",
            Message = "message",
            Details = "validation.errors",
            DetailName = "errorName",
            DetailMessage = "message",
            DetailPath = "jsonPath",
        },
        ReadPayment = AcmeJson.ReadPayment,
    };

    private readonly ApmTransport _transport;

    public AcmeClient(HttpClient http, ApmClientOptions options) => _transport = new(http, options, Profile);

    internal AcmeClient(ApmTransport transport) => _transport = transport;

    public Task<TPayment> PayAsync<TPayment>(IPaymentRequest<TPayment> request, CancellationToken cancellationToken = default)
        where TPayment : Payment, IPayment<TPayment>
    {
        ArgumentNullException.ThrowIfNull(request);
        var validation = request.Validate();
        if (!validation.IsValid)
        {
            return Task.FromException<TPayment>(new ApmValidationException(validation));
        }

        var output = JsonOutput.Rent();
        try
        {
            request.WriteTo(ref output);
            var call = new ApmCall(s_pay) { Body = output.Detach(), Reference = request.Reference, Method = request.Method };
            return _transport.SendAsync<TPayment>(call, cancellationToken);
        }
        finally
        {
            output.Dispose();
        }
    }

    public Task<AcmePayment> QueryAsync(string self, CancellationToken cancellationToken = default) =>
        _transport.SendAsync<AcmePayment>(new ApmCall(s_query) { Link = self, Self = self }, cancellationToken);

    public Task<TPayment> RefundAsync<TPayment>(TPayment payment, CancellationToken cancellationToken = default)
        where TPayment : AcmePayment, IPayment<TPayment>, IRefundable
    {
        ArgumentNullException.ThrowIfNull(payment);
        var call = new ApmCall(s_refund) { Link = payment.RequireLink("reverse", "refund"), Self = payment.Self };
        return _transport.SendAsync<TPayment>(call, cancellationToken);
    }
}

internal static class AcmeJson
{
    public static readonly MoneyFormat Money = new(MoneyNotation.MinorUnits, "amount", "currency");

    private static readonly string[] s_redirectSchemes = ["acme", "acme-pay+1.0"];

    public static PaymentResponse ReadPayment(ApmHttpResponse answer)
    {
        var reader = new Utf8JsonReader(answer.Body.Span);
        JsonText id = default;
        JsonText status = default;
        JsonText redirect = default;
        JsonText qrCode = default;
        var isRedirectRefused = false;
        JsonText self = default;
        List<PaymentAction>? actions = null;
        reader.Read();
        JsonInput.ExpectObject(ref reader, "$");
        while (JsonInput.NextMember(ref reader, out var member))
        {
            if (JsonInput.Is(member, "paymentId"u8))
            {
                reader.Read();
                id = JsonText.Read(ref reader, "$", "paymentId");
            }
            else if (JsonInput.Is(member, "lastEvent"u8))
            {
                reader.Read();
                status = JsonText.Read(ref reader, "$", "lastEvent");
            }
            else if (JsonInput.Is(member, "url"u8))
            {
                reader.Read();
                JsonInput.ReadRedirect(ref reader, "$", "url", s_redirectSchemes, ref redirect, ref qrCode, ref isRedirectRefused);
            }
            else if (JsonInput.Is(member, "_links"u8))
            {
                reader.Read();
                ReadLinks(ref reader, ref self, ref actions);
            }
            else
            {
                JsonInput.SkipMember(ref reader);
            }
        }

        return new PaymentResponse
        {
            IdText = id.IsAbsent ? throw JsonInput.Missing("$", "paymentId") : id,
            StatusText = status,
            RedirectText = redirect,
            QrCodeText = qrCode,
            IsRedirectRefused = isRedirectRefused,
            SelfText = self,
            Actions = actions is null ? [] : actions,
            RawJson = answer.Body,
            StatusCode = answer.StatusCode,
        };
    }

    private static void ReadLinks(ref Utf8JsonReader reader, ref JsonText self, ref List<PaymentAction>? actions)
    {
        JsonInput.ExpectObject(ref reader, "$._links");
        while (JsonInput.NextMember(ref reader, out _))
        {
            var name = reader.ValueTextEquals("self"u8) ? null : reader.GetString();
            reader.Read();
            JsonInput.ExpectObject(ref reader, "$._links.*");
            while (JsonInput.NextMember(ref reader, out _))
            {
                if (!reader.ValueTextEquals("href"u8))
                {
                    JsonInput.SkipMember(ref reader);
                    continue;
                }

                reader.Read();
                if (name is null)
                {
                    self = JsonText.Read(ref reader, "$._links.self", "href");
                }
                else
                {
                    (actions ??= []).Add(new PaymentAction(name, JsonInput.ReadString(ref reader, "$._links." + name, "href")));
                }
            }
        }
    }
}

public static class AcmeServiceCollectionExtensions
{
    public static IHttpClientBuilder AddAcmeClient(this IServiceCollection services, Action<AcmeClientOptions>? configure = null) =>
        ApmServiceCollection.AddApmClient<IAcmeClient, AcmeClient, AcmeClientOptions>(
            services, null, AcmeClient.Profile, configure, static transport => new AcmeClient(transport));

    public static IHttpClientBuilder AddAcmeClient(this IServiceCollection services, string key, Action<AcmeClientOptions>? configure = null) =>
        ApmServiceCollection.AddKeyedApmClient<IAcmeClient, AcmeClient, AcmeClientOptions>(
            services, key, AcmeClient.Profile, configure, static transport => new AcmeClient(transport));

    public static IHttpClientBuilder AddAcmeClient(this IServiceCollection services, IConfiguration section) =>
        ApmServiceCollection.AddApmClient<IAcmeClient, AcmeClient, AcmeClientOptions>(
            services, null, AcmeClient.Profile, section, static transport => new AcmeClient(transport));

    public static IHttpClientBuilder AddAcmeClient(this IServiceCollection services, string key, IConfiguration section) =>
        ApmServiceCollection.AddKeyedApmClient<IAcmeClient, AcmeClient, AcmeClientOptions>(
            services, key, AcmeClient.Profile, section, static transport => new AcmeClient(transport));
}
