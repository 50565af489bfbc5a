namespace Apm.Specs;

/// <summary>The hosts, and what every request carries.</summary>
internal static class ApiConnectionBinder
{
    private const int MaxHosts = 50;
    private const int MaxHostName = 100;
    private const int MaxHeaders = 50;

    /// <param name="map">The API file.</param>
    /// <param name="settings">The settings of the merchant.</param>
    public static EquatableArray<HostModel> Hosts(SpecMapping map, IReadOnlyList<ResolvedField> settings)
    {
        var templates = new HostTemplate(settings, map.Diagnostics);
        var hosts = new List<HostModel>();
        var entry = map.Require("hosts");
        foreach (var host in entry?.Mapping()?.Entries ?? [])
        {
            if (hosts.Count == MaxHosts || host.Key.Value.Length > MaxHostName)
            {
                map.Diagnostics.Add(
                    SpecDescriptors.TooMuch,
                    host.Key.Span,
                    hosts.Count == MaxHosts
                        ? $"the API has more than {MaxHosts} hosts: remove the others"
                        : $"the name of a host must have at most {MaxHostName} characters");
                break;
            }

            if (host.Value is ScalarSyntax template && template.Value.IndexOf('{') >= 0)
            {
                if (templates.Read(host.Key, template) is { } named)
                {
                    hosts.Add(named);
                }

                continue;
            }

            var read = new SpecValue(
                MessageText.Plain(host.Key.Value),
                "a URL without a path, such as https://api.example.com",
                host.Key,
                host.Value,
                map.Diagnostics);
            if (read.Url() is not { } url)
            {
                continue;
            }

            var origin = new Uri(url).GetLeftPart(UriPartial.Authority);
            if (new Uri(url) is { PathAndQuery: not "/" } or { Fragment.Length: > 0 } or { UserInfo.Length: > 0 })
            {
                map.Diagnostics.Add(
                    SpecDescriptors.WrongKind,
                    host.Value.Span,
                    $"{MessageText.Of(url)} must be an origin without a path: write {MessageText.Plain(origin)} and put the path into the operations");
            }
            else if (new Uri(url) is { Scheme: "http", IsLoopback: false })
            {
                map.Diagnostics.Add(
                    SpecDescriptors.WrongKind,
                    host.Value.Span,
                    $"{MessageText.Of(url)} would send keys and payments without encryption: write https://; "
                        + "http is allowed for the local computer only, such as http://localhost:8080"
                );
            }

            hosts.Add(new HostModel(host.Key.Value, origin));
        }

        if (hosts.Count > 0 && hosts.All(host => host.Setting is not null))
        {
            map.Diagnostics.Add(
                SpecDescriptors.MissingKey,
                entry!.Value.Span,
                "every host has a setting of the merchant, so there is no default address: add a literal host, such as the one for tests");
        }

        if (entry?.Value is MappingSyntax { Entries.Count: 0 })
        {
            map.Diagnostics.Add(SpecDescriptors.MissingKey, entry.Value.Span, "no host is listed: 'hosts' must be " + entry.Hint);
        }

        // Generated options always have a first host.
        return (hosts.Exists(host => host.Setting is null) ? hosts : [new HostModel("live", "https://gateway.invalid")]).ToEquatableArray();
    }

    public static AuthenticationModel Authentication(SpecMapping map, RequestHeaders taken)
    {
        var entry = map.Require("authentication");
        if (entry?.Value is MappingSyntax mapping)
        {
            return AuthenticationBinder.Bind(new SpecMapping(mapping, SpecKeys.Authentication, map.Diagnostics, entry.Key.Span), taken);
        }

        taken.Take("Authorization", "authentication", entry?.Value.Span ?? map.Place);
        switch (entry?.Text())
        {
            case null or "basic":
                return new AuthenticationModel(AuthenticationScheme.Basic, null);
            case "bearer":
                return new AuthenticationModel(AuthenticationScheme.Bearer, null);
            case var other:
                map.Diagnostics.Add(
                    SpecDescriptors.WrongKind,
                    entry.Value.Span,
                    $"{MessageText.Of(other)} is not an authentication scheme: write {entry.Hint}");
                return new AuthenticationModel(AuthenticationScheme.Basic, null);
        }
    }

    /// <param name="map">The API file.</param>
    /// <param name="taken">The headers of a request.</param>
    /// <param name="scope">The names that a value can have.</param>
    public static EquatableArray<HeaderModel> Headers(SpecMapping map, RequestHeaders taken, NameScope scope)
    {
        var headers = new List<HeaderModel>();
        foreach (var header in map.Find("headers")?.Mapping()?.Entries ?? [])
        {
            if (headers.Count == MaxHeaders)
            {
                map.Diagnostics.Add(SpecDescriptors.TooMuch, header.Key.Span, $"the API has more than {MaxHeaders} headers: remove the others");
                break;
            }

            var isName = IsToken(header.Key, map.Diagnostics) && taken.Take(header.Key, "headers");
            var value = new SpecValue(MessageText.Plain(header.Key.Value), "the value of the header", header.Key, header.Value, map.Diagnostics).Scalar();
            if (value is not null && value.Value.Any(c => c is < ' ' or > '~'))
            {
                map.Diagnostics.Add(SpecDescriptors.WrongKind, value.Span, "the value of a header must be printable ASCII: remove the other characters");
            }
            else if (value is not null && isName)
            {
                headers.Add(Header(header.Key.Value, value, scope, map.Diagnostics));
            }
        }

        return headers.ToEquatableArray();
    }

    // Other texts with a dollar sign or braces are sent as they are.
    private static HeaderModel Header(string name, ScalarSyntax value, NameScope scope, DiagnosticBag report)
    {
        var text = value.Value.Trim();
        var isName = value.Style == ScalarStyle.Plain && text[0] == '$' && IsNamed(text.Substring(1));
        var template = isName ? NameScope.InText(text.Substring(1)) : text;
        var names = NameTemplate.Names(template);
        if (!names.Any(IsNamed))
        {
            return new HeaderModel(name, text);
        }

        foreach (var problem in names.Select(one => scope.Problem(one, isName ? NameScope.InConstant : NameScope.InText, report.Suggestions)))
        {
            if (problem is var (rule, message))
            {
                report.Add(rule, value.Span, message);
                return new HeaderModel(name, text);
            }
        }

        return new HeaderModel(name, template) { IsTemplate = true };
    }

    private static bool IsNamed(string name) =>
        name is ValueName.Now or ValueName.Key
        || new[] { ValueName.Merchant, "payment.", "refund.", "capture." }.Any(start => name.StartsWith(start, StringComparison.Ordinal));

    /// <param name="taken">Of a request; null for other messages.</param>
    /// <param name="key">The key of the API file that has the header; null for the key of the entry.</param>
    public static string? HeaderName(SpecValue? entry, RequestHeaders? taken = null, string? key = null) =>
        entry?.Scalar() is { } scalar
        && IsToken(scalar, entry.Diagnostics)
        && taken?.Take(scalar, key ?? entry.Name) != false
            ? scalar.Value
            : null;

    internal static bool IsToken(ScalarSyntax name, DiagnosticBag report)
    {
        if (name.Value.Length > 0 && name.Value.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.'))
        {
            return true;
        }

        report.Add(
            SpecDescriptors.WrongKind,
            name.Span,
            $"{MessageText.Of(name.Value)} is not a valid name of a header: write letters, digits and hyphens, such as Api-Version");
        return false;
    }
}
