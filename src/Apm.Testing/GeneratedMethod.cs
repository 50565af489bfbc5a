using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>The generated types of a method. Reflection replaces the code of a shop, which names the types.</summary>
internal sealed partial class GeneratedMethod
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

    /// <summary>The values in all recorded requests of the method.</summary>
    public RecordedNames Recorded { get; } = new();

    /// <summary>How the API writes money.</summary>
    public MoneyFormat MoneyFormat { get; }

    public ApiProfile Profile { get; }

    private string ApiPrefix { get; }

    private string Prefix => _payment.Name[..^"Payment".Length];

    /// <summary>An operation that the method offers; null if it does not.</summary>
    public ApmOperation? Operation(string id) => _operations.TryGetValue(id, out var operation)
        && (OperationId.IsOfApi(id)
            || IsOnResult(id)
            || OwnBody(id) is not null
            || SharedCall(id) is not null)
            ? operation
            : null;

    /// <summary>Whether an operation is about a refund or a capture.</summary>
    public static bool IsOnResult(string operation) => operation is PaymentOperation.QueryRefund
        or PaymentOperation.CancelRefund
        or PaymentOperation.QueryCapture
        or PaymentOperation.CancelCapture;

    /// <summary>What an operation results in: a type of payment, of a refund or of a capture, an acknowledgement, or null for nothing.</summary>
    public Type? Result(string operation) =>
        Client(operation)?.ReturnType is not { } returned ? _payment
        : !returned.IsGenericType ? null
        : returned.GetGenericArguments()[0] is { IsGenericParameter: false } type ? type
        : _payment;

    /// <summary>The type of an operation's body: the method's own, or that of the API. Null if the operation has none.</summary>
    public Type? Body(string operation) => operation == PaymentOperation.Pay ? Request : OwnBody(operation) ?? Find(ApiPrefix + Pascal(operation) + "Request");

    /// <summary>A form as JSON; null if it cannot be read.</summary>
    /// <param name="form">The form.</param>
    /// <param name="body">The type of the body, whose maps a form does not tell from lists.</param>
    public static string? FormToJson(string form, Type? body) => FormText.ToJson(form, body is null ? [] : [.. Maps(body)]);

    // An attribute on each property has its JSON name at the end of a path. Further members of an object are at the path of the object.
    private static IEnumerable<string> Maps(Type type, string path = "") => type.GetProperties().SelectMany(property =>
    {
        var name = property.GetCustomAttribute<ApmFieldAttribute>() is { } field ? field.Path[(field.Path.LastIndexOf('.') + 1)..] : property.Name;
        var place = name == "*" ? path : path.Length == 0 ? name : path + "." + name;
        var isList = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ApmList<>);
        var inner = isList ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        return inner == typeof(ApmMap) ? [place] : IsObject(inner) ? Maps(inner, isList ? place + "[]" : place) : [];
    });

    private static bool IsObject(Type type) =>
        type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IJsonModel<>));

    /// <exception cref="JsonException">The text is not a value of the type.</exception>
    public object Read(string json, Type type) => JsonSerializer.Deserialize(json, type, _json)!;

    public string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), _json);

    /// <summary>The body of a request with names in braces; null if the operation has none, or the body cannot be read.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="json">A recorded body.</param>
    public JsonNode? Placeholders(string operation, string json)
    {
        if (ClientType.GetMethod(Pascal(operation) + "Body", BindingFlags.Static | BindingFlags.NonPublic) is { } constants)
        {
            var body = (ApmBody)constants.Invoke(null, [CallValues.Placeholders])!;
            var memory = (ReadOnlyMemory<byte>)typeof(ApmBody).GetProperty("Memory", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(body)!;
            return JsonNode.Parse(memory.Span);
        }

        try
        {
            return Body(operation) is { } type && JsonNode.Parse(json) is JsonObject ? JsonNode.Parse(Placeholders(Read(json, type))) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A request as it is written in a call, with names in braces.</summary>
    public static string Placeholders(object request) => (string)typeof(GeneratedMethod)
        .GetMethod(nameof(WriteNamed), BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(request.GetType())
        .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [request], null)!;

    private static string WriteNamed<T>(T request)
        where T : IJsonModel<T>
    {
        var output = JsonOutput.RentFor(CallValues.Placeholders);
        try
        {
            T.Write(ref output, request);
            return Encoding.UTF8.GetString(output.WrittenSpan);
        }
        finally
        {
            output.Dispose();
        }
    }

    /// <summary>Whether a field of a request is in the query string or in a header.</summary>
    public static bool HasField(Type request, string name) =>
        request.GetProperties().Any(property => property.GetCustomAttribute<ApmFieldAttribute>()?.Path == name);

    /// <summary>A payment of which only the id and what a request states are known.</summary>
    public Payment PaymentWith(string id, RecordedNames names, string? currency = null) => (Payment)Activator.CreateInstance(
        _payment,
        new PaymentResponse
        {
            Id = id,
            Reference = names.Text(ValueName.PaymentReference),
            Value = Money(names.Node(ValueName.PaymentValue)) ?? (currency is null ? null : new Money(1, currency)),
        })!;

    /// <summary>A currency as the gateway writes it.</summary>
    public string CodeOf(string currency) => MoneyFormat.IsLowerCase ? currency.ToLowerInvariant() : currency;

    /// <summary>The currency of a payment; one that the method accepts if it is not known.</summary>
    public string CurrencyOf(Payment? payment) => (payment is null ? null : GeneratedReading.ValueOf(payment)?.Currency)
        ?? _payment.GetCustomAttribute<ApmCurrenciesAttribute>()?.Currencies.FirstOrDefault()
        ?? "EUR";

    private Money? Money(JsonNode? node)
    {
        if (node is not JsonObject)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(node.ToJsonString()));
            reader.Read();
            return JsonInput.ReadMoney(ref reader, "$", "value", MoneyFormat);
        }
        catch (JsonException)
        {
            return null;
        }
    }

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
        .Where(id => !OperationId.IsOfApi(id) && !IsOnResult(id) && Offers(payment, id));

    private static bool Holds(IReadOnlyList<MemberCondition> conditions, Payment payment)
    {
        using var body = JsonDocument.Parse(payment.RawUtf8);
        return conditions.All(condition => condition.Holds(body.RootElement));
    }

    /// <summary>Whether an operation can be called for a payment now: the client does not refuse it, and its status is one of the spec.</summary>
    public bool Offers(Payment payment, string id)
    {
        if (Operation(id) is not { } operation
            || (operation.While.Count > 0 && !operation.While.Contains(GeneratedReading.StatusOf(payment) ?? ""))
            || (operation.When.Count > 0 && !Holds(operation.When, payment)))
        {
            return false;
        }

        using var http = ApmHttpHandler.CreateClient(new RecordedGateway(null));
        try
        {
            // The link is found before the body is read.
            var body = Body(id) is { } type ? RuntimeHelpers.GetUninitializedObject(type) : null;
            var client = Client(http, Options(payment.Actions.Select(action => action.Href).FirstOrDefault(), new RecordedNames()));
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

    private Type? OwnBody(string operation) => Array.Find(_types, type => IsOwnBody(type) && type.Name == Prefix + Pascal(operation) + "Request");

    private bool IsOwnBody(Type type) => type.IsAssignableTo(typeof(IOperationRequest<>).MakeGenericType(_payment));

    private Type? Find(string name) => Array.Find(_types, type => type.Namespace == _payment.Namespace && type.Name == name);

    private static string Pascal(string id) =>
        string.Concat(id.Split('-').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
}
