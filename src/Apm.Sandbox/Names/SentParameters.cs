using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The parameters of a customer's return in a request.</summary>
internal static class SentParameters
{
    /// <summary>The values in the path, in the query string and in the body, with the path of the first one in the body.</summary>
    public static (IReadOnlyCollection<string> Values, string? Path) Of(OperationModel operation, GatewayRequest request, JsonElement body)
    {
        var values = (NameTemplate.Values(operation.Path, request.Path) ?? [])
            .Where(part => ValueName.Parameter(part.Name) is not null)
            .Select(part => Uri.UnescapeDataString(part.Value))
            .ToList();
        var query = QueryText.Read(request.Query);
        values.AddRange(QueryText.Read(operation.QueryString)
            .Where(parameter => ValueName.Parameter(parameter.Value.Trim('{', '}')) is not null)
            .SelectMany(parameter => query.Where(sent => sent.Key == parameter.Key).Select(sent => sent.Value)));
        var fields = operation.Body is null ? [] : Fields(operation.Body).ToList();
        values.AddRange(fields.Select(field => Dotted.TextOrNumber(body, field.Path)).OfType<string>());
        return (values, fields.FirstOrDefault()?.Path);
    }

    private static IEnumerable<FieldModel> Fields(FieldModel field) =>
        ValueName.Parameter(field.ConstName) is not null ? [field] : field.Type == FieldType.Object ? field.Members.SelectMany(Fields) : [];
}
