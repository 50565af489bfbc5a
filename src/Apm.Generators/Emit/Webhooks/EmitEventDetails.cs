using Apm.Specs;

namespace Apm.Generators;

/// <summary>The types of webhooks that have members of their own: a class for each, and the property that returns it.</summary>
internal static class EmitEventDetails
{
    // Members of the runtime's class, and members that are generated in addition to the types.
    private static readonly HashSet<string> s_eventMembers =
    [
        "Classification", "Content", "Id", "IsAboutPayment", "Method", "Parse", "ParseAll", "PaymentLink", "Profile", "RawJson", "State", "TheProfile",
        "Timestamp", "TransactionReference", "TryGetMember", "Type", "TypeText", "UniqueId", "Value",
    ];

    private static readonly HashSet<string> s_detailMembers =
    [
        "AmountMember", "BooleanMember", "DateMember", "IntegerMember", "MoneyMember", "TextMember", "TheMoneyFormat", "TimestampMember",
    ];

    /// <summary>The class, without the API's prefix.</summary>
    /// <param name="details">The type of webhook.</param>
    /// <param name="others">The other types of the API, without the prefix.</param>
    public static string Part(WebhookEventModel details, ICollection<string> others) => CSharpName.Property(details.Type, others.Contains);

    public static string Property(WebhookEventModel details, ApiModel api) =>
        CSharpName.Property(
            details.Type,
            name => s_eventMembers.Contains(name) || EmitEventObjects.Properties(api.Webhooks!).Contains(name) || name == api.Prefix + "Event");

    public static string Property(WebhookMemberModel member, string type) =>
        CSharpName.Property(member.Name, name => s_detailMembers.Contains(name) || name == type);

    /// <summary>The property of the event.</summary>
    public static void WriteProperty(CodeWriter code, WebhookEventModel details, ApiModel api)
    {
        var type = DeclaredTypes.EventDetails(details, api);
        code.Line();
        EmitDocs.Summary(code, Summary(details));
        code.Line($"/// <remarks>Null if the webhook has another type than <c>{CSharpText.Xml(details.Type)}</c>.</remarks>");
        code.Line($"public {type}? {Property(details, api)} => TypeText == {CSharpText.Literal(details.Type)} ? new(Content) : null;");
    }

    public static void WriteClass(CodeWriter code, WebhookEventModel details, ApiModel api)
    {
        var type = DeclaredTypes.EventDetails(details, api);
        code.Line();
        EmitDocs.Summary(code, Summary(details));
        code.Line(EmitContext.GeneratedCode);
        using (code.Block($"public sealed class {type} : global::Apm.EventDetails"))
        {
            if (details.Members.Any(member => member.Type == WebhookMemberType.Money))
            {
                var format = EmitApiJson.Money(api.Webhooks!.MoneyFormat(api), api.Exponents);
                code.Line($"private static readonly global::Apm.MoneyFormat TheMoneyFormat = {format};");
                code.Line();
            }

            code.Line($$"""
                internal {{type}}(global::Apm.EventContent content)
                    : base(content)
                {
                }
                """);
            foreach (var member in details.Members)
            {
                code.Line();
                Member(code, member, type);
            }
        }
    }

    private static void Member(CodeWriter code, WebhookMemberModel member, string type)
    {
        EmitDocs.Summary(code, member.Summary ?? $"The member {member.Name} of the webhook.");
        var places = string.Join(" or ", member.Paths.Select(path => $"<c>{CSharpText.Xml(path)}</c>"));
        code.Line($"/// <remarks>Null if the webhook has none. {places}.</remarks>");
        var (returns, read) = member.Type switch
        {
            WebhookMemberType.Integer => ("long?", "IntegerMember("),
            WebhookMemberType.Boolean => ("bool?", "BooleanMember("),
            WebhookMemberType.Money when member.CurrencyAt is { } currency =>
                ("global::Apm.Money?", $"AmountMember(TheMoneyFormat, {CSharpText.Literal(currency)}, "),
            WebhookMemberType.Money => ("global::Apm.Money?", "MoneyMember(TheMoneyFormat, "),
            WebhookMemberType.Timestamp => ("global::System.DateTimeOffset?", "TimestampMember("),
            WebhookMemberType.Date => ("global::System.DateOnly?", "DateMember("),
            _ => ("string?", "TextMember("),
        };
        code.Line($"public {returns} {Property(member, type)} => base.{read}{CSharpText.Join(member.Paths.Select(CSharpText.Literal))});");
    }

    private static string Summary(WebhookEventModel details) => details.Summary ?? $"The members of a webhook of the type {details.Type}.";
}
