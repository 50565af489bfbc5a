using System.Net;
using System.Text.Json;
using Apm.Specs;

namespace Apm.Sandbox.Tests;

/// <summary>An answer of the gateway, read by the spec.</summary>
internal sealed record Answer(ApiModel Api, HttpStatusCode StatusCode, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonElement Body { get; } = Text.StartsWith('{') ? JsonDocument.Parse(Text).RootElement : default;

    public string Id => Member(Api.Response.Id);

    public string Status => Member(Api.Response.Status);

    public string Self => Member(Api.Response.Self!);

    public string Redirect => Member(Api.Response.Redirects[0]);

    public string ErrorName => Member(Api.Errors.Name!);

    public string Message => Member(Api.Errors.Message);

    public IEnumerable<string> Links => At(Api.Response.Actions[0]).EnumerateObject().Select(link => link.Name);

    public IEnumerable<string> WrongPaths => Details.Select(detail => detail.GetProperty(Api.Errors.DetailPath!).GetString()!);

    public IEnumerable<string> DetailNames => Details.Select(detail => detail.GetProperty(Api.Errors.DetailName!).GetString()!);

    private IEnumerable<JsonElement> Details => At(Api.Errors.Details!).EnumerateArray();

    public string Link(string name) => Member($"{Api.Response.Actions[0]}.{name}.{Api.Response.Href}");

    public void IsError(ErrorKind kind)
    {
        var code = Api.Errors.Code(kind)!;
        Assert.Equal((code.Status, code.Name), ((int)StatusCode, ErrorName));
    }

    private string Member(string path) => At(path).GetString()!;

    private JsonElement At(string path) => path.Split('.').Aggregate(Body, (json, name) => json.TryGetProperty(name, out var found)
        ? found
        : throw new KeyNotFoundException($"{path} in {(int)StatusCode} {Text}"));
}
