using System.ComponentModel;
using System.Net;
using System.Security.Cryptography;

namespace Apm;

// docs/decisions/errors-and-outcomes.md
/// <summary>Sends calls to one gateway for one merchant. A call that may move money is sent at most once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApmTransport
{
    private readonly HttpClient _http;
    private readonly ApiProfile _profile;
    private readonly CallExceptions _exceptions;
    private readonly RequestFactory _requests;
    private readonly ClientSettingsSource _settings;

    /// <summary>Creates a transport that uses the shared HTTP client of the process.</summary>
    /// <param name="options">The options. They are read once, here.</param>
    /// <param name="profile">The gateway's API.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are invalid.</exception>
    public ApmTransport(ApmClientOptions options, ApiProfile profile)
        : this(ApmHttpHandler.Shared, options, profile)
    {
    }

    /// <summary>Creates a transport.</summary>
    /// <param name="http">A client from <see cref="ApmHttpHandler.CreateClient"/> or from dependency injection.</param>
    /// <param name="options">The options. They are read once, here.</param>
    /// <param name="profile">The gateway's API.</param>
    /// <exception cref="ArgumentException"><paramref name="http"/> is another client, which could send a payment twice.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are invalid.</exception>
    public ApmTransport(HttpClient http, ApmClientOptions options, ApiProfile profile)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(profile);
        SendOnceClients.ThrowIfUnguarded(http);
        _http = http;
        _profile = profile;
        _exceptions = new CallExceptions(profile);
        _requests = new RequestFactory(http, profile);
        _settings = new ClientSettingsSource(() => options, profile);
        _ = _settings.Current;
    }

    /// <summary>Creates a transport whose settings may change while it is used.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are invalid.</exception>
    internal ApmTransport(HttpClient http, ClientSettingsSource settings)
    {
        SendOnceClients.ThrowIfUnguarded(http);
        _http = http;
        _profile = settings.Profile;
        _exceptions = new CallExceptions(_profile);
        _requests = new RequestFactory(http, _profile);
        _settings = settings;
        _ = _settings.Current;
    }

    /// <summary>Sends a call and reads a payment from the response.</summary>
    /// <returns>The payment. If an error of a payment or of a confirmation contains the payment, it is this payment.</returns>
    /// <exception cref="ApmActionUnavailableException">The link leads to another origin. Nothing was sent.</exception>
    /// <exception cref="ApmGatewayException">The gateway responded with an error.</exception>
    /// <exception cref="ApmUnreachableException">Nothing was sent, or a query had no response.</exception>
    /// <exception cref="ApmOutcomeUnknownException">The call was or may have been sent, and no readable response states its outcome.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled before anything was sent, or cancelled a query.</exception>
    public async Task<TPayment> SendAsync<TPayment>(ApmCall call, CancellationToken cancellationToken = default)
        where TPayment : Payment, IPayment<TPayment>
    {
        var observation = Observation.Begin(_profile, call);
        try
        {
            call = Keyed(call);
            var answer = await DispatchAsync(call, cancellationToken).ConfigureAwait(false);
            var payment = Read<TPayment>(call, answer);
            observation.Succeeded((int)answer.Status, payment.IsRedirectRefused);
            return payment;
        }
        catch (Exception exception)
        {
            observation.Failed(exception);
            if (RefusedPayment(call, exception, ReadPayment<TPayment>) is { } refused)
            {
                return refused;
            }

            Keep<TPayment>(exception, ReadPayment<TPayment>);
            throw;
        }
    }

    /// <summary>Sends a call and reads what its response is about, such as a refund.</summary>
    /// <param name="call">The call.</param>
    /// <param name="read">Reads a successful response. It throws a <see cref="System.Text.Json.JsonException"/> if it cannot.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="SendAsync{TPayment}(ApmCall, CancellationToken)" path="/exception"/>
    public async Task<TResult> SendAndReadAsync<TResult>(ApmCall call, Func<ApmHttpResponse, TResult> read, CancellationToken cancellationToken = default)
    {
        var observation = Observation.Begin(_profile, call);
        try
        {
            call = Keyed(call);
            var answer = await DispatchAsync(call, cancellationToken).ConfigureAwait(false);
            var result = Read(call, answer, read);
            observation.Succeeded((int)answer.Status);
            return result;
        }
        catch (Exception exception)
        {
            observation.Failed(exception);
            Keep(exception, read);
            throw;
        }
    }

    /// <summary>Sends a call whose response is not read.</summary>
    /// <inheritdoc cref="SendAsync{TPayment}(ApmCall, CancellationToken)" path="/exception"/>
    public Task<ApmHttpResponse> SendAsync(ApmCall call, CancellationToken cancellationToken = default) =>
        SendAndReadAsync(call, static answer => answer, cancellationToken);

    private bool IsAccepted(BufferedResponse answer) => answer.IsSuccess && !GatewayErrorReader.IsError(_profile, answer);

    private ValueTask<BufferedResponse> DispatchAsync(in ApmCall call, CancellationToken cancellationToken)
    {
        ClientSettings settings;
        HttpRequestMessage request;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            settings = call is { Values.Settings: { } first, Keyed: not { IsRepeated: true } } ? first : _settings.Current;
            request = _requests.Create(WithValues(call, settings), settings);
            ThrowIfElsewhere(call, request, settings);
        }
        catch
        {
            call.Body.Return();
            throw;
        }

        return settings.GetCredentialsAsync is null && settings.Tokens is null
            ? DispatchAsync(call, request, settings, cancellationToken)
            : AuthorizeAsync(call, request, settings, cancellationToken);
    }

    private ValueTask<BufferedResponse> DispatchAsync(
        in ApmCall call,
        HttpRequestMessage request,
        ClientSettings settings,
        CancellationToken cancellationToken) => call.Operation.IsSafe
        ? AskAsync(call, request, settings, cancellationToken)
        : SendOnceAsync(call, request, settings, cancellationToken);

    private async ValueTask<BufferedResponse> AuthorizeAsync(
        ApmCall call,
        HttpRequestMessage request,
        ClientSettings settings,
        CancellationToken cancellationToken)
    {
        try
        {
            await (settings.Tokens is null
                ? settings.AuthorizeAsync(request, call.Operation.Id, _http.Timeout, cancellationToken)
                : settings.AuthorizeAsync(request, call.Operation.Id, _http, Clock, cancellationToken)).ConfigureAwait(false);
        }
        catch
        {
            request.Dispose();
            call.Body.Return();
            throw;
        }

        return await DispatchAsync(call, request, settings, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<BufferedResponse> AskAsync(
        ApmCall call,
        HttpRequestMessage asked,
        ClientSettings settings,
        CancellationToken cancellationToken)
    {
        BufferedResponse answer;
        try
        {
            using var request = asked;
            var body = ReadOnlyMemory<byte>.Empty;
            if (!call.Body.IsNone)
            {
                request.Content = QueryContent(call.Body);
                body = await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            }

            Sign(request, body, settings);
            using var origin = CallOrigin.IsSafe(request.Method) ? null : new CallOrigin(request, null);
            answer = await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (RedirectedException exception)
        {
            throw _exceptions.Redirected(call, exception);
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw _exceptions.Unanswered(call, exception);
        }

        Check(call, answer, asked, settings);
        return IsAccepted(answer) ? answer : throw _exceptions.Refused(call, answer);
    }

    // A query changes nothing, so its body can be read any number of times.
    private ByteArrayContent QueryContent(in ApmBody body)
    {
        var kept = _profile.MediaType == FormBody.MediaType ? FormBody.Of(body).Kept() : body.Kept();
        var content = new ByteArrayContent(kept.Memory.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", _profile.MediaType);
        return content;
    }

    private void Sign(HttpRequestMessage request, ReadOnlyMemory<byte> body, ClientSettings settings)
    {
        if (_profile.Signature is { } signature)
        {
            MessageSigning.Sign(request, body, signature, ((SignatureClientOptions)settings.Options).SigningKey, Clock.GetUtcNow());
        }
    }

    // A response that the gateway did not sign states nothing. A token that it refused is not used again.
    private void Check(in ApmCall call, BufferedResponse answer, HttpRequestMessage request, ClientSettings settings)
    {
        if (answer.Status == HttpStatusCode.Unauthorized && settings.Tokens is { } tokens)
        {
            tokens.Drop(request);
        }

        if (_profile.ResponseSignature is not { } signature)
        {
            return;
        }

        try
        {
            var key = ((SignatureClientOptions)settings.Options).ResponseKey;
            var isRequired = answer.IsSuccess || GatewayErrorReader.PaymentJson(_profile, answer) is not null;
            MessageSigning.Check(answer, isRequired, request.Method.Method, request.RequestUri!.PathAndQuery, signature, key, Clock.GetUtcNow());
        }
        catch (CryptographicException exception)
        {
            throw _exceptions.Unreadable(call, answer, exception);
        }
    }

    private async ValueTask<BufferedResponse> SendOnceAsync(
        ApmCall call,
        HttpRequestMessage request,
        ClientSettings settings,
        CancellationToken cancellationToken)
    {
        var mediaType = call.Body.IsNone && !call.Operation.SendsContentTypeWithoutBody ? null : _profile.MediaType;
        var content = new RequestBodyContent(call.Body, mediaType);
        Sign(request, content.Memory, settings);
        var outcome = await SingleSend.SendAsync(_http, request, content, _profile.CorrelationHeader, cancellationToken).ConfigureAwait(false);
        if (outcome.Answer is { } answer)
        {
            Check(call, answer, request, settings);
            return IsAccepted(answer) ? answer
                : outcome.WentOn ? throw _exceptions.WentOn(call, answer)
                : throw _exceptions.Refused(call, answer);
        }

        if (outcome.IsUnsent)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw _exceptions.Unsent(call, outcome.Failure);
        }

        throw outcome.WentOn
            ? _exceptions.WentOn(call, outcome.Failure)
            : _exceptions.Unknown(call, outcome.Failure);
    }

    private async ValueTask<BufferedResponse> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Read the headers only: otherwise the client copies the body into its own buffer.
        var deadline = new ClientDeadline(_http);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return await deadline.ReadAsync(response, _profile.CorrelationHeader, cancellationToken).ConfigureAwait(false);
    }
}
