namespace Apm.Specs;

/// <summary>A key with a value. A new key defines at least how the value is read, and which property of the model holds it.</summary>
/// <typeparam name="T">A type that can be null.</typeparam>
internal abstract class Facet<T>(string name, string hint, params FieldType[] types) : Facet(name, hint, types)
{
    /// <summary>Null if the value cannot be read, which is reported.</summary>
    protected abstract T? Read(SpecValue value, FieldSource source);

    /// <summary>The value if the base allows it; otherwise null, and the value is reported.</summary>
    protected virtual T? Narrow(T own, FieldNarrowing narrowing) => own;

    protected virtual T? Combine(FieldDeclaration own, FieldDeclaration inherited) => own.Value(this) is { } value ? value : inherited.Value(this);

    /// <summary>The part of the value that fits the type of the field. The rest is reported.</summary>
    protected virtual T? Check(T value, FieldType type, CurrencyNames currencies, DiagnosticBag report) => value;

    /// <summary>Why a field with this constraint cannot have a value; null if it can.</summary>
    protected virtual string? Problem(T constraint, ScalarSyntax value, FieldType type, Suggestions suggestions) => null;

    protected abstract FieldModel Project(T value, FieldModel model, FieldDeclaration field, string ownId);

    protected sealed override Located Read(MappingEntry entry, SpecMapping field, FieldSource source) =>
        field.Find(Name) is { } value && Read(value, source) is { } read
            ? new Located<T>(read, entry.Key.Span, entry.Value.Span)
            : base.Read(entry, field, source);

    public sealed override FieldDeclaration Narrow(FieldDeclaration own, FieldNarrowing narrowing) =>
        own.Value(this) is { } value ? own.With(this, Narrow(value, narrowing)) : own;

    public sealed override Located? Merge(FieldDeclaration own, FieldDeclaration inherited) =>
        Combine(own, inherited) is { } value ? own.With(this, value).Entries.Find(this) : own.Entries.Find(this);

    public sealed override FieldDeclaration Check(
        FieldDeclaration own,
        FieldDeclaration all,
        FieldType type,
        CurrencyNames currencies,
        DiagnosticBag report) =>
        own.Find(this) is not null && all.Value(this) is { } value ? all.With(this, Check(value, type, currencies, report)) : all;

    public sealed override string? Problem(FieldDeclaration field, ScalarSyntax value, FieldType type, Suggestions suggestions) =>
        field.Value(this) is { } constraint ? Problem(constraint, value, type, suggestions) : null;

    public sealed override FieldModel Project(FieldModel model, FieldDeclaration field, string ownId) =>
        field.Value(this) is { } value ? Project(value, model, field, ownId) : model;
}
