namespace Apm.Generators;

/// <summary>A field as C# reaches it through objects that a caller may have left out.</summary>
/// <param name="Name">The C# properties, such as <c>Order.Note</c>.</param>
/// <param name="Expression">Such as <c>record.Order?.Note</c>.</param>
/// <param name="IsNullable">The expression can be null as the compiler sees it, so it can be compared with null.</param>
internal sealed record FieldAccess(MemberShape Member, string Name, string Expression, bool IsNullable)
{
    /// <param name="start">The object that the path counts from.</param>
    /// <param name="local">The local that holds it.</param>
    /// <param name="names">Of members, from the object to the field.</param>
    /// <returns>Null if a name makes no code.</returns>
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
