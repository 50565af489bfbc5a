namespace Apm.Specs;

/// <summary>The names in the path and the query string of an operation.</summary>
internal static class TargetNames
{
    /// <summary>Stands for the payment's id in a path.</summary>
    public const string Id = "{id}";

    /// <summary>The names of a target, in full.</summary>
    /// <param name="target">A path, with or without a query string.</param>
    /// <param name="operation">The id of the operation.</param>
    public static IReadOnlyList<string> In(string target, string operation) => [.. NameTemplate.Names(target).Select(name => Full(name, operation))];

    /// <summary>The target with <c>{id}</c> for the payment's id, and the full names of all others.</summary>
    public static string Short(string target, string operation) =>
        NameTemplate.Fill(target, name => Full(name, operation) is ValueName.PaymentId ? Id : NameScope.InText(Full(name, operation)));

    /// <summary>Null if every name is known and is a whole segment or a whole value; otherwise the rule and the message.</summary>
    public static (SpecDescriptor Rule, string Message)? Problem(string target, string operation, NameScope scope, Suggestions suggestions)
    {
        var path = target.Split('?')[0];
        var parts = path.Split('/').Concat(target.Substring(path.Length).Split('?', '&').SelectMany(Value));
        if (parts.Any(part => part.IndexOfAny(['{', '}']) >= 0 && !(part[0] == '{' && part.IndexOfAny(['{', '}'], 1) == part.Length - 1)))
        {
            return (SpecDescriptors.WrongKind, "has a name that is not a whole segment between slashes or a whole value of the query string: write it alone");
        }

        foreach (var name in NameTemplate.Names(target))
        {
            if (operation == OperationId.Pay && name is ValueName.Id or ValueName.PaymentId)
            {
                return (SpecDescriptors.NotApplicable, $"contains the id of a payment that does not exist yet: remove {NameScope.InText(name)}");
            }

            if (scope.Problem(Full(name, operation), full => Write(full, operation), suggestions) is var (rule, message))
            {
                return (rule == SpecDescriptors.UnknownName && ValueName.Setting(name) is null ? SpecDescriptors.WrongKind : rule, "is wrong: " + message);
            }
        }

        return null;
    }

    // In a query string, brackets can be around names, such as expand[0]; a name in braces is a value.
    private static IEnumerable<string> Value(string parameter) =>
        parameter.IndexOf('=') is >= 0 and var equal ? [parameter.Substring(0, equal), parameter.Substring(equal + 1)] : [parameter];

    private static string Full(string name, string operation) => name switch
    {
        ValueName.Id => ValueName.PaymentId,
        ValueName.Reference when operation == OperationId.Find => ValueName.PaymentReference,
        _ => name,
    };

    private static string Write(string name, string operation) => name switch
    {
        ValueName.PaymentId => Id,
        ValueName.PaymentReference when operation == OperationId.Find => NameScope.InText(ValueName.Reference),
        _ => NameScope.InText(name),
    };
}
