using Apm.Specs;

namespace Apm.Generators;

/// <summary>The base class of all payments of an API, and the status as an open set of texts.</summary>
internal static class EmitApiPayment
{
    // Members of the runtime's class, and members that are generated here in addition to the id and the status.
    private static readonly HashSet<string> s_paymentMembers =
    [
        "Actions", "BooleanMember", "ErrorOfResponse", "GetNext", "GetPaidValue", "GetReference", "IdMember", "IntegerMember", "IsRedirectRefused",
        "MoneyMember", "MoneyOfPayment", "Parse", "QrCode", "RawJson", "RawUtf8", "ReadNext", "Redirect", "RequireId", "RequireLink", "Self", "State",
        "StateOf", "StateWhen", "StatusCode", "TextMember", "TheStates", "TryGetMember", "Validate",
    ];

    // Protected members of the runtime's class, which may be hidden by public ones.
    private static readonly HashSet<string> s_inherited = ["Id", "Status"];

    /// <summary>The type of the status. It is named separately from the API's other types.</summary>
    public static string StatusType(ApiModel api) => api.Prefix + CSharpName.Property(LastSegment(api.Response.Status), DeclaredTypes.FixedParts(api).Contains);

    /// <summary>The property with the payment's id; null if the runtime's class has the same text in a property with this name.</summary>
    public static string? IdProperty(ApiModel api) =>
        (api.Response.Id == api.Response.Self && CSharpName.Pascal(LastSegment(api.Response.Id)) == "Self")
        || (api.Response.Redirects.Contains(api.Response.Id) && CSharpName.Pascal(LastSegment(api.Response.Id)) == "Redirect")
            ? null
            : PaymentProperty(api, api.Response.Id);

    public static string StatusProperty(ApiModel api) => PaymentProperty(api, api.Response.Status);

    /// <summary>The property of the status type for one status.</summary>
    public static string StatusProperty(ApiModel api, string status) => EmitStatus.Property(StatusType(api), status);

