namespace Apm.Specs;

// docs/decisions/spec-language.md
/// <summary>A key of a field: how it is read, narrowed, merged, checked and put into the model, and its JSON Schema.</summary>
/// <param name="name">The key.</param>
/// <param name="hint">What the value must be. Messages put it after "must be".</param>
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

    /// <summary>What the file declares, without a value that is wider than that of the base. Such a value is reported.</summary>
    public virtual FieldDeclaration Narrow(FieldDeclaration own, FieldNarrowing narrowing) => own;

    /// <summary>The key of a field, merged with that of the base; null if neither has the key.</summary>
    public virtual Located? Merge(FieldDeclaration own, FieldDeclaration inherited) => own.Entries.Find(this);

    /// <summary>What is declared, without values that do not fit the type of the field. Such values are reported.</summary>
    /// <param name="own">What the file itself declares.</param>
    /// <param name="all">What it declares or inherits.</param>
    public virtual FieldDeclaration Check(FieldDeclaration own, FieldDeclaration all, FieldType type, CurrencyNames currencies, DiagnosticBag report) => all;

    /// <summary>Why the field cannot have a value, such as the one of <c>default</c>; null if it can.</summary>
    public virtual string? Problem(FieldDeclaration field, ScalarSyntax value, FieldType type, Suggestions suggestions) => null;

    /// <summary>The model with the value of the key.</summary>
    /// <param name="model">The model without the key.</param>
    /// <param name="field">What is declared about the field.</param>
    /// <param name="ownId">The id of the method at the gateway, which replaces <c>$apm</c>.</param>
    public virtual FieldModel Project(FieldModel model, FieldDeclaration field, string ownId) => model;
}
