using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Apm.Faults;

/// <summary>What gateways and what stands before them answer.</summary>
internal static class Answers
{
    /// <summary>A payment that offers every operation. Its links are relative, so that it can be used at every gateway.</summary>
    public static string Payment(string status) =>
        $$$"""
        {
          "paymentId": "pay-1",
          "lastEvent": "{{{status}}}",
          "_links": { "self": { "href": "/self" } },
          "_actions": {
            "reverse": { "href": "/reverse" },
            "partialReverse": { "href": "/partialReverse" },
            "settle": { "href": "/settle" },
            "partialSettle": { "href": "/partialSettle" },
            "confirmPayment": { "href": "/confirmPayment" }
          },
          "more": 1
        }
        """;

    public static byte[] Http(int status, string body = "", params string[] headers) => Http(status, Encoding.UTF8.GetBytes(body), headers);

    public static byte[] Http(int status, byte[] body, params string[] headers)
    {
        var lines = string.Concat(headers.Select(header => header + "\r\n"));
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n{lines}Content-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    public static byte[] Accepted() => Http(202, Payment("sentForRefund"));

    public static byte[] Compressed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Payment("settled")));
        }

        return Http(202, packed.ToArray(), "Content-Encoding: gzip");
    }

    public static byte[] Deep() => Http(202, string.Concat(Enumerable.Repeat("{\"a\":", 20_000)) + "1" + new string('}', 20_000));

    public static byte[] Huge() => Http(202, $$"""{"paymentId":"{{new string('x', 6 * 1024 * 1024)}}"}""");

    /// <summary>A whole answer of which the last bytes are missing.</summary>
    public static byte[] Cut(int missing)
    {
        var whole = Accepted();
        return whole[..^missing];
    }
}
