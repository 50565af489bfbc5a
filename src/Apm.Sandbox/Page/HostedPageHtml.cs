using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Apm.Sandbox;

/// <summary>The HTML of the hosted page. <see cref="Encode"/> encodes every text from a request.</summary>
internal static class HostedPageHtml
{
    private static readonly string s_style = """
        body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
        dt { font-weight: 600; } dd { margin: 0 0 .6rem; overflow-wrap: anywhere; }
        .value { font-size: 1.8rem; }
        button {
          font: inherit; display: block; width: 100%; margin: .5rem 0; padding: .7rem;
          border: 2px solid #1a1a1a; border-radius: .4rem; background: #fff; cursor: pointer;
        }
        button[value=authorize] { background: #14532d; border-color: #14532d; color: #fff; }
        button:focus-visible, a:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px; }
        """.ReplaceLineEndings("\n");

    private static readonly string s_styleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s_style)));

    // No form-action: browsers would apply it to the redirect back to the merchant as well.
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{s_styleHash}'; base-uri 'none'; frame-ancestors 'none'";

    public static string Question(PaymentRecord payment) => Page(
        $"Pay with {payment.Method.Name}",
        $"""
        <h1>Pay with {Encode(payment.Method.Name)}</h1>
        <p>This is a sandbox: no money moves.</p>
        {Facts(payment)}
        <form method="post">
        {string.Join("\n", HostedPage.Choices(payment).Select(Button))}
        </form>
        """);

    public static string Decided(PaymentRecord payment) => Page(
        "Already decided",
        $"""
        <h1>This payment was already decided</h1>
        <p role="status">{Encode(Outcome(payment))}</p>
        {Facts(payment)}
        {BackLink(payment)}
        """);

    public static string Message(string title, string text) => Page(title, $"<h1>{Encode(title)}</h1>\n<p>{Encode(text)}</p>");

    private static string Facts(PaymentRecord payment)
    {
        var amount = $"{Exponents.Print(payment.Api, payment.Amount, payment.Currency)} {payment.Currency}";
        var facts = new StringBuilder($"<dl>\n<dt>Amount</dt><dd class=\"value\">{Encode(amount)}</dd>\n");
        foreach (var (path, text) in payment.Shown)
        {
            facts.Append("<dt>").Append(Encode(path)).Append("</dt><dd>").Append(Encode(text)).Append("</dd>\n");
        }

        return facts.Append("</dl>").ToString();
    }

    private static string Button(Decision decision) =>
        $"""<button name="decision" value="{decision.ToString().ToLowerInvariant()}">{Label(decision)}</button>""";

    private static string Label(Decision decision) => decision switch
    {
        Decision.Authorize => "Authorize the payment",
        Decision.Pending => "Leave it pending",
        Decision.Fail => "Let it fail",
        _ => "Cancel and go back",
    };

    private static string Outcome(PaymentRecord payment) => payment.Decision switch
    {
        Decision.Authorize => $"You authorized it. Its status is {payment.Status}.",
        Decision.Fail => $"It failed. Its status is {payment.Status}.",
        Decision.Cancel => $"You cancelled it. Its status is {payment.Status}.",
        _ => $"Its status is {payment.Status}.",
    };

    private static string BackLink(PaymentRecord payment) =>
        payment.Decision is { } decision && CustomerActions.ReturnUrl(decision, payment) is { } url
            ? $"""<p><a href="{Encode(url)}">Back to the shop</a></p>"""
            : "<p>You can close this page.</p>";

    private static string Page(string title, string content) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{Encode(title)}</title>
        <style>{s_style}</style>
        </head>
        <body>
        <main>
        {content}
        </main>
        </body>
        </html>
        """.ReplaceLineEndings("\n");

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
