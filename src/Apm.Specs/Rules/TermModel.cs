namespace Apm.Specs;

/// <summary>A whole number or an amount that is made from fields. If a step does not fit into 64 bits, or if two amounts have different
/// currencies, the result is equal to no value.</summary>
public abstract record TermModel
{
    /// <summary>Whether this is an amount of money.</summary>
    public virtual bool IsMoney { get; init; }
}

public sealed record NumberTerm(long Value) : TermModel;

/// <param name="Path">Of a whole number or of money, dotted from the root.</param>
/// <param name="Absent">What counts where the field has no value: its default, or 0.</param>
public sealed record FieldTerm(string Path, long Absent) : TermModel;

/// <param name="List">The list that is added up, without its brackets.</param>
/// <param name="Path">Of the whole number or of the money in each item, dotted from the item.</param>
/// <param name="Absent">What counts where an item has none.</param>
public sealed record SumTerm(string List, string Path, long Absent) : TermModel;

/// <param name="Operator"><c>+</c>, <c>-</c> or <c>*</c>.</param>
public sealed record OperationTerm(char Operator, TermModel Left, TermModel Right) : TermModel
{
    public override bool IsMoney => Left.IsMoney || Right.IsMoney;
}
