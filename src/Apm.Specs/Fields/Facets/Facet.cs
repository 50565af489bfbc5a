namespace Apm.Specs;

/// <summary>A key of a field: what it means in every step from the text to the model, and to editors.</summary>
/// <param name="name">The key.</param>
/// <param name="hint">What the value is, to follow "is".</param>
/// <param name="types">The types of fields that can have the key; empty if all can.</param>
internal abstract class Facet(string name, string hint, params FieldType[] types)
{
    public SpecKey Key { get; } = new(name, hint);

    public string Name => Key.Name;

    public IReadOnlyList<FieldType> Types => types;

    /// <summary>The JSON Schema of the value.</summary>
    public abstract string Schema { get; }

    public bool Fits(FieldType type) => types.Length == 0 || Array.IndexOf(types, type) >= 0;

    /// <summary>Null if the field does not have the key.</summary>
    public Located? Read(SpecMapping field, FieldSource source) => field.EntryOf(Name) is { } entry ? Read(entry, field, source) : null;

    protected virtual Located Read(MappingEntry entry, SpecMapping field, FieldSource source) => new(entry.Key.Span, entry.Value.Span);

    /// <summary>What the file declares, without what the base does not allow, which is reported.</summary>
    public virtual FieldDeclaration Narrow(FieldDeclaration own, FieldNarrowing narrowing) => own;

    /// <summary>The key of a field over that of its base; null if neither has it.</summary>
    public virtual Located? Merge(FieldDeclaration own, FieldDeclaration inherited) => own.Entries.Find(this);

    /// <summary>What is declared, without what does not fit the field's type, which is reported.</summary>
    /// <param name="own">What the file itself declares.</param>
    /// <param name="all">With what it takes over.</param>
    public virtual FieldDeclaration Check(FieldDeclaration own, FieldDeclaration all, FieldType type, CurrencyNames currencies, DiagnosticBag report) => all;

    /// <summary>Why the field cannot have a value, such as the one of <c>default</c>; null if it can.</summary>
    public virtual string? Problem(FieldDeclaration field, ScalarSyntax value, FieldType type, Suggestions suggestions) => null;

    /// <param name="model">The field so far.</param>
    /// <param name="field">All that is declared of it.</param>
    /// <param name="ownId">What <c>$apm</c> stands for.</param>
    public virtual FieldModel Project(FieldModel model, FieldDeclaration field, string ownId) => model;
}
