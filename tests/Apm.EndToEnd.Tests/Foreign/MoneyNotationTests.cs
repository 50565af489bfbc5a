using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Sandbox;
using CsCheck;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>Runtime and sandbox read the same money from what the other writes, in every notation.</summary>
public class MoneyNotationTests
{
    // Amounts that Skiff accepts, with the units of the gateway, which gives forints no decimals and dinars two.
    private static readonly Gen<(Money Money, long Units)> s_money = Gen.OneOf(
        Gen.Long[1_00, 500_00].Select(amount => (new Money(amount, "EUR"), amount)),
        Gen.Long[1, 5_000].Select(amount => (new Money(amount, "JPY"), amount)),
        Gen.Long[1, 200_000].Select(amount => (new Money(amount * 100, "HUF"), amount)),
        Gen.Long[1_00, 150_00].Select(amount => (new Money(amount * 10, "KWD"), amount)));

    public static TheoryData<MoneyNotation, string, bool> Formats => new(
        from notation in new[]
        {
            (MoneyNotation.MinorUnits, "minor-units"), (MoneyNotation.DecimalString, "decimal-string"),
            (MoneyNotation.DecimalNumber, "decimal-number"), (MoneyNotation.MinorUnitsString, "minor-units-string"),
        }
        from isLower in new[] { false, true }
        select (notation.Item1, notation.Item2, isLower));

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task What_one_writes_the_other_reads(MoneyNotation notation, string id, bool isLower)
    {
        var format = new MoneyFormat(notation, "sum", "unit", ("HUF", 0), ("KWD", 2)) { IsLowerCase = isLower };
        var gateway = new Gateway(new() { Specs = [.. Quay.Specs.Select(spec => (spec.File, Edited(spec.Text, id, isLower)))] });
        Assert.DoesNotContain(gateway.Diagnostics, found => found.Rule.Severity == Specs.SpecSeverity.Error);
        using var http = new HttpClient(gateway.CreateHandler()) { BaseAddress = new("https://quay.example") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", gateway.Credentials.Key);
        http.DefaultRequestHeaders.Add("Quay-Version", "v9");

        await s_money.SampleAsync(
            async one =>
            {
                var sent = Written(one.Money, format);
                var answer = await PayAsync(http, sent);
                var payment = gateway.Payments[^1];

                Assert.Equal((one.Units, one.Money.Currency), (payment.Amount, payment.Currency));
                var received = answer["collection"]!["fee"]!.ToJsonString();
                Assert.Equal(one.Money, Read(received, format));
                Assert.Equal(sent, received);
            },
            iter: 200,
            threads: 1);
    }

    [Theory]
    [InlineData("""{"sum":100,"unit":"EUR"}""", "decimal-number", true, "$.pay.money.unit Currency")]
    [InlineData("""{"sum":"100","unit":"EUR"}""", "decimal-number", false, "$.pay.money.sum Value")]
    [InlineData("""{"sum":1.234,"unit":"EUR"}""", "decimal-number", false, "$.pay.money.sum Value")]
    [InlineData("""{"sum":12.3,"unit":"EUR"}""", "decimal-number", false, "")]
    [InlineData("""{"sum":1.5,"unit":"HUF"}""", "decimal-number", false, "$.pay.money.sum Value")]
    [InlineData("""{"sum":100,"unit":"EUR"}""", "minor-units-string", false, "$.pay.money.sum Value")]
    [InlineData("""{"sum":"1.5","unit":"EUR"}""", "minor-units-string", false, "$.pay.money.sum Value")]
    [InlineData("""{"sum":"+150","unit":"EUR"}""", "minor-units-string", false, "$.pay.money.sum Value")]
    [InlineData("""{"sum":"150","unit":"eur"}""", "minor-units-string", true, "")]
    [InlineData("""{"sum":"150","unit":"sek"}""", "minor-units-string", true, "$.pay.money.unit Currency")]
    [InlineData("""{"sum":"50001","unit":"eur"}""", "minor-units-string", true, "$.pay.money.sum Maximum")]
    public void The_sandbox_refuses_what_is_written_otherwise(string money, string notation, bool isLower, string violation)
    {
        var gateway = new Gateway(new() { Specs = [.. Quay.Specs.Select(spec => (spec.File, Edited(spec.Text, notation, isLower)))] });
        var method = gateway.Methods.Single(method => method.Id == "skiff");
        using var body = JsonDocument.Parse(Body(money));

        var found = new RequestInterpreter(gateway.Apis[0]).Check(method, body.RootElement);

        Assert.Equal(violation, string.Join(", ", found.Select(one => $"{one.Path} {one.Rule}")));
    }

    private static string Edited(string spec, string notation, bool isLower) =>
        spec.Replace("notation: decimal-string", $"notation: {notation}, currency-case: {(isLower ? "lower" : "upper")}", StringComparison.Ordinal);

    private static string Body(string money, string order = "A-1") =>
        $$$"""{"order":"{{{order}}}","pay":{"money":{{{money}}},"with":"skiff"},"back":{"done":"https://shop.example/done"}}""";

    private static async Task<JsonNode> PayAsync(HttpClient http, string money)
    {
        var order = Orders.NewReference();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/collections")
        {
            Content = new StringContent(Body(money, order), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Quay-Once", order);
        using var response = await http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static string Written(Money money, MoneyFormat format)
    {
        var output = JsonOutput.Rent();
        output.Money(money, format);
        var json = Encoding.UTF8.GetString(output.WrittenSpan);
        output.Dispose();
        return json;
    }

    private static Money Read(string json, MoneyFormat format)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return JsonInput.ReadMoney(ref reader, "$", "fee", format);
    }
}
