using System.ComponentModel;
using System.Text.Json;

namespace Apm;

/// <summary>A condition for a member of a response, an error or a webhook. A member that is null is absent.</summary>
/// <param name="path">The path of the member.</param>
/// <param name="test">The test.</param>
/// <param name="values">The texts of values: <c>true</c> for the boolean, the digits of a number. Empty if the test has none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public class MemberCondition(string path, MemberTest test, params string[] values)
{
    /// <summary>Whether the condition holds for a body.</summary>
    /// <param name="root">The body.</param>
    public bool Holds(JsonElement root)
    {
        var member = JsonPaths.Find(root, path);
        return test switch
        {
            MemberTest.Present => member is not null,
            MemberTest.Absent => member is null,
            _ => member is { } found && (JsonPaths.TextOf(found) is { } text && values.Contains(text)) == (test == MemberTest.OneOf),
        };
    }
}

/// <summary>The test of a <see cref="MemberCondition"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum MemberTest
{
    /// <summary>The member has a value.</summary>
    Present,

    /// <summary>The member is missing or null.</summary>
    Absent,

    /// <summary>Its value is one of the values.</summary>
    OneOf,

    /// <summary>It has a value, which is none of the values.</summary>
    NoneOf,
}
