using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Apm;

/// <summary>Validates generated requests that a minimal API binds.</summary>
public static class ApmValidation
{
    /// <summary>
    /// Validates the arguments before the handler is called. If a rule is violated, the response has the status 400 and a problem
    /// document, whose <c>errors</c> have the paths and messages of all violations. Every argument that is a generated request is checked,
    /// and no other argument. The client checks a body that all methods of a gateway share, because its rules depend on the method of
    /// the payment.
    /// </summary>
    /// <remarks>ASP.NET Core's own <c>AddValidation</c> does not see types that are generated in the same project.</remarks>
    /// <param name="builder">An endpoint or a group of them.</param>
    public static TBuilder ValidateApm<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.AddEndpointFilter(new ValidationFilter());

    // With its own type info, because shops without reflection have none for problem documents.
    private static IResult Problem(Dictionary<string, string[]> errors) => TypedResults.Json(
        new HttpValidationProblemDetails(errors) { Status = StatusCodes.Status400BadRequest },
        ProblemJson.Default.HttpValidationProblemDetails,
        "application/problem+json",
        StatusCodes.Status400BadRequest);

    private sealed class ValidationFilter : IEndpointFilter
    {
        public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            Dictionary<string, string[]>? errors = null;
            foreach (var argument in context.Arguments)
            {
                if (argument is IApmValidatable request && request.Validate() is { IsValid: false } result)
                {
                    errors ??= new(StringComparer.Ordinal);
                    foreach (var group in result.Violations.GroupBy(violation => violation.Path, StringComparer.Ordinal))
                    {
                        // Two arguments may violate rules at the same path.
                        errors[group.Key] = [.. errors.GetValueOrDefault(group.Key, []), .. group.Select(violation => violation.Message)];
                    }
                }
            }

            return errors is null ? next(context) : ValueTask.FromResult<object?>(Problem(errors));
        }
    }
}

[JsonSerializable(typeof(HttpValidationProblemDetails))]
internal sealed partial class ProblemJson : JsonSerializerContext;
