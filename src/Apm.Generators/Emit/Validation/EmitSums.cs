using Apm.Specs;

namespace Apm.Generators;

/// <summary>The value that a field must equal, computed by <c>ApmAmount</c>.</summary>
internal sealed class EmitSums(CodeWriter code, RuleFields fields)
{
    private const string Number = "global::Apm.ApmAmount";
    private const string Money = "global::Apm.ApmMoneySum";

    private int _sums;

    /// <summary>Writes the loops that the term needs, and returns its expression; null if a field has no code because of a name conflict.</summary>
    public string? Expression(TermModel term) =>
        term switch
        {
            NumberTerm number => Amount(CSharpText.Number(number.Value)),
            FieldTerm { IsMoney: true } field => fields.Find(field.Path) is { } access ? $"{Money}.Of({access.Expression})" : null,
            FieldTerm field => fields.Find(field.Path) is { } access ? Amount(access, field.Absent) : null,
            SumTerm sum => Sum(sum),

            // Money is multiplied with a number, and not a number with money.
            OperationTerm { Operator: '*', Left.IsMoney: false, Right.IsMoney: true } operation =>
                Expression(operation with { Left = operation.Right, Right = operation.Left }),
            OperationTerm operation => Expression(operation.Left) is { } left && Expression(operation.Right) is { } right
                ? $"{left}.{Method(operation.Operator)}({right})"
                : null,
            _ => null,
        };

    /// <summary>The term as in attributes, with whole paths.</summary>
    public static string Text(TermModel term) =>
        term switch
        {
            NumberTerm number => CSharpText.Number(number.Value),
            FieldTerm field => field.Path + Absent(field.Absent),
            SumTerm sum => $"sum({sum.List}[].{sum.Path}{Absent(sum.Absent)})",
            OperationTerm { Operator: '*' } product => $"{Operand(product.Left)} * {Operand(product.Right)}",
            OperationTerm operation => $"{Text(operation.Left)} {operation.Operator} {Operand(operation.Right)}",
            _ => "",
        };

    private static string Absent(long value) => value == 0 ? "" : "?" + CSharpText.Number(value);

    private static string Operand(TermModel term) => term is OperationTerm operation && operation.Operator != '*' ? $"({Text(term)})" : Text(term);

    private string? Sum(SumTerm sum)
    {
        if (fields.Find(sum.List) is not { Member.Item: { Object: { } shape, Local: var item } } list
            || FieldAccess.Find(shape, item, sum.Path.Split('.')) is not { } member)
        {
            return null;
        }

        var name = "sum" + (_sums++ == 0 ? "" : CSharpText.Number(_sums));
        code.Line($"var {name} = default({(sum.IsMoney ? Money : Number)});");
        using (code.Block($"if ({list.Expression} is {{ }} {name}Items)"))
        using (code.Block($"foreach (var {item} in {name}Items)"))
        {
            code.Line($"{name} = {name}.Plus({(sum.IsMoney ? $"{Money}.Of({member.Expression})" : Amount(member, sum.Absent))});");
        }

        code.Line();
        return name;
    }

    private static string Amount(FieldAccess access, long absent) =>
        Amount(access.IsNullable && absent != 0 ? $"{access.Expression} ?? {CSharpText.Number(absent)}" : access.Expression);

    private static string Amount(string value) => $"{Number}.Of({value})";

    private static string Method(char symbol) => symbol switch { '+' => "Plus", '-' => "Minus", _ => "Times" };
}
