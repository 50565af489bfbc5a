using System.ComponentModel;

namespace Apm;

/// <summary>Where a response has what the customer does next. Generated payments create it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NextProfile
{
    /// <summary>The dotted path of the object with the action; null if it is the whole response.</summary>
    public string? At { get; init; }

    /// <summary>The path of the name of the action, within the object; null if the first action with a value is meant.</summary>
    public string? By { get; init; }

    /// <summary>The actions, in the order of the spec.</summary>
    public required IReadOnlyList<NextActionProfile> Actions { get; init; }

    /// <summary>Accepted schemes of addresses besides http and https, in lower case.</summary>
    public IReadOnlyList<string> Schemes { get; init; } = [];

    /// <summary>How the gateway writes money.</summary>
    public required MoneyFormat Money { get; init; }
}

/// <summary>One action, with the paths of its members within the object.</summary>
/// <param name="Name">The gateway's name, or the one in the spec.</param>
/// <param name="Kind">The word in the spec, such as <c>redirect</c>.</param>
/// <param name="Members">The paths, by the words in the spec.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record NextActionProfile(string Name, string Kind, IReadOnlyDictionary<string, string> Members);
