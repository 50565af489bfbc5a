using Apm.Specs;

namespace Apm.Generators;

/// <summary>States of statuses, or of types of webhooks, that depend on other members or on the method.</summary>
internal static class EmitStates
{
    /// <summary>The statuses that the type of the status alone cannot give a state: those with conditions, then those of the method.</summary>
    /// <param name="all">All statuses with their states.</param>
    /// <param name="method">Those that have another state for the method.</param>
    public static IReadOnlyList<StatusModel> Special(IReadOnlyList<StatusModel> all, IEnumerable<StatusModel> method) =>
        [.. all.Where(status => !status.When.IsEmpty), .. method.Where(status => status.When.IsEmpty)];

    /// <summary>The field with the states; nothing if there are none.</summary>
    public static void Field(CodeWriter code, string name, IReadOnlyList<StatusModel> special)
    {
        if (special.Count == 0)
        {
            return;
        }

        var states = special.Select(status => $"    new({CSharpText.Join(Arguments(status))}),");
        code.Line($"""
            private static readonly global::Apm.ConditionalState[] {name} =
            [
            {string.Join("\n", states)}
            ];

            """);
    }

    private static IEnumerable<string> Arguments(StatusModel status) =>
        status.When.Select(Condition).Prepend("global::Apm.PaymentState." + status.State).Prepend(CSharpText.Literal(status.Status));

    /// <summary>The expression for a new MemberCondition.</summary>
    public static string Condition(MemberConditionModel condition)
    {
        var arguments = condition.Values.Select(CSharpText.Literal)
            .Prepend("global::Apm.MemberTest." + condition.Test)
            .Prepend(CSharpText.Literal(condition.Path));
        return $"new global::Apm.MemberCondition({CSharpText.Join(arguments)})";
    }
}
