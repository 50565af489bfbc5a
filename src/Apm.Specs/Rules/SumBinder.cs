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
            return new TermParser(scalar.Value, Single, Sum).Parse();
        }
        catch (TermException wrong)
        {
            report.Add(wrong.Rule, scalar.Span, wrong.Message);
            return null;
        }
    }

    private TermModel Single(string name)
    {
        var field = Number(name);
        return field.Path == left.Path
                ? throw new TermException(SpecDescriptors.Contradiction, $"{MessageText.Of(name)} is the left side of the rule: name other fields")
            : FieldPath.List(field.Path) is { } list && list != _list
                ? throw new TermException($"{MessageText.Of(name)} is in a list: write sum({MessageText.Plain(name)})")
            : new FieldTerm(field.Path, Absent(field));
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
            ? new SumTerm(list, field.Path.Substring(list.Length + FieldPath.Item.Length + 1), Absent(field))
            : throw new TermException($"{MessageText.Of(name)} is not in a list, or is in a nested list: 'sum' adds a member of the items of one list");
    }

    private FieldModel Number(string name)
    {
        var near = _parent.Length == 0 ? name : _parent + "." + name;
        var field = fields.Find(near)
            ?? fields.Find(name)
            ?? throw new TermException(
                SpecDescriptors.UnknownName,
                $"{MessageText.Of(name)} is not a field of the same object or of the request: "
                    + $"{report.Suggestions.DidYouMean(near, fields.Paths, "write the name of a field of the same object, or a path")}"
            );
        return field.Type is FieldType.Integer or FieldType.MinorUnits
            ? field
            : throw new TermException(
                $"{MessageText.Of(name)} is of type {TypeFacet.Id(field.Type)}: a sum must be made of fields of type integer or minor-units");
    }

    private static long Absent(FieldModel field) =>
        long.TryParse(field.Default, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var assumed) ? assumed : 0;
}
