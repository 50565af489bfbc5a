namespace Apm.Specs;

/// <summary>Reads <c>signature</c> of <c>authentication</c> and of <c>response</c>.</summary>
internal static class MessageSignatureBinder
{
    private const int MaxTolerance = 86_400;

    /// <summary>The signature of requests.</summary>
    /// <param name="entry">The signature.</param>
    /// <param name="taken">The headers of requests, to which those of the signature are added.</param>
    public static MessageSignatureModel? OfRequest(SpecValue entry, RequestHeaders taken) => Bind(entry, taken);

    /// <summary>The signature of responses; null if the API has none.</summary>
    public static MessageSignatureModel? OfResponse(SpecMapping api, AuthenticationModel authentication)
    {
        if ((api.EntryOf("response")?.Value as MappingSyntax)?.Entries.FirstOrDefault(entry => entry.Key.Value == "signature") is not { } found)
        {
            return null;
        }

        var entry = new SpecValue("signature", ResponseKeys.Response.Hint("signature"), found.Key, found.Value, api.Diagnostics);
        if (authentication.Signature is null)
        {
            api.Diagnostics.Add(
                SpecDescriptors.NotApplicable,
                found.Key.Span,
                "responses have a signature only if requests have one: add 'signature' under 'authentication', or remove it here");
            return null;
        }

        return Bind(entry, taken: null);
    }

    /// <summary>Reports headers in the signed text of requests that no request has.</summary>
    public static void CheckHeaders(SpecMapping api, MessageSignatureModel signature, IEnumerable<string?> sent)
    {
        var known = sent.Append(signature.TimeHeader).OfType<string>().ToList();
        var place = (api.EntryOf("authentication")?.Value as MappingSyntax)?.Entries.FirstOrDefault(entry => entry.Key.Value == "signature")?.Value;
        var over = (place as MappingSyntax)?.Entries.FirstOrDefault(entry => entry.Key.Value == "over")?.Value;
        foreach (var part in signature.Over.Where(part => part.Part == SignaturePart.Header))
        {
            if (!known.Contains(part.Text, StringComparer.OrdinalIgnoreCase) && over is not null)
            {
                api.Diagnostics.Add(
                    SpecDescriptors.UnknownName,
                    over.Span,
                    $"no request has the header {MessageText.Of(part.Text)}: "
                        + api.Diagnostics.Suggestions.DidYouMean(part.Text, known, "add it under 'headers', or remove it from 'over'"));
            }
        }
    }

    private static MessageSignatureModel? Bind(SpecValue entry, RequestHeaders? taken)
    {
        if (entry.Mapping() is not { } mapping)
        {
            return null;
        }

        var map = new SpecMapping(mapping, SpecKeys.MessageSignature, entry.Diagnostics, entry.Key.Span);
        var header = ApiConnectionBinder.HeaderName(map.Require("header"), taken, "signature");
        var time = ApiConnectionBinder.HeaderName(map.Find("time"), taken, "signature");
        var algorithm = map.Require("algorithm")?.Choice<SignatureAlgorithm>();
        var encoding = map.Require("encoding")?.Choice<SignatureEncoding>();
        var over = map.Find("over") is { } template ? SignatureTemplate.Read(template)
            : new[] { new SignaturePartModel(SignaturePart.Body, "") }.ToEquatableArray();
        var signature = new MessageSignatureModel
        {
            Header = header ?? "",
            Prefix = Prefix(map.Find("prefix")),
            Over = over ?? default,
            Algorithm = algorithm ?? default,
            Encoding = encoding ?? default,
            Key = map.Find("key")?.Choice<SignatureKeyForm>() ?? SignatureKeyForm.Text,
            TimeHeader = time,
            TimeForm = map.Find("time-form")?.Choice<SignatureTimeForm>() ?? SignatureTimeForm.Iso,
            ToleranceSeconds = (int?)map.Find("tolerance")?.Integer(1, MaxTolerance),
        };
        CheckTime(map, over, time);
        if (algorithm == SignatureAlgorithm.RsaSha256 && map.KeySpan("key") is { } key)
        {
            map.Diagnostics.Add(SpecDescriptors.NotApplicable, key, "'key' applies only to HMAC, because the key of rsa-sha256 is written in PEM: remove it");
        }

        return header is null || algorithm is null || encoding is null || over is null ? null : signature;
    }

    private static void CheckTime(SpecMapping map, EquatableArray<SignaturePartModel>? over, string? time)
    {
        var isSigned = over?.Any(part => part.Part == SignaturePart.Time || (part.Part == SignaturePart.Header && part.Text == time)) != false;
        if (map.EntryOf("time") is null)
        {
            if (over?.Any(part => part.Part == SignaturePart.Time) == true)
            {
                map.Diagnostics.Add(
                    SpecDescriptors.MissingKey,
                    map.EntryOf("over")!.Value.Span,
                    "the signed text contains {time}: add 'time:', which must be the name of the header with the time");
            }

            foreach (var key in new[] { "time-form", "tolerance" })
            {
                if (map.KeySpan(key) is { } place)
                {
                    map.Diagnostics.Add(SpecDescriptors.NotApplicable, place, $"'{key}' applies only to a message with a time: add 'time', or remove it");
                }
            }
        }
        else if (!isSigned)
        {
            map.Diagnostics.Add(
                SpecDescriptors.Contradiction,
                map.KeySpan("time")!.Value,
                "the signed text does not contain the time, so anyone can change it: add {time} to 'over', or remove 'time'");
        }
    }

    private static string Prefix(SpecValue? entry)
    {
        if (entry?.Scalar() is not { } scalar || scalar.Value.All(c => c is >= ' ' and <= '~'))
        {
            return (entry?.Value as ScalarSyntax)?.Value.TrimStart() ?? "";
        }

        entry.Diagnostics.Add(SpecDescriptors.WrongKind, scalar.Span, "the value of a header must be printable ASCII: remove the other characters");
        return "";
    }
}
