using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Calls of methods of the framework.</summary>
internal sealed partial class Interpreter
{
    /// <returns>Null if the method is not known by name.</returns>
    private Value? Known(IInvocationOperation invocation, Value instance, Value[] arguments)
    {
        var method = invocation.TargetMethod;
        var syntax = invocation.Syntax;
        var type = method.ContainingType;
        if (_context.Types.IsMoney(type) && method.Name == "FromMajor" && arguments.Length == 2)
        {
            return Finish(MoneyEvaluation.FromMajor(arguments[0], arguments[1], syntax), syntax);
        }

        if (_context.Types.IsMoney(type) && method.Name == "Parse" && arguments is [ConstantValue { Constant: string written } parsed, ..])
        {
            return Finish(MoneyEvaluation.Parsed(written, parsed, syntax), syntax);
        }

        if (type is not { ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } })
        {
            return null;
        }

        return (type.Name, method.Name) switch
        {
            (nameof(String), _) => KnownText(invocation, instance, arguments),
            (nameof(Math) or nameof(Decimal), nameof(Math.Max) or nameof(Math.Min)) when arguments.Length == 2 =>
                Arithmetic.Extreme(method.Name == nameof(Math.Max), arguments[0], arguments[1]).Via(syntax),
            (nameof(Math) or nameof(Decimal), "Clamp") when arguments.Length == 3 =>
                Arithmetic.Clamp(arguments[0], arguments[1], arguments[2]).Via(syntax),
            (nameof(Nullable), nameof(Nullable<int>.GetValueOrDefault)) =>
                instance is ConstantValue { Constant: null } ? arguments is [var other] ? other : Value.Unknown
                : instance is UnknownValue ? Value.Unknown : instance,
            (nameof(Enum), "GetName")
                when arguments is [.., var member]
                    && invocation.Arguments.Last().Value is var operand
                    && Unwrap(operand).Type is { TypeKind: TypeKind.Enum } =>
                Printed(operand, member, null, isInvariant: true) is ConstantValue text ? Made(text, syntax) : Value.Unknown,
            (_, nameof(ToString)) when invocation.Instance is { } printed => KnownPrint(invocation, printed, instance, arguments),
            _ => Computed(invocation, instance, arguments),
        };
    }

    private static Value KnownPrint(IInvocationOperation invocation, IOperation printed, Value instance, Value[] arguments)
    {
        string? format = null;
        var isInvariant = false;
        for (var index = 0; index < arguments.Length; index++)
        {
            if (IsInvariant(invocation.Arguments[index].Value))
            {
                isInvariant = true;
            }
            else if (arguments[index] is ConstantValue { Constant: string or null } text)
            {
                format = (string?)text.Constant;
            }
            else
            {
                return Value.Unknown;
            }
        }

        return Printed(printed, instance, format, isInvariant) is ConstantValue { Constant: not null } known ? Made(known, invocation.Syntax) : Value.Unknown;
    }

    private static ConstantValue Made(ConstantValue value, SyntaxNode syntax) =>
        new(value.Constant is char letter ? letter.ToString() : value.Constant, Texts.Made(syntax, [value]));

    /// <summary>The result of a method that is computed from constants.</summary>
    /// <returns>Null if the method is not in the table.</returns>
    private static Value? Computed(IInvocationOperation invocation, Value instance, Value[] arguments)
    {
        var method = invocation.TargetMethod.ContainingType.Name + "." + invocation.TargetMethod.Name;
        if (!FrameworkMethods.Has(method))
        {
            return null;
        }

        var offset = invocation.Instance is null ? 0 : 1;
        var constants = new object?[offset + arguments.Length];
        if (offset == 1 && !TryConstant(instance, invocation.Instance!, null, out constants[0]))
        {
            return instance is PartialText partial ? Texts.Change(partial, invocation.TargetMethod.Name, arguments, invocation.Syntax) : Value.Unknown;
        }

        foreach (var argument in invocation.Arguments)
        {
            var ordinal = argument.Parameter?.Ordinal ?? 0;
            if (!TryConstant(arguments[ordinal], argument.Value, argument.Parameter?.Type, out constants[offset + ordinal]))
            {
                return Value.Unknown;
            }
        }

        return FrameworkMethods.Evaluate(method, constants) is { } result
            ? new ConstantValue(Numbers.Whole(result) ?? result, Texts.Made(invocation.Syntax, [instance, .. arguments]))
            : Value.Unknown;
    }

    private static bool TryConstant(Value value, IOperation operand, ITypeSymbol? type, out object? constant)
    {
        constant = null;
        switch (value)
        {
            case ConstantValue { Constant: long number } when type is { TypeKind: TypeKind.Enum }:
                constant = type.Name switch
                {
                    nameof(MidpointRounding) => (MidpointRounding)number,
                    nameof(StringComparison) => (StringComparison)number,
                    nameof(System.Globalization.NumberStyles) => (System.Globalization.NumberStyles)number,
                    _ => null,
                };
                return constant is not null;
            case ConstantValue known:
                constant = known.Constant;
                return true;
            default:
                constant = IsInvariant(operand) ? FrameworkMethods.Invariant : null;
                return constant is not null;
        }
    }

    private static bool IsInvariant(IOperation operation) => Unwrap(operation) is IPropertyReferenceOperation
    {
        Property: { Name: "InvariantCulture", ContainingType.Name: "CultureInfo" } or { Name: "InvariantInfo", ContainingType.Name: "NumberFormatInfo" },
    };

    private static Value? KnownText(IInvocationOperation invocation, Value instance, Value[] arguments) =>
        (invocation.TargetMethod.Name, arguments.Length) switch
        {
            (nameof(string.ToUpperInvariant), 0) => Texts.Map(instance, text => text.ToUpperInvariant(), invocation.Syntax),
            (nameof(string.ToLowerInvariant), 0) => Texts.Map(instance, text => text.ToLowerInvariant(), invocation.Syntax),
            (nameof(string.Trim), 0) => Texts.Trim(instance, atStart: true, atEnd: true, invocation.Syntax),
            (nameof(string.TrimStart), 0) => Texts.Trim(instance, atStart: true, atEnd: false, invocation.Syntax),
            (nameof(string.TrimEnd), 0) => Texts.Trim(instance, atStart: false, atEnd: true, invocation.Syntax),
            (nameof(ToString), _) => instance,
            (nameof(string.IsNullOrEmpty), 1) when arguments[0] is ConstantValue { Constant: null or string } known => ConstantValue.Of(
                string.IsNullOrEmpty((string?)known.Constant),
                invocation.Syntax
            )!,
            (nameof(string.IsNullOrWhiteSpace), 1) when arguments[0] is ConstantValue { Constant: null or string } known => ConstantValue.Of(
                string.IsNullOrWhiteSpace((string?)known.Constant),
                invocation.Syntax
            )!,
            (nameof(string.Concat), _) => Items(invocation, arguments, 0) is { } items ? Texts.Concat(items, invocation.Syntax) : Value.Unknown,
            (nameof(string.Join), >= 2) when Items(invocation, arguments, 1) is { } items =>
                Texts.Concat(items.SelectMany((item, index) => index == 0 ? [item] : new[] { arguments[0], item }), invocation.Syntax),
            (nameof(string.Format), >= 2) => Format(invocation, arguments),
            _ => Computed(invocation, instance, arguments) ?? Value.Unknown,
        };

    /// <summary>The arguments from a position on as text, or the elements of a collection there.</summary>
    /// <returns>Null if the number of elements is not known.</returns>
    private static Value[]? Items(IInvocationOperation invocation, Value[] arguments, int start)
    {
        var given = invocation.Arguments.Where(argument => argument.Parameter?.Ordinal >= start).OrderBy(argument => argument.Parameter!.Ordinal).ToArray();
        if (given is [{ Parameter.Type: { SpecialType: not (SpecialType.System_String or SpecialType.System_Object) } }])
        {
            return arguments[start] is ListValue list ? list.Items.Select((item, index) => PrintedText.Of(item, list.Types[index])).ToArray() : null;
        }

        return given.Any(argument => argument.Parameter!.Type.SpecialType is not (SpecialType.System_String or SpecialType.System_Object))
            ? null
            : given.Select(argument => Printed(argument.Value, arguments[argument.Parameter!.Ordinal])).ToArray();
    }

    private static Value Format(IInvocationOperation invocation, Value[] arguments)
    {
        var parameters = invocation.TargetMethod.Parameters;
        var start = parameters[0].Type.SpecialType == SpecialType.System_String ? 1 : 2;
        var given = arguments.Length == start + 1 && arguments[start] is ListValue list ? list : new ListValue(
            arguments.Skip(start).ToArray(),
            parameters.Skip(start).Select(parameter => invocation.Arguments.First(argument => argument.Parameter?.Ordinal == parameter.Ordinal))
                .Select(argument => Unwrap(argument.Value).Type).ToArray());
        if (arguments[start - 1] is not ConstantValue { Constant: string format } known || CompositeFormat.Parse(format) is not { } parts
            || parts.Any(part => part.Argument >= given.Items.Length && part.Text is null))
        {
            return Value.Unknown;
        }

        var isInvariant = start == 2 && IsInvariant(invocation.Arguments[0].Value);
        if (start == 2 && Unwrap(invocation.Arguments[0].Value).Type?.Name != nameof(System.Globalization.CultureInfo))
        {
            return Value.Unknown;
        }

        return Texts.Concat(
            parts.Select(part => part.Text is not null
                ? new ConstantValue(part.Text, known.Origin)
                : Texts.Align(
                    PrintedText.Of(given.Items[part.Argument], given.Types[part.Argument], part.Format, isInvariant),
                    part.Alignment)),
            invocation.Syntax);
    }

    private Outcome[] Interpolate(IInterpolatedStringOperation interpolated, PathState env) =>
        Sequence(
            interpolated
                .Parts.Select(part =>
                    part switch
                    {
                        IInterpolatedStringTextOperation text => text.Text,
                        IInterpolationOperation { Expression: var expression } => expression,
                        _ => part,
                    }
                )
                .ToArray(),
            env,
            (env, values) =>
                Outcomes.Of(
                    env,
                    Texts.Concat(
                        values.Select(
                            (value, index) =>
                                interpolated.Parts[index] switch
                                {
                                    IInterpolatedStringTextOperation => value,
                                    IInterpolationOperation { Expression: var expression } part => Texts.Align(
                                        Printed(expression, value, part.FormatString?.ConstantValue.Value as string),
                                        part.Alignment is null ? 0 : part.Alignment.ConstantValue is { Value: int width } ? width : Texts.AnyWidth),
                                    _ => Value.Unknown,
                                }
                        ),
                        interpolated.Syntax)));

    private static Value Printed(IOperation operand, Value value, string? format = null, bool isInvariant = false) =>
        PrintedText.Of(value, Unwrap(operand).Type, format, isInvariant);

    private static Value Printed(IOperation operand, Value value, ITypeSymbol? made) =>
        made?.SpecialType == SpecialType.System_String ? Printed(operand, value) : value;
}
