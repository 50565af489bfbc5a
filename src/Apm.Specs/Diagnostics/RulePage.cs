namespace Apm.Specs;

/// <summary>Where a rule is explained.</summary>
public static class RulePage
{
    public static string Of(string id) => "docs/rules/" + id + ".md";
}
