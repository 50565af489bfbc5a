namespace Apm.Specs;

/// <summary>
/// Matches the values in specs. It follows all paths through a pattern at once and visits each state at most once for a
/// character, so no pattern is slow.
/// </summary>
internal sealed class PatternAutomaton
{
    private const int End = 0;

    private readonly List<State> _states = [default];
    private readonly int _start;

    public PatternAutomaton(PatternNode pattern) => _start = AddStates(pattern, End);

    public bool IsMatch(string text)
    {
        var (current, following) = (new States(_states.Count), new States(_states.Count));
        Reach(_start, current);
        foreach (var c in text)
        {
            following.Clear();
            foreach (var state in current.All)
            {
                if (_states[state].Characters?.Contains(c) == true)
                {
                    Reach(_states[state].Next, following);
                }
            }

            (current, following) = (following, current);
        }

        return current.Contains(End);
    }

    /// <returns>The state from which the node leads to the next state.</returns>
    private int AddStates(PatternNode node, int next)
    {
        switch (node)
        {
            case SetNode set:
                return Add(new State(set.Characters, next, next));
            case SequenceNode sequence:
                return sequence.Parts.Reverse().Aggregate(next, (after, part) => AddStates(part, after));
            case AlternationNode alternation:
                return alternation.Choices.Select(choice => AddStates(choice, next)).Aggregate((one, other) => Add(new State(null, one, other)));
            default:
                return AddStates((RepeatNode)node, next);
        }
    }

    private int AddStates(RepeatNode repeat, int next)
    {
        var start = next;
        if (repeat.Max is not { } max)
        {
            start = Add(default);
            _states[start] = new State(null, AddStates(repeat.Inner, start), next);
        }
        else
        {
            for (var i = repeat.Min; i < max; i++)
            {
                start = Add(new State(null, AddStates(repeat.Inner, start), next));
            }
        }

        for (var i = 0; i < repeat.Min; i++)
        {
            start = AddStates(repeat.Inner, start);
        }

        return start;
    }

    private int Add(State state)
    {
        _states.Add(state);
        return _states.Count - 1;
    }

    // Adds every state that can be reached without a character.
    private void Reach(int state, States reached)
    {
        var pending = new Stack<int>();
        pending.Push(state);
        while (pending.Count > 0)
        {
            var at = pending.Pop();
            if (reached.Add(at) && at != End && _states[at].Characters is null)
            {
                pending.Push(_states[at].Next);
                pending.Push(_states[at].Other);
            }
        }
    }

    /// <param name="Characters">The characters that lead to the next state; null if both states are reached without a character.</param>
    private readonly record struct State(CharacterSet? Characters, int Next, int Other);

    private sealed class States(int count)
    {
        private readonly bool[] _has = new bool[count];

        public List<int> All { get; } = [];

        public bool Contains(int state) => _has[state];

        public bool Add(int state)
        {
            if (_has[state])
            {
                return false;
            }

            _has[state] = true;
            All.Add(state);
            return true;
        }

        public void Clear()
        {
            foreach (var state in All)
            {
                _has[state] = false;
            }

            All.Clear();
        }
    }
}
