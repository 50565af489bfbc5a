using System.Text;

namespace Apm.Specs;

/// <summary>Reads one step of an exchange.</summary>
internal sealed class StepReader(SpecMapping map)
{
    private const int MaxHeaders = 50;
    private const int MaxForm = 500;
    private const int MaxKeys = 10;

    private static readonly string[] s_verbs = ["get", "post", "put", "patch", "delete"];

    private readonly DiagnosticBag _report = map.Diagnostics;

    private static IReadOnlyList<string> Operations => [.. SpecKeys.Operations.Names, .. ResultOperationId.All];

    public ExchangeStep? Read()
    {
        var operation = Operation();
        var webhook = map.Find("webhook");
        if ((map.EntryOf("operation") is null) == (map.EntryOf("webhook") is null))
        {
            _report.Add(
                map.EntryOf("webhook") is null ? SpecDescriptors.MissingKey : SpecDescriptors.Contradiction,
                map.KeySpan("webhook") ?? map.Place,
                "a step is either a request or a webhook: write 'operation' with the id of an operation, or 'webhook'");
            return null;
        }

        foreach (var key in new[] { "request", "refused", "response" }.Where(key => webhook is not null && map.EntryOf(key) is not null))
        {
            _report.Add(SpecDescriptors.NotApplicable, map.KeySpan(key)!.Value, $"'{key}' does not apply to a webhook: remove it");
        }

        var message = webhook is not null ? Message(webhook, ExchangeKeys.Webhook) : Message(map.Find("request"), ExchangeKeys.Request);
        var refusal = Refusal();
        var response = Response();
        if (webhook is null && response is null && map.EntryOf("request") is null)
        {
            _report.Add(SpecDescriptors.MissingKey, map.Place, "a step needs a message: write 'request', 'response' or both");
        }

        if (refusal is not null && message is null && webhook is null)
        {
            _report.Add(SpecDescriptors.MissingKey, map.KeySpan("refused")!.Value, "'refused' needs the request that is refused: write 'request'");
        }

        if (refusal is not null && response is { Status: >= 100 and < 400 })
        {
            _report.Add(
                SpecDescriptors.Contradiction,
                map.KeySpan("refused")!.Value,
                "a request with a successful response is not refused: remove 'refused', or write the error in 'response'");
        }

        if (webhook is null && response is null && map.KeySpan("read") is { } read)
        {
            _report.Add(SpecDescriptors.MissingKey, read, "'read' needs the response that is read: write 'response'");
        }

        var reading = map.Find("read") is { } entry && entry.Mapping() is { } mapping
            ? new ReadingReader(new SpecMapping(mapping, ExchangeKeys.Read, _report, entry.Key.Span)).Read()
            : ExchangeReading.Nothing;
        return new ExchangeStep
        {
            Operation = operation,
            Message = message,
            Refusal = refusal,
            Response = response,
            Reading = reading,
            Location = _report.At(map.Place),
        };
    }

    private string? Operation()
    {
        if (map.Find("operation") is not { } entry || entry.Text() is not { } id)
        {
            return null;
        }

        // An API can have operations of its own.
        if (!Operations.Contains(id) && (!OwnOperations.IsFree(id) || _report.Suggestions.NearestTo(id, Operations) is not null))
        {
            _report.Add(
                SpecDescriptors.UnknownName,
                entry.Value.Span,
                $"no operation has the id {MessageText.Of(id)}: " + _report.Suggestions.DidYouMean(id, Operations, "write " + string.Join(", ", Operations)));
        }

        return id;
    }

    private ExchangeRefusal? Refusal()
    {
        if (map.Find("refused") is not { } entry || entry.Mapping() is not { } mapping)
        {
            return null;
        }

        var refused = new SpecMapping(mapping, ExchangeKeys.Refused, _report, entry.Key.Span);
        var at = refused.Require("at")?.OneOrMore() ?? [];
        foreach (var path in at.Where(path => !path.Value.StartsWith("$", StringComparison.Ordinal)))
        {
            _report.Add(SpecDescriptors.WrongKind, path.Span, $"{MessageText.Of(path.Value)} is not a JSON path: write $.{MessageText.Plain(path.Value)}");
        }

        return new ExchangeRefusal(at.Select(path => path.Value).ToEquatableArray(), refused.Require("because")?.Text() ?? "");
    }

