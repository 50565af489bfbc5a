using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The idempotency key of a request: in its header, in its path, in its query string or in its body.</summary>
internal static class SentKey
{
    private const string Name = "{" + ValueName.Key + "}";

    /// <returns>Null if the request has none.</returns>
    public static string? Of(ApiModel api, IdempotencyKeyModel key, OperationModel operation, GatewayRequest request, IReadOnlyCollection<string> maps) =>
        key.Header is { } header ? request.Header(header) : InAddress(operation, request) ?? InBody(api, operation, request, maps);

    private static string? InAddress(OperationModel operation, GatewayRequest request)
    {
        var sent = QueryText.Read(request.Query);
        return (NameTemplate.Values(operation.Path, request.Path) ?? [])
            .Where(part => part.Name == ValueName.Key)
            .Select(part => Uri.UnescapeDataString(part.Value))
            .Concat(QueryText.Read(operation.QueryString)
                .Where(parameter => parameter.Value == Name)
                .Select(parameter => sent.FirstOrDefault(other => other.Key == parameter.Key).Value))
            .FirstOrDefault();
    }

    private static string? InBody(ApiModel api, OperationModel operation, GatewayRequest request, IReadOnlyCollection<string> maps) =>
        (operation.Id == OperationId.Pay ? api.Request : operation.Body) is { } root && BodyReader.Read(api, request, maps) is { Error: null, Body: var body }
            ? Fields(root).Select(field => Dotted.Text(body, field.Path)).FirstOrDefault(value => value is not null)
            : null;

    private static IEnumerable<FieldModel> Fields(FieldModel field) =>
        field.ConstName == ValueName.Key ? [field] : field.Type == FieldType.Object ? field.Members.SelectMany(Fields) : [];
}
