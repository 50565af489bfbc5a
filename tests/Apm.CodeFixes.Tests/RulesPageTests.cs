using Apm.Analyzers.Tests.Documentation;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace Apm.CodeFixes.Tests;

public class RulesPageTests
{
    [Fact]
    public void The_table_of_rules_says_which_have_a_fix()
    {
        var fixable = typeof(UsageFix).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds);
        var documented = RulePages.Rows(RulePages.Index).Where(row => row.Length > 3 && row[3].Trim() == "yes").Select(row => row[0].Trim('[').Split(']')[0]);

        Assert.Equal(fixable.Distinct().Order(), documented.Order());
    }
}
