using System.ComponentModel;
using System.Text;

namespace Apm;

/// <summary>How generated records print their members.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApmRecord
{
    /// <summary>Adds a member's name and value.</summary>
    public static void Print(StringBuilder builder, string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(name).Append(value);
    }

    /// <summary>Adds the name of a member without its value, because the value may be personal data of a customer.</summary>
    public static void Withhold(StringBuilder builder, string name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(name).Append('…');
    }
}
