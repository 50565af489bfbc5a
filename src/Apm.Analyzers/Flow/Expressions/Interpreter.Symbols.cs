using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Locals, parameters, fields and properties.</summary>
internal sealed partial class Interpreter
{
    private Outcome[] Local(ILocalReferenceOperation reference, PathState env) => Outcomes.Of(env, Lookup(reference.Local, reference.Syntax, env));

    private Outcome[] Parameter(IParameterReferenceOperation reference, PathState env) =>
        Outcomes.Of(env, IsCaptured(reference.Parameter) ? Captured(reference, env) : Lookup(reference.Parameter, reference.Syntax, env));

    private Value Lookup(ISymbol symbol, SyntaxNode reference, PathState env)
    {
        if (_expressionOnly && _frame.Depth == 0)
        {
            _hasVariables = true;
            if (Initialized(symbol, env) is { } initialized)
            {
                return initialized.Via(reference);
            }

            if (!_place.IsUnknown(symbol))
            {
                _dependsOnLocals = true;
                return Value.Unknown;
            }
        }

        var value = _frame.Facts.IsUntracked(symbol) ? Value.Unknown : env.ValueOf(symbol);
        return CollectionReferences.IsMutable(value) && !_frame.Facts.IsOnlyRead(symbol) ? Value.Unknown : value.Via(reference);
    }

    /// <returns>Null if the local has no value or several ones.</returns>
    private ConstantValue? Initialized(ISymbol symbol, PathState env)
    {
        if (symbol is not ILocalSymbol local || _place.InitializerOf(local) is not { } initializer)
        {
            return null;
        }

        var place = _place;
        _place = initializer;
        var outcomes = Evaluate(initializer.Place, env);
        _place = place;
        return outcomes is [{ Value: ConstantValue known }] ? known : null;
    }

    // Parameters of a primary constructor are like fields: any member may write them.
    private static bool IsCaptured(IParameterSymbol parameter) =>
        parameter is { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }
        && constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax);

    private Value Captured(IParameterReferenceOperation reference, PathState env)
    {
        _dependsOnLocals |= _expressionOnly && _frame.Depth == 0;
        if (_frame.Receiver?.Value is RecordValue { Members: var members })
        {
            if (members.TryGetValue(reference.Parameter.Name, out var argument) && Owned(reference.Parameter).IsFixed)
            {
                return argument.Value.Via(reference.Syntax);
            }

            _unknownReads++;
        }

        return _context.Callees.IsOfInterest(reference.Parameter.Type) && Owned(reference.Parameter) is var path && (path.IsFixed || _isDeciding)
            ? env[path].Via(reference.Syntax)
            : Value.Unknown;
    }

    private Outcome[] Field(IFieldReferenceOperation reference, PathState env)
    {
        var field = reference.Field;
        if (field is { ContainingType.SpecialType: SpecialType.System_String, Name: nameof(string.Empty) })
        {
            return Outcomes.Of(env, ConstantValue.Of("", reference.Syntax)!);
        }

        if (field.ContainingType.IsTupleType)
        {
            return Evaluate(reference.Instance, env).Map(value => TupleElement(value, field).Via(reference.Syntax));
        }

        if (field.AssociatedSymbol is IPropertySymbol property)
        {
            return Backing(property, reference, env);
        }

        return (field.IsReadOnly ? Initial(field, reference, env) : null) ?? Member(reference, reference.Instance, env);
    }

    // The contextual keyword "field": a property that can be set has any value.
    private Outcome[] Backing(IPropertySymbol property, IFieldReferenceOperation reference, PathState env)
    {
        if (_frame.Receiver?.Value is RecordValue { Members: var members } && members.TryGetValue(property.Name, out var member))
        {
            return Outcomes.Of(env, member.Value.Via(reference.Syntax));
        }

        if (property.SetMethod is null && Initial(property, reference, env, reference.Field) is { } initial)
        {
            return initial;
        }

        _unknownReads++;
        return Outcomes.Of(env, Value.Unknown);
    }

    private static Value TupleElement(Value tuple, IFieldSymbol field) =>
        tuple is TupleValue { Elements: var elements }
        && IndexOf(field, elements.Length) is { } index
        && !CollectionReferences.IsMutable(elements[index])
            ? elements[index]
            : Value.Unknown;

    private static int? IndexOf(IFieldSymbol field, int count)
    {
        var element = field.CorrespondingTupleField ?? field;
        return int.TryParse(element.Name.Substring("Item".Length), out var number) && number >= 1 && number <= count ? number - 1 : null;
    }

    private Outcome[] Property(IPropertyReferenceOperation reference, PathState env)
    {
        var property = reference.Property;
        if (reference.Arguments.Length > 0)
        {
            return reference is { Arguments: [var index], Instance: { } indexed } ? Indexed(reference, indexed, index.Value, env) : Other(reference, env);
        }

        if (IsOfNullable(property, out var isValue))
        {
            return Evaluate(reference.Instance, env).Map(value => (value, isValue) switch
            {
                (ConstantValue { Constant: null }, true) => Value.Unknown,
                (_, true) => value,
                (ConstantValue known, false) => ConstantValue.Of(known.Constant is not null, reference.Syntax)!,
                _ => Value.Unknown,
            });
        }

        if ((property.Name == "Result" && IsTask(property.ContainingType)) || (property.Name == "Value" && IsLazy(property.ContainingType)))
        {
            return Evaluate(reference.Instance, env).Map(value => value is TaskValue { Result: var result } ? result.Via(reference.Syntax) : Value.Unknown);
        }

        if (property is { Name: nameof(UriBuilder.Uri), ContainingType: { Name: nameof(UriBuilder), ContainingNamespace.Name: nameof(System) } })
        {
            return Evaluate(reference.Instance, env).Map(value => Addresses.Built(value, reference.Syntax));
        }

        if (_context.Types.IsMoney(property.ContainingType))
        {
            return Evaluate(reference.Instance, env).Map(value => MoneyEvaluation.Part(value, property.Name, reference.Syntax));
        }

        if (property is { ContainingType.SpecialType: SpecialType.System_String, Name: nameof(string.Length) })
        {
            return Evaluate(reference.Instance, env)
                .Map(value => value is ConstantValue { Constant: string text } ? ConstantValue.Of(text.Length, reference.Syntax)! : Value.Unknown);
        }

        if (property.SetMethod is null && IsAuto(property) && Initial(property, reference, env) is { } initial)
        {
            return initial;
        }

        return IsComputed(property) && CanEnter(property) ? Computed(reference, property, env) : Member(reference, reference.Instance, env);
    }

    private static bool IsOfNullable(IPropertySymbol property, out bool isValue)
    {
        isValue = property.Name == nameof(Nullable<int>.Value);
        return property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
    }
}
