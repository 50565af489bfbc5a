using System.Globalization;

namespace Apm.Specs;

/// <summary>Reads <c>to:</c> of an <c>equal</c> rule. Names count from the object in which the left side stands, or else from the root.</summary>
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
        return field.Path == left.Path ? throw new TermException($"{MessageText.Of(name)} is what has to be equal: name other fields")
            : FieldPath.List(field.Path) is { } list && list != _list
                ? throw new TermException($"{MessageText.Of(name)} lies in a list: add it up with sum({MessageText.Plain(name)})")
            : new FieldTerm(field.Path, Absent(field));
    }

    private TermModel Sum(string name)
    {
        if (_list is not null)
        {
            throw new TermException($"{MessageText.Of(left.Path)} lies in a list, and is judged for each item: 'sum' is for fields outside of lists");
        }

        var field = Number(name);
        return FieldPath.List(field.Path) is { } list && list.IndexOf(FieldPath.Item, StringComparison.Ordinal) < 0
            ? new SumTerm(list, field.Path.Substring(list.Length + FieldPath.Item.Length + 1), Absent(field))
            : throw new TermException($"{MessageText.Of(name)} lies in no list, or in a list within another: 'sum' adds up a member of the items of one list");
    }

    private FieldModel Number(string name)
    {
        var near = _parent.Length == 0 ? name : _parent + "." + name;
        var field = fields.Find(near)
            ?? fields.Find(name)
            ?? throw new TermException(
                SpecDescriptors.UnknownName,
                $"{MessageText.Of(name)} is neither beside the field nor a field of the request: {report.Suggestions.DidYouMean(near, fields.Paths, "write the name of a field beside it, or a whole path")}"
            );
        return field.Type is FieldType.Integer or FieldType.MinorUnits
            ? field
            : throw new TermException(
                $"{MessageText.Of(name)} is of type {TypeFacet.Id(field.Type)}: a sum is made of fields of type integer or minor-units");
    }

    private static long Absent(FieldModel field) =>
        long.TryParse(field.Default, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var assumed) ? assumed : 0;
}
