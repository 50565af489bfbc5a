namespace Apm.Specs;

/// <summary>Checks fields of a method that have a role in its API. Each role needs one type of field.</summary>
/// <param name="fields">Of the method.</param>
/// <param name="request">The root that the fields make.</param>
internal sealed class MethodRoles(IReadOnlyList<ResolvedField> fields, FieldModel request, DiagnosticBag report)
{
    /// <returns>The request, in which each reported field has the type of its role, so that its code compiles.</returns>
    public FieldModel Check(PaymentRolesModel roles)
    {
        var root = Check(request, roles.Reference, FieldType.String, "is the reference of the payment");
        foreach (var path in roles.Returns.Select(role => role.Path).Distinct(StringComparer.Ordinal))
        {
            root = Check(root, path, FieldType.Url, "is a return URL");
        }

        return roles.Sale is { } sale ? Check(root, sale, FieldType.Boolean, "chooses between sale and authorization") : root;
    }

    private FieldModel Check(FieldModel root, string path, FieldType type, string part)
    {
        if (path.Length > 0 && FieldPath.Find(request, path) is { } field && field.Type != type && PlaceOf(path) is { } place)
        {
            report.Add(
                SpecDescriptors.Contradiction,
                place,
                $"{MessageText.Of(path)} {part}, as 'payment' of the API declares: write type: {TypeFacet.Id(type)}");
            return FieldPath.Replace(root, path, new FieldModel
            {
                Name = field.Name, Path = field.Path, Type = type, Required = field.Required, DeclaredBy = field.DeclaredBy,
            });
        }

        return root;
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
