using System.ComponentModel;
using System.Text.Json;

namespace Apm;

/// <summary>A gateway's response about an object other than the payment.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResultResponse
{
    private ResultResponse(string id, string status, JsonElement root, ApmHttpResponse answer)
    {
        (Id, Status, Root, RawJson, StatusCode) = (id, status, root, answer.Body, answer.StatusCode);
    }

    /// <summary>The gateway's id of the object.</summary>
    public string Id { get; }

    /// <summary>The gateway's status, unchanged; empty if the response has none.</summary>
    public string Status { get; }

    /// <summary>The body of the response, as UTF-8.</summary>
    public ReadOnlyMemory<byte> RawJson { get; }

    /// <summary>The HTTP status of the response.</summary>
    public int StatusCode { get; }

    internal JsonElement Root { get; }

    /// <summary>The currency of the payment; null if it is not known.</summary>
    internal string? Currency { get; set; }

    /// <summary>Reads a response.</summary>
    /// <param name="answer">The response.</param>
    /// <param name="idPath">The dotted path of the id.</param>
    /// <param name="statusPath">The dotted path of the status; null if the object has none.</param>
    /// <exception cref="JsonException">The response is not a JSON object, or it has no id.</exception>
    public static ResultResponse Read(ApmHttpResponse answer, string idPath, string? statusPath)
    {
        ArgumentNullException.ThrowIfNull(idPath);
        var reader = new Utf8JsonReader(answer.Body.Span);
        var root = JsonElement.ParseValue(ref reader);
        // The reader throws if anything follows.
        reader.Read();
        var id = ResponseMember.TextOrNumber(root, idPath);
        return string.IsNullOrEmpty(id)
            ? throw JsonInput.Missing("$", idPath)
            : new ResultResponse(id, (statusPath is null ? null : ResponseMember.TextOrNumber(root, statusPath)) ?? "", root, answer);
    }

    /// <summary>The HTTP status. Everything else is withheld.</summary>
    public override string ToString() => $"{nameof(ResultResponse)} {{ StatusCode = {StatusCode} }}";
}
