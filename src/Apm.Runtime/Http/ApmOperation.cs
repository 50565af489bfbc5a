using System.ComponentModel;

namespace Apm;

/// <summary>An operation of a gateway's API.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApmOperation
{
    private static readonly string[] s_ids = ["{id}", "{refund.id}", "{capture.id}"];

    /// <summary>Creates an operation.</summary>
    /// <param name="id">The id, such as <see cref="PaymentOperation.Pay"/>.</param>
    /// <param name="method">The HTTP method. It does not decide whether the operation changes state.</param>
    /// <param name="path">The path below the base address. It begins with <c>/</c> and has <c>{id}</c> in place of the payment's id,
    /// and <c>{refund.id}</c> or <c>{capture.id}</c> in place of the id of that object. It may have a query string and further names, such as
    /// <c>{merchant.account}</c>. Null for an operation that follows a link.</param>
    /// <param name="successStatus">The HTTP status of success. Any other 2xx status counts as success too.</param>
    public ApmOperation(string id, HttpMethod method, string? path, int successStatus)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(method);
        Id = id;
        Method = method;
        Path = path;
        SuccessStatus = successStatus;
        IsSafe = IsQuery(id);
        HasNames = path is not null
            && s_ids.Aggregate(path, (rest, id) => rest.Replace(id, "", StringComparison.Ordinal)).Contains('{', StringComparison.Ordinal);
    }

    /// <summary>The id, such as <see cref="PaymentOperation.Pay"/>.</summary>
    public string Id { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path below the base address; null for an operation that follows a link.</summary>
    public string? Path { get; }

    /// <summary>The HTTP status of success.</summary>
    public int SuccessStatus { get; }

    /// <summary>
    /// Whether the operation changes nothing at the gateway and may be sent again. Only a query is safe, with GET or POST. Every
    /// other operation is sent at most once, even if the gateway uses GET for it.
    /// </summary>
    public bool IsSafe { get; }

    /// <summary>Whether the path has names other than those of ids.</summary>
    internal bool HasNames { get; }

    /// <summary>Whether the header Content-Type is sent in a request without a body as well, because the gateway requires it.</summary>
    public bool SendsContentTypeWithoutBody { get; init; }

    /// <summary>The statuses in which the gateway offers the operation; empty if they do not matter. A client calls it in other statuses, too.</summary>
    public IReadOnlyList<string> While { get; init; } = [];

    /// <summary>
    /// Conditions for the payment's last response under which the gateway offers the operation; empty if they do not matter. A client calls
    /// it under other conditions, too.
    /// </summary>
    public IReadOnlyList<MemberCondition> When { get; init; } = [];

    internal static bool IsQuery(string id) =>
        id is PaymentOperation.Query or PaymentOperation.Find or PaymentOperation.QueryRefund or PaymentOperation.QueryCapture;
}
