using Apm.Specs;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The fields of a request by their JSON path.</summary>
/// <param name="item">For a path through a list, the number of the item.</param>
internal sealed class RequestFields(RecordValue request, UsageContext context, int item = 0)
{
    private const string ItemMark = "[]";

    public RequestField At(string path) => Find(path) with { Name = NameOf(path) };

    /// <summary>The same with another item of the list.</summary>
    public RequestFields Item(int number) => new(request, context, number);

    /// <returns>Null if it depends on an unknown value.</returns>
    public bool? Holds(ConditionModel condition)
    {
        var field = Find(condition.Path);
        if (condition.IsCurrency)
        {
            return field.Value is MoneyValue { Code: { } code } && condition.Test is (ConditionTest.OneOf or ConditionTest.NoneOf)
                ? condition.Values.Contains(code) == (condition.Test == ConditionTest.OneOf)
                : null;
        }

        if (condition.Test is ConditionTest.Present or ConditionTest.Absent)
        {
            return field.IsPresent is null || field.MayBePreset ? null : field.IsPresent == (condition.Test == ConditionTest.Present);
        }

        if (field.IsPresent == false)
        {
            return condition.IsMetByAbsence ? true : field.MayBePreset ? null : false;
        }

        return field.Text is not { } text ? null : condition.Test switch
        {
            ConditionTest.OneOf => condition.Values.Contains(text),
            ConditionTest.NoneOf => !condition.Values.Contains(text),
            _ => condition.Values.Any(start => text.StartsWith(start, StringComparison.Ordinal)),
        };
    }

    private RequestField Find(string path)
    {
        var record = request;
        var segments = path.Split('.');
        for (var index = 0; ; index++)
        {
            var isItem = segments[index].EndsWith(ItemMark, StringComparison.Ordinal);
            var name = isItem ? segments[index].Substring(0, segments[index].Length - ItemMark.Length) : segments[index];
            if (context.Constraints.PropertyOf(record.Type, name) is not { } property)
            {
                return new RequestField(path, null, null, record.Creation, "", null);
            }

            if (!record.Members.TryGetValue(property.Name, out var member))
            {
                if (context.Constraints.PresetOf(property) is { } preset)
                {
                    return new RequestField(path, true, null, record.Creation, property.Name, null) { Property = property, Preset = preset };
                }

                // The compiler reports a missing required member, and an initializer sets a member that the code does not set.
                return property.IsRequired || Initializers.Of(property) is not null || property.SetMethod is null
                    ? new RequestField(path, null, null, record.Creation, property.Name, null)
                    : new RequestField(path, false, null, record.Creation, property.Name, null) { Property = property };
            }

            if (member.Value is ConstantValue { Constant: null })
            {
                return new RequestField(path, false, member.Value, record.Creation, property.Name, member.Assignment);
            }

            var value = !isItem ? member.Value : member.Value is ListValue list && item < list.Items.Length ? list.Items[item] : Value.Unknown;
            if (index == segments.Length - 1)
            {
                return new RequestField(path, value is UnknownValue ? null : true, value, record.Creation, property.Name, member.Assignment)
                {
                    Property = property,
                };
            }

            if (value is not RecordValue inner)
            {
                return new RequestField(path, null, null, record.Creation, property.Name, null);
            }

            record = inner;
        }
    }

    private string NameOf(string path)
    {
        var names = new List<string>();
        INamedTypeSymbol? type = request.Type;
        foreach (var segment in path.Split('.'))
        {
            var isItem = segment.EndsWith(ItemMark, StringComparison.Ordinal);
            var name = isItem ? segment.Substring(0, segment.Length - ItemMark.Length) : segment;
            var property = type is null ? null : context.Constraints.PropertyOf(type, name);
            names.Add(property is null ? segment : isItem ? $"{property.Name}[{item}]" : property.Name);
            type = property?.Type.WithoutNullable() as INamedTypeSymbol;
            type = isItem ? type?.TypeArguments.FirstOrDefault() as INamedTypeSymbol : type;
        }

        return string.Join(".", names);
    }
}

/// <param name="IsPresent">Null if that is not known.</param>
/// <param name="Creation">The innermost created object above the field.</param>
/// <param name="Member">The C# property that the object has, or lacks.</param>
/// <param name="Assignment">The expression that set the member; null if there is none.</param>
internal sealed record RequestField(string Path, bool? IsPresent, Value? Value, SyntaxNode Creation, string Member, SyntaxNode? Assignment)
{
    public IPropertySymbol? Property { get; init; }

    /// <summary>The C# properties from the request to the field, such as <c>Instruction.Customer.Email</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether a member that was not set may have an initializer, which cannot be seen in another assembly.</summary>
    public bool MayBePreset => Assignment is null && Preset is null && Property is { DeclaringSyntaxReferences.IsEmpty: true } property
        && !(IsNullable(property) && property.ContainingType.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute"));

    /// <summary>The value that is sent because the code sets none.</summary>
    public string? Preset { get; init; }

    /// <summary>The value as in JSON; null if it is not known or not a text.</summary>
    public string? Text => Preset ?? Value switch
    {
        ConstantValue { Constant: string text } => text,
        ConstantValue { Constant: bool truth } => truth ? "true" : "false",
        ConstantValue { Constant: long number } => EnumText(number) ?? number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    // The generator does not make a member with a preset nullable.
    private static bool IsNullable(IPropertySymbol property) =>
        property.NullableAnnotation == NullableAnnotation.Annotated || property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    // An attribute on each member of a generated enum has its JSON text.
    private string? EnumText(long number)
    {
        var member = Property?.Type.WithoutNullable() is { TypeKind: TypeKind.Enum } type ? type.EnumMember(number) : null;
        return member
                ?.GetAttributes()
                .FirstOrDefault(attribute => attribute.AttributeClass?.Name == "EnumMemberAttribute")
                ?.NamedArguments.FirstOrDefault(argument => argument.Key == "Value")
                .Value.Value as string
            ?? member?.Name;
    }
}
