using Apm.Specs;

namespace Apm.SpecMutation;

/// <summary>The facts of a spec that an exchange can show to be wrong, each changed in one way or two.</summary>
/// <param name="spec">An API or a method.</param>
/// <param name="root">Its syntax.</param>
/// <param name="apiCurrencies">The currencies of the API.</param>
internal sealed class Facts(ParsedSpec spec, MappingSyntax root, IReadOnlyList<string> apiCurrencies)
{
    private readonly List<SpecChange> _changes = [];

    /// <summary>All changes, in the order of the file.</summary>
    public static IReadOnlyList<SpecChange> Of(ParsedSpec spec, ApiModel api)
    {
        var facts = new Facts(spec, spec.Root!, [.. api.Currencies]);
        if (spec.Kind == SpecKind.Api)
        {
            facts.Api();
        }
        else
        {
            facts.Method();
        }

        return [.. facts._changes.OrderBy(change => change.Place.Span.Start)];
    }

    private void Method()
    {
        // Limits name currencies.
        if (root.Find("currencies") is { Value: SequenceSyntax list } currencies
            && apiCurrencies.Except(list.Items.OfType<ScalarSyntax>().Select(item => item.Value)).FirstOrDefault() is { } other)
        {
            var changed = root.With("currencies", SpecEdit.Sequence(other)).With("limits", null).With("refund-limits", null);
            Add(currencies.Key, "currencies", "is another list", changed);
        }

        Fields(Map(root, "fields"), "");
        Bodies(Map(root, "operations"));
        var response = Map(root, "response");
        Texts(response, "response", "redirect");
        Fields(Map(response, "members"), "response.");
    }

    private void Api()
    {
        foreach (var type in Entries(Map(root, "types")))
        {
            Fields(type.Value as MappingSyntax, type.Key.Value + ".");
        }

        Fields(Map(root, "request"), "");
        var operations = Map(root, "operations");
        foreach (var (id, operation) in Entries(operations).Select(entry => (entry.Key.Value, entry.Value as MappingSyntax)))
        {
            Texts(operation, id, "get", "post", "put", "patch", "delete", "status");
            List(operation, id, "while");
        }

        Bodies(operations);
        var response = Map(root, "response");
        Texts(response, "response", "id", "status", "self", "redirect", "href");
        List(response, "response", "actions");
        Fields(Map(response, "members"), "response.");
        Statuses(Map(root, "statuses"));
        Errors(Map(root, "errors"));
        Webhooks(Map(root, "webhooks"));
    }

    private void Errors(MappingSyntax? errors)
    {
        Texts(errors, "errors", "name", "message");
        Texts(Map(errors, "details"), "errors.details", "at", "name", "message", "path");
        foreach (var code in Entries(Map(errors, "codes")))
        {
            Texts(code.Value as MappingSyntax, "errors.codes." + code.Key.Value, "status", "name", "detail");
        }
    }

    private void Webhooks(MappingSyntax? webhooks)
    {
        Texts(webhooks, "webhooks", "id", "type", "reference", "timestamp", "payment", "method", "media-type");
        Items(webhooks, "webhooks", "type");
        Texts(Map(webhooks, "classification"), "webhooks.classification", "at");
        List(Map(webhooks, "classification"), "webhooks.classification", "payment");
        Texts(Map(webhooks, "money"), "webhooks.money", "at", "notation", "amount", "currency");
        Texts(Map(webhooks, "signature"), "webhooks.signature", "header", "form", "algorithm", "encoding");
        Statuses(Map(webhooks, "types"));
        foreach (var details in Entries(Map(webhooks, "events")))
        {
            var map = (MappingSyntax)details.Value;
            foreach (var when in Entries(Map(map, "when")))
            {
                var conditions = Map(map, "when")!;
                Add(when.Key, details.Key.Value + ".when", "has another path", conditions, conditions.Rename(when.Key.Value, when.Key.Value + "Other"));
            }

            WebhookMembers(Map(map, "members"), details.Key.Value);
        }
    }

    private void WebhookMembers(MappingSyntax? members, string of)
    {
        foreach (var entry in Entries(members))
        {
            var (name, member) = ($"{of}.{entry.Key.Value}", (MappingSyntax)entry.Value);
            Add(entry.Key, name, "is deleted", members!, members!.Without(entry.Key.Value));
            Texts(member, name, "at");
            Items(member, name, "at");
            var other = Text(member, "type") switch { "timestamp" => "date", "date" => "timestamp", "string" => "integer", _ => "string" };
            Add(entry.Key, name, $"is of type {other}", member, member.With("type", SpecEdit.Scalar(other)));
        }
    }

