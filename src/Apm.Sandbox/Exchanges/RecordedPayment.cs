using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>A payment as a recorded response shows it, read as the spec describes it.</summary>
internal sealed class RecordedPayment(ApiModel api, JsonElement body)
{
    public string? Id => NotEmpty(Dotted.TextOrNumber(body, api.Response.Id));

    public string? Status => api.Response.StatusPaths.Select(path => NotEmpty(Dotted.TextOrNumber(body, path))).FirstOrDefault(text => text is not null);

    public string? Self => api.Response.Self is { } self ? Dotted.TextOrNumber(body, self) : null;

    public string? Reference => api.Response.Reference is { } path ? Dotted.TextOrNumber(body, path) : null;

    public JsonElement Body => body;

    /// <summary>The address of an operation's link; null if the response has none.</summary>
    public string? Link(OperationModel operation) => api.Response.Actions
        .Select(actions => Dotted.Text(body, $"{actions}.{operation.Target}.{api.Response.Href}"))
        .FirstOrDefault(link => link is not null);

    /// <summary>Whether the operation can be called for this payment now. A payment can be queried as long as it is known.</summary>
    public bool Offers(OperationModel operation) => OperationId.IsOfApi(operation.Id)
        || ((operation.While.IsEmpty || (Status is { } status && operation.While.Contains(status)))
            && operation.When.All(condition => ConditionMembers.Holds(condition, body))
            && (operation.TargetIsLink ? Link(operation) is { } link && IsFollowed(link) : Id is not null));

    /// <summary>Whether a link leads to a host of the API. A client follows no other.</summary>
    public bool IsFollowed(string link) => link.StartsWith('/')
        || (Uri.TryCreate(link, UriKind.Absolute, out var address) && api.Hosts.Any(host => IsAt(host, address)));

    // A setting of the merchant has no dots.
    private static bool IsAt(HostModel host, Uri address) => host.Setting is null
        ? new Uri(host.Url).Authority == address.Authority
        : NameTemplate.Matches(host.Url.Split('/')[2], address.Authority)
            && address.Authority.Split('.').Length == NameTemplate.Fill(host.Url, _ => "a").Split('/')[2].Split('.').Length;

    private static string? NotEmpty(string? text) => text is { Length: > 0 } ? text : null;
}
