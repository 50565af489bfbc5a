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
        var shared = new RequestInterpreter(api).Check(api.Request, body)
            .Where(violation => !constants.Contains(violation.Path[2..].Replace(FirstItem, Item, StringComparison.Ordinal)));
        var unknown = constants
            .Where(known => !known.Contains(Text(body, known.Key)))
            .Select(known => (Place: "$." + known.Key.Replace(Item, FirstItem, StringComparison.Ordinal), Known: known))
            .Select(one => Dotted.FindAll(body, one.Known.Key).Any()
                ? new BodyViolation(one.Place, BodyRule.Value, $"Field must be one of {string.Join(", ", one.Known.Distinct())}")
                : new BodyViolation(one.Place, BodyRule.Required, "Field must be set"));
        return [.. shared, .. unknown];
    }

    private const string Item = "[]";

    private const string FirstItem = "[0]";

    private static bool Holds(JsonElement body, FieldModel constant) => Text(body, constant.Path) == constant.Const;

    // A constant in a list is its only item.
    private static string? Text(JsonElement body, string path) => !path.EndsWith(Item, StringComparison.Ordinal) ? Dotted.Text(body, path)
        : Dotted.FindAll(body, path).ToList() is [{ ValueKind: JsonValueKind.String } only] ? JsonText.Read(only)
        : null;

    // Only required constants: if an optional object is absent, its constants do not identify a method.
    private static IEnumerable<FieldModel> Constants(FieldModel field) =>
        !field.Required ? []
        : field is { Type: FieldType.Const, ConstName: null, ConstType: null, Place: FieldPlace.Body } ? [field]
        : field.Type == FieldType.List ? field.Item is { Type: FieldType.Const, ConstName: null, ConstType: null } item ? [item] : []
        : field.Members.SelectMany(Constants);
}
