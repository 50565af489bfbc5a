namespace Apm.Specs;

/// <summary>Reads <c>next</c> of a response: what the customer does next.</summary>
internal static class NextBinder
{
    private const int MaxActions = 100;

    private static readonly Dictionary<NextKind, string[]> s_keys = new()
    {
        [NextKind.Redirect] = ["url", "method", "fields"],
        [NextKind.AppLink] = ["url"],
        [NextKind.QrCode] = ["text", "picture", "page", "expires"],
        [NextKind.Voucher] = ["number", "entity", "expires", "document", "page", "value"],
        [NextKind.BankDetails] = ["holder", "bank", "account", "bic", "reference", "value", "expires", "document"],
        [NextKind.Wait] = ["page"],
    };

    public static NextModel? Bind(SpecValue? entry)
    {
        if (entry?.Mapping() is not { } mapping)
        {
            return null;
        }

        var map = new SpecMapping(mapping, ResponseKeys.Next, entry.Diagnostics, entry.Key.Span);
        var at = new ResponsePaths(entry.Diagnostics, canBeSame: true).Read(map.Find("at"));
        var by = new ResponsePaths(entry.Diagnostics, canBeSame: true).Read(map.Find("by"));
        var actions = new List<NextActionModel>();
        var given = map.Require("actions");
        foreach (var item in given?.Mapping()?.Entries ?? [])
        {
            if (actions.Count == MaxActions)
            {
                entry.Diagnostics.Add(SpecDescriptors.TooMuch, item.Key.Span, $"there are more than {MaxActions} actions: remove the others");
                break;
            }

            var (name, form) = (MessageText.Plain(item.Key.Value), "an action, such as { is: redirect, url: url }");
            if (new SpecValue(name, form, item.Key, item.Value, entry.Diagnostics).Mapping() is { } facts
                && Action(item.Key, new SpecMapping(facts, ResponseKeys.NextAction, entry.Diagnostics, item.Key.Span), by) is { } action)
            {
                actions.Add(action);
            }
        }

        if (given?.Value is MappingSyntax { Entries.Count: 0 })
        {
            given.Empty();
        }

        return new NextModel(at, by, actions.ToEquatableArray());
    }

    private static NextActionModel? Action(ScalarSyntax name, SpecMapping map, string? by)
    {
        if (map.Require("is")?.Choice<NextKind>() is not { } kind)
        {
            return null;
        }

        var paths = new ResponsePaths(map.Diagnostics, canBeSame: true);
        var members = new List<NextMemberModel>();
        foreach (var key in ResponseKeys.NextAction.Names.Where(key => key != "is"))
        {
            if (map.EntryOf(key) is not { } entry)
            {
                continue;
            }

            if (!s_keys[kind].Contains(key))
            {
                map.Diagnostics.Add(
                    SpecDescriptors.NotApplicable,
                    entry.Key.Span,
                    $"'{key}' does not apply to {KebabCase.Of(kind.ToString())}, whose keys are {string.Join(", ", s_keys[kind])}: remove it");
            }
            else if (paths.Read(map.Find(key)) is { } path)
            {
                members.Add(new NextMemberModel(key, path));
            }
        }

        if (kind is NextKind.Redirect or NextKind.AppLink)
        {
            map.Require("url");
        }
        else if (by is null && members.Count == 0)
        {
            map.Diagnostics.Add(
                SpecDescriptors.MissingKey,
                name.Span,
                $"nothing shows that {MessageText.Of(name.Value)} is meant: add the path of a value, such as {s_keys[kind][0]}, "
                    + "or 'by' with the path of the action's name");
        }

        return new NextActionModel(name.Value, kind, members.ToEquatableArray());
    }
}
