using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Apm;

// docs/decisions/credentials.md
/// <summary>The token of one options instance. It is requested when it is needed, and kept until shortly before its end.</summary>
internal sealed class AccessTokens(OAuth2Profile profile, OAuth2ClientOptions options, RequestUriResolver target)
{
    private static readonly TimeSpan s_reserve = TimeSpan.FromSeconds(30);

    private readonly object _lock = new();
    private Task<Token>? _current;

    /// <summary>Returns the kept token, or requests one. Calls at the same time share one request.</summary>
    /// <exception cref="HttpRequestException">There is no token.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled, or the time is over.</exception>
    public async ValueTask<string> GetAsync(HttpClient http, TimeProvider clock, CancellationToken cancellationToken)
    {
        Task<Token> current;
        lock (_lock)
        {
            if (_current is null or { IsFaulted: true } or { IsCanceled: true }
                || (_current.IsCompletedSuccessfully && clock.GetUtcNow() >= _current.Result.End))
            {
                // The request does not end with the first caller, because others wait for it, too.
                _current = Task.Run(() => RequestAsync(http, clock), CancellationToken.None);
            }

            current = _current;
        }

        return (await current.WaitAsync(cancellationToken).ConfigureAwait(false)).Text;
    }

    /// <summary>Drops a token that the gateway refused.</summary>
    public void Drop(HttpRequestMessage refused)
    {
        lock (_lock)
        {
            if (_current is { IsCompletedSuccessfully: true } current
                && refused.Headers.NonValidated.TryGetValues("Authorization", out var values)
                && values.ToString() == options.GetCredentials(current.Result.Text).Value)
            {
                _current = null;
            }
        }
    }

    private async Task<Token> RequestAsync(HttpClient http, TimeProvider clock)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Resolve(new ApmCall(profile.Operation)))
        {
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
            Content = new FormUrlEncodedContent(Form()),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (!profile.IsInBody)
        {
            // RFC 6749, section 2.3.1.
            var credentials = Uri.EscapeDataString(options.ClientId) + ":" + Uri.EscapeDataString(options.ClientSecret);
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(credentials)));
        }

        // A token request changes nothing that a second one would change again.
        using var origin = new CallOrigin(request, null);
        var sent = clock.GetUtcNow();
        var deadline = new ClientDeadline(http);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None).ConfigureAwait(false);
        var answer = await deadline.ReadAsync(response, null, CancellationToken.None).ConfigureAwait(false);
        return Read(answer, sent);
    }

    private List<KeyValuePair<string, string>> Form()
    {
        var form = new List<KeyValuePair<string, string>> { new("grant_type", "client_credentials") };
        if (profile.Scope is { } scope)
        {
            form.Add(new("scope", scope));
        }

        if (profile.IsInBody)
        {
            form.Add(new("client_id", options.ClientId));
            form.Add(new("client_secret", options.ClientSecret));
        }

        return form;
    }

    // No message quotes the response, which may contain a token.
    private static Token Read(BufferedResponse answer, DateTimeOffset sent)
    {
        if (!answer.IsSuccess)
        {
            throw new HttpRequestException($"The gateway refused the request for a token with {(int)answer.Status}.", null, answer.Status);
        }

        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            var root = json.RootElement;
            var text = root.GetProperty("access_token").GetString();
            var isBearer = !root.TryGetProperty("token_type", out var type)
                || string.Equals(type.GetString(), "Bearer", StringComparison.OrdinalIgnoreCase);
            if (isBearer && text is { Length: > 0 } && !text.AsSpan().ContainsAnyExceptInRange('!', '~'))
            {
                return new Token(text, sent + Lifetime(root));
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new HttpRequestException("The response to the request for a token cannot be read.", exception);
        }

        throw new HttpRequestException("The response to the request for a token has no bearer token.");
    }

    // A token without a lifetime is used for the calls that wait for it.
    private static TimeSpan Lifetime(JsonElement root)
    {
        if (!root.TryGetProperty("expires_in", out var stated))
        {
            return TimeSpan.Zero;
        }

        // An exception of a parser would quote the text.
        var text = stated.ValueKind == JsonValueKind.String ? stated.GetString() : stated.GetRawText();
        if (!double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) || double.IsNaN(seconds))
        {
            throw new FormatException("The lifetime of the token is not a number.");
        }

        var lifetime = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, TimeSpan.FromDays(365).TotalSeconds));
        return lifetime > 2 * s_reserve ? lifetime - s_reserve : lifetime / 2;
    }

    private sealed record Token(string Text, DateTimeOffset End);
}
