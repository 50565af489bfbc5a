namespace Apm.Specs;

/// <summary>Something that can be asked of the gateway, such as <c>pay</c> or <c>partial-refund</c>.</summary>
public sealed record OperationModel
{
    public required string Id { get; init; }

    /// <summary>An HTTP method in capitals.</summary>
    public required string Verb { get; init; }

    /// <summary>A path template that begins with <c>/</c>, or the name of the link or action that the gateway returned.</summary>
    public required string Target { get; init; }

    public bool TargetIsLink => !Target.StartsWith("/", StringComparison.Ordinal);

    /// <summary>Whether the operation changes nothing at the gateway.</summary>
    public bool IsQuery => Id is OperationId.Query or OperationId.Find or ResultOperationId.QueryRefund or ResultOperationId.QueryCapture;

    /// <summary>The HTTP status of success.</summary>
    public required int SuccessStatus { get; init; }

    /// <summary>The statuses in which the gateway offers the operation; empty where it does not matter.</summary>
    public required EquatableArray<string> While { get; init; }

    /// <summary>What must hold for the payment's last response, so that the gateway offers the operation; empty where it does not matter.</summary>
    public EquatableArray<MemberConditionModel> When { get; init; }

    /// <summary>The header Content-Type is sent in a request without a body as well.</summary>
    public bool SendsContentTypeWithoutBody { get; init; }

    /// <summary>What of the request or the behavior no source states, in one sentence; null where the sources state all.</summary>
    public string? Inferred { get; init; }

    /// <summary>What an operation of the gateway's own does, in one sentence; null for the others.</summary>
    public string? Summary { get; init; }

    /// <summary>What the response is about.</summary>
    public ResultKind Result { get; init; }

    /// <summary>For <see cref="OperationId.Find"/>: the path of the payment in the response, with brackets at the end for the first of a
    /// list; null where the response is the payment.</summary>
    public string? At { get; init; }

    /// <summary>The path without its query string.</summary>
    public string Path => Target.Split('?')[0];

    /// <summary>The query string of the path, with its question mark; empty if it has none.</summary>
    public string QueryString => Target.Substring(Path.Length);

    /// <summary>The names of values of the call in the address and in the body that methods share.</summary>
    public IEnumerable<string> Names => (TargetIsLink ? [] : NameTemplate.Names(Target).Select(name => name == ValueName.Id ? ValueName.PaymentId : name))
        .Concat(Body is null ? [] : Body.ConstNames());

    /// <summary>The root object of the body; null where the request has no body.</summary>
    public FieldModel? Body { get; init; }

    /// <summary>What ties fields of the body together, before a method narrows them.</summary>
    public EquatableArray<RuleModel> Rules { get; init; }
}
