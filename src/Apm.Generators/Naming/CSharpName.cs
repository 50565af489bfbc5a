using System.Text;
using Apm.Specs;
using Microsoft.CodeAnalysis.CSharp;

namespace Apm.Generators;

/// <summary>Converts names of specs (<c>harbour_pay</c>, <c>successURL</c>, <c>partial-refund</c>) to C# names.</summary>
internal static class CSharpName
{
    /// <summary>The local for an item of a list.</summary>
    public const string ItemLocal = "item";

    // Names that a record or its generated part already has.
    private static readonly HashSet<string> s_taken =
    [
        "Clone", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers",
        "ReadJson", "ReferenceEquals", "ToString", "Validate", "WriteJson",
    ];

    // Parameters and locals of generated methods, and the discard.
    private static readonly string[] s_parameters =
    [
        "_",
        "before",
        "given",
        "index",
        ItemLocal,
        "name",
        "output",
        "path",
        "reader",
        "record",
        "start",
        "violations",
    ];

    /// <summary>Words that each start with an upper-case letter: <c>HarbourPay</c>, <c>SuccessUrl</c>, <c>PartialRefund</c>.</summary>
    public static string Pascal(string name)
    {
        var pascal = new StringBuilder(name.Length);
        foreach (var word in Words(name))
        {
            pascal.Append(char.ToUpperInvariant(word[0])).Append(word.Substring(1).ToLowerInvariant());
        }

        return pascal.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(pascal[0]) ? "_" + pascal : pascal.ToString();
    }

    /// <summary>The name of one item of a list: <c>items</c> has <c>item</c>. For irregular plurals, an author sets the name in the spec.</summary>
    public static string Singular(string list)
    {
        return Ends("ies") ? list.Substring(0, list.Length - 3) + "y"
            : Ends("sses") || Ends("xes") || Ends("ches") || Ends("shes") ? list.Substring(0, list.Length - 2)
            : Ends("s") && !Ends("ss") && list.Length > 1 ? list.Substring(0, list.Length - 1)
            : list + "Item";

        bool Ends(string end) => list.EndsWith(end, StringComparison.Ordinal);
    }

    /// <summary>A property's name, different from those that every record has.</summary>
    public static string Property(string name) => Property(name, static _ => false);

    /// <summary>The property of a field: the name that the spec declares, or the one that is made from the path.</summary>
    public static string Property(FieldModel field, string name, Func<string, bool> isTaken) => Property(field.PropertyName, name, isTaken);

    /// <param name="declared">The name that the spec declares; null for the one that is made from <paramref name="name"/>.</param>
    /// <param name="name">The name in the spec.</param>
    /// <param name="isTaken">Further names that the generator itself needs. If the spec has such a name, <c>Value</c> is appended to it.</param>
    public static string Property(string? declared, string name, Func<string, bool> isTaken)
    {
        var property = declared ?? Pascal(name);
        while (s_taken.Contains(property) || isTaken(property))
        {
            property += "Value";
        }

        return property;
    }

    /// <param name="name">The name in the spec.</param>
    /// <param name="isTaken">Further names that the generator itself needs. If the spec has such a name, <c>Value</c> is appended to it.</param>
    public static string Property(string name, Func<string, bool> isTaken) => Property((string?)null, name, isTaken);

    /// <summary>The names that locals of one object's methods must not have. <see cref="Local"/> adds to them.</summary>
    public static HashSet<string> Locals(IEnumerable<string> types) => new(s_parameters.Concat(types), StringComparer.Ordinal);

    /// <summary>The name of a local for a member. It gets a number if another local has the name.</summary>
    public static string Local(string name, HashSet<string> taken)
    {
        var pascal = Pascal(name);
        var camel = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        var local = camel;
        for (var number = 2; !taken.Add(local); number++)
        {
            local = camel + CSharpText.Number(number);
        }

        return Escaped(local);
    }

    public static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !IsWordCharacter(name[i]) || (i > start && BeginsWord(name, i));
            if (!ends)
            {
                continue;
            }

            if (i > start)
            {
                yield return name.Substring(start, i - start);
            }

            start = i < name.Length && !IsWordCharacter(name[i]) ? i + 1 : i;
        }
    }

    private static bool IsWordCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static bool BeginsWord(string name, int i) =>
        char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
}
