using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The text that the program prints when it listens: everything that a first payment needs.</summary>
internal static class Greeting
{
    public static void Print(SandboxServer server, TextWriter output)
    {
        var gateway = server.Gateway;
        output.WriteLine($"Listening on {server.BaseAddress}");
        output.WriteLine();
        foreach (var (name, value) in Credentials(gateway))
        {
            output.WriteLine($"  {name + ":",-11}{value}");
        }

        if (gateway.Webhooks.Url is { } events)
        {
            output.WriteLine();
            output.WriteLine(
                $"  Webhooks go to {events}, signed with the key {string.Join(", ", gateway.Webhooks.Keys.Select(key => $"{key.Key}: {key.Value}"))}");
        }

        output.WriteLine();
        output.WriteLine("Payment methods:");
        foreach (var method in gateway.Methods)
        {
            output.WriteLine($"  {method.SpecId} ({method.Name}): {string.Join(", ", method.Currencies)}");
        }

        output.WriteLine();
        output.WriteLine("A first payment:");
        output.WriteLine();
        output.WriteLine("  " + CurlLine(server));
        output.WriteLine();
        output.WriteLine("The response contains the address of the customer's page. Open it in a browser. To stop the sandbox, press Ctrl+C.");
    }

    internal static string CurlLine(SandboxServer server)
    {
        var method = server.Gateway.Methods[0];
        var api = server.Gateway.Apis.First(known => known.Id == method.Api);
        var pay = api.Operation(OperationId.Pay)!;
        var (name, value) = Authentication.Header(api.Authentication, server.Gateway.Credentials);
        var authentication = api.Authentication.Scheme == AuthenticationScheme.Basic
            ? $"-u {Quote($"{server.UserName}:{server.Password}")}"
            : $"-H {Quote($"{name}: {value}")}";
        var headers = string.Concat(api.Headers.Select(header => $" -H {Quote($"{header.Name}: {header.Value}")}"));
        var example = ExampleRequest.For(api, method);
        var body = Quote(api.Format == BodyFormat.Form ? FormBody.Of(example) : example.ToJsonString());
        var url = Quote(server.BaseAddress.GetLeftPart(UriPartial.Authority) + pay.Target);
        return $"curl -sS -X {pay.Verb} {authentication}{headers} -H 'Content-Type: {RequestHeaders.MediaType(api)}' -d {body} {url}";
    }

    private static IEnumerable<(string Name, string Value)> Credentials(Gateway gateway)
    {
        var schemes = gateway.Apis.Select(api => api.Authentication.Scheme).ToHashSet();
        if (schemes.Contains(AuthenticationScheme.OAuth2))
        {
            yield return ("client id", gateway.Credentials.UserName);
            yield return ("client secret", gateway.Credentials.Password);
        }

        if (schemes.Contains(AuthenticationScheme.Basic))
        {
            yield return ("user name", gateway.Credentials.UserName);
            yield return ("password", gateway.Credentials.Password);
        }

        if (schemes.Contains(AuthenticationScheme.Bearer) || schemes.Contains(AuthenticationScheme.HeaderKey))
        {
            yield return ("key", gateway.Credentials.Key);
        }
    }

    private static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
