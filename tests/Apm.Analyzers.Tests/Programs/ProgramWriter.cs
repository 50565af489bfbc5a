using System.Text;

namespace Apm.Analyzers.Tests.Programs;

/// <summary>
/// Writes a program by a row of choices. Conditions are about inputs only, or about locals that hold such a condition:
/// then each branch is taken for some input, and what an analyzer says of a branch can be held against it.
/// </summary>
internal sealed partial class ProgramWriter
{
    private const int MostCombinations = 600;
    private const int MostDepth = 3;

    private readonly Choices _choices;
    private readonly int[] _row;
    private readonly bool _isKnown;
    private readonly StringBuilder _body = new();
    private readonly HashSet<Input> _inputs = [];
    private readonly List<Local> _locals = [];
    private int _indent = 3;
    private int _names;
    private int _sites;
    private int _tries;
    private int _ways = 1;

    // Inside of what runs any number of times, at another time, or is left in the middle.
    private int _wild;
    private int _finally;

    public ProgramWriter(int[] row)
    {
        _row = row;
        _choices = new Choices(row);
        _isKnown = _choices.Of(2) == 0;
    }

    public ShopProgram Write()
    {
        Statements(depth: 0, 1 + _choices.Of(9));
        if (_sites < 2)
        {
            Site();
        }

        return new ShopProgram(_row, _body.ToString(), _isKnown, _inputs);
    }

    private void Line(string text) => _body.Append(' ', _indent * 4).Append(text).Append('\n');

    private void Block(Action inside)
    {
        Local[] outer = [.. _locals];
        Line("{");
        _indent++;
        inside();
        _indent--;
        Line("}");
        _locals.RemoveAll(local => !outer.Contains(local));
    }

    private void Wild(Action inside)
    {
        _wild++;
        Block(inside);
        _wild--;
    }

    private void Finally(Action inside)
    {
        Line("finally");
        _finally++;
        Wild(inside);
        _finally--;
    }

    private string Name(string prefix) => prefix + ++_names;

    /// <summary>Whether there is room for so many ways more. The analyzers follow 16.</summary>
    private bool Fork(int ways)
    {
        if (_isKnown && _ways * ways > 16)
        {
            return false;
        }

        _ways = Math.Min(_ways * ways, 1_000);
        return true;
    }

    private bool Use(Input input)
    {
        if (_inputs.Contains(input))
        {
            return true;
        }

        if (_inputs.Aggregate(input.Values.Length, (product, used) => product * used.Values.Length) > MostCombinations)
        {
            return false;
        }

        _inputs.Add(input);
        return true;
    }

    private Local? Any(Kind kind)
    {
        var locals = _locals.Where(local => local.Kind == kind).ToArray();
        return locals.Length == 0 ? null : locals[^(1 + _choices.Of(locals.Length))];
    }
}
