using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Apm.Catalogue.Tests;

/// <summary>
/// What was generated from a spec, found by the spec's id. Reflection stands in for the shop's own code, which names the
/// types: whatever it cannot bind here does not compile there.
/// </summary>
internal sealed class GeneratedMethod
{
    private static readonly Type[] s_types = typeof(GeneratedMethod).Assembly.GetTypes();

    private readonly Type _payment;
    private readonly JsonSerializerOptions _json;

    private GeneratedMethod(Type payment)
    {
        _payment = payment;
        Request = s_types.Single(type => type.IsAssignableTo(typeof(IPaymentRequest<>).MakeGenericType(payment)));
        Client = InNamespace("WorldpayClient");
        _json = new() { TypeInfoResolver = (IJsonTypeInfoResolver)InNamespace("WorldpayJson").GetProperty("Resolver")!.GetValue(null)! };
    }

    public Type Request { get; }

    public Type Client { get; }

    public static GeneratedMethod Of(string spec) => new(Payments.Single(payment => Spec(payment) == spec));

    public static IEnumerable<string> Specs => Payments.Select(Spec);

    /// <exception cref="JsonException">The request is none of this method.</exception>
    public IApmValidatable Read(JsonNode request) => (IApmValidatable)Read(request, Request);

    public object Read(JsonNode body, Type type)
    {
        try
        {
            return body.Deserialize(type, _json)!;
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is { } inner)
        {
            throw inner;
        }
    }

    public string Write(object body) => JsonSerializer.Serialize(body, body.GetType(), _json);

    public Payment ReadPayment(JsonNode answer) => (Payment)Read(answer, _payment);

    /// <summary>The type of an operation's body: the method's own, or the one that methods share. Null where the operation has none.</summary>
    public Type? Body(string operation) =>
        s_types.SingleOrDefault(type =>
            type.IsAssignableTo(typeof(IOperationRequest<>).MakeGenericType(_payment)) && type.Name == Prefix + Pascal(operation) + "Request"
        ) ?? Array.Find(s_types, type => type.Namespace == _payment.Namespace && type.Name == "Worldpay" + Pascal(operation) + "Request");

    /// <summary>The body that methods share is judged by the payment, a method's own by itself.</summary>
    public ApmValidationResult Validate(Payment payment, object body) => (ApmValidationResult)(
        _payment.GetMethod("Validate", [body.GetType()]) is { } shared
            ? shared.Invoke(payment, [body])!
            : body.GetType().GetMethod("Validate", [])!.Invoke(body, [])!);

    public Task<Payment> PayAsync(object client, IApmValidatable request) => AwaitAsync(Generic("PayAsync", typeof(IPaymentRequest<>))!, client, request);

    public Task<Payment> QueryAsync(object client, string self) =>
        AwaitAsync(Client.GetMethods().Single(method => method is { Name: "QueryAsync", IsGenericMethod: true }).MakeGenericMethod(_payment), client, self);

    /// <summary>Null where the compiler refuses the call.</summary>
    public Func<object, Payment, object?, Task<Payment>>? Operation(string operation)
    {
        var name = Pascal(operation) + "Async";
        if (InNamespaceOrNull(Prefix + "Operations")?.GetMethod(name) is { } own)
        {
            return (client, payment, body) => AwaitAsync(own, null, client, payment, body!);
        }

        var shared = Client.GetMethods().Single(method => method.Name == name);
        try
        {
            var bound = shared.MakeGenericMethod(_payment);
            return (client, payment, body) => AwaitAsync(bound, client, body is null ? [payment] : [payment, body]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The sentence that the compiler says to who asks for an operation that the method lacks.</summary>
    public string? Refusal(string operation) =>
        InNamespaceOrNull(Prefix + "NotOffered")?.GetMethod(Pascal(operation) + "Async")?.GetCustomAttribute<ObsoleteAttribute>() is { IsError: true } refused
            ? refused.Message
            : null;

    private static IEnumerable<Type> Payments =>
        s_types.Where(type => type.IsAssignableTo(typeof(Payment)) && type.GetCustomAttribute<ApmMethodAttribute>() is not null);

    private static string Spec(Type type) => type.GetCustomAttribute<ApmMethodAttribute>()!.Spec;

    private string Prefix => _payment.Name[..^"Payment".Length];

    private Type InNamespace(string name) => InNamespaceOrNull(name) ?? throw new InvalidOperationException($"{_payment.Namespace} has no {name}.");

    private Type? InNamespaceOrNull(string name) => Array.Find(s_types, type => type.Namespace == _payment.Namespace && type.Name == name);

    private MethodInfo? Generic(string name, Type parameter) =>
        Client
            .GetMethods()
            .Single(method =>
                method.Name == name && method.GetParameters()[0].ParameterType is { IsGenericType: true } first && first.GetGenericTypeDefinition() == parameter
            )
            .MakeGenericMethod(_payment);

    private static async Task<Payment> AwaitAsync(MethodInfo method, object? target, params object[] given)
    {
        object?[] arguments =
        [
            .. given,
            .. method
                .GetParameters()
                .Skip(given.Length)
                .Select(parameter =>
                    parameter.DefaultValue is DBNull or null && parameter.ParameterType == typeof(CancellationToken)
                        ? default(CancellationToken)
                        : parameter.DefaultValue),
        ];
        var task = (Task)method.Invoke(target, arguments)!;
        await task;
        return (Payment)task.GetType().GetProperty("Result")!.GetValue(task)!;
    }

    private static string Pascal(string id) =>
        string.Concat(id.Split('-').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
}
