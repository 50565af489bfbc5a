using Apm.Specs;

namespace Apm.Generators;

/// <summary>Where the fields of a rule are in C#: in the request, or in the item of the list that is judged.</summary>
internal sealed class RuleFields(ObjectShape request, RuleModel rule)
{
    public const string Record = "record";

    private const string Item = "[].";

    /// <summary>The list whose items are judged; null if the whole request is.</summary>
    public FieldAccess? List { get; } = rule.List is { } list ? FieldAccess.Find(request, Record, list.Split('.')) : null;

    public FieldAccess? Find(string path)
    {
        if (rule.List is not { } list || !path.StartsWith(list + Item, StringComparison.Ordinal))
        {
            return FieldAccess.Find(request, Record, path.Split('.'));
        }

        return List?.Member.Item is { Object: { } item, Local: var local } ? FieldAccess.Find(item, local, InItem(path).Split('.')) : null;
    }

    /// <summary>The path as violations count it before they are moved to the item's place.</summary>
    public string InItem(string path) =>
        rule.List is { } list && path.StartsWith(list + Item, StringComparison.Ordinal) ? path.Substring(list.Length + Item.Length) : path;
}
