namespace Apm.Specs;

// docs/decisions/any-gateway.md
/// <summary>What the customer does next, as responses state it.</summary>
/// <param name="At">The dotted path of the object with the action; null if it is the whole response.</param>
/// <param name="By">The path of the action's name, within the object; null if the first action with a value is meant.</param>
/// <param name="Actions">In the order of the file.</param>
public sealed record NextModel(string? At, string? By, EquatableArray<NextActionModel> Actions);

/// <param name="Name">The gateway's name of the action; without a path of the name, any name.</param>
/// <param name="Members">The paths within the object.</param>
public sealed record NextActionModel(string Name, NextKind Kind, EquatableArray<NextMemberModel> Members)
{
    public string? Path(string key) => Members.FirstOrDefault(member => member.Key == key)?.Path;
}

/// <param name="Key">The key in the API file, such as <c>url</c>.</param>
public sealed record NextMemberModel(string Key, string Path);

/// <summary>The kinds of actions. The names are the words in the API file, in kebab case.</summary>
public enum NextKind
{
    /// <summary>The customer is sent to a page, by GET or by POST.</summary>
    Redirect,

    /// <summary>The customer opens an app.</summary>
    AppLink,

    /// <summary>The customer scans a code.</summary>
    QrCode,

    /// <summary>The customer pays with a number.</summary>
    Voucher,

    /// <summary>The customer transfers money.</summary>
    BankDetails,

    /// <summary>The customer decides elsewhere.</summary>
    Wait,
}
