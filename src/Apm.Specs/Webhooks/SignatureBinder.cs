using System.Text.RegularExpressions;

namespace Apm.Specs;

/// <summary>Reads <c>signature</c> of webhooks.</summary>
internal sealed class SignatureBinder
{
    private const int MaxMembers = 50;
    private const int MaxTolerance = 86_400;

    private static readonly Regex s_placeholder = new(@"\{[^{}]*\}", RegexOptions.CultureInvariant);

    private readonly SpecMapping _map;
    private readonly DiagnosticBag _report;

    private SignatureBinder(SpecMapping map) => (_map, _report) = (map, map.Diagnostics);

    public static WebhookSignatureModel Bind(SpecValue? entry) => entry?.Mapping() is { } mapping
        ? new SignatureBinder(new SpecMapping(mapping, WebhookKeys.Signature, entry.Diagnostics, entry.Key.Span)).Bind()
        : new WebhookSignatureModel("Signature", SignatureForm.Single, SignatureAlgorithm.HmacSha256, SignatureEncoding.Hex);

    private WebhookSignatureModel Bind()
    {
        var isInBody = _map.EntryOf("at") is not null;
        var algorithm = _map.Require("algorithm")?.Choice<SignatureAlgorithm>() ?? SignatureAlgorithm.HmacSha256;
        var form = _map.Find("form")?.Choice<SignatureForm>() ?? SignatureForm.Single;
        var isTimestamped = form == SignatureForm.Timestamped;
        var over = _map.Find("over");
        var members = over?.Value is SequenceSyntax ? Members(over) : default;
        var model = new WebhookSignatureModel(
            isInBody ? null : ApiConnectionBinder.HeaderName(_map.Require("header")) ?? "Signature",
            form,
            algorithm,
            _map.Require("encoding")?.Choice<SignatureEncoding>() ?? SignatureEncoding.Hex)
        {
            At = isInBody ? Path(_map.Find("at")) ?? "signature" : null,
            Prefix = _map.Find("prefix")?.Text(100),
            Time = Needed("time", isTimestamped)?.Text(100),
            Value = Needed("value", isTimestamped)?.Text(100),
            Tolerance = (int?)Needed("tolerance", isTimestamped)?.Integer(1, MaxTolerance),
            Over = over is null or { Value: SequenceSyntax } ? null : Template(over, isTimestamped),
            Members = members,
            Join = _map.Find("join")?.Scalar()?.Value ?? "",
            Key = _map.Find("key")?.Choice<SignatureKey>() ?? SignatureKey.Text,
        };
        Report(model, over, isInBody);
        return model;
    }

    private void Report(WebhookSignatureModel model, SpecValue? over, bool isInBody)
    {
        if (isInBody && _map.KeySpan("header") is { } header)
        {
            _report.Add(SpecDescriptors.DeclaredTwice, header, "a signature is in a header or in the body: keep 'header' or 'at'");
        }

        Refuse("form", isInBody, "the signature is in the body, and 'form' is about a header: remove it");
        Refuse(
            "prefix",
            isInBody || model.Form is SignatureForm.KeyedList or SignatureForm.Timestamped,
            "'prefix' applies only to the forms single and list: remove it");
        Refuse("join", over?.Value is not SequenceSyntax, "'join' is the text between members: write 'over' as a list of members, or remove 'join'");
        Refuse("key", model.Algorithm == SignatureAlgorithm.RsaSha256, "the key of rsa-sha256 is a public key in PEM: remove 'key'");
        Refuse(
            "algorithm",
            model is { Form: SignatureForm.KeyedList, Algorithm: SignatureAlgorithm.RsaSha256 },
            "a keyed list has signatures by HMAC: write hmac-sha256 or hmac-sha512, or another form");
        if (isInBody && over?.Value is not SequenceSyntax)
        {
            _report.Add(
                SpecDescriptors.MissingKey,
                over?.Value.Span ?? _map.KeySpan("at")!.Value,
                "a signature in the body is over members of the body: write 'over' as a list of their paths, such as over: [id, amount]");
        }
        else if (model.Form == SignatureForm.Timestamped && (over is null || !model.Members.IsEmpty))
        {
            _report.Add(
                SpecDescriptors.MissingKey,
                over?.Value.Span ?? _map.KeySpan("form")!.Value,
                "the time must be signed: write 'over' as a text with both, such as over: '{time}.{body}'");
        }
    }

    private SpecValue? Needed(string key, bool isTimestamped)
    {
        Refuse(key, !isTimestamped, $"'{key}' applies only to the form timestamped: remove it");
        return isTimestamped ? _map.Require(key) : null;
    }

    private void Refuse(string key, bool isWrong, string message)
    {
        if (isWrong && _map.KeySpan(key) is { } span)
        {
            _report.Add(SpecDescriptors.NotApplicable, span, message);
        }
    }

    private string? Template(SpecValue over, bool isTimestamped)
    {
        if (over.Text(500) is not { } text)
        {
            return null;
        }

        var placeholders = s_placeholder.Matches(text).Cast<Match>().Select(match => match.Value).ToList();
        var problem =
            placeholders.Find(placeholder => placeholder is not ("{body}" or "{time}")) is { } unknown
                ? $"has the unknown placeholder {MessageText.Plain(unknown)}: the placeholders are {{body}} and {{time}}"
            : placeholders.Count(placeholder => placeholder == "{body}") != 1 ? "must contain {body} once"
            : placeholders.Contains("{time}") && !isTimestamped
                ? "contains a time, but only the form timestamped has one: remove {time}, or write form: timestamped"
            : isTimestamped && !placeholders.Contains("{time}") ? "must contain {time}, because the time must be signed"
            : null;
        if (problem is not null)
        {
            _report.Add(SpecDescriptors.WrongKind, over.Value.Span, $"{MessageText.Of(text)} {problem}");
            return null;
        }

        return text;
    }

    private EquatableArray<string> Members(SpecValue over)
    {
        var paths = over.OneOrMore();
        if (paths.Count > MaxMembers)
        {
            _report.Add(SpecDescriptors.TooMuch, paths[MaxMembers].Span, $"there are more than {MaxMembers} members: remove the others");
        }

        return paths.Take(MaxMembers).Where(path => FieldPath.IsValidInResponse(path, _report)).Select(path => path.Value).ToEquatableArray();
    }

    private static string? Path(SpecValue? entry) =>
        entry?.Scalar() is { } path && FieldPath.IsValidInResponse(path, entry.Diagnostics) ? path.Value : null;
}
