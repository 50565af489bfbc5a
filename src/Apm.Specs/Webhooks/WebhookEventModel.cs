namespace Apm.Specs;

/// <summary>A type of webhook with members of its own.</summary>
public sealed record WebhookEventModel
{
    public required string Type { get; init; }

    public string? Summary { get; init; }

    /// <summary>If all of these hold, a webhook without a type has this type; empty where the gateway always sends the type.</summary>
    public required EquatableArray<MemberConditionModel> When { get; init; }

    public required EquatableArray<WebhookMemberModel> Members { get; init; }
}

/// <param name="Name">The name in the spec, which becomes a property.</param>
/// <param name="Paths">Dotted, from the root of the body; the first one with a value is read.</param>
public sealed record WebhookMemberModel(string Name, EquatableArray<string> Paths, WebhookMemberType Type, string? Summary)
{
    /// <summary>The path of the currency, if the paths are of the amount alone. Dotted, from the root of the body.</summary>
    public string? CurrencyAt { get; init; }
}

/// <summary>The names are the ids in API files, in kebab case.</summary>
public enum WebhookMemberType
{
    /// <summary>A text; the text of a number, too.</summary>
    String,

    Integer,

    Boolean,

    Money,

    /// <summary>A time in ISO 8601 or RFC 3339; without an offset it is UTC.</summary>
    Timestamp,

    /// <summary>Year-month-day.</summary>
    Date,
}
