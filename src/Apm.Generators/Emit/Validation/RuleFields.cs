using Apm.Specs;

namespace Apm.Generators;

/// <summary>The fields of a rule in C#: in the request, or in the checked item of a list.</summary>
internal sealed class RuleFields(ObjectShape request, RuleModel rule)
{
    public const string Record = "record";

    private const string Item = "[].";

    /// <summary>The list whose items are checked; null if the whole request is.</summary>
    public FieldAccess? List { get; } = rule.List is { } list ? FieldAccess.Find(request, Record, list.Split('.')) : null;

    public FieldAccess? Find(string path)
    {
        if (rule.List is not { } list || !path.StartsWith(list + Item, StringComparison.Ordinal))
        {
            return FieldAccess.Find(request, Record, path.Split('.'));
        }

        return List?.Member.Item is { Object: { } item, Local: var local } ? FieldAccess.Find(item, local, InItem(path).Split('.')) : null;
    }

    /// <summary>The path in violations before they are moved to the item's path.</summary>
    public string InItem(string path) =>
        rule.List is { } list && path.StartsWith(list + Item, StringComparison.Ordinal) ? path.Substring(list.Length + Item.Length) : path;
}
