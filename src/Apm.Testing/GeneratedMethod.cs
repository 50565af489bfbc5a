using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Apm.Testing;

/// <summary>The generated types of a method. Reflection replaces the code of a shop, which names the types.</summary>
internal sealed class GeneratedMethod
{
    private readonly Type[] _types;
    private readonly Type _payment;
    private readonly Type _options;
    private readonly JsonSerializerOptions _json;
    private readonly Dictionary<string, ApmOperation> _operations;

    public GeneratedMethod(Type[] types, Type payment)
    {
        _types = types;
        _payment = payment;
        Request = types.Single(type => type.IsAssignableTo(typeof(IPaymentRequest<>).MakeGenericType(payment)));
        ApiPrefix = payment.BaseType!.Name[..^"Payment".Length];
        ClientType = Find(ApiPrefix + "Client")!;
        _options = Find(ApiPrefix + "ClientOptions")!;
        var json = Find(ApiPrefix + "Json")!;
        _json = new() { TypeInfoResolver = (IJsonTypeInfoResolver)json.GetProperty("Resolver")!.GetValue(null)! };
        MoneyFormat = (MoneyFormat)json.GetField("MoneyFormat", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        Profile = (ApiProfile)_options.GetProperty("Profile", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        _operations = ClientType.GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(field => field.FieldType == typeof(ApmOperation))
            .Select(field => (ApmOperation)field.GetValue(null)!)
            .ToDictionary(operation => operation.Id);
    }

    public Type Request { get; }

    public Type ClientType { get; }

    /// <summary>How the API writes money.</summary>
    public MoneyFormat MoneyFormat { get; }

    public ApiProfile Profile { get; }

    private string ApiPrefix { get; }

    private string Prefix => _payment.Name[..^"Payment".Length];

    /// <summary>An operation that the method offers; null if it does not.</summary>
    public ApmOperation? Operation(string id) => _operations.TryGetValue(id, out var operation)
        && (id is PaymentOperation.Pay or PaymentOperation.Query || OwnBody(id) is not null || SharedCall(id) is not null)
            ? operation
            : null;

    /// <summary>The type of an operation's body: the method's own, or that of the API. Null if the operation has none.</summary>
    public Type? Body(string operation) => operation == PaymentOperation.Pay ? Request : OwnBody(operation) ?? Find(ApiPrefix + Pascal(operation) + "Request");

    /// <exception cref="JsonException">The text is not a value of the type.</exception>
    public object Read(string json, Type type) => JsonSerializer.Deserialize(json, type, _json)!;

    public string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), _json);

    /// <exception cref="JsonException">The text is not a payment.</exception>
    public Payment ReadPayment(string json) => (Payment)Read(json, _payment);

    /// <param name="body">A request.</param>
    /// <param name="payment">The payment of an operation; it validates a body that all methods share. Null for one without members.</param>
    public ApmValidationResult? Validate(object body, Payment? payment)
    {
        if (body is IApmValidatable own)
        {
            return own.Validate();
        }

        var validate = _payment.GetMethod("Validate", [body.GetType()]);
        var judge = payment ?? Activator.CreateInstance(_payment, new PaymentResponse());
        return validate?.Invoke(judge, BindingFlags.DoNotWrapExceptions, null, [body], null) as ApmValidationResult;
    }

    /// <summary>The operations that can be called for a payment now.</summary>
    public IEnumerable<string> Available(Payment payment) => _operations.Keys
        .Where(id => id is not (PaymentOperation.Pay or PaymentOperation.Query) && Offers(payment, id));

