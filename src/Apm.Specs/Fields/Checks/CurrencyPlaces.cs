namespace Apm.Specs;

/// <summary>Checks where the currencies of amounts are.</summary>
internal static class CurrencyPlaces
{
    /// <param name="fields">All fields of a body.</param>
    /// <param name="file">The file whose fields are reported.</param>
    /// <param name="format">The format of the API; null if the API is missing.</param>
    /// <param name="scope">The names that are known in the body; null if they do not matter.</param>
    /// <param name="report">The diagnostics of the file.</param>
    public static void Check(IReadOnlyList<ResolvedField> fields, string file, MoneyFormatModel? format, NameScope? scope, DiagnosticBag report)
    {
        foreach (var field in fields.Where(field => field.Type == FieldType.Money))
        {
            if (field.Facts.Find(Facets.CurrencyAt) is { Value: { } name } place)
            {
                CheckBeside(field, name, place, fields, file, report);
                if (name == MoneyModel.OfPayment && scope?.Known.Contains(ValueName.PaymentCurrency) == false && IsOf(file, field))
                {
                    report.Add(
                        SpecDescriptors.NotApplicable,
                        place.Place,
                        $"{name} is the currency of an existing payment, which is not known in {scope.Place}: write the name of the member with the currency");
                }
            }
            else if (format is { HasMembers: false } && IsOf(file, field) && !field.Facts.IsWritten(Facets.CurrencyAt))
            {
                report.Add(
                    SpecDescriptors.MissingKey,
                    field.Facts.Key.Span,
                    "the members of this money are not known: add 'currency-at:', which must be the name of the member with the currency beside the amount, "
                        + "or add 'amount:' and 'currency:' under 'money' of the API");
            }
        }
    }

    private static void CheckBeside(
        ResolvedField field,
        string name,
        Located place,
        IReadOnlyList<ResolvedField> fields,
        string file,
        DiagnosticBag report)
    {
        if (FieldPath.IsItem(field.Path))
        {
            if (place.Key is { } key && IsOf(file, field))
            {
                report.Add(SpecDescriptors.NotApplicable, key, "an item of a list has no member beside it: remove 'currency-at', or make the items objects");
            }

            return;
        }

        var path = FieldPath.Parent(field.Path) is { Length: > 0 } parent ? parent + "." + name : name;
        if (fields.FirstOrDefault(other => other.Path == path || IsWithin(other.Path, path)) is not { } same)
        {
            return;
        }

        var isSame = same == field;
        var problem = isSame ? $"{MessageText.Of(path)} cannot be both the amount and its currency: write the name of another member"
            : $"{MessageText.Of(path)} is also a field: remove it, because 'currency-at' describes it, or write the name of another member";
        if (IsOf(file, field))
        {
            report.Add(SpecDescriptors.DeclaredTwice, place.Place, problem, isSame ? null : same.Facts.Location(Facets.Type));
        }
        else if (IsOf(file, same))
        {
            report.Add(
                SpecDescriptors.DeclaredTwice,
                same.Facts.Key.Span,
                $"{MessageText.Of(path)} is the currency of {MessageText.Of(field.Path)}, which the API declares: remove this field",
                field.Facts.Location(Facets.CurrencyAt));
        }
    }

    private static bool IsWithin(string path, string parent) =>
        path.StartsWith(parent, StringComparison.Ordinal) && path.Length > parent.Length && path[parent.Length] is '.' or '[';

    // A member of a type is checked where the type is declared.
    private static bool IsOf(string file, ResolvedField field) => field.Facts.File == file && field.Facts.Path == field.Facts.Key.Value;
}
