using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Fields that are sent in the query string or in headers. They are checked as members of the body.</summary>
internal static class OutsideBody
{
    /// <summary>The body with a member for each of these fields.</summary>
    /// <param name="root">The root of the body.</param>
    /// <param name="body">The body; an empty object for a request without one.</param>
    /// <param name="query">The query string of the address.</param>
    /// <param name="header">The value of a header; null if the request does not have it.</param>
    public static JsonElement Merge(FieldModel root, JsonElement body, string query, Func<string, string?> header)
    {
        var outside = root.OutsideBody().ToList();
        if (outside.Count == 0 || body.ValueKind != JsonValueKind.Object)
        {
            return body;
        }

        var parameters = QueryText.Read(query);
        var merged = JsonObject.Create(body)!;
        foreach (var field in outside)
        {
            // A member with the name would not be the field.
            merged.Remove(field.Name);
            var text = field.Place == FieldPlace.Header
                ? header(field.Name)
                : parameters.FirstOrDefault(parameter => parameter.Key == field.Name) is { Key: not null } found ? found.Value : null;
            if (text is not null)
            {
                merged[field.Name] = Value(field, text);
            }
        }

        using var document = JsonDocument.Parse(merged.ToJsonString());
        return document.RootElement.Clone();
    }

    // The type of the field decides what a text outside of the body is.
    private static JsonNode Value(FieldModel field, string text) => (field.ConstType ?? field.Type) switch
    {
        _ when field.IsText => text,
        FieldType.Boolean when text is "true" or "false" => text == "true",
        FieldType.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => text,
    };
}
