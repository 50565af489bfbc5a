using System.ComponentModel;

namespace Apm;

/// <summary>Something that can be asked of a gateway.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApmOperation
{
    /// <summary>Describes an operation.</summary>
    /// <param name="id">The id, such as <see cref="PaymentOperation.Pay"/>.</param>
    /// <param name="method">The HTTP method. It does not decide what the operation changes.</param>
    /// <param name="path">The path below the base address, beginning with <c>/</c>, with <c>{id}</c> where a payment's id stands;
    /// null for an operation that follows a link.</param>
    /// <param name="successStatus">The HTTP status of success. Any other 2xx is taken as success too.</param>
    public ApmOperation(string id, HttpMethod method, string? path, int successStatus)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(method);
        Id = id;
        Method = method;
        Path = path;
        SuccessStatus = successStatus;
        IsSafe = IsQuery(id);
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
    /// It changes nothing at the gateway, so it may be sent again: a query, be it a GET or a POST. Everything else goes out
    /// once, also where a gateway has it as a GET.
    /// </summary>
    public bool IsSafe { get; }

    /// <param name="id">The operation's id.</param>
    internal static bool IsQuery(string id) => id == PaymentOperation.Query;
}
