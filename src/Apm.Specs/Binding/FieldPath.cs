using Apm.Specs.Diagnostics;
using Apm.Specs.Model;
using Apm.Specs.Syntax;

namespace Apm.Specs.Binding;

/// <summary>Dotted JSON paths.</summary>
internal static class FieldPath
{
    private const int MaxSegments = 16;

    public static bool IsValid(ScalarSyntax key, Report report)
    {
        var segments = key.Value.Split('.');
        var problem =
            segments.Any(segment => segment.Length == 0) ? "has an empty part: write the names with one dot between them"
            : key.Value.IndexOfAny(['[', ']']) >= 0 ? "names a list: fields of lists cannot be described"
            : key.Value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c) || c is '"' or '\\') ? "is no path: write JSON names with dots between them, such as order.amount"
            : null;
        if (problem is not null)
        {
            report.Add(SpecRules.WrongKind, key.Span, $"{Quote.Of(key.Value)} {problem}");
            return false;
        }

        if (segments.Length > MaxSegments)
        {
            report.Add(SpecRules.TooMuch, key.Span, $"more than {MaxSegments} objects lie within each other here");
            return false;
        }

        return true;
    }

    public static string Parent(string path) => path.LastIndexOf('.') is >= 0 and var dot ? path.Substring(0, dot) : "";

    public static FieldModel? Find(FieldModel root, string path) =>
        path.Split('.').Aggregate((FieldModel?)root, (field, name) => field?.Member(name));

    public static string Name(string path) => path.Substring(path.LastIndexOf('.') + 1);

    /// <summary>The objects above a field, the outermost first, without the root.</summary>
    public static IEnumerable<string> Parents(string path)
    {
        for (var dot = path.IndexOf('.'); dot >= 0; dot = path.IndexOf('.', dot + 1))
        {
            yield return path.Substring(0, dot);
        }
    }
}
