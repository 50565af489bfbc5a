using System.Net;

namespace Apm.Sandbox;

internal static class ListenAddress
{
    public static IPEndPoint Of(SandboxOptions options)
    {
        if (options.Url is not { } url)
        {
            return new(IPAddress.Loopback, 0);
        }

        if (!url.IsAbsoluteUri || url.Scheme != Uri.UriSchemeHttp || url.PathAndQuery != "/" || url.UserInfo.Length > 0)
        {
            throw new ArgumentException($"'{url}' is not an http address without a path, such as http://127.0.0.1:5080.", nameof(options));
        }

        var address = url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 ? IPAddress.Parse(url.Host)
            : url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
            : url.Host is "*" or "+" ? IPAddress.Any
            : throw new ArgumentException($"'{url.Host}' is not an IP address or localhost.", nameof(options));
        return IPAddress.IsLoopback(address) || options.AllowRemote
            ? new(address, url.Port)
            : throw new ArgumentException(
                $"Other machines can reach '{url.Host}'. To allow this, set --allow-remote.",
                nameof(options));
    }
}
