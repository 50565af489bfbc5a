using System.Globalization;

namespace Apm.Specs;

/// <summary>Reads <c>to:</c> of an <c>equal</c> rule. Names are relative to the object of the left side, or else to the root.</summary>
/// <param name="left">The field that has to be equal.</param>
/// <param name="fields">Of the request.</param>
internal sealed class SumBinder(FieldIndex fields, FieldModel left, DiagnosticBag report)
{
    private readonly string _parent = FieldPath.Parent(left.Path);
    private readonly string? _list = FieldPath.List(left.Path);

    public TermModel? Bind(SpecValue to)
    {
        if (to.Scalar() is not { } scalar)
        {
            return null;
        }

        try
        {
            var term = new TermParser(scalar.Value, Single, Sum).Parse();
            CheckUnits(term);
            var isMoney = left.Type == FieldType.Money;
            return term.IsMoney == isMoney
                ? term
                : throw new TermException(
                    $"{MessageText.Of(left.Path)} is {Unit(isMoney)}, and the sum is {Unit(term.IsMoney)}: add amounts of type money to each other, "
                        + "and whole numbers to each other");
        }
        catch (TermException wrong)
        {
            report.Add(wrong.Rule, scalar.Span, wrong.Message);
            return null;
        }
    }

    // Money times a whole number is money. Nothing else mixes the two.
    private static void CheckUnits(TermModel term)
    {
        if (term is not OperationTerm { Operator: var symbol, Left: var one, Right: var other })
        {
            return;
        }

        CheckUnits(one);
        CheckUnits(other);
        if (symbol == '*' ? one.IsMoney && other.IsMoney : one.IsMoney != other.IsMoney)
        {
            throw new TermException(symbol == '*'
                ? "an amount of money cannot be multiplied with another: multiply it with a whole number"
                : "an amount of money and a whole number cannot be added: add amounts of type money to each other, and whole numbers to each other");
        }
    }

    private static string Unit(bool isMoney) => isMoney ? "an amount of money" : "a whole number";

    private TermModel Single(string name)
    {
        var field = Number(name);
        return field.Path == left.Path
                ? throw new TermException(SpecDescriptors.Contradiction, $"{MessageText.Of(name)} is the left side of the rule: name other fields")
            : FieldPath.List(field.Path) is { } list && list != _list
                ? throw new TermException($"{MessageText.Of(name)} is in a list: write sum({MessageText.Plain(name)})")
            : new FieldTerm(field.Path, Absent(field)) { IsMoney = field.Type == FieldType.Money };
    }

    private TermModel Sum(string name)
    {
        if (_list is not null)
        {
            throw new TermException(
                SpecDescriptors.NotApplicable,
                $"{MessageText.Of(left.Path)} is in a list, so the rule is checked for each item: 'sum' applies only to fields outside of lists");
        }

        var field = Number(name);
        return FieldPath.List(field.Path) is { } list && list.IndexOf(FieldPath.Item, StringComparison.Ordinal) < 0
            ? new SumTerm(list, field.Path.Substring(list.Length + FieldPath.Item.Length + 1), Absent(field)) { IsMoney = field.Type == FieldType.Money }
            : throw new TermException($"{MessageText.Of(name)} is not in a list, or is in a nested list: 'sum' adds a member of the items of one list");
    }

    private FieldModel Number(string name)
    {
        var near = _parent.Length == 0 ? name : _parent + "." + name;
        var field = (name == RuleScope.PaymentValue && fields.Payment is { } payment ? fields.Find(payment.Value) : null)
            ?? fields.Find(near)
            ?? fields.Find(name)
            ?? throw new TermException(
                SpecDescriptors.UnknownName,
                $"{MessageText.Of(name)} is not a field of the same object or of the request: "
                    + $"{report.Suggestions.DidYouMean(near, fields.Names, "write the name of a field of the same object, or a path")}"
            );
        return field.Type is FieldType.Integer or FieldType.MinorUnits or FieldType.Money
            ? field
            : throw new TermException(
                $"{MessageText.Of(name)} is of type {TypeFacet.Id(field.Type)}: a sum must be made of fields of type integer, minor-units or money");
    }

    private static long Absent(FieldModel field) =>
        long.TryParse(field.Default, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var assumed) ? assumed : 0;
}
