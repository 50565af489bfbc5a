namespace Apm;

/// <summary>What of one options instance goes into requests, made once. An address and its credentials are never mixed with another instance's.</summary>
internal sealed class ClientSettings
{
    private readonly ApiProfile _profile;

    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are wrong.</exception>
    public ClientSettings(ApmClientOptions options, ApiProfile profile)
    {
        options.ThrowIfInvalid(profile.Name);
        _profile = profile;
        Options = options;
        Target = new RequestUriResolver(options.BaseAddress!);
        GetCredentialsAsync = options.GetCredentialsAsync;
        Headers = GetCredentialsAsync is null ? [options.GetCredentials(), .. profile.Headers] : [.. profile.Headers];
    }

    public ApmClientOptions Options { get; }

    public RequestUriResolver Target { get; }

    /// <summary>Headers that go with every request. Credentials are among them where they are configured.</summary>
    public KeyValuePair<string, string>[] Headers { get; }

    /// <summary>Where credentials come from that are not configured; null where they are.</summary>
    public Func<CancellationToken, ValueTask<string>>? GetCredentialsAsync { get; }

    /// <summary>Adds credentials that are not configured to a request.</summary>
    /// <exception cref="ApmUnreachableException">There are none that can be sent.</exception>
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
        }
        catch (Exception exception)
        {
            // One that goes on although nobody waits may fail yet.
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
