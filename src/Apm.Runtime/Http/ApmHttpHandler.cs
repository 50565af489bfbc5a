namespace Apm;

/// <summary>The handler at the end of a payment client's chain.</summary>
public static class ApmHttpHandler
{
    /// <summary>
    /// A handler that follows no redirects, which could send a payment twice or credentials elsewhere, and keeps no
    /// cookies. For <c>new HttpClient(ApmHttpHandler.Create())</c> without dependency injection.
    /// </summary>
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
