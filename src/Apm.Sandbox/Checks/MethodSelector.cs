using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

// docs/decisions/sandbox.md
/// <summary>
/// Finds the payment method that a request is for: the one whose constants the body holds. One that extends another has
/// the same; the request is for the one that takes it.
/// </summary>
internal sealed class MethodSelector(ApiModel api, IReadOnlyList<MethodModel> methods)
{
    public MethodModel? Select(JsonElement body) =>
        methods
            .Select(method => (Method: method, Constants: Constants(method.Request).ToList()))
            .Where(candidate => candidate.Constants.All(constant => Holds(body, constant)))
            .OrderByDescending(candidate => candidate.Constants.Count)
            .ThenBy(candidate => new RequestInterpreter(api).Check(candidate.Method, body).Count)
            .Select(candidate => candidate.Method)
            .FirstOrDefault();

    /// <summary>What is wrong with a request that is for no known method: only what all methods share is judged.</summary>
    public IReadOnlyList<BodyViolation> Explain(JsonElement body)
    {
        if (methods.Count == 1)
        {
            return new RequestInterpreter(api).Check(methods[0], body);
        }

        var constants = methods.SelectMany(method => Constants(method.Request)).ToLookup(constant => constant.Path, constant => constant.Const);
        var shared = new RequestInterpreter(api).Check(api.Request, body).Where(violation => !constants.Contains(violation.Path[2..]));
        var unknown = constants
            .Where(known => !known.Contains(Dotted.Text(body, known.Key)))
            .Select(known => Dotted.Find(body, known.Key) is null
                ? new BodyViolation("$." + known.Key, BodyRule.Required, "Field is mandatory")
                : new BodyViolation("$." + known.Key, BodyRule.Value, $"Field must be one of: {string.Join(", ", known.Distinct())}"));
        return [.. shared, .. unknown];
    }

    private static bool Holds(JsonElement body, FieldModel constant) => Dotted.Text(body, constant.Path) == constant.Const;

    // Those that every request has: what stands in an optional object tells nothing where the object is absent.
    private static IEnumerable<FieldModel> Constants(FieldModel field) =>
        !field.Required ? [] : field.Type == FieldType.Const ? [field] : field.Type == FieldType.List ? [] : field.Members.SelectMany(Constants);
}