    private ExchangeResponse? Response()
    {
        if (map.Find("response") is not { } entry || entry.Mapping() is not { } mapping)
        {
            return null;
        }

        var response = new SpecMapping(mapping, ExchangeKeys.Response, _report, entry.Key.Span);
        return new ExchangeResponse((int)(response.Require("status")?.Integer(100, 599) ?? 0), Message(response));
    }

    private ExchangeMessage? Message(SpecValue? entry, SpecKeySet keys) =>
        entry?.Mapping() is { } mapping ? Message(new SpecMapping(mapping, keys, _report, entry.Key.Span)) : null;

    private ExchangeMessage Message(SpecMapping message) =>
        new(
            Pairs(message.EntryOf("headers"), MaxHeaders).Select(header => new ExchangeHeader(header.Key, header.Value)).ToEquatableArray(),
            Body(message))
        {
            Address = Address(message),
            Keys = Pairs(message.EntryOf("keys"), MaxKeys).Select(key => new ExchangeKey(key.Key, key.Value)).ToEquatableArray(),
        };

    private ExchangeAddress? Address(SpecMapping message)
    {
        var stated = s_verbs.Where(verb => message.EntryOf(verb) is not null).ToList();
        if (stated.Count > 1)
        {
            _report.Add(
                SpecDescriptors.Contradiction,
                message.KeySpan(stated[1])!.Value,
                $"a request has one address: keep '{stated[0]}' or '{stated[1]}'");
        }

        if (stated.Count == 0 || message.Find(stated[0]) is not { } entry || entry.Text() is not { } path)
        {
            return null;
        }

        if (!path.StartsWith("/", StringComparison.Ordinal))
        {
            _report.Add(
                SpecDescriptors.WrongKind,
                entry.Value.Span,
                $"{MessageText.Of(path)} is not a path: write the part of the address that begins with '/'");
        }

        return new ExchangeAddress(entry.Name.ToUpperInvariant(), path);
    }

    private ExchangeBody? Body(SpecMapping message)
    {
        var bodies = new[] { "body", "form", "text" }.Select(message.EntryOf).OfType<MappingEntry>().ToList();
        if (bodies.Count == 0)
        {
            return null;
        }

        if (bodies.Count > 1)
        {
            _report.Add(
                SpecDescriptors.Contradiction,
                bodies[1].Key.Span,
                $"a message has one body: keep '{bodies[0].Key.Value}' or '{bodies[1].Key.Value}'");
        }

        var (key, value) = (bodies[0].Key, bodies[0].Value);
        var place = _report.At(value.Span);
        return key.Value switch
        {
            "body" => new ExchangeBody(ExchangeBodyKind.Json, ExchangeJson.Write(value), place),
            "form" => new ExchangeBody(ExchangeBodyKind.Form, Form(bodies[0]), place),
            _ => new ExchangeBody(ExchangeBodyKind.Text, (value as ScalarSyntax)?.Value ?? "", place),
        };
    }

    private string Form(MappingEntry form)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Pairs(form, MaxForm))
        {
            text.Append(text.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return text.ToString();
    }

    private IEnumerable<(string Key, string Value)> Pairs(MappingEntry? entry, int max)
    {
        if (entry is null)
        {
            yield break;
        }

        if (entry.Value is not MappingSyntax mapping)
        {
            _report.Add(SpecDescriptors.WrongKind, entry.Value.Span, $"'{entry.Key.Value}' must be names with values, not {SpecValue.KindOf(entry.Value)}");
            yield break;
        }

        if (mapping.Entries.Count > max)
        {
            _report.Add(SpecDescriptors.TooMuch, mapping.Entries[max].Key.Span, $"'{entry.Key.Value}' has more than {max} names: remove the others");
        }

        foreach (var pair in mapping.Entries.Take(max))
        {
            if (pair.Value is ScalarSyntax value)
            {
                yield return (pair.Key.Value, value.IsNull ? "" : value.Value);
            }
            else
            {
                _report.Add(
                    SpecDescriptors.WrongKind,
                    pair.Value.Span,
                    $"{MessageText.Of(pair.Key.Value)} must have one text, not {SpecValue.KindOf(pair.Value)}");
            }
        }
    }
}
