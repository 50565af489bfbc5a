using Apm.Specs;

namespace Apm.Generators;

/// <summary>The statuses of a gateway, as an open set of texts with their states.</summary>
internal static class EmitStatus
{
    private static readonly HashSet<string> s_members = ["Deconstruct", "State", "Value"];

    /// <summary>The property of the type for one status.</summary>
    public static string Property(string type, string status) => CSharpName.Property(status, name => name == type || s_members.Contains(name));

    /// <param name="what">The first sentence of the documentation.</param>
    public static void Write(CodeWriter code, string type, string what, IReadOnlyCollection<StatusModel> statuses) =>
        Write(code, type, what, nameof(PaymentState), [.. statuses.GroupBy(status => status.Status).Select(Alone)]);

    // Conditions are about other members, which the text does not have.
    private static (string Status, string State) Alone(IEnumerable<StatusModel> statuses) =>
        (statuses.First().Status, (statuses.FirstOrDefault(status => status.When.IsEmpty)?.State ?? PaymentState.Unknown).ToString());

    /// <param name="what">The first sentence of the documentation.</param>
    /// <param name="states">The enum of the states.</param>
    public static void Write(CodeWriter code, string type, string what, string states, IReadOnlyCollection<(string Status, string State)> statuses)
    {
        EmitDocs.Summary(code, what + " The set is open: a value that is not listed here is kept unchanged.");
        code.Line("/// <param name=\"Value\">The value as the gateway wrote it.</param>");
        code.Line(EmitContext.GeneratedCode);
        using (code.Block($"public readonly record struct {type}(string Value)"))
        {
            foreach (var status in statuses)
            {
                EmitDocs.Summary(code, $"{status.Status}: {status.State}.");
                code.Line($"public static {type} {Property(type, status.Status)} => new({CSharpText.Literal(status.Status)});");
                code.Line();
            }

            code.Line("/// <summary>The state that the value stands for; unknown for values that are not listed here.</summary>");
            using (code.Block($"public global::Apm.{states} State => Value switch", "};"))
            {
                foreach (var state in statuses.Where(status => status.State != nameof(PaymentState.Unknown)).GroupBy(status => status.State))
                {
                    code.Line($"{string.Join(" or ", state.Select(status => CSharpText.Literal(status.Status)))} => global::Apm.{states}.{state.Key},");
                }

                code.Line($"_ => global::Apm.{states}.Unknown,");
            }

            code.Line();
            code.Line("""
                /// <summary>The value as the gateway wrote it.</summary>
                public override string ToString() => Value ?? "";
                """);
        }
    }
}
