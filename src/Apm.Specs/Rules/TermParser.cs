using System.Globalization;

namespace Apm.Specs;

// docs/decisions/money-and-limits.md
/// <summary>Reads <c>unitCost * quantity - totalDiscountAmount</c> and <c>sum(items[].totalTaxAmount)</c>.</summary>
/// <param name="field">Finds a field; throws a <see cref="TermException"/> where there is none.</param>
/// <param name="sum">Finds what is added up.</param>
internal sealed class TermParser(string text, Func<string, TermModel> field, Func<string, TermModel> sum)
{
    private const int MaxLength = 500;
    private const int MaxDepth = 16;
    private const char End = '\0';

    private int _at;
    private int _depth;

    /// <exception cref="TermException">The text is no such expression.</exception>
    public TermModel Parse()
    {
        if (text.Length > MaxLength)
        {
            throw new TermException(SpecDescriptors.TooMuch, $"the sum has more than {MaxLength} characters");
        }

        var term = Added();
        Next();
        return _at == text.Length ? term : throw Wrong();
    }

    private TermModel Added()
    {
        var term = Multiplied();
        while (Next() is '+' or '-')
        {
            term = new OperationTerm(text[_at++], term, Multiplied());
        }

        return term;
    }

    private TermModel Multiplied()
    {
        var term = Single();
        while (Next() == '*')
        {
            term = new OperationTerm(text[_at++], term, Single());
        }

        return term;
    }

    private TermModel Single()
    {
        if (Next() == '(')
        {
            return InBrackets();
        }

        var start = _at;
        while (_at < text.Length && text[_at] is not ('+' or '*' or '(' or ')') && !char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        var word = text.Substring(start, _at - start);
        if (word.Length == 0 || word[0] == '-')
        {
            _at = start;
            throw Wrong();
        }

        return word == "sum" && Next() == '(' ? Sum()
            : word.All(char.IsDigit) && long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new NumberTerm(number)
            : field(word);
    }

    private TermModel InBrackets()
    {
        if (++_depth > MaxDepth)
        {
            throw new TermException(SpecDescriptors.TooMuch, $"more than {MaxDepth} brackets are nested");
        }

        _at++;
        var term = Added();
        _depth--;
        Close();
        return term;
    }

    private TermModel Sum()
    {
        var end = text.IndexOf(')', _at);
        var path = end < 0 ? "" : text.Substring(_at + 1, end - _at - 1).Trim();
        if (path.Length == 0)
        {
            throw new TermException("'sum' must contain a member of the items of a list: write sum(items[].amount)");
        }

        _at = end + 1;
        return sum(path);
    }

    private void Close()
    {
        if (Next() != ')')
        {
            throw Wrong();
        }

        _at++;
    }

    private char Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        return _at < text.Length ? text[_at] : End;
    }

    private TermException Wrong() =>
        new("the sum cannot be read: " + (_at == text.Length
            ? "a field or a number is missing at its end"
            : $"{MessageText.Of(text.Substring(_at))} does not fit there; write fields and whole numbers with +, - and * between them, "
                + "with a blank before and after -, or sum(items[].amount)"));
}
