using Apm.Specs;

namespace Apm.Catalogue.Tests.Starts;

/// <summary>
/// What the gateway's checkout collects of the customer, below <c>instruction</c>: the fields that the spec requires with every other
/// type of payment. Objects of which a member is among them are left out.
/// </summary>
internal static class CollectedFields
{
    private const string Root = "instruction.";

    public static IReadOnlyList<string> Of(string spec)
    {
        var paths = ShippedMethods.Method(spec).Rules.Where(IsUnlessCheckout).SelectMany(rule => rule.Paths).Distinct().ToList();
        return [.. paths.Where(path => !paths.Exists(other => other.StartsWith(path + ".", StringComparison.Ordinal))).Select(path => path[Root.Length..])];
    }

    private static bool IsUnlessCheckout(RuleModel rule) =>
        rule.Kind == RuleKind.Require
        && rule.When.Count > 0
        && rule.When.All(when => when is { Path: StartTests.Type, Test: ConditionTest.NoneOf } && when.Values.Contains("checkout"));
}
