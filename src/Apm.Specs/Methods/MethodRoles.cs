namespace Apm.Specs;

/// <summary>Checks fields of a method that have a role in its API. Each role needs one type of field.</summary>
/// <param name="fields">Of the method.</param>
/// <param name="request">The root that the fields make.</param>
internal sealed class MethodRoles(IReadOnlyList<ResolvedField> fields, FieldModel request, DiagnosticBag report)
{
    public void Check(PaymentRolesModel roles)
    {
        Check(roles.Reference, FieldType.String, "is the reference of the payment");
        foreach (var role in roles.Returns)
        {
            Check(role.Path, FieldType.Url, "is a return URL");
        }

        if (roles.Sale is { } sale)
        {
            Check(sale, FieldType.Boolean, "chooses between sale and authorization");
        }
    }

    private void Check(string path, FieldType type, string part)
    {
        if (path.Length > 0 && FieldPath.Find(request, path) is { } field && field.Type != type && PlaceOf(path) is { } place)
        {
            report.Add(SpecDescriptors.WrongKind, place, $"{MessageText.Of(path)} {part}, as 'payment' of the API declares: write type: {TypeFacet.Id(type)}");
        }
    }

    // The type comes from the field, from an object around it, or from the fields within it. Only the method's own file is reported.
    private SpecSpan? PlaceOf(string path)
    {
        var own = fields.Where(field => field.Facts.File == report.File).ToList();
        var declared = own.FirstOrDefault(field => field.Path == path && field.Facts.Type is not null)
            ?? own.LastOrDefault(field => field.Facts.SharedType is not null && path.StartsWith(field.Path + ".", StringComparison.Ordinal));
        return declared is not null ? declared.Facts.Place(declared.Facts.IsWritten(Facets.Type) ? Facets.Type : Facets.Const)
            : own.FirstOrDefault(field => FieldPath.Parents(field.Path).Contains(path))?.Facts.Key.Span;
    }
}
