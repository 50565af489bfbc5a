namespace Apm.Specs;

/// <summary><c>schemes</c>: the schemes of a URL.</summary>
internal sealed class SchemesFacet() : Facet<UrlSchemes>("schemes", "any, or a list of schemes, such as [https, my-shop]", FieldType.Url)
{
    private const string Any = "any";

    public override string Schema => """
        {
          "description": "The schemes that a URL can have: any, or a list. Without the key, http and https.",
          "type": ["string", "array"],
          "minItems": 1,
          "uniqueItems": true,
          "items": { "type": "string", "pattern": "^[a-z][a-z0-9+.-]*$" },
          "pattern": "^any$",
          "patternErrorMessage": "The word any, or a list of schemes in lowercase letters, such as [https, my-shop].",
          "examples": ["any", ["https", "my-shop"]]
        }
        """;

    protected override UrlSchemes? Read(SpecValue value, FieldSource source)
    {
        if (value.Value is ScalarSyntax { Value: Any })
        {
            return UrlSchemes.Any;
        }

        if (value.Value is not SequenceSyntax { Items.Count: > 0 })
        {
            value.Diagnostics.Add(SpecDescriptors.WrongKind, value.Value.Span, $"'{Name}' must be {value.Hint}");
            return null;
        }

        var names = value.Texts();
        var wrong = names.Where(name => !UrlSchemes.IsName(name.Value)).ToList();
        foreach (var name in wrong)
        {
            value.Diagnostics.Add(
                SpecDescriptors.WrongKind,
                name.Span,
                UrlSchemes.IsRefused(name.Value)
                    ? $"a URL with the scheme {MessageText.Plain(name.Value)} is never the address of a page or an app: remove it"
                    : $"{MessageText.Of(name.Value)} is not a scheme: write lowercase letters, digits, '+', '-' and '.' without the colon, such as https");
        }

        return wrong.Count < names.Count ? new UrlSchemes(names.Except(wrong).Select(name => name.Value).ToEquatableArray()) : null;
    }

    protected override UrlSchemes? Narrow(UrlSchemes own, FieldNarrowing narrowing)
    {
        var inherited = narrowing.Base.Value(this) ?? UrlSchemes.Web;
        if (own.FirstOutside(inherited) is not { } outside)
        {
            return own;
        }

        narrowing.ReportWider(this, $"{narrowing.Rules.BaseName} does not allow {outside}", "remove it");
        return null;
    }

    protected override FieldModel Project(UrlSchemes value, FieldModel model, FieldDeclaration field, string ownId) => model with { Schemes = value };
}

/// <summary>The schemes of a URL.</summary>
/// <param name="Names">In lowercase letters; empty if every scheme is allowed that can be an address.</param>
public sealed record UrlSchemes(EquatableArray<string> Names)
{
    /// <summary>Every scheme that can be the address of a page or an app.</summary>
    public static readonly UrlSchemes Any = new(default(EquatableArray<string>));

    /// <summary>The schemes of a field that states none.</summary>
    public static readonly UrlSchemes Web = new(new[] { "http", "https" }.ToEquatableArray());

    private static readonly string[] s_refused =
    [
        "about", "blob", "data", "file", "filesystem", "ftp", "javascript", "mailto", "tel", "urn", "vbscript", "view-source", "ws", "wss",
    ];

    public bool Allows(string scheme) => Names.IsEmpty ? !IsRefused(scheme) : Names.Contains(scheme);

    /// <summary>Whether a URL with the scheme is never the address of a page or an app: a browser runs or shows its content, or another
    /// program opens it.</summary>
    public static bool IsRefused(string scheme) => s_refused.Contains(scheme);

    internal static bool IsName(string text) => text != "any" && IsScheme(text) && !IsRefused(text);

    /// <summary>Whether a text has the form of a scheme, in lowercase letters.</summary>
    internal static bool IsScheme(string text) =>
        text.Length > 0 && text[0] is >= 'a' and <= 'z' && text.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '+' or '-' or '.');

    /// <summary>A scheme that the other does not allow, in words; null if there is none.</summary>
    internal string? FirstOutside(UrlSchemes other) =>
        other.Names.IsEmpty ? null
        : Names.IsEmpty ? "every scheme"
        : Names.FirstOrDefault(name => !other.Names.Contains(name)) is { } outside ? "the scheme " + outside : null;
}

public sealed partial record FieldModel
{
    /// <summary>The schemes of a <see cref="FieldType.Url"/>; null for http and https.</summary>
    public UrlSchemes? Schemes { get; init; }
}
