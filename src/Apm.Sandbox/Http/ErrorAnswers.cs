using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Creates error responses with the gateway's error names and members.</summary>
internal sealed class ErrorAnswers(ApiModel api)
{
    public GatewayResponse Of(ErrorKind kind, string message) => Of(kind, null, message, []);

    /// <summary>An error about a payment, which contains the payment if the gateway's errors do.</summary>
    /// <param name="kind">What is wrong.</param>
    /// <param name="message">The message.</param>
    /// <param name="payment">Creates the payment.</param>
    public GatewayResponse Of(ErrorKind kind, string message, Func<JsonObject> payment)
    {
        if (api.Errors.Payment is not { } path)
        {
            return Of(kind, message);
        }

        var code = Code(kind);
        var body = Body(code, message, []);
        Dotted.Set(body, path, payment());
        return JsonAnswer.Of(code.Status, body);
    }

    public GatewayResponse Invalid(IReadOnlyList<BodyViolation> violations) =>
        Of(ErrorKind.InvalidBody, null, "The body breaks rules of the payment method.", violations);

    /// <summary>Specs have no name for this error, so the most similar one is used.</summary>
    public GatewayResponse MethodNotAllowed(IEnumerable<string> allowed) =>
        Of(ErrorKind.UnknownEndpoint, 405, "This endpoint does not accept the HTTP method.", [], ("Allow", string.Join(", ", allowed)));

    public GatewayResponse BodyTooLarge(int limit) =>
        Of(ErrorKind.InvalidBody, 413, $"The body is larger than {limit} bytes.", []);

    public GatewayResponse Unauthorized() =>
        Of(ErrorKind.Unauthorized, null, "The credentials are missing or wrong.", [], ("WWW-Authenticate", Challenge()));

    public GatewayResponse Failure(int status)
    {
        var kind = api.Errors.Codes.FirstOrDefault(code => code.Status == status)?.Kind ?? ErrorKind.Internal;
        return Of(kind, status, "A test requested this fault.", []);
    }

    private GatewayResponse Of(
        ErrorKind kind,
        int? status,
        string message,
        IReadOnlyList<BodyViolation> violations,
        params (string Name, string? Value)[] headers)
    {
        var code = Code(kind);
        return JsonAnswer.Of(status ?? code.Status, Body(code, message, violations), headers);
    }

    private ErrorCodeModel Code(ErrorKind kind) => api.Errors.Code(kind) ?? Usual(kind);

    private JsonObject Body(ErrorCodeModel code, string message, IReadOnlyList<BodyViolation> violations)
    {
        var body = new JsonObject();
        if (api.Errors.Name is { } name && code.Name is { } text)
        {
            Dotted.Set(body, name, text);
        }

        Dotted.Set(body, api.Errors.Message, message);
        if (violations.Count > 0 && api.Errors.HasSingleDetail)
        {
            AddDetail(body, code, violations[0]);
        }
        else if (violations.Count > 0 && api.Errors.Details is { } details)
        {
            var entries = new JsonArray([.. violations.Select(violation => Detail(code, violation))]);
            Dotted.Set(body, details.EndsWith("[]", StringComparison.Ordinal) ? details[..^2] : details, entries);
        }

        ConditionMembers.Meet(api.Errors.When, body);
        return body;
    }

    private JsonObject Detail(ErrorCodeModel code, BodyViolation violation)
    {
        var detail = new JsonObject();
        AddDetail(detail, code, violation);
        return detail;
    }

    private void AddDetail(JsonObject detail, ErrorCodeModel code, BodyViolation violation)
    {
        Add(api.Errors.DetailName, code.DetailName ?? code.Name);
        Add(api.Errors.DetailMessage, violation.Message);
        Add(api.Errors.DetailPath, violation.Path);

        void Add(string? path, string? value)
        {
            if (path is not null && value is not null)
            {
                Dotted.Set(detail, path, value);
            }
        }
    }

    private string? Challenge() => api.Authentication.Scheme switch
    {
        AuthenticationScheme.Basic => "Basic realm=\"sandbox\", charset=\"UTF-8\"",
        AuthenticationScheme.Bearer or AuthenticationScheme.OAuth2 => "Bearer",
        _ => null,
    };

    private static ErrorCodeModel Usual(ErrorKind kind)
    {
        var status = kind switch
        {
            ErrorKind.Unauthorized => 401,
            ErrorKind.NotFound or ErrorKind.UnknownEndpoint => 404,
            ErrorKind.DuplicateReference or ErrorKind.ActionUnavailable or ErrorKind.KeyInUse => 409,
            ErrorKind.Internal => 500,
            _ => 400,
        };
        var name = kind.ToString();
        return new(kind, status, char.ToLowerInvariant(name[0]) + name[1..], null);
    }
}
