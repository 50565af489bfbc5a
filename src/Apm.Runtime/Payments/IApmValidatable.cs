namespace Apm;

/// <summary>A generated request that can be validated by itself.</summary>
public interface IApmValidatable
{
    /// <summary>Checks every rule of the spec that can be checked before sending. It allocates nothing for a valid request.</summary>
    ApmValidationResult Validate();
}
