using System.Net;
using System.Text.RegularExpressions;

namespace Apm.Sandbox;

/// <summary>Simulates the customer: it opens the hosted page, presses a button, and returns the address to which the browser is sent.</summary>
public sealed partial class SandboxCustomer
{
    private readonly HttpClient _http;

    internal SandboxCustomer(SandboxHandler handler)
        : this(new HttpClient(handler, disposeHandler: false))
    {
    }

    /// <summary>Creates a customer with an HTTP client.</summary>
    /// <param name="http">The client. It must not follow redirects, because the customer would be sent to the shop.</param>
    public SandboxCustomer(HttpClient http) => _http = http;

    /// <summary>Opens the page and makes no decision.</summary>
    /// <param name="redirectUrl">The address or the picture for the customer from the gateway's response.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The page's HTML.</returns>
    /// <exception cref="HttpRequestException">There is no such page.</exception>
    public Task<string> OpenAsync(Uri redirectUrl, CancellationToken cancellationToken = default) =>
        _http.GetStringAsync(redirectUrl, cancellationToken);

    /// <inheritdoc cref="OpenAsync(Uri, CancellationToken)"/>
    public Task<string> OpenAsync(string redirectUrl, CancellationToken cancellationToken = default) =>
        OpenAsync(Address(redirectUrl), cancellationToken);

    /// <summary>The customer tries to pay, and the payment is refused.</summary>
    /// <param name="redirectUrl">The address or the picture for the customer from the gateway's response.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The shop's address to which the browser is sent; null if the shop gave none for this outcome.</returns>
    /// <exception cref="HttpRequestException">There is no such page.</exception>
    /// <exception cref="InvalidOperationException">The page does not offer this decision, because the payment is already decided or the
    /// shop gave no address for a cancellation.</exception>
    public Task<Uri?> FailAsync(Uri redirectUrl, CancellationToken cancellationToken = default) =>
        PressAsync(redirectUrl, "fail", cancellationToken);

    /// <inheritdoc cref="FailAsync(Uri, CancellationToken)"/>
    public Task<Uri?> FailAsync(string redirectUrl, CancellationToken cancellationToken = default) =>
        FailAsync(Address(redirectUrl), cancellationToken);

    /// <summary>The customer pays.</summary>
    /// <inheritdoc cref="FailAsync(Uri, CancellationToken)"/>
    public Task<Uri?> AuthorizeAsync(Uri redirectUrl, CancellationToken cancellationToken = default) =>
        PressAsync(redirectUrl, "authorize", cancellationToken);

    /// <inheritdoc cref="AuthorizeAsync(Uri, CancellationToken)"/>
    public Task<Uri?> AuthorizeAsync(string redirectUrl, CancellationToken cancellationToken = default) =>
        AuthorizeAsync(Address(redirectUrl), cancellationToken);

    /// <summary>The customer returns to the shop before the result is known. The page can be opened again for a decision.</summary>
    /// <inheritdoc cref="FailAsync(Uri, CancellationToken)"/>
    public Task<Uri?> LeavePendingAsync(Uri redirectUrl, CancellationToken cancellationToken = default) =>
        PressAsync(redirectUrl, "pending", cancellationToken);

    /// <inheritdoc cref="LeavePendingAsync(Uri, CancellationToken)"/>
    public Task<Uri?> LeavePendingAsync(string redirectUrl, CancellationToken cancellationToken = default) =>
        LeavePendingAsync(Address(redirectUrl), cancellationToken);

    /// <summary>The customer cancels the payment.</summary>
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
            var status => throw new InvalidOperationException($"The hosted page did not accept the decision: status {(int)status}."),
        };
    }

    [GeneratedRegex("<button name=\"decision\" value=\"(?<value>[a-z]+)\">")]
    private static partial Regex Buttons();

    [GeneratedRegex("<h1>(?<text>[^<]*)</h1>")]
    private static partial Regex Heading();
}
