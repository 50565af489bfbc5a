using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Apm.Sandbox;
using Apm.Specs;
using CsCheck;

namespace Apm.Fuzz.Bodies;

/// <summary>A body that a shop can send, as it was generated, beside what the sandbox makes of the same spec.</summary>
/// <param name="Name">Of the method and the operation.</param>
/// <param name="Info">Reads and writes the generated type.</param>
/// <param name="Validate">The generated validator.</param>
/// <param name="Interpret">The sandbox's interpreter.</param>
/// <param name="Bodies">Near to a right one.</param>
internal sealed record GeneratedBody(
    string Name,
    JsonTypeInfo Info,
    Func<object, ApmValidationResult> Validate,
    Func<JsonElement, IReadOnlyList<BodyViolation>> Interpret,
    Gen<JsonObject> Bodies)
{
    // The currency of an amount that is sent without one. It is a value of the call, so a body has it only where it is stored.
    private const string CurrencyOfPayment = "$currency";

    private const string NotExact = "is not an exact amount of its currency";

    /// <summary>The request of a method and the bodies of its operations.</summary>
    /// <param name="code">What was generated from the method's spec, and perhaps from others.</param>
    public static IEnumerable<GeneratedBody> Of(Assembly code, ApiModel api, MethodModel method)
    {
        var types = code.GetTypes();
        var payment = types.Single(type => type.IsAssignableTo(typeof(Payment)) && type.GetCustomAttribute<ApmMethodAttribute>()?.Spec == method.SpecId);
        var request = types.Single(type => type.IsAssignableTo(typeof(IPaymentRequest<>).MakeGenericType(payment)));
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = (IJsonTypeInfoResolver)code.GetType($"{payment.Namespace}.{api.Prefix}Json")!.GetProperty("Resolver")!.GetValue(null)!,
        };
        var interpreter = new RequestInterpreter(api);
        yield return new GeneratedBody(
            method.SpecId,
            options.GetTypeInfo(request),
            body => ((IApmValidatable)body).Validate(),
            json => WithoutNames(method.Request, interpreter.Check(method, json)),
            BodyMutations.Of(method, method.Request, ExampleRequest.For(api, method)));
        foreach (var operation in method.Operations.Where(operation => operation.Body is not null))
        {
            var name = string.Concat(operation.Id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Request";
            var body = operation.HasOwnBody
                ? types.Single(type =>
                    type.IsAssignableTo(typeof(IOperationRequest<>).MakeGenericType(payment))
                    && type.Name.EndsWith(name, StringComparison.Ordinal)
                    && (operation.Id.StartsWith("partial-", StringComparison.Ordinal) || !type.Name.EndsWith("Partial" + name, StringComparison.Ordinal)))
                : code.GetType($"{payment.Namespace}.{api.Prefix}{name}")!;
            yield return new GeneratedBody(
                $"{method.SpecId} {operation.Id}",
                options.GetTypeInfo(body),
                Validator(api, payment, body),
                json => WithoutNames(operation.Body!, interpreter.Check(operation, json)),
                BodyMutations.Of(method, operation.Body!, ExampleRequest.For(api, operation)!)
                    .Select(json => WithCurrency(api, operation.Body!, json)));
        }
    }

    // Only a call has values of a call.
    private static BodyViolation[] WithoutNames(FieldModel root, IReadOnlyList<BodyViolation> violations)
    {
        var names = Named(root).Select(path => "$." + path.Replace("[]", "", StringComparison.Ordinal)).ToList();
        return [.. violations.Where(violation => !names.Exists(name => System.Text.RegularExpressions.Regex.Replace(violation.Path, @"\[\d+\]", "") == name))];
    }

    private static JsonObject WithCurrency(ApiModel api, FieldModel root, JsonObject body)
    {
        if (root.Members.Any(field => field.Money is { IsOfPayment: true } && body[field.Name] is not null))
        {
            body[CurrencyOfPayment] = api.Money.CurrencyCase == CurrencyCase.Lower ? "eur" : "EUR";
        }

        return body;
    }

    private static IEnumerable<string> Named(FieldModel field) =>
        field.ConstName is not null ? [field.Path] : field.Members.SelectMany(Named);

    /// <summary>Null where validator and interpreter agree on the body; else what each says.</summary>
    public string? Disagreement(JsonObject json)
    {
        object body;
        try
        {
            body = JsonSerializer.Deserialize(json.ToJsonString(), Info)!;
        }
        catch (JsonException unread)
        {
            // What the reader does not take, the interpreter must find wrong, unless it is an amount of the gateway's own decimals that Money does not have.
            return unread.Message.Contains(NotExact, StringComparison.Ordinal) || Interpret(Element(json.ToJsonString())).Count > 0
                ? null
                : $"not read: {unread.Message}; the interpreter finds nothing wrong";
        }

        var validator = string.Join("; ", Validate(body).Violations.Select(violation => $"{violation.Path} {violation.Rule}").Order(StringComparer.Ordinal));
        var interpreter = string.Join(
            "; ",
            Interpret(Element(JsonSerializer.Serialize(body, Info))).Select(violation => $"{violation.Path} {violation.Rule}").Order(StringComparer.Ordinal));
        return validator == interpreter ? null : $"validator: {validator}\ninterpreter: {interpreter}";
    }

    // A body that methods share is judged by the payment, a method's own by itself.
    private static Func<object, ApmValidationResult> Validator(ApiModel api, Type payment, Type body)
    {
        if (body.GetMethod("Validate", []) is { } own)
        {
            return request => (ApmValidationResult)own.Invoke(request, [])!;
        }

        var shared = payment.GetMethod("Validate", [body])!;
        var answer = new JsonObject();
        foreach (var path in new[] { api.Response.Id, api.Response.Status })
        {
            Set(answer, path.Split('.'), "1");
        }

        var made = payment
            .GetMethod("Parse", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly, [typeof(string)])!
            .Invoke(null, [answer.ToJsonString()]);
        return request => (ApmValidationResult)shared.Invoke(made, [request])!;
    }

    private static void Set(JsonObject root, string[] names, string value)
    {
        var node = root;
        foreach (var name in names[..^1])
        {
            node = (JsonObject)(node[name] ??= new JsonObject());
        }

        node[names[^1]] = value;
    }

    private static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
