using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Apm;

/// <summary>Validation of generated requests that a minimal API binds.</summary>
public static class ApmValidation
{
    /// <summary>
    /// Answers 400 with a problem document, whose <c>errors</c> have the paths and messages of every broken rule, before
    /// the handler is called. It looks at every argument that is a generated request, and at no other. A body that all methods of a
    /// gateway share is checked by the client, because its rules depend on the method of the payment.
    /// </summary>
    /// <remarks>ASP.NET Core's own <c>AddValidation</c> does not see types that are generated in the same project.</remarks>
    /// <param name="builder">An endpoint or a group of them.</param>
    public static TBuilder ValidateApm<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.AddEndpointFilter(new ValidationFilter());

    // With a type info of its own: shops without reflection have none for problem documents.
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
                        // Two arguments may break rules at the same path.
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