    // Each item of a list with something added.
    private void Items(MappingSyntax? map, string of, string key)
    {
        foreach (var item in (map?.Find(key)?.Value as SequenceSyntax)?.Items.OfType<ScalarSyntax>() ?? [])
        {
            Add(item, $"{of}.{key}", $"is {Other(item.Value)}", item, SpecEdit.Scalar(Other(item.Value)));
        }
    }

    // Each status, in another state.
    private void Statuses(MappingSyntax? states)
    {
        foreach (var state in Entries(states))
        {
            foreach (var status in (state.Value as SequenceSyntax)?.Items.OfType<ScalarSyntax>() ?? [])
            {
                var other = state.Key.Value == "unknown" ? "failed" : "unknown";
                var without = (MappingSyntax)SpecEdit.Replace(states!, status, null);
                var others = (without.Find(other)?.Value as SequenceSyntax)?.Items.OfType<ScalarSyntax>().Select(known => known.Value) ?? [];
                Add(status, status.Value, $"is {other}", states!, without.With(other, SpecEdit.Sequence([.. others, status.Value])));
            }
        }
    }

    private void Bodies(MappingSyntax? operations)
    {
        foreach (var operation in Entries(operations))
        {
            Fields(Map(operation.Value as MappingSyntax, "body"), operation.Key.Value + ".");
        }
    }

    private void Fields(MappingSyntax? fields, string prefix)
    {
        foreach (var entry in fields?.Entries ?? [])
        {
            var (key, path) = (entry.Key, entry.Key.Value);
            if (entry.Value is not MappingSyntax field || field.Find("type") is not null || field.Find("const") is not null)
            {
                Add(key, prefix + path, "is deleted", fields!, fields!.Without(path));
                Add(key, prefix + path, "has another path", fields!, fields!.Rename(path, path.TrimEnd('[', ']') + "Other" + (path.EndsWith(']') ? "[]" : "")));
            }

            Field(entry, prefix + path);
        }
    }

    private void Field(MappingEntry entry, string name)
    {
        if (entry.Value is not MappingSyntax field)
        {
            return;
        }

        if (field.Find("const")?.Value is ScalarSyntax constant)
        {
            Add(entry.Key, name, "has another constant", constant, SpecEdit.Scalar("another"));
            return;
        }

        var isRequired = Text(field, "required") is "true" or "by-default";
        Add(entry.Key, name, isRequired ? "is optional" : "is required", field, field.With("required", SpecEdit.Scalar(isRequired ? "false" : "true")));
        if (field.Find("values") is not null)
        {
            Add(entry.Key, name, "has other values", field, field.With("values", SpecEdit.Sequence("another")).With("default", null).With("preset", null));
        }
        else if (Text(field, "type") is { } type)
        {
            var other = type is "integer" or "minor-units" or "boolean" ? "string" : "integer";
            Add(entry.Key, name, $"is of type {other}", field, field.Only("required", "loggable", "summary").With("type", SpecEdit.Scalar(other)));
        }
    }

    // Each value with something added: another path, name, address or number.
    private void Texts(MappingSyntax? map, string of, params string[] keys)
    {
        foreach (var key in keys)
        {
            if (map?.Find(key) is { Value: ScalarSyntax value } entry)
            {
                Add(entry.Key, $"{of}.{key}", "is another", value, SpecEdit.Scalar(Other(value.Value)));
            }
        }
    }

    private void List(MappingSyntax? map, string of, string key)
    {
        if (map?.Find(key) is { Value: SequenceSyntax values } entry)
        {
            Add(entry.Key, $"{of}.{key}", "is another list", values, SpecEdit.Sequence("another"));
        }
    }

    private static string Other(string value) => value switch
    {
        "url" => "png-base64",
        "png-base64" => "url",
        "minor-units" => "decimal-string",
        "decimal-string" => "minor-units",
        "single" => "keyed-list",
        "keyed-list" => "single",
        "hmac-sha256" => "hmac-sha512",
        "hmac-sha512" => "hmac-sha256",
        "hex" => "base64",
        "base64" => "hex",
        _ => int.TryParse(value, out var status) ? $"{status + 3}" : value + "Other",
    };

    private void Add(SpecNode at, string fact, string what, SpecNode node, SpecNode? replacement) =>
        Add(at, fact, what, SpecEdit.Replace(root, node, replacement));

    private void Add(SpecNode at, string fact, string what, SpecNode changed) =>
        _changes.Add(new SpecChange(new SpecLocation(spec.File, at.Span), fact, what, SpecText.Of(changed)));

    private static IReadOnlyList<MappingEntry> Entries(MappingSyntax? map) => map?.Entries ?? [];

    private static MappingSyntax? Map(MappingSyntax? map, string key) => map?.Find(key)?.Value as MappingSyntax;

    private static string? Text(MappingSyntax map, string key) => (map.Find(key)?.Value as ScalarSyntax)?.Value;
}