    public static void Write(CodeWriter code, ApiModel api)
    {
        var type = api.Prefix + "Payment";
        var status = StatusType(api);
        EmitDocs.Summary(code, $"A payment at the {api.Name}, as of the last response.");
        code.Line(EmitContext.GeneratedCode);
        code.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Apm.JsonModelConverter<{type}>))]");
        using (code.Block($"public class {type} : global::Apm.Payment, global::Apm.IPayment<{type}>, global::Apm.IJsonModel<{type}>"))
        {
            EmitStates.Field(code, "TheStates", EmitStates.Special([.. api.Statuses], []));
            EmitPayment.Members(code, type, api, modifier: "");
            code.Line();
            if (IdProperty(api) is { } id)
            {
                EmitDocs.Summary(code, "The gateway's id of the payment.");
                code.Line($"public {New(id)}string {id} => base.Id;");
                code.Line();
            }

            // If both properties have one name, which is an error in the API's file, the id keeps it.
            if (StatusProperty(api) is var property && property != IdProperty(api))
            {
                EmitDocs.Summary(code, "The gateway's status of the payment. Statuses that the gateway adds later are kept.");
                code.Line($"public {New(property)}{status} {property} => new(base.Status);");
                code.Line();
            }

            foreach (var member in api.Response.Members)
            {
                Member(code, member, api, MemberProperty(member, api, api.Prefix + "Payment"));
                code.Line();
            }

            if (api.Response.Reference is { } reference)
            {
                EmitDocs.Summary(code, "The shop's reference of the payment; null if the response does not have it.");
                code.Line($"public string? Reference => base.IdMember({CSharpText.Literal(reference)});");
                code.Line();
            }

            foreach (var (name, place, what) in Amounts(api))
            {
                EmitDocs.Summary(code, $"{what}; null if the response does not have it.");
                code.Line($"public global::Apm.Money? {name} => {Money(place, api)};");
                code.Line();
            }

            if (api.Errors.Payment is not null)
            {
                EmitDocs.Summary(code, "The error with which the gateway refused the request; null if it accepted the request.");
                code.Line("public global::Apm.ApmGatewayException? Error => base.ErrorOfResponse;");
                code.Line();
            }

            if (api.Response.Next is { } next)
            {
                EmitNext.Write(code, next, api);
            }

            PaymentFacts(code, api);
            foreach (var body in GeneratedOperation.Of(api).Select(pair => pair.Operation.BodyType(pair.Model, api)).OfType<string>())
            {
                code.Line($"""
                    /// <summary>Checks every rule of the payment's method.</summary>
                    public virtual global::Apm.ApmValidationResult Validate({body} request) => {EmitValidator.Of(body)}.Validate(request);

                    """);
            }

            var state = State(api, $"new {status}(base.Status).State", api.Statuses.Any(known => !known.When.IsEmpty));
            code.Line($"""
                /// <inheritdoc/>
                public override global::Apm.PaymentState State => {state};
                """);
        }

        code.Line();
        EmitStatus.Write(code, status, $"The status of a payment at the {api.Name}.", [.. api.Statuses]);
        foreach (var (operation, _) in GeneratedOperation.Of(api).Where(pair => pair.Model.Summary is not null))
        {
            code.Line();
            EmitDocs.Summary(code, $"A payment whose method offers the operation {operation.Id}.");
            code.Line(EmitContext.GeneratedCode);
            code.Line($"public interface {operation.Interface};");
        }
    }

    /// <summary>The property of a payment for a declared member of responses.</summary>
    public static string MemberProperty(ResponseMemberModel member, ApiModel api, string payment) => CSharpName.Property(
        member.PropertyName,
        LastSegment(member.Path),
        name => s_paymentMembers.Contains(name) || s_inherited.Contains(name) || IsAdded(name, api) || name == payment
            || name == api.Prefix + "Payment" || name == api.Prefix + "Json" || name == StatusType(api)
            || name == IdProperty(api) || name == StatusProperty(api));

    private static IEnumerable<(string Name, MoneyPlaceModel Place, string What)> Amounts(ApiModel api)
    {
        if (api.Response.Value is { } value)
        {
            yield return ("Value", value, "The money of the payment");
        }

        if (api.Response.Captured is { } captured)
        {
            yield return ("CapturedValue", captured, "The money that was captured so far");
        }

        if (api.Response.Refunded is { } refunded)
        {
            yield return ("RefundedValue", refunded, "The money that was refunded so far");
        }
    }

    // What the response states precedes what the shop sent or stored.
    private static void PaymentFacts(CodeWriter code, ApiModel api)
    {
        if (!api.UsesPaymentFacts)
        {
            return;
        }

        if (api.Response.Reference is not null)
        {
            code.Line("""
                /// <inheritdoc/>
                protected override string? GetReference() => Reference ?? base.GetReference();

                """);
        }

        if (api.Response.Value is not null)
        {
            code.Line("""
                /// <inheritdoc/>
                protected override global::Apm.Money? GetPaidValue() => Value ?? base.GetPaidValue();

                """);
        }
    }

    /// <summary>The state of a payment, as an expression.</summary>
    /// <param name="api">The API.</param>
    /// <param name="alone">The state of the status alone, as an expression.</param>
    /// <param name="hasStates">Whether the class has <c>TheStates</c>.</param>
    public static string State(ApiModel api, string alone, bool hasStates)
    {
        var ofStatus = (hasStates ? "StateWhen(TheStates) ?? " : "") + alone;
        return api.Response switch
        {
            { Refunded: null } => ofStatus,
            { Captured: null } => $"StateOf({ofStatus}, RefundedValue, Value)",
            { Value: null } => $"StateOf({ofStatus}, RefundedValue, CapturedValue)",
            _ => $"StateOf({ofStatus}, RefundedValue, CapturedValue ?? Value)",
        };
    }

    /// <summary>The money at the first path with a value, as an expression.</summary>
    public static string Money(MoneyPlaceModel place, ApiModel api) => string.Join(" ?? ", place.Paths.Select(path =>
        $"base.{Reader(place.IsOfPayment)}({CSharpText.Literal(path)}, {Currency(place.CurrencyAt)}{api.Prefix}Json.MoneyFormat)"));

    private static string Reader(bool isOfPayment) => isOfPayment ? "MoneyOfPayment" : "MoneyMember";

    private static string Currency(string? path) => path is null or MoneyModel.OfPayment ? "" : CSharpText.Literal(path) + ", ";

    /// <param name="property">The name of the property.</param>
    public static void Member(CodeWriter code, ResponseMemberModel member, ApiModel api, string property)
    {
        EmitDocs.Summary(code, member.Summary ?? $"The member {member.Path} of the response.");
        code.Line($"/// <remarks>Null if the response has none. <c>{CSharpText.Xml(member.Path)}</c>.</remarks>");
        var (type, read) = member.Type switch
        {
            ResponseMemberType.Integer => ("long?", "base.IntegerMember({0})"),
            ResponseMemberType.Boolean => ("bool?", "base.BooleanMember({0})"),
            ResponseMemberType.Money =>
                ("global::Apm.Money?", $"base.{Reader(member.IsOfPayment)}({{0}}, {Currency(member.CurrencyAt)}{api.Prefix}Json.MoneyFormat)"),
            _ => ("string?", "base.TextMember({0})"),
        };
        if (member.PropertyName is not null)
        {
            code.Line($"[global::Apm.ApmMember({CSharpText.Literal(member.Path)})]");
        }

        code.Line($"public {type} {property} => {read.Replace("{0}", CSharpText.Literal(member.Path))};");
    }

    // Members that only some APIs have.
    private static bool IsAdded(string name, ApiModel api) =>
        Amounts(api).Any(amount => amount.Name == name)
        || (name == "Reference" && api.Response.Reference is not null)
        || (name == "Error" && api.Errors.Payment is not null)
        || (name == "Known" && (api.Operation(OperationId.Query) is null || api.UsesPaymentFacts))
        || (name is "Next" or "NextProfile" && api.Response.Next is not null);

    private static string PaymentProperty(ApiModel api, string path) => CSharpName.Property(LastSegment(path),
        name => s_paymentMembers.Contains(name) || IsAdded(name, api)
            || name == api.Prefix + "Payment" || name == api.Prefix + "Json"
            || name == StatusType(api) && path != api.Response.Status);

    private static string New(string property) => s_inherited.Contains(property) ? "new " : "";

    private static string LastSegment(string path) => MemberPath.NameOf(path);
}
