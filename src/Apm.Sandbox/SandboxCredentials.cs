namespace Apm.Sandbox;

/// <summary>The credentials of shops. The spec of an API decides which of them it uses.</summary>
public sealed record SandboxCredentials
{
    /// <summary>The user name for basic authentication.</summary>
    public string UserName { get; init; } = "merchant-" + RandomToken.Text(6);

    /// <summary>The password for basic authentication.</summary>
    public string Password { get; init; } = RandomToken.Text(24);

    /// <summary>The token for bearer authentication, or the key for an API with a key in a header of its own.</summary>
    public string Key { get; init; } = RandomToken.Text(24);

    /// <summary>The name of the type. Secrets are withheld.</summary>
    public override string ToString() => nameof(SandboxCredentials);
}
