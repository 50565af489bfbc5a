using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Apm.Testing;

/// <summary>The generated types of a method. Reflection replaces the code of a shop, which names the types.</summary>
internal sealed class GeneratedMethod
{
    private readonly Type[] _types;
    private readonly Type _payment;
    private readonly Type _client;

    public GeneratedMethod(Type[] types, Type payment)
    {
        _types = types;
        _payment = payment;
        Request = types.Single(type => type.IsAssignableTo(typeof(IPaymentRequest<>).MakeGenericType(payment)));
        ApiPrefix = payment.BaseType!.Name[..^"Payment".Length];
        _client = Find(ApiPrefix + "Client")!;
    }

    public Type Request { get; }

    private string ApiPrefix { get; }

    private string Prefix => _payment.Name[..^"Payment".Length];

    /// <summary>The type of an operation's body: the method's own, or that of the API. Null if the operation has none.</summary>
    public Type? Body(string operation) =>
        Array.Find(_types, type => IsOwnBody(type) && type.Name == Prefix + Pascal(operation) + "Request")
        ?? Find(ApiPrefix + Pascal(operation) + "Request");

    /// <exception cref="JsonException">The text is not a value of the type.</exception>
    public static object Read(string json, Type type) => JsonSerializer.Deserialize(json, type, OptionsOf(type))!;

    public static string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), OptionsOf(value.GetType()));

    /// <exception cref="JsonException">The text is not a payment.</exception>
    public Payment ReadPayment(string json) => (Payment)Read(json, _payment);

    /// <param name="body">A request.</param>
    /// <param name="payment">The payment of an operation; it validates a body that all methods share.</param>
    public static ApmValidationResult? Validate(object body, Payment? payment)
    {
        if (body is IApmValidatable own)
        {
            return own.Validate();
        }

        var validate = payment?.GetType().GetMethod("Validate", [body.GetType()]);
        return validate?.Invoke(payment, BindingFlags.DoNotWrapExceptions, null, [body], null) as ApmValidationResult;
    }

    /// <summary>A client over a handler, with credentials.</summary>
    public object Client(HttpClient http)
    {
        var options = Activator.CreateInstance(Find(ApiPrefix + "ClientOptions")!)!;
        foreach (var text in options.GetType().GetProperties().Where(property => property.PropertyType == typeof(string) && property.CanWrite))
        {
            text.SetValue(options, "recorded");
        }

        return Activator.CreateInstance(_client, http, options)!;
    }

    public Task<Payment> PayAsync(object client, object request, CancellationToken cancellationToken)
    {
        var pay = _client.GetMethods().Single(method =>
            method.Name == "PayAsync"
            && method.GetParameters()[0].ParameterType is { IsGenericType: true } first
            && first.GetGenericTypeDefinition() == typeof(IPaymentRequest<>));
        return CallAsync(pay.MakeGenericMethod(_payment), client, request, cancellationToken);
    }

    public Task<Payment> QueryAsync(object client, string self, CancellationToken cancellationToken)
    {
        var query = _client.GetMethods().Single(method => method is { Name: "QueryAsync", IsGenericMethod: true });
        return CallAsync(query.MakeGenericMethod(_payment), client, self, cancellationToken);
    }

    /// <summary>Calls an operation; null if the generated code does not offer it with this body.</summary>
    public Task<Payment>? CallAsync(string operation, object client, Payment payment, object? body, CancellationToken cancellationToken)
    {
        if (body is not null && IsOwnBody(body.GetType()))
        {
            var request = _client.GetMethods().Single(method => method.Name == "RequestAsync");
            return CallAsync(request.MakeGenericMethod(_payment), client, payment, body, cancellationToken);
        }

        object[] given = body is null ? [payment] : [payment, body];
        var shared = _client.GetMethods().FirstOrDefault(method =>
            method.Name == Pascal(operation) + "Async"
            && method.GetParameters() is var parameters
            && parameters.Length > given.Length
            && (body is null || parameters[1].ParameterType.IsInstanceOfType(body)));
        try
        {
            return shared is null ? null : CallAsync(shared.MakeGenericMethod(_payment), client, [.. given, cancellationToken]);
        }
        catch (ArgumentException)
        {
            // The method does not offer the operation: its payment lacks the interface.
            return null;
        }
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

    private static JsonSerializerOptions OptionsOf(Type type) => new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { (JsonConverter)Activator.CreateInstance(typeof(JsonModelConverter<>).MakeGenericType(type))! },
    };

    private bool IsOwnBody(Type type) => type.IsAssignableTo(typeof(IOperationRequest<>).MakeGenericType(_payment));

    private Type? Find(string name) => Array.Find(_types, type => type.Namespace == _payment.Namespace && type.Name == name);

    private static string Pascal(string id) =>
        string.Concat(id.Split('-').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
}
