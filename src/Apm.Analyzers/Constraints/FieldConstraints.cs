using Apm.Specs;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The constraints of a property, from the attributes on it and on its type.</summary>
internal sealed record FieldConstraints
{
    /// <summary>The property's name.</summary>
    public required string Member { get; init; }

    /// <summary>The dotted JSON path, or the property's name if no attribute gives a path.</summary>
    public required string Path { get; init; }

    /// <summary>The id of the spec that declares the field; empty if no attribute gives one.</summary>
    public string Spec { get; init; } = "";

    /// <summary>The display name of the method; null on an object that methods share.</summary>
    public string? Method { get; init; }

    /// <summary>The id of the method's spec, which declares currencies and limits.</summary>
    public string? MethodSpec { get; init; }

    public TextConstraint? Text { get; init; }

    /// <summary>The schemes of an address.</summary>
    public UrlSchemes Schemes { get; init; } = UrlSchemes.Web;

    /// <summary>Allowed values; empty if every value is allowed.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>The list that must contain a code; null if there is none.</summary>
    public string? CodeList { get; init; }

    /// <summary>The identifiers one of whose check digits must be right; empty if it is no such identifier.</summary>
    public string[] Checksums { get; init; } = [];

    public (long Min, long Max)? Range { get; init; }

    /// <summary>Empty if every currency is accepted.</summary>
    public string[] Currencies { get; init; } = [];

    public LimitConstraint[] Limits { get; init; } = [];

    /// <summary>The value is a secret that must not be in code.</summary>
    public bool IsSecret { get; init; }

    /// <returns>Null if there is nothing to check.</returns>
    public static FieldConstraints? Read(IPropertySymbol property, KnownTypes types)
    {
        var constraints = new FieldConstraints { Member = property.Name, Path = property.Name };
        var isField = false;
        foreach (var (name, attribute) in types.AttributesOf(property))
        {
            isField = true;
            constraints = name switch
            {
                "Field" => constraints with { Path = attribute.Text(0) ?? property.Name, Spec = attribute.Text(1) ?? "" },
                "Text" => constraints with { Text = TextConstraint.Read(attribute) },
                "Schemes" => constraints with { Schemes = new UrlSchemes(attribute.Texts(0).ToEquatableArray()) },
                "Values" => constraints with { Values = attribute.Texts(0) },
                "Code" => constraints with { CodeList = attribute.Text(0) },
                "Checksum" => constraints with { Checksums = attribute.Texts(0) },
                "Range" => constraints with { Range = (attribute.Number("Min", long.MinValue), attribute.Number("Max", long.MaxValue)) },
                "Currencies" => constraints with { Currencies = attribute.Texts(0) },
                "Limit" => constraints with { Limits = [.. constraints.Limits, LimitConstraint.Read(attribute)] },
                "Secret" => constraints with { IsSecret = true },
                _ => constraints,
            };
        }

        foreach (var (name, attribute) in types.AttributesOf(property.ContainingType))
        {
            if (name == "Method")
            {
                constraints = constraints with { Method = attribute.Text(0), MethodSpec = attribute.Text(1) };
            }
        }

        return isField && constraints.IsChecked(property, types) ? constraints : null;
    }

    private bool IsChecked(IPropertySymbol property, KnownTypes types)
    {
        var type = property.Type.WithoutNullable()!;
        return IsSecret || Text is not null || Values.Length > 0 || CodeList is not null || Range is not null || Currencies.Length > 0 || Limits.Length > 0
            || type.SpecialType == SpecialType.System_String || type.TypeKind == TypeKind.Enum || types.IsUri(type) || types.IsMoney(type);
    }
}
