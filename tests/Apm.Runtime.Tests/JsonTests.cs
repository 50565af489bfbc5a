using System.Text;
using System.Text.Json;
using Apm.Tests.Acme;
using CsCheck;

namespace Apm.Tests;

public class JsonTests
{
    // Made anew for each test: the mutation tester cannot change what was made before.
    private static MoneyFormat Decimal => new(MoneyNotation.DecimalString, "amount", "currency", ("CNH", 2));

    private static MoneyFormat Rescaled => new(MoneyNotation.MinorUnits, "amount", "currency", ("ISK", 2), ("KWD", 2));

    [Fact]
    public void Every_text_comes_back_as_it_was() =>
        Gen.Char.Array[0, 3000].Select(characters => new string(characters)).Sample(text =>
        {
            var json = Write((ref JsonOutput output) => output.String(text));
            Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), JsonDocument.Parse(json).RootElement.GetString());
        }, iter: 2000);

    [Fact]
    public void Every_ASCII_text_comes_back_as_it_was() =>
        Gen.Char['\0', '\x7f'].Array[0, 80].Select(characters => new string(characters)).Sample(text =>
            Assert.Equal(text, JsonDocument.Parse(Write((ref JsonOutput output) => output.String(text))).RootElement.GetString()));

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("", "\"\"")]
    [InlineData("a\"b\\c/d", "\"a\\\"b\\\\c/d\"")]
    [InlineData("\b\f\n\r\t\u0001\u001f", "\"\\b\\f\\n\\r\\t\\u0001\\u001f\"")]
    [InlineData("港 é 😀", "\"港 é 😀\"")]
    [InlineData("<&+'>", "\"<&+'>\"")]
    public void Only_what_JSON_demands_is_escaped(string text, string json) =>
        Assert.Equal(json, Write((ref JsonOutput output) => output.String(text)));

    [Theory]
    [InlineData("\ud800")]
    [InlineData("a\udc00b")]
    [InlineData("\ud83d\"")]
    public void A_lone_surrogate_becomes_the_replacement_character(string text) =>
        Assert.Contains('\ufffd', JsonDocument.Parse(Write((ref JsonOutput output) => output.String(text))).RootElement.GetString()!);

    [Fact]
    public void The_first_comma_of_an_object_becomes_its_brace() =>
        Assert.Equal(
            """{"a":-9223372036854775808,"b":true,"c":{},"d":"{","e":{"f":false}}""",
            Write((ref JsonOutput output) =>
            {
                var start = output.Length;
                output.Raw(",\"a\":"u8);
                output.Integer(long.MinValue);
                output.Raw(",\"b\":"u8);
                output.Boolean(true);
                output.Raw(",\"c\":"u8);
                output.EndObject(output.Length);
                output.Raw(",\"d\":"u8);
                output.String("{");
                output.Raw(",\"e\":"u8);
                var inner = output.Length;
                output.Raw(",\"f\":"u8);
                output.Boolean(false);
                output.EndObject(inner);
                output.EndObject(start);
            }));

    [Fact]
    public void A_warm_writer_allocates_nothing()
    {
        var request = new AcmeWalletRequest
        {
            TransactionReference = "order-1",
            Value = new Money(1234, "HKD"),
            CustomerName = new string('x', 200),
            ReturnUrl = new Uri("https://shop.example/"),
        };
        for (var warm = 0; warm < 100; warm++)
        {
            Once();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
        {
            Once();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Once()
        {
            var output = JsonOutput.Rent();
            AcmeWalletRequest.Write(ref output, request);
            output.Dispose();
        }
    }

    [Theory]
    [InlineData(1234, "HKD", "12.34")]
    [InlineData(-5, "HKD", "-0.05")]
    [InlineData(500, "JPY", "500")]
    [InlineData(1500, "KWD", "1.500")]
    [InlineData(1, "CNH", "0.01")]
    [InlineData(long.MinValue, "CLF", "-922337203685477.5808")]
    public void Money_is_written_in_major_units_where_the_gateway_wants_that(long minorUnits, string currency, string amount)
    {
        var money = new Money(minorUnits, currency);
        var json = Write((ref JsonOutput output) => output.Money(money, Decimal));
        Assert.Equal($$"""{"amount":"{{amount}}","currency":"{{currency}}"}""", json);
        Assert.Equal(money, ReadMoney(json, Decimal));
        Assert.True(Decimal.CanWrite(money));
    }

    [Theory]
    [InlineData(500, "ISK", 50000)]
    [InlineData(1500, "KWD", 150)]
    [InlineData(1234, "HKD", 1234)]
    public void Money_is_rescaled_to_the_decimals_of_the_gateway(long minorUnits, string currency, long written)
    {
        var money = new Money(minorUnits, currency);
        var json = Write((ref JsonOutput output) => output.Money(money, Rescaled));
        Assert.Equal($$"""{"amount":{{written}},"currency":"{{currency}}"}""", json);
        Assert.Equal(money, ReadMoney(json, Rescaled));
    }

    [Theory]
    [InlineData(1501, "KWD")]
    [InlineData(long.MaxValue, "ISK")]
    public void Money_that_the_gateway_cannot_hold_exactly_is_refused(long minorUnits, string currency)
    {
        Assert.False(Rescaled.CanWrite(new Money(minorUnits, currency)));
        Assert.Throws<InvalidOperationException>(() => Write((ref JsonOutput output) => output.Money(new Money(minorUnits, currency), Rescaled)));
    }

    [Theory]
    [InlineData("""{"amount":"12.345","currency":"HKD"}""", "$.value.amount")]
    [InlineData("""{"amount":"1,2","currency":"HKD"}""", "$.value.amount")]
    [InlineData("""{"amount":12,"currency":"HKD"}""", "$.value.amount")]
    [InlineData("""{"currency":"HKD"}""", "$.value.amount")]
    [InlineData("""{"amount":"12"}""", "$.value.currency")]
    [InlineData("""{"amount":"12","currency":"QQQ"}""", "$.value.amount")]
    [InlineData("""[]""", "$.value")]
    public void Money_that_is_not_exact_is_not_read(string json, string path) =>
        Assert.Equal(path, Assert.Throws<JsonException>(() => ReadMoney(json, Decimal)).Path);

    [Fact]
    public void The_default_of_money_is_written_without_a_currency() =>
        Assert.Equal("""{"amount":0,"currency":""}""", Write((ref JsonOutput output) => output.Money(default, AcmeJson.Money)));

    [Theory]
    [InlineData("""{"value":{"amount":1,"currency":"HKD"}}""", "$.transactionReference")]
    [InlineData("""{"transactionReference":1,"value":{"amount":1,"currency":"HKD"}}""", "$.transactionReference")]
    [InlineData("""{"transactionReference":"\ud800","value":{"amount":1,"currency":"HKD"}}""", "$.transactionReference")]
    [InlineData("""{"transactionReference":"a","value":{"amount":1.5,"currency":"HKD"}}""", "$.value.amount")]
    [InlineData("""{"transactionReference":"a","value":{"amount":1}}""", "$.value.currency")]
    [InlineData("""{"transactionReference":"a","value":null}""", "$.value")]
    public void Errors_of_System_Text_Json_name_the_place(string json, string path)
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<AcmeWalletRequest>(json, Options()));
        Assert.Equal(path, error.Path);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task System_Text_Json_reads_and_writes_through_the_type_itself()
    {
        var request = new AcmeWalletRequest
        {
            TransactionReference = "o\n1",
            Value = new Money(5, "JPY"),
            ReturnUrl = new Uri("relative path?q=ä", UriKind.RelativeOrAbsolute),
        };
        var json = JsonSerializer.Serialize(request, Options());
        Assert.Equal("""{"transactionReference":"o\n1","value":{"amount":5,"currency":"JPY"},"returnUrl":"relative path?q=ä"}""", json);

        // One byte at a time, so that members and what is skipped come in parts.
        using var stream = new Trickle(Encoding.UTF8.GetBytes(json.Insert(1, """ "unknown":{"a":[1,2,{"b":"c"}]}, """)));
        var read = await JsonSerializer.DeserializeAsync<AcmeWalletRequest>(stream, Options());
        Assert.Equal(request.TransactionReference, read!.TransactionReference);
        Assert.Equal(request.Value, read.Value);
        Assert.Equal(request.ReturnUrl.OriginalString, read.ReturnUrl!.OriginalString);
        Assert.Equal("null", JsonSerializer.Serialize<AcmeWalletRequest?>(null, Options()));
    }

    private static JsonSerializerOptions Options() => new() { Converters = { new JsonModelConverter<AcmeWalletRequest>() }, DefaultBufferSize = 1 };

    private static Money ReadMoney(string json, MoneyFormat format)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return JsonInput.ReadMoney(ref reader, "$", "value", format);
    }

    private delegate void Writing(ref JsonOutput output);

    private static string Write(Writing write)
    {
        var output = JsonOutput.Rent(1);
        write(ref output);
        var json = Encoding.UTF8.GetString(output.WrittenSpan);
        output.Dispose();
        return json;
    }

    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
