namespace Apm.Analyzers.Tests.Forms;

/// <summary>What a form writes its code with: the value, wrong or right, and the place where it must be reported.</summary>
internal sealed record Written(Mistake Mistake, bool IsWrong)
{
    public string Type => Mistake.Type;

    public string Value => IsWrong ? Mistake.Wrong : Mistake.Right;

    public string Right => Mistake.Right;

    /// <summary>The beginning of a text, quoted.</summary>
    public string Start => Value[..3] + '"';

    /// <summary>What follows <see cref="Start"/>, without quotes.</summary>
    public string End => Value[3..^1];

    /// <summary>The value as the sum of two constants.</summary>
    public string Sum => Mistake.IsText ? $"{Start} + \"{End}\"" : $"{long.Parse(Value, System.Globalization.CultureInfo.InvariantCulture) - 1} + 1";

    /// <summary>The value as a call of the framework computes it.</summary>
    public string Computed => Mistake.IsText ? $"(\" \" + {Value}).Substring(1)" : $"{Mistake.Type}.Parse(\"{Value}\")";

    /// <summary>Marks an expression that is reported if the value is wrong.</summary>
    public string At(string expression) => IsWrong ? $"{{|{Mistake.Rule}:{expression}|}}" : expression;

    public string Give(string expression) => Mistake.Give(expression);

    public string Assign(string expression) => Mistake.Assign(expression);
}
