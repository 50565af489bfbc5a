using System.Net;
using System.Net.Sockets;

namespace Apm.Tests.Stores;

internal static class LoopbackPort
{
    public static int Free()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