    /// <summary>Whether an operation can be called for a payment now: the client does not refuse it, and its status is one of the spec.</summary>
    public bool Offers(Payment payment, string id)
    {
        if (Operation(id) is not { } operation
            || (operation.While.Count > 0 && !operation.While.Contains(GeneratedReading.StatusOf(payment) ?? "")))
        {
            return false;
        }

        using var http = ApmHttpHandler.CreateClient(new RecordedGateway(null));
        try
        {
            // The link is found before the body is read.
            var body = Body(id) is { } type ? RuntimeHelpers.GetUninitializedObject(type) : null;
            var client = Client(http, Options(payment.Actions.Select(action => action.Href).FirstOrDefault()));
            _ = CallAsync(id, client, payment, body, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (ApmActionUnavailableException)
        {
            return false;
        }
        catch (Exception)
        {
            return true;
        }

        return true;
    }

    /// <summary>Options with credentials.</summary>
    /// <param name="link">A link to the host that the client calls; null for the first host of the API.</param>
    public ApmClientOptions Options(string? link)
    {
        var options = (ApmClientOptions)Activator.CreateInstance(_options)!;
        foreach (var text in _options.GetProperties().Where(property => property.PropertyType == typeof(string) && property.CanWrite))
        {
            text.SetValue(options, RecordedGateway.Credential);
        }

        // Links are followed within one host.
        options.BaseAddress = _options.GetProperties(BindingFlags.Static | BindingFlags.Public)
            .Select(property => property.GetValue(null))
            .OfType<Uri>()
            .FirstOrDefault(host => Uri.TryCreate(link, UriKind.Absolute, out var address) && host.Authority == address.Authority, options.BaseAddress!);
        return options;
    }

    /// <summary>A client over a handler.</summary>
    public object Client(HttpClient http, ApmClientOptions options) => Activator.CreateInstance(ClientType, http, options)!;

    public Task<Payment> PayAsync(object client, object request, CancellationToken cancellationToken = default)
    {
        var pay = ClientType.GetMethods().Single(method =>
            method.Name == "PayAsync"
            && method.GetParameters()[0].ParameterType is { IsGenericType: true } first
            && first.GetGenericTypeDefinition() == typeof(IPaymentRequest<>));
        return CallAsync(pay.MakeGenericMethod(_payment), client, request, cancellationToken);
    }

    public Task<Payment> QueryAsync(object client, string self, CancellationToken cancellationToken = default)
    {
        var query = ClientType.GetMethods().Single(method => method is { Name: "QueryAsync", IsGenericMethod: true });
        return CallAsync(query.MakeGenericMethod(_payment), client, self, cancellationToken);
    }

    /// <summary>The message of the compile error for a call that the method does not offer; null if there is none.</summary>
    public string? Refusal(string operation) =>
        Find(Prefix + "NotOffered")?.GetMethod(Pascal(operation) + "Async")?.GetCustomAttribute<ObsoleteAttribute>() is { IsError: true } refused
            ? refused.Message
            : null;

    /// <summary>Calls an operation that the method offers.</summary>
    public Task<Payment> CallAsync(string operation, object client, Payment payment, object? body, CancellationToken cancellationToken = default)
    {
        // A body of the method may have no members, and is then not sent.
        body ??= OwnBody(operation) is { } own ? Read("{}", own) : null;
        if (body is not null && IsOwnBody(body.GetType()))
        {
            var request = ClientType.GetMethods().Single(method => method.Name == "RequestAsync");
            return CallAsync(request.MakeGenericMethod(_payment), client, payment, body, cancellationToken);
        }

        return CallAsync(SharedCall(operation)!, client, body is null ? [payment, cancellationToken] : [payment, body, cancellationToken]);
    }

    /// <summary>Sends a call without the checks of the client, such as a request that the gateway refuses.</summary>
    public Task<Payment> SendAsync(HttpClient http, ApmClientOptions options, ApmCall call, CancellationToken cancellationToken)
    {
        var send = typeof(ApmTransport).GetMethods().Single(method => method is { Name: "SendAsync", IsGenericMethod: true });
        return CallAsync(send.MakeGenericMethod(_payment), new ApmTransport(http, options, Profile), call, cancellationToken);
    }

    private static async Task<Payment> CallAsync(MethodInfo method, object client, params object[] given)
    {
        var parameters = method.GetParameters();
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = i == arguments.Length - 1 ? given[^1] : i < given.Length - 1 ? given[i] : null;
        }

        var task = (Task)method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        await task.ConfigureAwait(false);
        return (Payment)task.GetType().GetProperty("Result")!.GetValue(task)!;
    }

    private Type? OwnBody(string operation) => Array.Find(_types, type => IsOwnBody(type) && type.Name == Prefix + Pascal(operation) + "Request");

    // Null if the method does not offer the operation: its payment lacks the interface.
    private MethodInfo? SharedCall(string operation)
    {
        try
        {
            return ClientType.GetMethod(Pascal(operation) + "Async")?.MakeGenericMethod(_payment);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private bool IsOwnBody(Type type) => type.IsAssignableTo(typeof(IOperationRequest<>).MakeGenericType(_payment));

    private Type? Find(string name) => Array.Find(_types, type => type.Namespace == _payment.Namespace && type.Name == name);

    private static string Pascal(string id) =>
        string.Concat(id.Split('-').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
}
