namespace Apm.Specs;

// docs/decisions/any-gateway.md
/// <summary>An object other than the payment that responses of operations are about, such as a refund. Dotted paths.</summary>
public sealed record ResultModel
{
    /// <summary><see cref="ResultKind.Refund"/>, <see cref="ResultKind.Capture"/> or <see cref="ResultKind.Acknowledgement"/>.</summary>
    public required ResultKind Kind { get; init; }

    public required string Id { get; init; }

    /// <summary>Null for an acknowledgement, which has no state.</summary>
    public string? Status { get; init; }

    /// <summary>The money of the object.</summary>
    public MoneyPlaceModel? Value { get; init; }

    /// <summary>The id of the payment.</summary>
    public string? Payment { get; init; }

    /// <summary>In the order of the file: the first of a state is its usual one.</summary>
    public EquatableArray<ResultStatusModel> Statuses { get; init; }

    public EquatableArray<ResponseMemberModel> Members { get; init; }

    /// <summary>Reads the current state of the object; null where the gateway does not offer it.</summary>
    public OperationModel? Query { get; init; }

    /// <summary>Cancels the object; null where the gateway does not offer it.</summary>
    public OperationModel? Cancel { get; init; }

    /// <summary>The query and the cancellation.</summary>
    public IEnumerable<OperationModel> Operations => new[] { Query, Cancel }.OfType<OperationModel>();

    public ResultState StateOf(string? status) => Statuses.FirstOrDefault(known => known.Status == status)?.State ?? ResultState.Unknown;
}

public sealed record ResultStatusModel(string Status, ResultState State);

/// <summary>What the response of an operation is about. The names are the ids in the API file, in kebab case.</summary>
public enum ResultKind
{
    Payment,

    Refund,

    Capture,

    /// <summary>The gateway accepts the request. The outcome is known later.</summary>
    Acknowledgement,

    /// <summary>The body of the response is not read.</summary>
    Nothing,
}

/// <summary>The state of a refund or of a capture. The names are the ids in the API file, in kebab case.</summary>
public enum ResultState
{
    Unknown,
    Pending,
    Succeeded,
    Failed,
    Cancelled,
}
