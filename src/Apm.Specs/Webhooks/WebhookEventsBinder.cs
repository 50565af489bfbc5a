namespace Apm.Specs;

/// <summary>Reads <c>events</c> of the webhooks: the types that have members of their own.</summary>
/// <param name="types">The types and statuses that the file lists.</param>
/// <param name="paths">The paths of the members that all webhooks have.</param>
/// <param name="money">How webhooks write money.</param>
internal sealed class WebhookEventsBinder(IReadOnlyCollection<string> types, ResponsePaths paths, MoneyFormatModel money)
{
    private const int MaxEvents = 50;
    private const int MaxMembers = 100;

    public EquatableArray<WebhookEventModel> Bind(SpecValue? entry) =>
        Few(entry, MaxEvents, "types").Select(item => Event(item, entry!.Diagnostics)).OfType<WebhookEventModel>().ToEquatableArray();

    private WebhookEventModel? Event(MappingEntry item, DiagnosticBag report)
    {
        var isKnown = types.Contains(item.Key.Value);
        if (!isKnown)
        {
            report.Add(
                SpecDescriptors.UnknownName,
                item.Key.Span,
                $"{MessageText.Of(item.Key.Value)} is not a type of webhooks: "
                    + report.Suggestions.DidYouMean(item.Key.Value, types, "add it under 'types', with the state for which it stands"));
        }

        var name = MessageText.Plain(item.Key.Value);
        if (new SpecValue(name, WebhookKeys.Webhooks.Hint("events"), item.Key, item.Value, report).Mapping() is not { } mapping)
        {
            return null;
        }

        var map = new SpecMapping(mapping, WebhookKeys.WebhookEvent, report, item.Key.Span);
        var bound = new WebhookEventModel
        {
            Type = item.Key.Value,
            Summary = map.Find("summary")?.Text(),
            When = MemberConditions.Bind(map.Find("when")),
            Members = Members(map.Require("members"), paths.Copy()),
        };
        return isKnown ? bound : null;
    }

    private EquatableArray<WebhookMemberModel> Members(SpecValue? entry, ResponsePaths paths)
    {
        var members = new List<WebhookMemberModel>();
        foreach (var item in Few(entry, MaxMembers, "members").Where(item => IsName(item.Key, entry!.Diagnostics)))
        {
            var value = new SpecValue(item.Key.Value, "a member, such as { at: token.id, type: string }", item.Key, item.Value, entry!.Diagnostics);
            if (value.Mapping() is not { } mapping)
            {
                continue;
            }

            var map = new SpecMapping(mapping, WebhookKeys.WebhookMember, entry.Diagnostics, item.Key.Span);
            var at = paths.ReadSeveral(map.Require("at"));
            var type = map.Require("type")?.Choice<WebhookMemberType>();
            var summary = map.Find("summary")?.Text();
            var currency = map.CurrencyPath(type?.ToString(), money, item.Key.Span, knowsPayment: false);
            if (type is { } known && !at.IsEmpty)
            {
                members.Add(new WebhookMemberModel(item.Key.Value, at, known, summary) { CurrencyAt = currency });
            }
        }

        return members.ToEquatableArray();
    }

    private static IEnumerable<MappingEntry> Few(SpecValue? entry, int max, string what)
    {
        var entries = entry?.Mapping()?.Entries;
        if (entries is { Count: 0 })
        {
            entry!.Empty();
        }

        if (entries?.Count > max)
        {
            entry!.Diagnostics.Add(SpecDescriptors.TooMuch, entries[max].Key.Span, $"there are more than {max} {what}: remove the others");
        }

        return entries?.Take(max) ?? [];
    }

    private static bool IsName(ScalarSyntax name, DiagnosticBag report)
    {
        var text = name.Value;
        if (text.Length is > 0 and <= 50
            && text[0] is >= 'a' and <= 'z'
            && text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')))
        {
            return true;
        }

        report.Add(
            SpecDescriptors.WrongKind,
            name.Span,
            $"{MessageText.Of(text)} is not a valid name of a member: write a lowercase letter, then letters and digits, such as tokenId");
        return false;
    }
}
