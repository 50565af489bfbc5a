using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>Checks the values that the interpreter finds against the specs.</summary>
internal sealed class UsageChecker(UsageContext context) : IFlowObserver
{
    private readonly HashSet<Finding> _findings = [];

    // The places where nothing is wrong on some path.
    private readonly HashSet<(SyntaxNode Site, SyntaxNode Value)> _right = [];

    public IReadOnlyCollection<Finding> Findings => _findings;

    /// <summary>Whether every path to the place of the finding has a wrong value there.</summary>
    public bool IsOnAllPaths(Finding finding) => !_right.Contains((finding.Site, finding.Value));

    public void Assigned(IPropertySymbol target, SyntaxNode site, SyntaxNode value, Value known, ITypeSymbol? holder = null)
    {
        if (known is UnknownValue || context.Constraints.Of(target) is not { } field)
        {
            _right.Add((site, value));
            return;
        }

        var report = new FindingSink(site, value, _findings);
        if (field.IsSecret)
        {
            Secret(target, holder, known, report);
            return;
        }

        switch (known)
        {
            case MoneyValue money:
                MoneyCheck.Run(field, money, report);
                break;
            case AddressValue address:
                AddressCheck.Run(field, address, report);
                break;
            case ConstantValue { Constant: long } number:
                NumberCheck.Run(field, number, target.Type.WithoutNullable()!, report);
                break;
            default:
                TextCheck.Run(field, known, report);
                break;
        }

        Remember(site, value, report);
    }

    public void Sent(ITypeSymbol payment, SyntaxNode site, SyntaxNode value, RecordValue request)
    {
        if (context.Constraints.PaymentOf(payment) is not var (method, spec, currencies))
        {
            return;
        }

        foreach (var property in request.Type.GetMembers().OfType<IPropertySymbol>())
        {
            if (request.Members.TryGetValue(property.Name, out var member)
                && member.Value is MoneyValue { Code: { } code } money
                && context.Constraints.Of(property) is { } field
                && field.Currencies.Contains(code))
            {
                var report = new FindingSink(site, value, _findings);
                MoneyCheck.Run(field with { Method = method, MethodSpec = spec, Currencies = currencies, Limits = [], Range = null }, money, report);
                Remember(site, value, report);
            }
        }
    }

    public void Made(SyntaxNode site, SyntaxNode made, MoneyValue money)
    {
        var report = new FindingSink(site, made, _findings);
        MoneyCheck.Run(money, context.Constraints.IsAccepted, report);
        Remember(site, made, report);
    }

    public void Made(SyntaxNode site, RecordValue record)
    {
        if (context.Constraints.RulesOf(record.Type) is { } rules)
        {
            var report = new FindingSink(site, record.Creation, _findings);
            RuleCheck.Run(rules, record, context, report);
            Remember(site, record.Creation, report);
        }
    }

    private void Remember(SyntaxNode site, SyntaxNode value, FindingSink report)
    {
        if (!report.HasFindings)
        {
            _right.Add((site, value));
        }
    }

    private static void Secret(IPropertySymbol target, ITypeSymbol? holder, Value value, FindingSink report)
    {
        if (value is ConstantValue { Constant: string { Length: > 0 }, Origin: var origin })
        {
            var member = $"{(holder ?? target.ContainingType).Name}.{target.Name}";
            var what = target.Type switch
            {
                { TypeKind: TypeKind.Delegate } => $"The value that {member} returns",
                { SpecialType: SpecialType.System_String } => member,
                _ => $"A secret in {member}",
            };
            report.Add(
                UsageDescriptors.Secret,
                origin,
                $"{what} is written in code, so anyone who can read the code can read the secret: take it from configuration");
        }
    }
}
