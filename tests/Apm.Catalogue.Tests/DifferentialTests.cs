using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Fuzz.Bodies;
using Apm.Sandbox;
using Apm.Testing;
using CsCheck;

namespace Apm.Catalogue.Tests;

/// <summary>
/// For every shipped method, the generated validator and the sandbox's interpreter, which share no code but the spec's
/// model, agree on every violation of requests that are near to right ones.
/// </summary>
public class DifferentialTests
{
    public static TheoryData<string> Ids => ShippedMethods.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Validator_and_interpreter_agree_on_requests(string spec)
    {
        var (generated, model) = (GeneratedTypes.Of(spec), ShippedMethods.Method(spec));
        var interpreter = new RequestInterpreter(ShippedMethods.Api(model));
        AssertTelling(Agree(
            BodyMutations.Of(model, model.Request, Examples.Pay(spec)),
            generated,
            Examples.Pay(spec),
            generated.Request,
            body => ((IApmValidatable)body).Validate(),
            json => interpreter.Check(model, json)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Validator_and_interpreter_agree_on_bodies_of_operations(string spec)
    {
        var (generated, model) = (GeneratedTypes.Of(spec), ShippedMethods.Method(spec));
        var interpreter = new RequestInterpreter(ShippedMethods.Api(model));
        var payment = generated.PaymentWith("1", new RecordedNames());
        var (valid, broken) = (0, 0);
        var operations = model.Operations.Where(operation => operation.Body is not null).ToList();
        foreach (var operation in operations)
        {
            var found = Agree(
                BodyMutations.Of(model, operation.Body!, Examples.Body(spec, operation.Id)!),
                generated,
                Examples.Body(spec, operation.Id)!,
                generated.Body(operation.Id)!,
                body => generated.Validate(body, payment)!,
                json => interpreter.Check(operation, json));
            (valid, broken) = (valid + found.Valid, broken + found.Broken);
        }

        // A body without money has no more than choices and constants at some gateways.
        if (operations.Any(operation => operation.Body!.Members.Any(member => member.Money is not null)))
        {
            AssertTelling((valid, broken));
        }
    }

    private static void AssertTelling((int Valid, int Broken) bodies) =>
        Assert.True(bodies is { Valid: > 50, Broken: > 50 }, $"{bodies.Valid} valid and {bodies.Broken} broken bodies say too little.");

    private static (int Valid, int Broken) Agree(
        Gen<JsonObject> bodies,
        GeneratedMethod method,
        JsonObject example,
        Type type,
        Func<object, ApmValidationResult> validate,
        Func<JsonElement, IReadOnlyList<BodyViolation>> interpret)
    {
        var (valid, broken) = (0, 0);
        bodies.Sample(
            json =>
            {
                if (TryRead(method, json, type) is not { } body)
                {
                    // What the reader does not take, the interpreter must find wrong.
                    Assert.NotEmpty(interpret(Element(json.ToJsonString())));
                    return;
                }

                var validator = validate(body).Violations.Select(violation => $"{violation.Path} {violation.Rule}").Order().ToList();
                var interpreter = interpret(Element(InCall(body))).Select(violation => $"{violation.Path} {violation.Rule}").Order();
                Assert.Equal(interpreter, validator);
                Interlocked.Increment(ref validator.Count == 0 ? ref valid : ref broken);
            },
            iter: 2_000);

        // Values of the call, such as the money of the payment, are those of the example.
        string InCall(object body) => RecordedNames.Fill(GeneratedMethod.Placeholders(body), example.ToJsonString(), _ => true);

        return (valid, broken);
    }

    private static object? TryRead(GeneratedMethod method, JsonObject json, Type type)
    {
        try
        {
            return method.Read(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
