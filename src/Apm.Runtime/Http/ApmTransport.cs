using System.ComponentModel;

namespace Apm;

/// <summary>Sends calls to one gateway for one merchant. Everything that may move money goes out once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApmTransport
{
    private readonly HttpClient _http;
    private readonly ApiProfile _profile;

    /// <summary>Makes a transport.</summary>
    /// <param name="http">Its handlers should follow no redirects: see <see cref="ApmHttpHandler.Create"/>.</param>
    /// <param name="options">Read once, here.</param>
    /// <param name="profile">The gateway's API.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are wrong.</exception>
    public ApmTransport(HttpClient http, ApmClientOptions options, ApiProfile profile)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(profile);
        options.ThrowIfInvalid(profile.Name);
        _http = http;
        _profile = profile;
    }

    /// <summary>Sends a call and reads a payment from the answer.</summary>
    /// <exception cref="ApmActionUnavailableException">The link leads to another origin. Nothing was sent.</exception>
    /// <exception cref="ApmGatewayException">The gateway refused.</exception>
    /// <exception cref="ApmUnreachableException">Nothing was sent, or a question was not answered.</exception>
    /// <exception cref="ApmOutcomeUnknownException">It was sent, and no answer that can be read says what became of it.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled before anything was sent, or cancelled a question.</exception>
    public async Task<TPayment> SendAsync<TPayment>(ApmCall call, CancellationToken cancellationToken = default)
        where TPayment : Payment, IPayment<TPayment>
    {
        var answer = await SendAsync(call, cancellationToken).ConfigureAwait(false);
        return TPayment.Create(_profile.ReadPayment(answer));
    }

    /// <summary>Sends a call whose answer is not a payment.</summary>
    /// <inheritdoc cref="SendAsync{TPayment}(ApmCall, CancellationToken)" path="/exception"/>
    public async Task<ApmAnswer> SendAsync(ApmCall call, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(call.Operation.Method, call.Link ?? call.Operation.Path);
        using var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new ApmAnswer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
    }
}
