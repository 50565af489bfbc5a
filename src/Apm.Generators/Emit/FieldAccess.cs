namespace Apm.Generators;

/// <summary>The access to a field in C#, through objects that a caller may have left out.</summary>
/// <param name="Name">The C# properties, such as <c>Order.Note</c>.</param>
/// <param name="Expression">The expression, such as <c>record.Order?.Note</c>.</param>
/// <param name="IsNullable">Whether the expression can be null for the compiler, so that it can be compared with null.</param>
internal sealed record FieldAccess(MemberShape Member, string Name, string Expression, bool IsNullable)
{
    /// <param name="start">The object at which the path starts.</param>
    /// <param name="local">The local that holds it.</param>
    /// <param name="names">The names of the members, from the object to the field.</param>
    /// <returns>Null if a member has no code because of a name conflict.</returns>
    public static FieldAccess? Find(ObjectShape start, string local, IEnumerable<string> names)
    {
        FieldAccess? access = null;
        var shape = start;
        foreach (var name in names)
        {
            if (shape?.Members.FirstOrDefault(member => member.Name == name) is not { } found)
            {
                return null;
            }

            var isNullable = access is not null || !found.IsValueType || found.DeclaredType != found.Type;
            access = access is null
                ? new FieldAccess(found, found.Property, local + "." + found.Property, isNullable)
                : new FieldAccess(found, access.Name + "." + found.Property, access.Expression + "?." + found.Property, isNullable);
            shape = found.Object;
        }

        return access;
    }
}
