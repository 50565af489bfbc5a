using Apm.Specs;

namespace Apm.Testing;

/// <summary>Compares the request that the client sent with the recorded one.</summary>
internal sealed class SentRequest(GeneratedMethod method, ExchangeStep step, ApmOperation operation, RecordedGateway gateway, StepFindings findings)
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
                : body.Kind == ExchangeBodyKind.Json ? JsonDifference.Between(body.Text, sent)
                : GeneratedMethod.FormToJson(body.Text, type) is { } stated && GeneratedMethod.FormToJson(sent, type) is { } form
                    ? JsonDifference.Between(stated, form)
                : ["the recorded form and the one that the client sent cannot be compared"]);
        }
        else if (sent is not null)
        {
            findings.Differences.Add($"the client sent a body, and the exchange has none: {sent}");
        }
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
        else if (links.Count == 0 ? sent != stated.Path : links.All(link => PathOf(link) != stated.Path))
        {
            findings.Differences.Add($"the client sent the request to {sent}, and the exchange states {stated.Path}");
        }
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

        if (sent == RecordedGateway.Credential || (sent is not null && IsScheme(stated, sent)))
        {
            return;
        }

        if (sent != stated.Value)
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
