using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Arguments of parameters with <c>ApmPassedTo</c>.</summary>
internal sealed partial class Interpreter
{
    private void JudgePassed(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Value[] values, SyntaxNode call)
    {
        if (_context.Constraints.PassedBy(method) is not { } passed)
        {
            return;
        }

        foreach (var target in passed.Targets.GroupBy(target => target.Property, SymbolEqualityComparer.Default))
        {
            var property = (IPropertySymbol)target.Key!;
            var parts = target
                .Select(part =>
                    (
                        part.Parameter,
                        Value: values[part.Parameter.Ordinal],
                        At: arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == part.Parameter.Ordinal)?.Value.Syntax ?? call))
                .ToArray();
            if (_context.Types.IsMoney(property.Type) && !_context.Types.IsMoney(parts[0].Parameter.Type))
            {
                var money = Assemble(parts.Select(part => (part.Parameter, part.Value)), call);
                _judge.Assigned(property, SiteOf(call), call, money);
                if (money.IsRefused)
                {
                    _judge.Made(SiteOf(call), call, money);
                }
            }
            else
            {
                foreach (var (parameter, value, at) in parts)
                {
                    var given =
                        _context.Types.IsUri(property.Type) && parameter.Type.SpecialType == SpecialType.System_String ? new AddressValue(value) : value;
                    _judge.Assigned(property, SiteOf(call), at, given);
                }
            }
        }
    }

    /// <summary>The body of an operation, such as a refund, together with the payment that it is about.</summary>
    private void JudgeOperation(IInvocationOperation invocation, Value[] values)
    {
        if (!_context.Constraints.IsOperation(invocation.TargetMethod))
        {
            return;
        }

        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is { Ordinal: var ordinal }
                && values[ordinal] is RecordValue request
                && invocation.Arguments.Select(other => Unwrap(other.Value).Type).FirstOrDefault(type => _context.Constraints.PaymentOf(type) is not null)
                    is { } payment)
            {
                _judge.Sent(payment, SiteOf(invocation.Syntax), argument.Value.Syntax, request);
            }
        }
    }

    /// <summary>Money whose amount and currency are separate arguments: a decimal is in major units, a whole number in minor units.</summary>
    private static MoneyValue Assemble(IEnumerable<(IParameterSymbol Parameter, Value Value)> parts, SyntaxNode call)
    {
        var money = MoneyEvaluation.Unknown(call);
        foreach (var (parameter, value) in parts)
        {
            money = parameter.Type.SpecialType switch
            {
                SpecialType.System_String => money with { Currency = value },
                SpecialType.System_Decimal => money with { Amount = value, IsMajor = true },
                _ => money with { Amount = value, IsMajor = false },
            };
        }

        return money;
    }
}
