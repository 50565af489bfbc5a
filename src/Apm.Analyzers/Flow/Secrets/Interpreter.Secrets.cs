using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Secrets that reach a member without an assignment to it: in a dictionary, or from a function.</summary>
internal sealed partial class Interpreter
{
    private void JudgeAdded(IInvocationOperation invocation, PathState env)
    {
        if (SecretCollections.AddedTo(invocation, _context, out var added) is { } property)
        {
            var secret = SecretCollections.ValueOf(added!);
            foreach (var outcome in Evaluate(secret, env))
            {
                _judge.Assigned(property, SiteOf(invocation.Syntax), secret.Syntax, outcome.Value);
            }
        }
    }

    /// <summary>Checks the result of a function that is assigned to a secret member.</summary>
    private void JudgeReturned(IPropertyReferenceOperation member, SyntaxNode site, IOperation function, PathState env)
    {
        if (Unconverted(function) is not IDelegateCreationOperation { Target: var target })
        {
            return;
        }

        // The effect of the function is known only with its surroundings.
        if (_expressionOnly && _frame.Depth == 0)
        {
            _dependsOnLocals = true;
            return;
        }

        var caller = _frame;
        var returned = new ReturnedSecret(member.Property, member.Instance?.Type, SiteOf(site), target is IMethodReferenceOperation ? function.Syntax : null);
        switch (target)
        {
            case IAnonymousFunctionOperation lambda:
                _frame = new Frame(caller.Caller, caller.Facts) { Symbol = caller.Symbol, Call = caller.Call, Secret = returned };
                Execute(lambda.Body, [env.Keep(_frame.Facts.NeverChanges, withFacts: true)]);
                break;
            case IMethodReferenceOperation { Method: { OriginalDefinition: var method } } when CanEnter(method) && _context.Callees.BodyOf(method) is { } body:
                var isLocal = method.MethodKind == MethodKind.LocalFunction;
                _frame = new Frame(caller, isLocal ? caller.Facts : VariableUsage.Of(body)) { Symbol = method, Call = returned.Site, Secret = returned };
                Execute(body, [isLocal ? env.Keep(caller.Facts.NeverChanges, withFacts: false) : PathState.Empty]);
                break;
        }

        _frame = caller;
    }

    private void Judge(ReturnedSecret returned, IOperation? value, PathState env)
    {
        if (value is null)
        {
            return;
        }

        var secret = Awaited(value);
        foreach (var outcome in Evaluate(secret, env))
        {
            _judge.Assigned(returned.Property, returned.Site, returned.At ?? secret.Syntax, outcome.Value, returned.Holder);
        }
    }

    /// <summary>The result of a completed task.</summary>
    private static IOperation Awaited(IOperation value) => Unconverted(value) switch
    {
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" }, Arguments: [var result] } => result.Value,
        IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [{ Parameter.Name: "result" } result] } => result.Value,
        _ => value,
    };

    private static IOperation Unconverted(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null, Operand: var operand }:
                    operation = operand;
                    break;
                case IParenthesizedOperation { Operand: var operand }:
                    operation = operand;
                    break;
                default:
                    return operation;
            }
        }
    }
}
