using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>Fields that a request has in its query string or in its headers. Generated types have them as members.</summary>
internal static class RecordedFields
{
    /// <summary>The body with these fields as members.</summary>
    /// <param name="method">The method.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="type">The type of the request.</param>
    /// <param name="json">The body.</param>
    /// <param name="message">The request.</param>
    /// <param name="paths">The paths of the members that are added.</param>
    public static string Merge(GeneratedMethod method, string operation, Type type, string json, ExchangeMessage message, ICollection<string> paths)
    {
        var address = message.Address?.Path ?? "";
        var own = QueryText.Read(Query(method.Operation(operation)?.Path ?? "")).Select(parameter => parameter.Key).ToList();
        var fields = QueryText.Read(Query(address))
            .Where(parameter => !own.Contains(parameter.Key))
            .Concat(message.Headers.Where(header => !IsOfApi(method.Profile, header.Name)).Select(header => KeyValuePair.Create(header.Name, header.Value)))
            .Where(field => GeneratedMethod.HasField(type, field.Key))
            .ToList();
        if (fields.Count == 0 || JsonNode.Parse(json) is not JsonObject merged)
        {
            return json;
        }

        foreach (var (name, value) in fields)
        {
            merged[name] = value;
            paths.Add("$." + name);
        }

        return merged.ToJsonString();
    }

    private static string Query(string address) => address[address.Split('?')[0].Length..];

    private static bool IsOfApi(ApiProfile profile, string name) => profile.Headers.Concat(profile.HeaderTemplates)
        .Select(header => header.Key)
        .Concat(["Authorization", "Content-Type", profile.IdempotencyHeader ?? "", profile.IdempotencyKey?.Header ?? ""])
        .Contains(name, StringComparer.OrdinalIgnoreCase);
}
