using System.Text;
using System.Text.Json;

namespace Apm;

/// <summary>The part of a response that is a payment.</summary>
internal static class FoundPayment
{
    /// <returns>Null if the response has no payment there.</returns>
    public static ApmHttpResponse? Read(ApmHttpResponse answer, string? at)
    {
        if (at is null)
        {
            return answer;
        }

        const string Items = "[]";
        var isList = at.EndsWith(Items, StringComparison.Ordinal);
        var reader = new Utf8JsonReader(answer.Body.Span);
        var root = JsonElement.ParseValue(ref reader);
        if (!ResponseMember.TryGet(root, isList ? at[..^Items.Length] : at, out var found) || found.ValueKind == JsonValueKind.Null)
        {
            return isList ? throw new JsonException($"The response has no list at '{at}'.") : null;
        }

        if (isList)
        {
            if (found.ValueKind != JsonValueKind.Array)
            {
                throw new JsonException($"The value at '{at}' is not a list.");
            }

            if (found.GetArrayLength() == 0)
            {
                return null;
            }

            found = found[0];
        }

        return answer with { Body = Encoding.UTF8.GetBytes(found.GetRawText()) };
    }
}
