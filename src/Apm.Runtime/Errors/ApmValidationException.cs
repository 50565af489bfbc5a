namespace Apm;

/// <summary>The request violates its spec. Nothing was sent.</summary>
public sealed class ApmValidationException : ApmException
{
    /// <summary>Creates the exception from the result of a validator.</summary>
    /// <param name="result">The result, with at least one violation.</param>
    /// <exception cref="ArgumentException"><paramref name="result"/> is valid.</exception>
    public ApmValidationException(ApmValidationResult result)
        : base(Describe(result))
    {
        if (result.IsValid)
        {
            throw new ArgumentException("The result has no violations.", nameof(result));
        }

        Violations = result.Violations;
    }

    /// <summary>All violations, in the order of the spec.</summary>
    public IReadOnlyList<ApmViolation> Violations { get; }

    /// <summary>Always false: nothing was sent.</summary>
    public override bool MoneyMayHaveMoved => false;

    private static string Describe(ApmValidationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return "The request is not valid, so nothing was sent.\n" + result;
    }
}
