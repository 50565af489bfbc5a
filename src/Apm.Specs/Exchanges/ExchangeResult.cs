namespace Apm.Specs;

/// <summary>A refund, a capture or an acknowledgement that must be read. Null where the exchange does not state it.</summary>
public sealed record ExchangeResult
{
    public string? Id { get; init; }

    public string? Status { get; init; }

    public ResultState? State { get; init; }

    /// <summary>An amount in major units with its currency, such as <c>12.34 HKD</c>.</summary>
    public string? Value { get; init; }

    /// <summary>The id of the payment.</summary>
    public string? Payment { get; init; }

    /// <summary>Further members, by their paths in the spec.</summary>
    public EquatableArray<ExchangeMember>? Members { get; init; }

    internal IEnumerable<(string Key, string? Stated, string? Read)> ComparedTo(ExchangeResult? read) =>
    [
        ("result.id", Id, read?.Id),
        ("result.status", Status, read?.Status),
        ("result.state", State?.ToString(), read?.State?.ToString()),
        ("result.value", Value, read?.Value),
        ("result.payment", Payment, read?.Payment),
        .. Members?.Select(member => ("result.members." + member.Path, member.Text, read?.Text(member.Path))) ?? [],
    ];

    private string? Text(string path) => Members?.FirstOrDefault(member => member.Path == path)?.Text;
}
