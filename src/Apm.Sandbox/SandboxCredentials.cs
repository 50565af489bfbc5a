namespace Apm.Sandbox;

/// <summary>What a shop authenticates with. An API's spec says which of them it takes.</summary>
public sealed record SandboxCredentials
{
    /// <summary>For basic authentication.</summary>
    public string UserName { get; init; } = "merchant-" + RandomToken.Text(6);

    /// <summary>For basic authentication.</summary>
    public string Password { get; init; } = RandomToken.Text(24);

    /// <summary>For bearer authentication, and the key where an API wants one in a header of its own.</summary>
    public string Key { get; init; } = RandomToken.Text(24);

    /// <summary>Shows no secret.</summary>
    public override string ToString() => nameof(SandboxCredentials);
}
