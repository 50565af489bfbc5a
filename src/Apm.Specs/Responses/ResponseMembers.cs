namespace Apm.Specs;

/// <summary>Members that an API, or one method of it, adds to responses.</summary>
internal static class ResponseMembers
{
    private const int MaxMembers = 100;

    /// <param name="entry">Paths with types; null where there are none.</param>
    /// <param name="fromApi">The members of the API, which a method must not repeat.</param>
    /// <param name="api">The API's name; null within its own file.</param>
    /// <param name="texts">The paths of texts, within which there are no members.</param>
    /// <param name="money">How the API writes money; null if the API is missing.</param>
    public static EquatableArray<ResponseMemberModel> Bind(
        SpecValue? entry,
        EquatableArray<ResponseMemberModel> fromApi,
        string? api,
        IReadOnlyList<string> texts,
        MoneyFormatModel? money)
    {
        var members = new List<ResponseMemberModel>();
        foreach (var item in entry?.Mapping()?.Entries ?? [])
        {
            if (members.Count == MaxMembers)
            {
                entry!.Diagnostics.Add(SpecDescriptors.TooMuch, item.Key.Span, $"there are more than {MaxMembers} members of responses: remove the others");
                break;
            }

            if (!FieldPath.IsValidInResponse(item.Key, entry!.Diagnostics)
                || new SpecValue(
                    MessageText.Plain(item.Key.Value),
                    "a member of responses, such as { type: string }",
                    item.Key,
                    item.Value,
                    entry.Diagnostics
                ).Mapping()
                    is not { } facts)
            {
                continue;
            }

            var map = new SpecMapping(facts, ResponseKeys.ResponseMember, entry.Diagnostics, item.Key.Span);
            var type = map.Require("type")?.Choice<ResponseMemberType>();
            var summary = map.Find("summary")?.Text();
            var currency = map.CurrencyPath(type?.ToString(), money, item.Key.Span, knowsPayment: true);
            var name = map.Find("property-name") is { } declared ? CSharpIdentifier.Check(declared) : null;
            if (fromApi.Any(other => other.Path == item.Key.Value))
            {
                entry.Diagnostics.Add(
                    SpecDescriptors.DeclaredTwice,
                    item.Key.Span,
                    $"{MessageText.Of(item.Key.Value)} is a member of every response of the {MessageText.Plain(api!)}: remove it here");
            }
            else if (texts.FirstOrDefault(text => item.Key.Value.StartsWith(text + ".", StringComparison.Ordinal)) is { } text)
            {
                entry.Diagnostics.Add(
                    SpecDescriptors.Contradiction,
                    item.Key.Span,
                    $"{MessageText.Of(item.Key.Value)} is within {MessageText.Of(text)}, which is a text under 'response': correct one of the two paths");
            }
            else if (type is not ResponseMemberType.Money
                && texts.FirstOrDefault(text => text.StartsWith(item.Key.Value + ".", StringComparison.Ordinal)) is { } inner)
            {
                entry.Diagnostics.Add(
                    SpecDescriptors.Contradiction,
                    item.Key.Span,
                    $"{MessageText.Of(item.Key.Value)} is an object, because {MessageText.Of(inner)} under 'response' is within it: "
                        + "correct one of the two paths");
            }
            else if (type is { } sure)
            {
                members.Add(new ResponseMemberModel(item.Key.Value, sure, summary) { CurrencyAt = currency, PropertyName = name });
            }
        }

        return members.ToEquatableArray();
    }

    /// <param name="entry">The redirects of a method; null where the method declares none.</param>
    /// <param name="response">Null where the API is not there.</param>
    public static EquatableArray<RedirectModel> Redirects(SpecValue? entry, ResponseModel? response)
    {
        var kinds = new List<RedirectKind>();
        foreach (var scalar in entry?.OneOrMore() ?? [])
        {
            if (new SpecValue("redirect", entry!.Hint, entry.Key, scalar, entry.Diagnostics).Choice<RedirectKind>() is not { } kind)
            {
                continue;
            }

            if (response is { Redirects.IsEmpty: true } && kind != RedirectKind.None)
            {
                entry.Diagnostics.Add(
                    SpecDescriptors.UnknownName,
                    scalar.Span,
                    "the API does not declare where this is in a response: add 'redirect' under 'response' in its file");
                continue;
            }

            kinds.Add(kind);
        }

        return (kinds.Count > 0 ? kinds : [response is { Redirects.IsEmpty: true } ? RedirectKind.None : RedirectKind.Url])
            .Select(kind => new RedirectModel(kind))
            .ToEquatableArray();
    }
}
