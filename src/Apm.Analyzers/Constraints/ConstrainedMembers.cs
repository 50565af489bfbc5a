using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The properties of a compilation and its references that a spec constrains.</summary>
internal sealed class ConstrainedMembers
{
    private readonly Compilation _compilation;
    private readonly KnownTypes _types;
    private readonly Lazy<Names> _names;
    private readonly ConcurrentDictionary<ISymbol, FieldConstraints?> _constraints = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, RequestRules?> _rules = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(INamedTypeSymbol Type, string Name), IPropertySymbol?> _members = new();
    private readonly ConcurrentDictionary<IMethodSymbol, PassedParameters?> _passed = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _operations = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, (string?, string?, string[])?> _payments = new(SymbolEqualityComparer.Default);

    public ConstrainedMembers(Compilation compilation, KnownTypes types)
    {
        (_compilation, _types) = (compilation, types);
        _names = new Lazy<Names>(() => new Names(compilation, types));
    }

    /// <summary>Whether any constrained property has the name.</summary>
    public bool HasName(string name) => _names.Value.Properties.Contains(name);

    /// <summary>Whether any type with constrained properties has the name.</summary>
    public bool HasTypeName(string? name) => name is not null && _names.Value.Types.Contains(name);

    /// <summary>Whether any spec accepts the currency code, whether or not it is in ISO 4217.</summary>
    public bool IsAccepted(string currency) => _names.Value.References.Prepend(_compilation.Assembly)
        .Any(assembly => PropertiesOf(assembly.GlobalNamespace).Any(property => Of(property)?.Currencies.Contains(currency) == true));

    private static IEnumerable<IPropertySymbol> PropertiesOf(INamespaceOrTypeSymbol container) =>
        container
            .GetMembers()
            .SelectMany(member =>
                member is INamespaceOrTypeSymbol inner ? PropertiesOf(inner)
                : member is IPropertySymbol property ? [property]
                : Enumerable.Empty<IPropertySymbol>());

    /// <returns>Null if there is nothing to check.</returns>
    public FieldConstraints? Of(IPropertySymbol property) =>
        HasName(property.Name)
            ? _constraints.GetOrAdd(property.OriginalDefinition, property => FieldConstraints.Read((IPropertySymbol)property, _types))
            : null;

    public bool HasRules(INamedTypeSymbol type) => RulesOf(type) is not null;

    /// <returns>Null if the type has no rules.</returns>
    public RequestRules? RulesOf(INamedTypeSymbol type) =>
        HasTypeName(type.Name) ? _rules.GetOrAdd(type, type => RequestRules.Read(type, _types)) : null;

    /// <summary>The property with a JSON name in an object.</summary>
    public IPropertySymbol? PropertyOf(INamedTypeSymbol type, string name) =>
        _members.GetOrAdd((type, name), member =>
            member
                .Type.GetMembers()
                .OfType<IPropertySymbol>()
                .FirstOrDefault(property =>
                    _types
                        .AttributesOf(property)
                        .Any(item =>
                            item is { Name: "Field" } && item.Attribute.Text(0) is { } path && path.Substring(path.LastIndexOf('.') + 1) == member.Name)));

    /// <summary>The value as in JSON that is sent unless the code sets another one.</summary>
    /// <returns>Null if there is none.</returns>
    public string? PresetOf(IPropertySymbol property) =>
        _types.AttributesOf(property).Where(item => item.Name == "Field").Select(item => item.Attribute.Text("Preset")).FirstOrDefault();

    /// <returns>Null if no parameter has <c>ApmPassedTo</c>.</returns>
    public PassedParameters? PassedBy(IMethodSymbol method) => MayPass(method)
        ? _passed.GetOrAdd(method.OriginalDefinition, method => PassedParameters.Read(method, _types))
        : null;

    /// <summary>Whether a generated method sends an operation of a payment, such as a refund, whose body has constrained members.</summary>
    public bool IsOperation(IMethodSymbol method) =>
        method.Parameters.Length > 1
        && MayHaveAttributes(method)
        && HasConstrainedParameter(method)
        && _operations.GetOrAdd(
            method.OriginalDefinition,
            static method => method.ContainingType.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute"));

    private bool HasConstrainedParameter(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (HasTypeName(parameter.Type.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The method of a payment with its name and its currencies, from the attributes on the payment's type.</summary>
    /// <returns>Null if the type does not state currencies.</returns>
    public (string? Method, string? Spec, string[] Currencies)? PaymentOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsReferenceType: true, IsRecord: false } payment
            ? _payments.GetOrAdd(payment, payment =>
            {
                var attributes = _types.AttributesOf(payment).ToLookup(item => item.Name, item => item.Attribute);
                return attributes["Currencies"].FirstOrDefault() is { } currencies && attributes["Method"].FirstOrDefault() is { } method
                    ? (method.Text(0), method.Text(1), currencies.Texts(0))
                    : null;
            })
            : null;

    /// <returns>Null if the method does not have <c>ApmInferred</c>.</returns>
    public string? InferredReason(IMethodSymbol method)
    {
        if (!_names.Value.Marked.Contains(method.Name) || !MayHaveAttributes(method))
        {
            return null;
        }

        foreach (var (name, attribute) in _types.AttributesOf((method.ReducedFrom ?? method).OriginalDefinition))
        {
            if (name == "Inferred")
            {
                return attribute.Text(0);
            }
        }

        return null;
    }

    /// <summary>Whether any method with the name may have a parameter with <c>ApmPassedTo</c>.</summary>
    public bool MayPassOn(string? name) => name is not null && _names.Value.Passing.Contains(name);

    /// <summary>Whether attributes of the runtime may be on the method. Most methods are in assemblies that do not reference the runtime.</summary>
    public bool MayHaveAttributes(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _compilation.Assembly)
        || _names.Value.References.Contains(method.ContainingAssembly);

    // Nearly all methods have no attributes on parameters.
    private bool MayPass(IMethodSymbol method) => MayPassOn(Names.NameOf(method)) && MayHaveAttributes(method);
}
