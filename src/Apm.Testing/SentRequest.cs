using Apm.Specs;

namespace Apm.Testing;

/// <summary>Compares the request that the client sent with the recorded one.</summary>
/// <param name="method">The method.</param>
/// <param name="step">The recorded step.</param>
/// <param name="operation">The operation.</param>
/// <param name="gateway">The handler that received the request.</param>
/// <param name="request">The request as it was read; null if there is none.</param>
/// <param name="findings">Where differences are added.</param>
internal sealed class SentRequest(
    GeneratedMethod method,
    ExchangeStep step,
    ApmOperation operation,
    RecordedGateway gateway,
    object? request,
    StepFindings findings)
{
    /// <param name="links">The links of which one is right; empty if the client chose the address; null if no response shows the link.</param>
    public void Compare(IReadOnlyList<string>? links)
    {
        if (gateway.Requests != 1)
        {
            findings.Differences.Add($"the client sent {gateway.Requests} requests, not one");
            return;
        }

        if (step.Message is not { } recorded)
        {
            return;
        }

        Body(recorded);
        if (recorded.Address is { } address)
        {
            Address(address, links);
        }

        foreach (var header in recorded.Headers)
        {
            Header(header);
        }
    }

    private void Body(ExchangeMessage recorded)
    {
        var sent = gateway.Body is { Length: > 0 } text ? text : null;
        var type = method.Body(operation.Id);
        if (recorded.Body is { Kind: not ExchangeBodyKind.Text } body)
        {
            findings.Differences.AddRange(sent is null ? ["the client sent no body"]
                : body.Kind == ExchangeBodyKind.Json ? JsonDifference.Between(body.Text, WithTime(sent, body.Text))
                : GeneratedMethod.FormToJson(body.Text, type) is { } stated && GeneratedMethod.FormToJson(sent, type) is { } form
                    ? JsonDifference.Between(stated, WithTime(form, stated))
                : ["the recorded form and the one that the client sent cannot be compared"]);
        }
        else if (sent is not null)
        {
            findings.Differences.Add($"the client sent a body, and the exchange has none: {sent}");
        }
    }

    // The current time and the key of the client differ from the recorded ones.
    private string WithTime(string sent, string recorded)
    {
        var written = request is not null ? GeneratedMethod.Placeholders(request) : method.Placeholders(operation.Id, "{}")?.ToJsonString();
        return written is null ? sent : RecordedNames.Merge(sent, written, recorded);
    }

    private void Address(ExchangeAddress stated, IReadOnlyList<string>? links)
    {
        var sent = gateway.Request!.RequestUri!.PathAndQuery;
        if (operation.Method.Method != stated.Verb)
        {
            findings.Differences.Add($"the client sent {operation.Method}, and the exchange states {stated.Verb}");
        }

        if (links is null)
        {
            findings.Unchecked.Add($"the address {stated.Path}: no response of the file offers the operation '{operation.Id}'");
        }
        else if (links.Count == 0 ? !IsSame(sent, stated.Path) : links.All(link => PathOf(link) != stated.Path))
        {
            findings.Differences.Add($"the client sent the request to {sent}, and the exchange states {stated.Path}");
        }
    }

    // A refused request is sent without the fields outside of its body, and the time is that of the call.
    private bool IsSame(string sent, string stated)
    {
        if (sent == stated)
        {
            return true;
        }

        var (path, other) = (sent.Split('?')[0], stated.Split('?')[0]);
        var template = operation.Path ?? "";
        var times = QueryText.Read(template[template.Split('?')[0].Length..])
            .Where(parameter => parameter.Value == "{now}")
            .Select(parameter => parameter.Key)
            .ToList();
        return (path == other || (template.Contains("{now}", StringComparison.Ordinal) && NameTemplate.Matches(template.Split('?')[0], other)))
            && sent.Contains('?', StringComparison.Ordinal) | stated.Contains('?', StringComparison.Ordinal)
            && Parameters(sent, times).SequenceEqual(Parameters(stated, times));
    }

    private IEnumerable<string> Parameters(string address, ICollection<string> times)
    {
        var own = QueryText.Read((operation.Path ?? "")[(operation.Path ?? "").Split('?')[0].Length..]).Select(parameter => parameter.Key).ToList();
        return QueryText.Read(address[address.Split('?')[0].Length..])
            .Where(parameter => step.Refusal is null || own.Contains(parameter.Key))
            .Select(parameter => times.Contains(parameter.Key) ? parameter.Key : $"{parameter.Key}={parameter.Value}")
            .Order(StringComparer.Ordinal);
    }

    private static string PathOf(string link) =>
        !link.StartsWith('/') && Uri.TryCreate(link, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }, out var address)
            ? address.PathAndQuery
            : link;

    private void Header(ExchangeHeader stated)
    {
        var sent = gateway.Header(stated.Name);
        if (sent is not null && stated.Name.Equals(method.Profile.IdempotencyKey?.Header, StringComparison.OrdinalIgnoreCase))
        {
            // The shop creates the key.
            return;
        }

        if (sent is not null
            && (stated.Name.Equals(method.Profile.Signature?.Header, StringComparison.OrdinalIgnoreCase)
                || stated.Name.Equals(method.Profile.Signature?.TimeHeader, StringComparison.OrdinalIgnoreCase)))
        {
            // The key and the time are those of the shop.
            return;
        }

        if (sent == RecordedGateway.Credential || (sent is not null && IsScheme(stated, sent)))
        {
            return;
        }

        if (method.Profile.HeaderTemplates.Any(template => template.Key.Equals(stated.Name, StringComparison.OrdinalIgnoreCase)
            && template.Value.Contains("{now}", StringComparison.Ordinal)
            && NameTemplate.Matches(template.Value, stated.Value)))
        {
            return;
        }

        if (sent != stated.Value && (step.Refusal is null || request is null || !GeneratedMethod.HasField(request.GetType(), stated.Name)))
        {
            findings.Differences.Add(
                $"the header {stated.Name} is {(sent is null ? "not sent" : $"sent as '{sent}'")}, and the exchange states '{stated.Value}'");
        }
    }

    // The credentials themselves are those of the shop.
    private static bool IsScheme(ExchangeHeader stated, string sent) =>
        stated.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
        && sent.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end
        && stated.Value.StartsWith(sent[..(end + 1)], StringComparison.Ordinal);
}
