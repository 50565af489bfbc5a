namespace Apm.Specs;

/// <summary>
/// Reads a host with a setting of the merchant, such as <c>https://{merchant.prefix}-live.example.com</c>. The domain is literal and the
/// setting has no dots, so a configuration cannot send credentials elsewhere.
/// </summary>
/// <param name="settings">The settings of the merchant.</param>
internal sealed class HostTemplate(IReadOnlyList<ResolvedField> settings, DiagnosticBag report)
{
    private static readonly CharacterSet s_label = new([('0', '9'), ('A', 'Z'), ('a', 'z'), ('-', '-')]);

    /// <returns>Null if the host is reported.</returns>
    public HostModel? Read(ScalarSyntax key, ScalarSyntax value)
    {
        var text = value.Value.Trim();
        var names = NameTemplate.Names(text);
        var problem = Problem(text, names);
        if (problem is var (rule, message))
        {
            report.Add(rule, value.Span, $"{MessageText.Of(text)} {message}");
            return null;
        }

        return new HostModel(key.Value, text.TrimEnd('/')) { Setting = ValueName.Setting(names[0]) };
    }

    private (SpecDescriptor Rule, string Message)? Problem(string text, IReadOnlyList<string> names)
    {
        if (names.Count != 1 || ValueName.Setting(names[0]) is not { } setting || settings.FirstOrDefault(field => field.Path == setting) is not { } field)
        {
            var known = settings.Select(one => NameScope.InText(ValueName.Merchant + one.Path)).ToList();
            return (
                SpecDescriptors.UnknownName,
                "must have one name, which is a setting of the merchant: "
                    + (known.Count == 0 ? "declare it under 'merchant', such as {merchant.prefix}" : "write one of " + MessageText.List(known)));
        }

        // A letter stands for any value.
        var sample = NameTemplate.Fill(text, _ => "a");
        if (!Uri.TryCreate(sample, UriKind.Absolute, out var address)
            || address.Scheme != "https"
            || address.UserInfo.Length > 0
            || address.Query.Length > 0
            || address.Fragment.Length > 0
            || sample.IndexOfAny(['{', '}', '\\']) >= 0)
        {
            return (SpecDescriptors.WrongKind, "must be an https URL without a query, such as https://{merchant.prefix}-live.example.com");
        }

        var host = text.Substring("https://".Length).Split('/')[0];
        var labels = NameTemplate.Fill(host, _ => "{").Split('.');
        if (host.IndexOf('{') < 0 || labels.Length < 3 || labels.Skip(labels.Length - 2).Any(label => label.Contains('{')))
        {
            return (
                SpecDescriptors.WrongKind,
                "must have the setting in front of the domain, whose last two labels are literal, such as https://{merchant.prefix}-live.example.com");
        }

        if (field.Type != FieldType.String || field.Facts.Value(Facets.Pattern) is not { } pattern || pattern.Characters.FirstOutside(s_label) is not null)
        {
            return (
                SpecDescriptors.MissingKey,
                $"contains the setting '{setting}', whose value becomes a part of a host: "
                    + @"it must be of type string with a pattern of letters, digits and hyphens, such as pattern: '[a-z0-9\-]+'");
        }

        return null;
    }
}
