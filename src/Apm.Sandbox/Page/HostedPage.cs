using System.Text;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The page with one form on which the customer decides about a payment.</summary>
internal sealed class HostedPage(PaymentStore store, SandboxOptions options)
{
    private const string Root = "/hosted-page/";
    private const string Form = "application/x-www-form-urlencoded";

    public static string AddressOf(PaymentRecord payment) => payment.Origin + Root + payment.PageToken;

    public static bool IsAt(string path) => path.StartsWith(Root, StringComparison.Ordinal);

    public GatewayResponse Handle(GatewayRequest request)
    {
        lock (store.Lock)
        {
            if (!store.TryFindByToken(request.Path[Root.Length..], out var payment))
            {
                return Html(404, HostedPageHtml.Message("No such payment", "No payment has this address."));
            }

            return request.Method switch
            {
                "GET" => Show(payment),
                "POST" => Decide(payment, request),
                _ => Html(405, HostedPageHtml.Message("Not possible", "This page accepts only GET and POST."), ("Allow", "GET, POST")),
            };
        }
    }

    /// <summary>The decisions for which the gateway has a status. A cancellation also needs an address to return to.</summary>
    public static IEnumerable<Decision> Choices(PaymentRecord payment)
    {
        yield return Decision.Authorize;
        yield return Decision.Pending;
        if (Statuses.TryFirst(payment.Api, payment.Method, PaymentState.Failed) is not null)
        {
            yield return Decision.Fail;
        }

        if (payment.Returns.ContainsKey(PaymentState.Cancelled) && Statuses.TryFirst(payment.Api, payment.Method, PaymentState.Cancelled) is not null)
        {
            yield return Decision.Cancel;
        }
    }

    private static GatewayResponse Show(PaymentRecord payment) =>
        Html(200, payment.IsUndecided ? HostedPageHtml.Question(payment) : HostedPageHtml.Decided(payment));

    private GatewayResponse Decide(PaymentRecord payment, GatewayRequest request)
    {
        if (request.Header("Content-Type")?.Split(';')[0].Trim().Equals(Form, StringComparison.OrdinalIgnoreCase) != true
            || Choice(request.Body) is not { } decision
            || !Choices(payment).Contains(decision))
        {
            return Html(400, HostedPageHtml.Message("Not possible", "The form was not filled in on this page."));
        }

        if (payment.IsUndecided)
        {
            CustomerReturn.Decide(decision, payment, options.SaleDue);
        }
        else if (payment.Decision != decision)
        {
            return Html(409, HostedPageHtml.Decided(payment));
        }

        return CustomerReturn.Address(decision, payment) is { } url
            ? Html(303, HostedPageHtml.Message("Going back to the shop", ""), ("Location", HeaderSafe(url)))
            : Html(200, HostedPageHtml.Decided(payment));
    }

    private static Decision? Choice(ReadOnlyMemory<byte> form)
    {
        foreach (var pair in Encoding.UTF8.GetString(form.Span).Split('&'))
        {
            if (pair.Split('=') is ["decision", var value])
            {
                return Array.Find(
                    Enum.GetValues<Decision>().Cast<Decision?>().ToArray(),
                    decision => value.Equals(decision.ToString(), StringComparison.OrdinalIgnoreCase));
            }
        }

        return null;
    }

    // Unchanged, unless a header cannot carry the address.
    private static string HeaderSafe(string url) =>
        url.All(character => character is > ' ' and < '\x7f') ? url : new Uri(url).AbsoluteUri;

    private static GatewayResponse Html(int status, string html, params (string Name, string? Value)[] headers) =>
        GatewayResponse.Of(
            status,
            "text/html; charset=utf-8",
            Encoding.UTF8.GetBytes(html),
            [
                .. headers,
                ("Content-Security-Policy", HostedPageHtml.ContentSecurityPolicy),
                ("Cache-Control", "no-store"),
                ("Referrer-Policy", "no-referrer"),
                ("X-Content-Type-Options", "nosniff"),
            ]);
}
