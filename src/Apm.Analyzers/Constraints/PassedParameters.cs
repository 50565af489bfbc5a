using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The parameters of a method that have <c>ApmPassedTo</c>.</summary>
internal sealed class PassedParameters
{
    private PassedParameters((IParameterSymbol, IPropertySymbol)[] targets) => Targets = targets;

    public (IParameterSymbol Parameter, IPropertySymbol Property)[] Targets { get; }

    /// <returns>Null if no parameter has the attribute.</returns>
    public static PassedParameters? Read(IMethodSymbol method, KnownTypes types)
    {
        var targets = new List<(IParameterSymbol, IPropertySymbol)>();
        foreach (var parameter in method.Parameters)
        {
            foreach (var (name, attribute) in types.AttributesOf(parameter))
            {
                if (name == "PassedTo"
                    && attribute.ConstructorArguments is [{ Value: INamedTypeSymbol type }, { Value: string member }]
                    && type.GetMembers(member).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
                {
                    targets.Add((parameter, property));
                }
            }
        }

        return targets.Count == 0 ? null : new PassedParameters(targets.ToArray());
    }
}
