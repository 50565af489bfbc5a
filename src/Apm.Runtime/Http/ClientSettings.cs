namespace Apm;

/// <summary>The parts of requests that come from one options instance. An address and its credentials always come from the same instance.</summary>
internal sealed class ClientSettings
{
    private readonly ApiProfile _profile;
    private readonly KeyValuePair<string, string> _credentials;

    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are invalid.</exception>
    public ClientSettings(ApmClientOptions options, ApiProfile profile)
    {
        options.ThrowIfInvalid(profile.Name);
        _profile = profile;
        Options = options;
        Target = new RequestUriResolver(options.BaseAddress!);
        GetCredentialsAsync = options.GetCredentialsAsync;
        Tokens = GetCredentialsAsync is null && profile.OAuth2 is { } token ? new AccessTokens(token, (OAuth2ClientOptions)options, Target) : null;
        _credentials = GetCredentialsAsync is null ? options.GetCredentials() : default;
        Headers = _credentials.Key is null ? [.. profile.Headers] : [_credentials, .. profile.Headers];
    }

    public ApmClientOptions Options { get; }

    public RequestUriResolver Target { get; }

    /// <summary>Headers of every request. They include the credentials if these are configured.</summary>
    public KeyValuePair<string, string>[] Headers { get; }

    /// <summary>Gets credentials that are not configured; null if they are configured.</summary>
    public Func<CancellationToken, ValueTask<string>>? GetCredentialsAsync { get; }

    /// <summary>The tokens that the client requests; null for other authentication.</summary>
    public AccessTokens? Tokens { get; }

    /// <summary>Whether other settings have the same configured credentials. Those of a callback are not known.</summary>
    public bool HasSameCredentials(ClientSettings other) =>
        GetCredentialsAsync is null
        && other.GetCredentialsAsync is null
        && _credentials.Equals(other._credentials)
        && (Options, other.Options) switch
        {
            (OAuth2ClientOptions one, OAuth2ClientOptions two) => one.ClientId == two.ClientId && one.ClientSecret == two.ClientSecret,
            (SignatureClientOptions one, SignatureClientOptions two) => one.SigningKey == two.SigningKey,
            _ => true,
        };

    /// <summary>Adds a token to a request.</summary>
    /// <exception cref="ApmUnreachableException">There is no token.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async ValueTask AuthorizeAsync(
        HttpRequestMessage request,
        string operation,
        HttpClient http,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        string token;
        try
        {
            token = await Tokens!.GetAsync(http, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw ApmUnreachableException.WithoutCredentials(_profile.Name, operation, "The request for a token failed.", exception);
        }

        var header = Options.GetCredentials(token);
        request.Headers.TryAddWithoutValidation(header.Key, header.Value);
    }

    /// <summary>Adds credentials from <see cref="GetCredentialsAsync"/> to a request.</summary>
    /// <exception cref="ApmUnreachableException">There are no valid credentials.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async ValueTask AuthorizeAsync(HttpRequestMessage request, string operation, TimeSpan timeout, CancellationToken cancellationToken)
    {
        string? credentials;
        Task<string>? asking = null;
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            end.CancelAfter(timeout);
            asking = GetCredentialsAsync!(end.Token).AsTask();
            credentials = await asking.WaitAsync(end.Token).ConfigureAwait(false);

            // A callback that blocks its thread is not interrupted.
            end.Token.ThrowIfCancellationRequested();
        }
        catch (Exception exception)
        {
            // The callback may continue after the wait has ended, and may fail later.
            _ = asking?.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            cancellationToken.ThrowIfCancellationRequested();
            throw ApmUnreachableException.WithoutCredentials(_profile.Name, operation, $"{nameof(ApmClientOptions.GetCredentialsAsync)} failed.", exception);
        }

        var failures = new List<string>();
        Options.Validate(credentials, failures);
        if (failures.Count > 0)
        {
            throw ApmUnreachableException.WithoutCredentials(_profile.Name, operation, string.Join(' ', failures), null);
        }

        var header = Options.GetCredentials(credentials);
        request.Headers.TryAddWithoutValidation(header.Key, header.Value);
    }
}
