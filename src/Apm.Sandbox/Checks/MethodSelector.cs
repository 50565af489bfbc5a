using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

// docs/decisions/sandbox.md
/// <summary>
/// Finds the payment method of a request: the method whose constants are in the body. A method that extends another has
/// the same constants. In this case the request belongs to the method whose rules it meets.
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

    /// <summary>The violations of a request that belongs to no known method. Only the fields that all methods share are checked.</summary>
    public IReadOnlyList<BodyViolation> Explain(JsonElement body)
    {
        // Nothing in a body that is no object can be of a method.
        if (methods.Count == 1 || body.ValueKind != JsonValueKind.Object)
        {
            return new RequestInterpreter(api).Check(methods[0], body);
        }

        var constants = methods.SelectMany(method => Constants(method.Request)).ToLookup(constant => constant.Path, constant => constant.Const);
        var shared = new RequestInterpreter(api).Check(api.Request, body).Where(violation => !constants.Contains(violation.Path[2..]));
        var unknown = constants
            .Where(known => !known.Contains(Dotted.Text(body, known.Key)))
            .Select(known => Dotted.Find(body, known.Key) is null
                ? new BodyViolation("$." + known.Key, BodyRule.Required, "Field must be set")
                : new BodyViolation("$." + known.Key, BodyRule.Value, $"Field must be one of {string.Join(", ", known.Distinct())}"));
        return [.. shared, .. unknown];
    }

    private static bool Holds(JsonElement body, FieldModel constant) => Dotted.Text(body, constant.Path) == constant.Const;

    // Only required constants: if an optional object is absent, its constants do not identify a method.
    private static IEnumerable<FieldModel> Constants(FieldModel field) =>
        !field.Required ? []
        : field is { Type: FieldType.Const, ConstName: null, ConstType: null, Place: FieldPlace.Body } ? [field]
        : field.Type == FieldType.List ? []
        : field.Members.SelectMany(Constants);
}
