namespace Apm;

/// <summary>A generated request that can be checked by itself.</summary>
public interface IApmValidatable
{
    /// <summary>Checks everything that the spec says and that can be known before sending. Allocates nothing for a valid request.</summary>
    ApmValidationResult Validate();
}
