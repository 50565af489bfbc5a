using System.Net;
using System.Text.RegularExpressions;

namespace Apm.Sandbox;

/// <summary>Plays the customer: opens the hosted page, presses a button, and reports where the browser is sent.</summary>
public sealed partial class SandboxCustomer
{
    private readonly HttpClient _http;

    internal SandboxCustomer(SandboxHandler handler)
        : this(new HttpClient(handler, disposeHandler: false))
    {
    }

    /// <summary>A customer with a browser of its own.</summary>
    /// <param name="http">It must not follow redirects, or the customer ends up in the shop.</param>
    public SandboxCustomer(HttpClient http) => _http = http;

    /// <summary>Opens the page and leaves it.</summary>
    /// <param name="redirectUrl">Where the shop sends its customer, or the picture that it shows, as the gateway answered.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The page's HTML.</returns>
    /// <exception cref="HttpRequestException">There is no such page.</exception>
    public Task<string> OpenAsync(Uri redirectUrl, CancellationToken cancellationToken = default) =>
        _http.GetStringAsync(redirectUrl, cancellationToken);

    /// <inheritdoc cref="OpenAsync(Uri, CancellationToken)"/>
    public Task<string> OpenAsync(string redirectUrl, CancellationToken cancellationToken = default) =>
        OpenAsync(Address(redirectUrl), cancellationToken);

    /// <summary>Is refused.</summary>
    /// <param name="redirectUrl">Where the shop sends its customer, or the picture that it shows, as the gateway answered.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The shop's address that the browser is sent to; null if the shop gave none for this outcome.</returns>
    /// <exception cref="HttpRequestException">There is no such page.</exception>
    /// <exception cref="InvalidOperationException">The page does not offer that, because the payment was decided already or the
    /// shop gave no address to cancel to.</exception>
    public Task<Uri?> FailAsync(Uri redirectUrl, CancellationToken cancellationToken = default) =>
        PressAsync(redirectUrl, "fail", cancellationToken);

    /// <inheritdoc cref="FailAsync(Uri, CancellationToken)"/>
    public Task<Uri?> FailAsync(string redirectUrl, CancellationToken cancellationToken = default) =>
        FailAsync(Address(redirectUrl), cancellationToken);

    /// <summary>Pays.</summary>
    /// <inheritdoc cref="FailAsync(Uri, CancellationToken)"/>
    public Task<Uri?> AuthoriseAsync(Uri redirectUrl, CancellationToken cancellationToken = default) =>
        PressAsync(redirectUrl, "authorise", cancellationToken);

    /// <inheritdoc cref="AuthoriseAsync(Uri, CancellationToken)"/>
    public Task<Uri?> AuthoriseAsync(string redirectUrl, CancellationToken cancellationToken = default) =>
        AuthoriseAsync(Address(redirectUrl), cancellationToken);

    /// <summary>Goes back to the shop before the result is known. The page can be opened again to decide.</summary>
    /// <inheritdoc cref="FailAsync(Uri, CancellationToken)"/>
    public Task<Uri?> LeavePendingAsync(Uri redirectUrl, CancellationToken cancellationToken = default) =>
        PressAsync(redirectUrl, "pending", cancellationToken);

    /// <inheritdoc cref="LeavePendingAsync(Uri, CancellationToken)"/>
    public Task<Uri?> LeavePendingAsync(string redirectUrl, CancellationToken cancellationToken = default) =>
        LeavePendingAsync(Address(redirectUrl), cancellationToken);

    /// <summary>Changes their mind.</summary>
    /// <inheritdoc cref="FailAsync(Uri, CancellationToken)"/>
    public Task<Uri?> CancelAsync(Uri redirectUrl, CancellationToken cancellationToken = default) =>
        PressAsync(redirectUrl, "cancel", cancellationToken);

    /// <inheritdoc cref="CancelAsync(Uri, CancellationToken)"/>
    public Task<Uri?> CancelAsync(string redirectUrl, CancellationToken cancellationToken = default) =>
        CancelAsync(Address(redirectUrl), cancellationToken);

    private static Uri Address(string answered) => new(Picture.AddressIn(answered) ?? answered);

    private async Task<Uri?> PressAsync(Uri redirectUrl, string decision, CancellationToken cancellationToken)
    {
        var page = await OpenAsync(redirectUrl, cancellationToken).ConfigureAwait(false);
        if (!Buttons().Matches(page).Any(button => button.Groups["value"].Value == decision))
        {
            throw new InvalidOperationException(
                $"The hosted page has no button '{decision}': {WebUtility.HtmlDecode(Heading().Match(page).Groups["text"].Value)}.");
        }

        using var form = new FormUrlEncodedContent([new("decision", decision)]);
        using var response = await _http.PostAsync(redirectUrl, form, cancellationToken).ConfigureAwait(false);
        return response.StatusCode switch
        {
            HttpStatusCode.SeeOther => response.Headers.Location,
            HttpStatusCode.OK => null,
            var status => throw new InvalidOperationException($"The hosted page did not take the decision: status {(int)status}."),
        };
    }

    [GeneratedRegex("<button name=\"decision\" value=\"(?<value>[a-z]+)\">")]
    private static partial Regex Buttons();

    [GeneratedRegex("<h1>(?<text>[^<]*)</h1>")]
    private static partial Regex Heading();
}
