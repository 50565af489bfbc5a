using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Reads refunds, captures and acknowledgements in responses as the spec of an API describes them. It uses no generated code.</summary>
/// <param name="api">The API.</param>
/// <param name="currency">The currency of the payment; null if it is not known.</param>
internal sealed class ResultInterpreter(ApiModel api, string? currency = null)
{
    /// <summary>Null if the response is not one about the object.</summary>
    public ExchangeResult? Read(ResultModel model, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || Dotted.TextOrNumber(body, model.Id) is not { Length: > 0 } id)
        {
            return null;
        }

        var status = model.Status is { } path && Dotted.TextOrNumber(body, path) is { Length: > 0 } text ? text : null;
        return new ExchangeResult
        {
            Id = id,
            Status = status,
            State = model.Status is null ? null : model.StateOf(status),
            Value = MemberText.Money(body, model.Value, api, currency),
            Payment = model.Payment is { } payment ? Dotted.TextOrNumber(body, payment) : null,
            Members = model.Members.Select(member => new ExchangeMember(member.Path, MemberText.Of(body, member, api, currency))).ToEquatableArray(),
        };
    }
}
