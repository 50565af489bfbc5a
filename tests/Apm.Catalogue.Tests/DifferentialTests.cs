using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Sandbox;
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
    public void Validator_and_interpreter_agree(string spec)
    {
        var (generated, model) = (GeneratedMethod.Of(spec), ShippedMethods.Method(spec));
        var interpreter = new RequestInterpreter(ShippedMethods.Api(model));
        var (valid, broken) = (0, 0);
        Mutations.Of(model, Examples.Pay(spec)).Sample(
            json =>
            {
                if (TryRead(generated, json) is not { } request)
                {
                    // What the reader does not take, the interpreter must find wrong.
                    Assert.NotEmpty(interpreter.Check(model, Element(json.ToJsonString())));
                    return;
                }

                var validator = request.Validate().Violations.Select(violation => $"{violation.Path} {violation.Rule}").Order().ToList();
                var interpreted = interpreter.Check(model, Element(generated.Write(request))).Select(violation => $"{violation.Path} {violation.Rule}").Order();
                Assert.Equal(interpreted, validator);
                Interlocked.Increment(ref validator.Count == 0 ? ref valid : ref broken);
            },
            iter: 2_000);

        Assert.True(valid > 50 && broken > 50, $"{valid} valid and {broken} broken requests say too little.");
    }

    private static IApmValidatable? TryRead(GeneratedMethod method, JsonObject json)
    {
        try
        {
            return method.Read(json);
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
