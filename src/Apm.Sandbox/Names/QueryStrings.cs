using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Compares query strings with that of an operation.</summary>
internal static class QueryStrings
{
    /// <summary>The first parameter of the operation that a request lacks or has with another value; null if there is none.</summary>
    public static BodyViolation? Problem(OperationModel operation, GatewayRequest request)
    {
        var sent = QueryText.Read(request.Query);
        foreach (var (name, value) in QueryText.Read(operation.QueryString))
        {
            if (!sent.Any(parameter => parameter.Key == name && IsValue(value, parameter.Value)))
            {
                return new BodyViolation("$." + name, BodyRule.Required, $"The parameter {name} of the address must be {value}");
            }
        }

        return null;
    }

    /// <summary>Whether a recorded address has the parameters of a template, and no others.</summary>
    /// <param name="template">The query string of the operation.</param>
    /// <param name="query">The query string of the recorded address.</param>
    /// <param name="fields">The names of fields that are sent in the query string.</param>
    public static bool Match(string template, string query, IReadOnlyCollection<string> fields)
    {
        var rest = QueryText.Read(query).ToList();
        foreach (var (name, value) in QueryText.Read(template))
        {
            var at = rest.FindIndex(parameter => parameter.Key == name && IsValue(value, parameter.Value));
            if (at < 0)
            {
                return false;
            }

            rest.RemoveAt(at);
        }

        return rest.TrueForAll(parameter => fields.Contains(parameter.Key));
    }

    private static bool IsValue(string expected, string value) => expected is ['{', .., '}'] ? value.Length > 0 : expected == value;
}
