namespace Apm.Specs.Tests;

internal static class PatternReading
{
    /// <summary>The model of a pattern that nothing is said about.</summary>
    /// <param name="pattern">As an author writes it, without quotes.</param>
    /// <param name="facts">Of its field, such as <c>, length: 1..9</c>.</param>
    public static PatternModel Read(string pattern, string facts = "")
    {
        var bound = Gateway.BindMethod(Gateway.WithField($"wallet.text: {{ type: string, pattern: '{pattern.Replace("'", "''")}'{facts} }}"));
        Assert.Empty(bound.Diagnostics);
        return bound.Model!.Request.Member("wallet")!.Member("text")!.Pattern!;
    }
}
