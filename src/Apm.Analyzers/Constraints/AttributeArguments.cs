using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>Reads arguments of attributes. In unfinished code they may be missing or of another type.</summary>
internal static class AttributeArguments
{
    public static string? Text(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index] is { Kind: TypedConstantKind.Primitive, Value: string text }
            ? text
            : null;

    public static string[] Texts(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length ? Texts(attribute.ConstructorArguments[index]) : [];

    public static string? Text(this AttributeData attribute, string name) =>
        Named(attribute, name) is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    public static string[] Texts(this AttributeData attribute, string name) => Named(attribute, name) is { } texts ? Texts(texts) : [];

    public static long Number(this AttributeData attribute, string name, long otherwise) =>
        Named(attribute, name) is { Kind: TypedConstantKind.Primitive, Value: var value } && value is int or long
            ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)
            : otherwise;

    public static bool Flag(this AttributeData attribute, string name) => Named(attribute, name) is { Kind: TypedConstantKind.Primitive, Value: true };

    private static TypedConstant? Named(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private static string[] Texts(TypedConstant constant) =>
        constant is { Kind: TypedConstantKind.Array, Values: { IsDefault: false } values }
            ? values.Select(value => value.Value).OfType<string>().ToArray()
            : [];
}
