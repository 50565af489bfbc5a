namespace Apm.Specs;

/// <summary>Reads statuses and types of webhooks that have another state for one method.</summary>
internal static class MethodStates
{
    /// <summary>The types under <c>webhooks</c> of a method file.</summary>
    public static EquatableArray<StatusModel> Types(MethodFile file)
    {
        if (file.Base.Method is { } extended)
        {
            return extended.Types;
        }

        if (file.IsOverlay || file.Keys.EntryOf("webhooks") is not { Value: MappingSyntax mapping })
        {
            return default;
        }

        var types = mapping.Find("types") is { } entry
            ? new SpecValue("types", WebhookKeys.MethodWebhooks.Hint("types"), entry.Key, entry.Value, file.Diagnostics)
            : null;
        if (types is not null && file.Base.Api is { Webhooks: not null and not { Method: not null } })
        {
            file.Diagnostics.Add(
                SpecDescriptors.NotApplicable,
                types.Key.Span,
                "webhooks of the API do not name the method, so types cannot depend on it: remove 'types', or add 'method' under 'webhooks' of the API");
            return default;
        }

        return Read(types, file, [.. file.Base.Api?.Webhooks?.Types ?? default, .. file.Base.Api?.Statuses ?? default], SpecKeys.TypeItem, "types");
    }

    /// <param name="entry">States with texts; null where there are none.</param>
    /// <param name="file">The method file.</param>
    /// <param name="known">The texts of the API.</param>
    /// <param name="item">The keys of a text with conditions.</param>
    /// <param name="what">The key of the API that has the texts.</param>
    public static EquatableArray<StatusModel> Read(
        SpecValue? entry,
        MethodFile file,
        IReadOnlyCollection<StatusModel> known,
        SpecKeySet item,
        string what)
    {
        var read = new StatusReader<PaymentState>([], item).Read(entry);
        if (file.Base.Api is null)
        {
            return default;
        }

        foreach (var text in read.Where(text => known.All(other => other.Status != text.Text.Value)))
        {
            file.Diagnostics.Add(
                SpecDescriptors.UnknownName,
                text.Text.Span,
                $"{MessageText.Of(text.Text.Value)} is not one of the {what} of the API: "
                    + file.Diagnostics.Suggestions.DidYouMean(text.Text.Value, known.Select(other => other.Status), $"add it under '{what}' in its file"));
        }

        foreach (var text in read.Where(text => known.Any(other => other.Status == text.Text.Value && other.State == text.State && other.When == text.When)))
        {
            file.Diagnostics.Add(
                SpecDescriptors.DeclaredTwice,
                text.Text.Span,
                $"{MessageText.Of(text.Text.Value)} has this state in the API already: remove it here");
        }

        return ApiResponse.Models(read.Where(text => known.Any(other => other.Status == text.Text.Value)));
    }
}
