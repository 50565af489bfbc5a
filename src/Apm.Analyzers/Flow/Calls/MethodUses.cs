using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

// docs/decisions/analysis-and-fixes.md
/// <summary>
/// Finds the methods of the compilation that may assign an argument to a constrained member, by themselves or by a call. Names are
/// compared first, because they reject nearly all methods. Only the remaining methods are bound.
/// </summary>
internal sealed class MethodUses(UsageContext context, Compilation compilation)
{
    // Calls that are followed.
    private const int MaxCalls = 3;

    private static readonly Called s_use = new(true, []);

    private readonly Lazy<DeclaredMethods> _declared = new(() => new DeclaredMethods(compilation));
    private readonly ConcurrentDictionary<SyntaxNode, Called> _called = new();

    // By the number of calls that may still follow.
    private readonly ConcurrentDictionary<string, bool>[] _byName = [new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal)];
    private readonly ConcurrentDictionary<IMethodSymbol, bool>[] _bySymbol =
        [new(SymbolEqualityComparer.Default), new(SymbolEqualityComparer.Default), new(SymbolEqualityComparer.Default)];

    public bool Contain(IMethodSymbol method) => Contain(method, MaxCalls);

    /// <summary>Whether names and the types of parameters allow that <see cref="Contain(IMethodSymbol)"/> finds the method. Nothing is bound.</summary>
    public bool MayContain(IMethodSymbol method) => MayContain(method, MaxCalls);

    private bool Contain(IMethodSymbol method, int calls) => calls > 0 && MayContain(method, calls) && Uses(method, calls);

    private bool MayContain(IMethodSymbol method, int calls) =>
        context.Contains(method)
        && HasParameterOfInterest(method)
        && (method.MethodKind == MethodKind.LocalFunction
            ? Callees.DeclarationOf(method) is { } declaration && MayUse(declaration, calls)
            : MayUse(Names.NameOf(method), calls));

    private bool HasParameterOfInterest(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (context.Callees.IsOfInterest(parameter.Type))
            {
                return true;
            }
        }

        return false;
    }

    private bool Uses(IMethodSymbol method, int calls)
    {
        var known = _bySymbol[calls - 1];
        return known.TryGetValue(method, out var uses) ? uses : known[method] = Uses(context.Callees.BodyOf(method), calls);
    }

    private bool Uses(IOperation? body, int calls)
    {
        if (body is null)
        {
            return false;
        }

        context.Counts.AddBoundMethod();
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (UsageSites.IsUse(operation, context) || (UsageSites.CalledBy(operation, out _) is { } called && Contain(called, calls - 1)))
            {
                return true;
            }
        }

        return false;
    }

    private bool MayUse(string name, int calls)
    {
        if (calls == 0 || _declared.Value.Named(name) is not { Count: > 0 } methods)
        {
            return false;
        }

        var known = _byName[calls - 1];
        return known.TryGetValue(name, out var may) ? may : known[name] = MayUse(methods, calls);
    }

    private bool MayUse(IReadOnlyList<SyntaxNode> methods, int calls) => methods.Any(method => MayUse(method, calls));

    private bool MayUse(SyntaxNode method, int calls)
    {
        var called = _called.GetOrAdd(method, CalledIn);
        return called.IsUse || called.Names.Any(call => MayUse(call, calls - 1));
    }

    private Called CalledIn(SyntaxNode method)
    {
        var calls = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in method.DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax assignment ? MayAssign(assignment)
                : node is InvocationExpressionSyntax { Expression: var called, ArgumentList.Arguments.Count: > 0 }
                    ? MayAdd(called) || MayPass(NameOf(called))
                : node is ObjectCreationExpressionSyntax { Type: var type } creation
                    && (context.Constraints.HasTypeName(NameOf(type)) || (creation.ArgumentList is { Arguments.Count: > 0 } && MayPass(NameOf(type)))))
            {
                return s_use;
            }
        }

        return new Called(false, [.. calls]);

        bool MayPass(string? name)
        {
            if (name is not null && _declared.Value.Named(name).Count > 0)
            {
                calls.Add(name);
            }

            return context.Constraints.MayPassOn(name);
        }
    }

    private bool MayAssign(AssignmentExpressionSyntax assignment) => assignment.Left switch
    {
        IdentifierNameSyntax name => context.Constraints.HasName(name.Identifier.ValueText)
            && (assignment.Parent?.Parent is not ObjectCreationExpressionSyntax { Type: var type } || context.Constraints.HasTypeName(NameOf(type))),
        MemberAccessExpressionSyntax { Name: var name } => context.Constraints.HasName(name.Identifier.ValueText),
        ElementAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } =>
            context.Constraints.HasName(name.Identifier.ValueText),
        _ => false,
    };

    private bool MayAdd(ExpressionSyntax called) =>
        called is MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "Add" or "TryAdd",
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
        }
        && context.Constraints.HasName(name);

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax { Identifier.ValueText: var name } => name,
        MemberAccessExpressionSyntax { Name: var name } => NameOf(name),
        QualifiedNameSyntax { Right: var name } => NameOf(name),
        AliasQualifiedNameSyntax { Name: var name } => NameOf(name),
        MemberBindingExpressionSyntax { Name: var name } => NameOf(name),
        _ => null,
    };

    /// <param name="IsUse">Whether the names alone tell that the method may assign a value to a constrained member.</param>
    /// <param name="Names">The names of the methods of the compilation that it calls with arguments.</param>
    private sealed record Called(bool IsUse, string[] Names);
}
