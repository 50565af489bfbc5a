namespace Apm.Specs;

/// <summary>Finds the objects of a body that can have any members.</summary>
public static class MapPaths
{
    /// <summary>The paths of maps and of objects with further members, with <c>[]</c> for the items of lists.</summary>
    public static IEnumerable<string> Of(FieldModel field) => field switch
    {
        { IsFurther: true } => [field.Path.Substring(0, field.Path.Length - FieldPath.MapValue.Length - 1)],
        { Type: FieldType.Map } => [field.Path],
        _ => field.Members.SelectMany(Of),
    };

    /// <summary>Those of all bodies of a method.</summary>
    public static IEnumerable<string> Of(MethodModel method) =>
        Of(method.Request).Concat(method.Operations.Select(operation => operation.Body).OfType<FieldModel>().SelectMany(Of));

    /// <summary>Those of all bodies of methods.</summary>
    public static string[] Of(IEnumerable<MethodModel> methods) => [.. methods.SelectMany(method => Of(method)).Distinct()];
}
