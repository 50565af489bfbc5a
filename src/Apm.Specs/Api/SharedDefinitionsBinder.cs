namespace Apm.Specs;

/// <summary>Reads <c>types:</c> and <c>lists:</c> of an API file.</summary>
internal static class SharedDefinitionsBinder
{
    private const int MaxNames = 100;

    // Types within types multiply.
    private const int MaxMembers = 2000;

    /// <param name="api">The file.</param>
    /// <param name="fields">The fields of a type, which may be of the types before it.</param>
    public static SharedDefinitions Bind(SpecMapping api, Func<string, MappingSyntax, SharedDefinitions, List<ResolvedField>> fields)
    {
        var vocabulary = new SharedDefinitions();
        foreach (var list in Named(api.Find("lists"), "a list of values, such as [AT, BE]", []))
        {
            if (list.Value is SequenceSyntax { Items.Count: 0 })
            {
                list.Empty();
            }
            else if (ValueList.Read(list) is { Count: > 0 } values)
            {
                vocabulary.AddList(list.Name, values);
            }
        }

        var count = 0;
        foreach (var type in Named(api.Find("types"), "dotted paths with fields, such as 'city: { type: string }'", KebabCase.Ids<FieldType>()))
        {
            if (type.Mapping() is not { } mapping)
            {
                continue;
            }

            var members = fields(type.Name, mapping, vocabulary);
            vocabulary.AddType(type.Name, members);
            count += members.Count;
            if (count > MaxMembers)
            {
                api.Diagnostics.Add(
                    SpecDescriptors.TooMuch,
                    type.Key.Span,
                    $"this type and the types before it have more than {MaxMembers} members in total, with the members of nested types: remove some");
                break;
            }
        }

        return vocabulary;
    }

    private static IEnumerable<SpecValue> Named(SpecValue? entry, string hint, IEnumerable<string> reserved)
    {
        var names = new Dictionary<string, ScalarSyntax>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in entry?.Mapping()?.Entries ?? [])
        {
            var name = item.Key.Value;
            if (name.Length is 0 or > 50
                || name[0] is < 'a' or > 'z'
                || name.Any(c => c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))))
            {
                entry!.Diagnostics.Add(
                    SpecDescriptors.WrongKind,
                    item.Key.Span,
                    $"{MessageText.Of(name)} is not a valid name in '{entry.Name}': write a lowercase letter, then letters and digits, such as address");
            }
            else if (reserved.Contains(name))
            {
                entry!.Diagnostics.Add(SpecDescriptors.DeclaredTwice, item.Key.Span, $"{MessageText.Of(name)} is a type of the language: write another name");
            }
            else if (names.TryGetValue(name, out var other))
            {
                entry!.Diagnostics.Add(
                    SpecDescriptors.DeclaredTwice,
                    item.Key.Span,
                    $"{MessageText.Of(name)} and {MessageText.Of(other.Value)} differ only in uppercase and lowercase: rename one of them",
                    entry.Diagnostics.At(other.Span));
            }
            else if (names.Count == MaxNames)
            {
                entry!.Diagnostics.Add(SpecDescriptors.TooMuch, item.Key.Span, $"the mapping has more than {MaxNames} names: remove the others");
                yield break;
            }
            else
            {
                names.Add(name, item.Key);
                yield return new SpecValue(name, hint, item.Key, item.Value, entry!.Diagnostics);
            }
        }
    }
}
