namespace Apm;

// docs/decisions/credentials.md
/// <summary>The current settings of one client. All clients of one registration share them.</summary>
/// <param name="current">The options. A change gives another instance.</param>
/// <param name="profile">The gateway's API.</param>
internal sealed class ClientSettingsSource(Func<ApmClientOptions> current, ApiProfile profile)
{
    private ClientSettings? _last;

    public ApiProfile Profile => profile;

    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are invalid.</exception>
    public ClientSettings Current
    {
        get
        {
            var options = current();
            var last = _last;
            return last is not null && ReferenceEquals(last.Options, options) ? last : _last = new ClientSettings(options, profile);
        }
    }
}
