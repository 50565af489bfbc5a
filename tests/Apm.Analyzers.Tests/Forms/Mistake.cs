namespace Apm.Analyzers.Tests.Forms;

/// <summary>A wrong value, its right twin, and the constrained property that is given them.</summary>
/// <param name="Rule">What is reported of the wrong value.</param>
/// <param name="Type">The C# type of the values.</param>
/// <param name="Wrong">As a literal.</param>
/// <param name="Right">As a literal.</param>
/// <param name="Give">The statement that gives the property an expression.</param>
/// <param name="Assign">Statements that make an object and give its property an expression afterwards.</param>
internal sealed record Mistake(string Rule, string Type, string Wrong, string Right, Func<string, string> Give, Func<string, string> Assign)
{
    /// <summary>The whole message.</summary>
    public required string Message { get; init; }

    /// <summary>The message on the property that is assigned.</summary>
    public required string AssignMessage { get; init; }

    /// <summary>Statements that give the property what an interpolation decides, of a constant or of a local; null where nothing is interpolated.</summary>
    public Func<Written, string, string>? Interpolate { get; init; } = static (code, declaration) =>
        $"{declaration} start = {code.Start}; {code.Give(code.At($"$\"{{start}}{code.End}\""))}";

    public bool IsText => Type == "string";
}
