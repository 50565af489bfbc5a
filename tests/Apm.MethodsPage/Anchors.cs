namespace Apm.MethodsPage;

/// <summary>The anchors that GitHub gives the headings of a page, in their order. Equal headings get a number.</summary>
internal sealed class Anchors
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    public string Next(string heading)
    {
        var letters = heading.ToLowerInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '_' or '-');
        var anchor = string.Concat(letters).Replace(' ', '-');
        var number = _known[anchor] = _known.GetValueOrDefault(anchor, -1) + 1;
        return number == 0 ? anchor : $"{anchor}-{number}";
    }
}
