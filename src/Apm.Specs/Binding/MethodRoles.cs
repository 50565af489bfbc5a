using Apm.Specs.Diagnostics;
using Apm.Specs.Model;

namespace Apm.Specs.Binding;

/// <summary>Fields of a method to which its API gives a part.</summary>
internal static class MethodRoles
{
    public static void Check(PaymentRolesModel roles, IReadOnlyList<ResolvedField> fields, Report report)
    {
        foreach (var field in fields.Where(field => field.Facts.File == report.File && field.Facts.Type is not null))
        {
            if (field.Type != FieldType.Url && roles.Returns.Any(role => role.Path == field.Path))
            {
                Wrong(field, "is where the customer lands, as 'payment' of the API says", FieldType.Url);
            }
            else if (field.Type != FieldType.Boolean && roles.Sale == field.Path)
            {
                Wrong(field, "chooses between sale and authorization, as 'payment' of the API says", FieldType.Boolean);
            }
        }

        void Wrong(ResolvedField field, string part, FieldType type) =>
            report.Add(SpecRules.WrongKind, field.Facts.Place("type"), $"{Quote.Of(field.Path)} {part}: make it type: {FieldFacts.Id(type)}");
    }
}
