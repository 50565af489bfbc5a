using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The headers with which a request is sent, as the spec describes them.</summary>
/// <param name="api">The API.</param>
/// <param name="operation">The operation.</param>
/// <param name="hasBody">Whether the request has a body.</param>
/// <param name="reference">The shop's reference in the body.</param>
/// <param name="root">The root of the body; null if the operation has none.</param>
internal sealed class SentHeaders(ApiModel api, OperationModel operation, bool hasBody, string? reference, FieldModel? root)
{
    /// <summary>Null if the header is sent as recorded.</summary>
    public string? DifferenceTo(ExchangeHeader recorded)
    {
        if (api.Authentication.Signature is { } signature && (Is(recorded, signature.Header) || Is(recorded, signature.TimeHeader ?? "")))
        {
            // The key and the time are those of the shop.
            return Is(recorded, signature.Header) && !recorded.Value.StartsWith(signature.Prefix, StringComparison.Ordinal)
                ? $"the signature begins with '{signature.Prefix}' in the spec, and the exchange states '{recorded.Value}'"
                : null;
        }

        if (Is(recorded, api.Authentication.Header ?? "Authorization"))
        {
            return SchemeDifference(recorded.Value);
        }

        if (api.Recovery?.Key is { Header: { } header } key && Is(recorded, header))
        {
            return !key.IsTakenBy(operation) ? $"the operation '{operation.Id}' takes no key in the spec, and the exchange has the header {recorded.Name}"
                : recorded.Value.Length == 0 || recorded.Value.Any(c => c is <= ' ' or > '~') ? $"the key in the header {recorded.Name} is not printable ASCII"
                : null;
        }

        if (root?.OutsideBody().Any(field => field.Place == FieldPlace.Header && Is(recorded, field.Name)) == true
            || api.Headers.Any(header => header.IsTemplate && Is(recorded, header.Name) && RequestHeaders.IsValue(header, recorded.Value)))
        {
            return null;
        }

        var sent = Is(recorded, "Content-Type")
            ? (operation.Verb != "GET" && (hasBody || operation.SendsContentTypeWithoutBody) ? RequestHeaders.MediaType(api) : null)
            : api.IdempotencyHeader is { } idempotency && Is(recorded, idempotency)
                ? (operation.Id == OperationId.Pay ? reference : null)
                : api.Headers.FirstOrDefault(header => Is(recorded, header.Name))?.Value;
        return sent == recorded.Value
            ? null
            : $"the header {recorded.Name} is {(sent is null ? "not in the spec" : $"'{sent}' in the spec")}, and the exchange states '{recorded.Value}'";
    }

    // The credentials themselves are those of the shop.
    private string? SchemeDifference(string recorded)
    {
        var scheme = api.Authentication.Scheme switch
        {
            AuthenticationScheme.Basic => "Basic",
            AuthenticationScheme.Bearer or AuthenticationScheme.OAuth2 => "Bearer",
            _ => null,
        };
        return scheme is null || recorded.StartsWith(scheme + " ", StringComparison.Ordinal)
            ? null
            : $"credentials have the scheme '{scheme}' in the spec, and the exchange states '{recorded}'";
    }

    private static bool Is(ExchangeHeader recorded, string name) => recorded.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
