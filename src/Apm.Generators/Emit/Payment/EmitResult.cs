using Apm.Specs;

namespace Apm.Generators;

/// <summary>The objects other than the payment that responses are about: refunds and captures.</summary>
internal static class EmitResult
{
    private static readonly HashSet<string> s_members =
    [
        "BooleanMember", "Id", "IdMember", "IntegerMember", "MoneyMember", "Parse", "PaymentId", "RawJson", "RawUtf8", "Read", "ReadResponse", "State",
        "Status", "StatusCode", "StatusText", "TextMember", "TryGetMember", "Value",
    ];

    /// <summary>The results that are generated types. An acknowledgement is a type of the runtime.</summary>
    public static IEnumerable<ResultModel> Generated(ApiModel api) => api.Results.Where(result => result.Kind is ResultKind.Refund or ResultKind.Capture);

    /// <summary>The C# type of what an operation results in; null for nothing.</summary>
    /// <param name="kind">What the response is about.</param>
    /// <param name="api">The API.</param>
    /// <param name="payment">The type of the payment.</param>
    public static string? Type(ResultKind kind, ApiModel api, string payment) => kind switch
    {
        ResultKind.Payment => payment,
        ResultKind.Acknowledgement => "global::Apm.Acknowledgement",
        ResultKind.Nothing => null,
        _ => api.Prefix + kind,
    };

    /// <summary>The type that a member of the client returns.</summary>
    public static string Task(ResultKind kind, ApiModel api, string payment) =>
        "global::System.Threading.Tasks.Task" + (Type(kind, api, payment) is { } type ? $"<{type}>" : "");

    /// <summary>The statement that sends <c>call</c> and returns the result.</summary>
    /// <param name="call">The call, as an expression.</param>
    public static string Send(ResultKind kind, ApiModel api, string call) => kind switch
    {
        ResultKind.Payment => $"return await _transport.SendAsync<TPayment>({call}, cancellationToken).ConfigureAwait(false);",
        ResultKind.Nothing => $"await _transport.SendAsync({call}, cancellationToken).ConfigureAwait(false);",
        _ => $"return await _transport.SendAndReadAsync({call}, {Reader(kind, api)}, cancellationToken).ConfigureAwait(false);",
    };

    /// <summary>A sentence for the documentation of a member; empty if the result is the payment.</summary>
    public static string Docs(ResultKind kind, ApiModel api)
    {
        var next = api.Operation(OperationId.Query) is null ? "a webhook states its state" : "query it to see its state";
        return kind switch
        {
            ResultKind.Payment => "",
            ResultKind.Acknowledgement or ResultKind.Nothing =>
                $"\n/// <remarks>The response does not state the outcome, and the payment is not changed: {next}.</remarks>",
            _ => $"\n/// <returns>The {Name(kind)}. The payment is not changed: {next}.</returns>",
        };
    }

    public static void Write(CodeWriter code, ApiModel api) => code.Separated(Generated(api), result => Write(code, result, api));

    private static void Write(CodeWriter code, ResultModel result, ApiModel api)
    {
        var type = Type(result.Kind, api, "")!;
        var status = type + "Status";
        var name = Name(result.Kind);
        EmitDocs.Summary(code, $"A {name} at the {api.Name}, as of the last response.");
        code.Line(EmitContext.GeneratedCode);
        code.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Apm.JsonModelConverter<{type}>))]");
        using (code.Block($"public sealed class {type} : global::Apm.{result.Kind}, global::Apm.IJsonModel<{type}>"))
        {
            code.Line($$"""
                /// <summary>Creates a {{name}} from a response of the gateway. Clients call it; tests of a shop use <see cref="Parse(string)"/>.</summary>
                public {{type}}(global::Apm.ResultResponse response)
                    : base(response)
                {
                }

                /// <summary>Reads a {{name}} from the gateway's JSON, such as a text that the shop stored.</summary>
                /// <exception cref="global::System.Text.Json.JsonException">The text is not a {{name}}.</exception>
                public static {{type}} Parse(string json) => ReadResponse(new(200, global::System.Text.Encoding.UTF8.GetBytes(json)));

                internal static {{type}} ReadResponse(global::Apm.ApmHttpResponse answer) =>
                    new(global::Apm.ResultResponse.Read(answer, {{CSharpText.Literal(result.Id)}}, {{CSharpText.Literal(result.Status!)}}));

                static void global::Apm.IJsonModel<{{type}}>.Write(ref global::Apm.JsonOutput output, {{type}} value) => output.Raw(value.RawUtf8.Span);

                static {{type}} global::Apm.IJsonModel<{{type}}>.Read(ref global::System.Text.Json.Utf8JsonReader reader, string path) =>
                    ReadResponse(new(200, global::Apm.JsonInput.ReadRaw(ref reader)));

                /// <summary>The gateway's status of the {{name}}. Statuses that the gateway adds later are kept.</summary>
                public {{status}} Status => new(StatusText);

                /// <inheritdoc/>
                public override global::Apm.{{result.Kind}}State State => Status.State;
                """);
            if (result.Payment is { } payment)
            {
                code.Line();
                EmitDocs.Summary(code, "The gateway's id of the payment; null if the response has none.");
                code.Line($"public string? PaymentId => IdMember({CSharpText.Literal(payment)});");
            }

            if (result.Value is { } value)
            {
                code.Line();
                EmitDocs.Summary(code, $"The money of the {name}; null if the response has none.");
                code.Line($"public global::Apm.Money? Value => {EmitApiPayment.Money(value, api).Replace("base.", "")};");
            }

            foreach (var member in result.Members)
            {
                code.Line();
                EmitApiPayment.Member(code, member, api, Property(member, result, api));
            }
        }

        code.Line();
        var statuses = result.Statuses.Select(known => (known.Status, known.State.ToString())).ToList();
        EmitStatus.Write(code, status, $"The status of a {name} at the {api.Name}.", result.Kind + "State", statuses);
    }

    /// <summary>The property for a declared member of the object.</summary>
    public static string Property(ResponseMemberModel member, ResultModel result, ApiModel api) => CSharpName.Property(
        member.PropertyName,
        MemberPath.NameOf(member.Path),
        name => s_members.Contains(name) || name == Type(result.Kind, api, "") || name == Type(result.Kind, api, "") + "Status" || name == api.Prefix + "Json");

    private static string Reader(ResultKind kind, ApiModel api) => kind == ResultKind.Acknowledgement
        ? "static answer => new global::Apm.Acknowledgement("
            + $"global::Apm.ResultResponse.Read(answer, {CSharpText.Literal(api.Result(kind)!.Id)}, null))"
        : Type(kind, api, "") + ".ReadResponse";

    private static string Name(ResultKind kind) => kind.ToString().ToLowerInvariant();
}
