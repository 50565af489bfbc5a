namespace Apm.Specs;

/// <summary>Reads states with the gateway's texts. A text can have conditions, and then several states.</summary>
/// <param name="seen">Texts that already have a state without conditions.</param>
/// <param name="item">The keys of a text with conditions; null where there are no conditions.</param>
internal sealed class StatusReader<TState>(Dictionary<string, ScalarSyntax> seen, SpecKeySet? item)
    where TState : struct, Enum
{
    private readonly List<StatedText<TState>> _read = [];

    /// <summary>States with texts, of which there must be one.</summary>
    public List<StatedText<TState>> Required(SpecValue? entry)
    {
        Read(entry);
        if (entry?.Value is MappingSyntax states && states.Entries.All(state => state.Value is SequenceSyntax { Items.Count: 0 }))
        {
            entry.Empty();
        }

        return _read;
    }

    public List<StatedText<TState>> Read(SpecValue? entry)
    {
        foreach (var state in (entry?.Mapping()?.Entries ?? []).TakeWhile(_ => !entry!.Diagnostics.IsFull))
        {
            if (!KebabCase.TryParse<TState>(state.Key.Value, out var meaning))
            {
                UnknownKeys.Add(entry!.Diagnostics, (MappingSyntax)entry.Value, state.Key, state.Value, entry.Name, KebabCase.Ids<TState>());
                continue;
            }

            Add(state, meaning, entry!);
        }

        return _read;
    }

    /// <summary>A list of texts that have one state, at least one text.</summary>
    public List<StatedText<TState>> ReadList(SpecValue? entry, TState state)
    {
        if (entry?.Value is SequenceSyntax { Items.Count: 0 })
        {
            entry.Empty();
        }
        else if (entry is not null)
        {
            Add(new MappingEntry(entry.Key, entry.Value), state, entry);
        }

        return _read;
    }

    private void Add(MappingEntry state, TState meaning, SpecValue entry)
    {
        foreach (var (text, when) in Texts(state, entry))
        {
            if (_read.Count == ValueList.MaxValues)
            {
                entry.Diagnostics.Add(SpecDescriptors.TooMuch, text.Span, $"there are more than {ValueList.MaxValues} {entry.Name}: remove the others");
                return;
            }

            if (IsNew(text, when, entry.Diagnostics))
            {
                _read.Add(new StatedText<TState>(text, meaning, when));
            }
        }
    }

    private IEnumerable<(ScalarSyntax Text, EquatableArray<MemberConditionModel> When)> Texts(MappingEntry state, SpecValue entry)
    {
        var items = state.Value is SequenceSyntax list && item is not null ? list.Items : null;
        var plain = items is null ? state.Value : new SequenceSyntax([.. items.Where(one => one is not MappingSyntax)], state.Value.Span);
        var hint = $"a list of the gateway's {entry.Name}, such as [captured, settled]";
        var texts = ValueList.Read(new SpecValue(state.Key.Value, hint, state.Key, plain, entry.Diagnostics));
        if (items is null)
        {
            return texts.Select(text => (text, default(EquatableArray<MemberConditionModel>)));
        }

        return items.Select(one => one switch
        {
            MappingSyntax mapping => Conditional(mapping, state.Key, entry.Diagnostics),
            ScalarSyntax text when texts.Contains(text) => (text, default),
            _ => default,
        }).Where(one => one.Text is not null);
    }

    private (ScalarSyntax Text, EquatableArray<MemberConditionModel> When) Conditional(MappingSyntax mapping, ScalarSyntax state, DiagnosticBag report)
    {
        var map = new SpecMapping(mapping, item!, report, mapping.Span);
        var text = map.Require(item!.Names[0])?.Scalar();
        var when = MemberConditions.Bind(map.Require("when"));
        return text is null || when.IsEmpty ? default : (text, when);
    }

    private bool IsNew(ScalarSyntax text, EquatableArray<MemberConditionModel> when, DiagnosticBag report)
    {
        var first = !when.IsEmpty ? _read.Find(other => other.Text.Value == text.Value && other.When == when)?.Text
            : seen.TryGetValue(text.Value, out var known) ? known
            : null;
        if (first is null)
        {
            if (when.IsEmpty)
            {
                seen.Add(text.Value, text);
            }

            return true;
        }

        report.Add(
            SpecDescriptors.DeclaredTwice,
            text.Span,
            $"{MessageText.Of(text.Value)} already has a state on line {SpecValue.Invariant(first.Span.Line + 1)}: remove one of the two",
            report.At(first.Span));
        return false;
    }
}

/// <summary>A text of the gateway with its state.</summary>
internal sealed record StatedText<TState>(ScalarSyntax Text, TState State, EquatableArray<MemberConditionModel> When);
