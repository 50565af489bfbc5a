namespace Apm.Specs;

/// <summary>Reads <c>webhooks</c> of a method file.</summary>
internal static class MethodEvents
{
    public static EquatableArray<MethodEventModel> Read(MethodFile file, FieldModel request)
    {
        if (file.Base.Method is { } extended)
        {
            return extended.Events;
        }

        if (file.IsOverlay || file.Keys.Find("webhooks") is not { } entry || entry.Mapping() is not { } mapping)
        {
            return default;
        }

        var map = new SpecMapping(mapping, WebhookKeys.MethodWebhooks, file.Diagnostics, entry.Key.Span);
        var events = map.EntryOf("types") is null ? map.Require("events") : map.Find("events");
        var known = file.Base.Api?.Webhooks?.Events ?? default;
        var fields = new FieldIndex(request);
        return (events?.Mapping()?.Entries ?? []).Select(item => Event(item, known, fields, file)).OfType<MethodEventModel>().ToEquatableArray();
    }

    private static MethodEventModel? Event(MappingEntry item, EquatableArray<WebhookEventModel> known, FieldIndex fields, MethodFile file)
    {
        var report = file.Diagnostics;
        var declared = known.FirstOrDefault(one => one.Type == item.Key.Value);
        if (declared is null)
        {
            report.Add(
                SpecDescriptors.UnknownName,
                item.Key.Span,
                $"the API declares no members of the webhook {MessageText.Of(item.Key.Value)}: "
                    + report.Suggestions.DidYouMean(item.Key.Value, known.Select(one => one.Type), "add it to 'events' under 'webhooks' in the API's file"));
        }

        var value = new SpecValue(
            MessageText.Plain(item.Key.Value),
            "a mapping, such as { when: { order.save: true }, members: [tokenId] }",
            item.Key,
            item.Value,
            report);
        if (value.Mapping() is not { } mapping)
        {
            return null;
        }

        var map = new SpecMapping(mapping, WebhookKeys.MethodEvent, report, item.Key.Span);
        var when = When(map, fields, report);
        var members = map.Find("members") is { } listed
            ? Members(listed, declared, report)
            : declared?.Members.Select(member => member.Name).ToEquatableArray();
        return declared is null || when is null || members is null ? null : new MethodEventModel(declared.Type, when.Value, members.Value);
    }

    private static EquatableArray<ConditionModel>? When(SpecMapping map, FieldIndex fields, DiagnosticBag report)
    {
        if (map.EntryOf("when") is null)
        {
            return default(EquatableArray<ConditionModel>);
        }

        var scope = new RuleScope(fields, isApi: false, report);
        var when = map.Find("when") is { } conditions ? new ConditionBinder(scope, isTakenOver: false, report).Bind(conditions) : null;
        if (when is null || scope.List is not { } list)
        {
            return when;
        }

        report.Add(
            SpecDescriptors.WrongKind,
            map.KeySpan("when")!.Value,
            $"a condition is about the items of {MessageText.Of(list)}, but the webhook is about the payment: name fields outside of lists");
        return null;
    }

    private static EquatableArray<string> Members(SpecValue listed, WebhookEventModel? declared, DiagnosticBag report)
    {
        var names = declared?.Members.Select(member => member.Name).ToList() ?? [];
        var members = new List<string>();
        foreach (var name in listed.Texts())
        {
            if (names.Contains(name.Value))
            {
                members.Add(name.Value);
            }
            else if (declared is not null)
            {
                report.Add(
                    SpecDescriptors.UnknownName,
                    name.Span,
                    $"{MessageText.Of(name.Value)} is not a member of the webhook {MessageText.Of(declared.Type)}: "
                        + report.Suggestions.DidYouMean(name.Value, names, "write one of " + MessageText.List(names)));
            }
        }

        return members.ToEquatableArray();
    }
}
