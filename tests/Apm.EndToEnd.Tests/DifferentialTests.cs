using System.Text.Json;
using Apm.Sandbox;
using Apm.Specs;
using CsCheck;

namespace Apm.EndToEnd.Tests;

/// <summary>
/// The generated validator and the sandbox's interpreter share no code but the spec; for thousands of requests, valid
/// and broken, they agree on every violation.
/// </summary>
public class DifferentialTests
{
    private static readonly Gateway s_gateway = new();
    private static readonly MethodModel s_method = s_gateway.Methods.Single(method => method.SpecId == "worldpay/2023-06-01/" + AlipayHk.Type);
    private static readonly RequestInterpreter s_interpreter = new(s_gateway.Apis.Single(api => api.Id == s_method.Api));

    // Mostly right, so that requests without a mistake come up, and those with one or two.
    private static readonly Gen<string> s_texts = Gen.Frequency(
        (8, Gen.String[Gen.Char["abcXYZ019-"], 1, 24]),
        (1, Gen.String[Gen.Char["aZ0-_/!@#$%()*=.:;?[]{}~+ ,'&^|`é\n\u0000"], 0, 70]),
        (1, Gen.Int[0, 140].Select(length => new string('a', length))),
        (1, Gen.Int[0, 70].Select(length => string.Concat(Enumerable.Repeat("\U0001F600", length)))));

    private static readonly Gen<long> s_amounts = Gen.Frequency(
        (8, Gen.Long[1, 10_000]),
        (1, Gen.Long[-2, 2]),
        (2, Gen.Int[-1, 1].Select(delta => AlipayHk.Limits.MaximumHkd.MinorUnits + delta)),
        (1, Gen.Int[-1, 1].Select(delta => int.MaxValue + (long)delta)),
        (1, Gen.Long));

    private static readonly Gen<Money> s_money = Gen.Select(
        s_amounts,
        Gen.Frequency((6, AnyOf([.. AlipayHk.Currencies.Codes])), (1, AnyOf("USD", "hkd", "", "XXX", "HK", "CNH"))),
        (amount, currency) => new Money(amount, currency));

    private static readonly Gen<Uri?> s_urls = Gen.Frequency(
        (12, Gen.Const((Uri?)new Uri("https://shop.example/a?b=c#d"))),
        (1, Gen.Const((Uri?)null)),
        (4, AnyOf<Uri?>(
            new("http://shop.example"),
            new("ftp://shop.example/x"),
            new("relative/x", UriKind.Relative),
            new("/rooted", UriKind.RelativeOrAbsolute),
            new("mailto:a@b.example"),
            new("HTTPS://SHOP.EXAMPLE/UPPER"),
            new("https://shop.example/ü ä"),
            new("file:///c:/x"),
            new("urn:x:y"),
            new("", UriKind.Relative),
            new(" https://shop.example/blank", UriKind.RelativeOrAbsolute),
            new("\thttps://shop.example/\n", UriKind.RelativeOrAbsolute),
            new("https://shop.example/a\\back", UriKind.RelativeOrAbsolute),
            new("https://shop.example/line\nbreak", UriKind.RelativeOrAbsolute),
            new("https://shop.example/\u007f", UriKind.RelativeOrAbsolute),
            new("https://[::1]:8080/", UriKind.RelativeOrAbsolute))));

    private static readonly Gen<AlipayHkDeviceType?> s_devices = AnyOf<AlipayHkDeviceType?>(
        null, AlipayHkDeviceType.Desktop, AlipayHkDeviceType.Mobile, AlipayHkDeviceType.Console, AlipayHkDeviceType.Tablet, (AlipayHkDeviceType)99);

    private static readonly Gen<AlipayHkPaymentRequest> s_requests =
        from reference in Sometimes(s_texts)
        from entity in Sometimes(s_texts)
        from merchant in Gen.Int[0, 29]
        from line1 in Sometimes(s_texts)
        from narrative in Gen.Int[0, 29]
        from value in s_money
        from success in s_urls
        from pending in s_urls
        from failure in s_urls
        from device in s_devices
        from instrument in Gen.Int[0, 29]
        from instruction in Gen.Int[0, 29]
        select new AlipayHkPaymentRequest
        {
            TransactionReference = reference!,
            Merchant = merchant == 0 ? null! : new() { Entity = entity! },
            Instruction =
                instruction == 0
                    ? null!
                    : new()
                    {
                        Narrative = narrative == 0 ? null! : new() { Line1 = line1! },
                        Value = value,
                        PaymentInstrument =
                            instrument == 0
                                ? null!
                                : new()
                                {
                                    SuccessUrl = success!,
                                    PendingUrl = pending!,
                                    FailureUrl = failure!,
                                    DeviceType = device,
                                },
                    },
        };

    [Fact]
    public void Validator_and_interpreter_agree() => s_requests.Sample(
        request =>
        {
            using var json = JsonDocument.Parse(JsonSerializer.Serialize(request, WorldpayJson.AlipayHkPaymentRequest));
            var validator = request.Validate().Violations.Select(violation => $"{violation.Path} {violation.Rule}").Order();
            var interpreter = s_interpreter.Check(s_method, json.RootElement).Select(violation => $"{violation.Path} {violation.Rule}").Order();
            Assert.Equal(interpreter, validator);
        },
        iter: 20_000);

    [Fact]
    public void Broken_and_valid_requests_both_come_up()
    {
        var verdicts = new List<bool>();
        s_requests.Sample(request => { lock (verdicts) { verdicts.Add(request.Validate().IsValid); } }, iter: 20_000);

        Assert.Contains(true, verdicts);
        Assert.Contains(false, verdicts);
    }

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<string?> Sometimes(Gen<string> text) => Gen.Frequency((19, text.Select(it => (string?)it)), (1, Gen.Const((string?)null)));
}
