using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Apm.Generators.Naming;

/// <summary>Turns names of specs (<c>harbour_pay</c>, <c>successURL</c>, <c>partial-refund</c>) into C# names.</summary>
internal static class CSharpName
{
    // Names that a record or the generated part of it already has.
    private static readonly HashSet<string> Taken =
    [
        "Clone", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers",
        "ReferenceEquals", "ToString", "Validate",
    ];

    private static readonly HashSet<string> Parameters = ["json", "name", "output", "path", "reader", "record", "start", "violations"];

    /// <summary>Words with a capital each: <c>HarbourPay</c>, <c>SuccessUrl</c>, <c>PartialRefund</c>.</summary>
    public static string Pascal(string name)
    {
        var pascal = new StringBuilder(name.Length);
        foreach (var word in Words(name))
        {
            pascal.Append(char.ToUpperInvariant(word[0])).Append(word.Substring(1).ToLowerInvariant());
        }

        return pascal.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(pascal[0]) ? "_" + pascal : pascal.ToString();
    }

    /// <summary>A property's name, apart from those that every record has.</summary>
    public static string Property(string name)
    {
        var pascal = Pascal(name);
        return Taken.Contains(pascal) ? pascal + "Value" : pascal;
    }

    /// <summary>The name of a local that holds a member, apart from the parameters of generated methods.</summary>
    public static string Local(string name)
    {
        var pascal = Pascal(name);
        var camel = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        if (Parameters.Contains(camel))
        {
            return camel + "Member";
        }

        return SyntaxFacts.GetKeywordKind(camel) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(camel) != SyntaxKind.None ? "@" + camel : camel;
    }

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
