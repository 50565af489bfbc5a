using Apm.Specs;

namespace Apm.Tool;

/// <summary>The titles of the rules in findings.</summary>
internal static class FindingRules
{
    public static string TitleOf(string id) => id switch
    {
        Finding.Difference => "Exchange and spec contradict each other",
        Finding.NotChecked => "Part of an exchange was not checked",
        _ => SpecDescriptors.All.First(rule => rule.Id == id).Title,
    };
}
