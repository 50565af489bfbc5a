using System.ComponentModel;

namespace Apm;

/// <summary>A generated request that can be validated and written.</summary>
public interface IApmRequest : IApmValidatable
{
    /// <summary>Writes the JSON body, as UTF-8.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    void WriteTo(ref JsonOutput output);
}
