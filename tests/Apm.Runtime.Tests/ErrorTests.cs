using System.Net;
using Apm.Tests.Acme;
using Apm.Tests.Gateway;

namespace Apm.Tests;

public class ErrorTests
{
    [Fact]
    public async Task An_invalid_request_is_not_sent()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var shop = new Shop(gateway.Address);
        var request = new AcmeWalletRequest { TransactionReference = "order-1", Value = new Money(1, "USD") };

        var error = await Assert.ThrowsAsync<ApmValidationException>(() => shop.Client.PayAsync(request));

        Assert.Equal("$.value.currency", Assert.Single(error.Violations).Path);
        Assert.Contains("Value (value.currency) must be one of HKD, JPY", error.Message, StringComparison.Ordinal);
        Assert.False(error.MoneyMayHaveMoved);
        Assert.Empty(gateway.Requests);
    }

    [Fact]
    public async Task A_refusal_says_what_the_gateway_said()
    {
        await using var gateway = new LoopbackGateway(_ =>
            LoopbackGateway.Answer(
                400,
                """
                {
                  "errorName": "bodyDoesNotMatchSchema",
                  "message": "Erika is wrong",
                  "validation": {
                    "errors": [
                      { "errorName": "fieldHasInvalidValue", "message": "'Erika' is wrong", "jsonPath": "$.customerName" },
                      { "jsonPath": "$.value" },
                      {}
                    ]
                  }
                }
                """,
                "Acme-CorrelationId: c-1"));
        await using var shop = new Shop(gateway.Address);

        var error = await Assert.ThrowsAsync<ApmGatewayException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal("bodyDoesNotMatchSchema", error.ErrorName);
        Assert.Equal("Erika is wrong", error.GatewayMessage);
        Assert.Equal("c-1", error.CorrelationId);
        Assert.Equal("pay", error.Operation);
        Assert.Equal(
            [new("fieldHasInvalidValue", "'Erika' is wrong", "$.customerName"), new(null, null, "$.value"), new(null, null, null)],
            error.Errors);
        Assert.False(error.IsDuplicateReference);
        Assert.False(error.MoneyMayHaveMoved);
        Assert.Equal(
            "Acme answered 'pay' with 400: bodyDoesNotMatchSchema ($.customerName: fieldHasInvalidValue, $.value, unnamed), correlation id c-1.",
            error.Message);
    }

    [Fact]
    public async Task A_name_that_is_a_number_is_read_with_all_its_digits()
    {
        await using var gateway = new LoopbackGateway(_ =>
            LoopbackGateway.Answer(400, """{"errorName":20010.0,"message":7,"validation":{"errors":[{"errorName":12345678901234567890}]}}"""));
        await using var shop = new Shop(gateway.Address);

        var error = await Assert.ThrowsAsync<ApmGatewayException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.Equal(("20010.0", "7"), (error.ErrorName, error.GatewayMessage));
        Assert.Equal([new("12345678901234567890", null, null)], error.Errors);
    }

    [Fact]
    public async Task A_duplicate_reference_says_that_the_first_request_arrived()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(400, """{"errorName":"referenceIsADuplicate"}"""));
        await using var shop = new Shop(gateway.Address);

        var error = await Assert.ThrowsAsync<ApmGatewayException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.True(error.IsDuplicateReference);
        Assert.True(error.MoneyMayHaveMoved);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"errorName":{"a":1},"validation":{"errors":{}}}""")]
    [InlineData("""{"errorName":"\ud800","validation":[]}""")]
    public async Task An_error_body_of_any_shape_is_an_error_without_a_name(string body)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(401, body));
        await using var shop = new Shop(gateway.Address);

        var error = await Assert.ThrowsAsync<ApmGatewayException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.Null(error.ErrorName);
        Assert.Empty(error.Errors);
        Assert.Equal("Acme answered 'pay' with 401.", error.Message);
    }

    [Theory]
    [InlineData(400, typeof(ApmGatewayException))]
    [InlineData(500, typeof(ApmOutcomeUnknownException))]
    public async Task An_error_body_with_a_member_without_a_name_is_an_error_as_any_other(int status, Type expected)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(status, """{"errorName":"known","\ud800abcdefghijklmnop":1}"""));
        await using var shop = new Shop(gateway.Address);

        var error = await Assert.ThrowsAnyAsync<ApmException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.IsType(expected, error);
        Assert.Equal("known", ((error as ApmGatewayException) ?? Assert.IsType<ApmGatewayException>(error.InnerException)).ErrorName);
    }

    [Theory]
    [InlineData(401, false)]
    [InlineData(404, false)]
    [InlineData(409, false)]
    [InlineData(429, false)]
    [InlineData(400, false)]
    [InlineData(499, false)]
    [InlineData(408, true)]
    [InlineData(300, true)]
    [InlineData(399, true)]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(504, true)]
    [InlineData(303, true)]
    public async Task Refusals_are_definite_and_everything_else_is_unknown(int status, bool unknown)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(status, "{}"));
        await using var shop = new Shop(gateway.Address);

        var error = await Assert.ThrowsAnyAsync<ApmException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.Equal(unknown ? typeof(ApmOutcomeUnknownException) : typeof(ApmGatewayException), error.GetType());
        Assert.Equal(unknown, error.MoneyMayHaveMoved);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"paymentId":[7]}""")]
    public async Task A_success_that_cannot_be_read_is_unknown_for_a_payment_and_an_error_for_a_query(string body)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(200, body, "Acme-CorrelationId: c-2"));
        await using var shop = new Shop(gateway.Address);

        var payment = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Shop.Request()));
        var query = await Assert.ThrowsAsync<ApmGatewayException>(() => shop.Client.QueryAsync("/self"));

        Assert.Equal("order-1", payment.TransactionReference);
        Assert.Equal("c-2", Assert.IsType<ApmGatewayException>(payment.InnerException).CorrelationId);
        Assert.Contains("could not be read", query.Message, StringComparison.Ordinal);
        Assert.Equal("c-2", query.CorrelationId);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_unknown()
    {
        await using var gateway = new LoopbackGateway(_ => "HTTP/1.1 201 X\r\nContent-Length: 500\r\n\r\n{\"paymentId\":") { AnswersPerConnection = 1 };
        await using var shop = new Shop(gateway.Address);

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Shop.Request()));
        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Shop.Plain(gateway.Address).PayAsync(Shop.Request()));
        await Assert.ThrowsAsync<ApmUnreachableException>(() => shop.Client.QueryAsync("/self"));

        Assert.Equal(3, gateway.Requests.Count);
    }

    [Fact]
    public async Task A_body_that_never_ends_runs_into_the_timeout_of_the_HTTP_client()
    {
        await using var gateway = new LoopbackGateway(_ => "HTTP/1.1 200 X\r\nContent-Length: 500\r\n\r\n{\"paymentId\":");
        var options = new AcmeClientOptions();
        Shop.Configure(options, gateway.Address);
        using var http = ApmHttpHandler.CreateClient();
        http.Timeout = LoopbackGateway.TimeToArrive;
        var client = new AcmeClient(http, options);

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => client.PayAsync(Shop.Request())).WaitAsync(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<ApmUnreachableException>(() => client.QueryAsync("/self")).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_is_far_too_long_is_not_read(bool announced)
    {
        var body = new string(' ', 5 * 1024 * 1024);
        await using var gateway = new LoopbackGateway(_ => announced ? LoopbackGateway.Answer(201, body) : "HTTP/1.1 201 X\r\nConnection: close\r\n\r\n" + body)
        {
            AnswersPerConnection = 1,
        };

        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Shop.Plain(gateway.Address).PayAsync(Shop.Request()));

        Assert.Contains("longer than 4 MiB", error.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_unknown_length_is_read_to_its_end()
    {
        var padding = new string('x', 100_000);
        await using var gateway = new LoopbackGateway(_ =>
            $$"""HTTP/1.1 201 X{{"\r\n"}}Connection: close{{"\r\n\r\n"}}{"paymentId":"pay-1","padding":"{{padding}}"}"""
        )
        {
            AnswersPerConnection = 1,
        };

        var payment = await Shop.Plain(gateway.Address).PayAsync(Shop.Request());

        Assert.True(payment.TryGetMember("padding", out var found));
        Assert.Equal(padding, found.GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_byte_order_mark_before_an_answer_is_ignored(bool dependencyInjection)
    {
        await using var gateway = new LoopbackGateway(request => request.Method == "POST"
            ? LoopbackGateway.Answer(201, "\uFEFF" + LoopbackGateway.Payment())
            : LoopbackGateway.Answer(404, "\uFEFF" + """{"errorName":"notThere"}"""));
        await using var shop = new Shop(gateway.Address);
        IAcmeClient client = dependencyInjection ? shop.Client : Shop.Plain(gateway.Address);

        var payment = await client.PayAsync(Shop.Request());
        var error = await Assert.ThrowsAsync<ApmGatewayException>(() => client.QueryAsync("/self"));

        Assert.Equal("pay-1", payment.PaymentId);
        Assert.StartsWith("{", payment.RawJson, StringComparison.Ordinal);
        Assert.Equal("notThere", error.ErrorName);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_gateway_that_is_not_there_was_not_sent_anything(bool dependencyInjection)
    {
        var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        var address = gateway.Address;
        await gateway.DisposeAsync();
        await using var shop = new Shop(address);
        IAcmeClient client = dependencyInjection ? shop.Client : Shop.Plain(address);

        var payment = await Assert.ThrowsAsync<ApmUnreachableException>(() => client.PayAsync(Shop.Request()));
        var query = await Assert.ThrowsAsync<ApmUnreachableException>(() => client.QueryAsync("/self"));

        Assert.False(payment.MoneyMayHaveMoved);
        Assert.Contains("was not sent", payment.Message, StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(payment.InnerException);
        Assert.Contains("you can send it again", query.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_of_the_shop_that_fails_in_its_own_way_leaves_the_outcome_unknown()
    {
        using var handler = new Failing();
        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Shop.Plain(new Uri("https://acme.example"), handler).PayAsync(Shop.Request()));
        Assert.IsType<NotSupportedException>(error.InnerException);
    }

    [Fact]
    public void What_to_do_stands_in_the_message()
    {
        var call = new ApmCall(new("refund", HttpMethod.Post, null, 202)) { Self = "/self" };
        var refund = new ApmOutcomeUnknownException(AcmeClient.Profile, call, "there was no response", null);
        Assert.Contains("Query the payment by its self link", refund.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ApmValidationException(ApmValidationResult.Valid));
    }

    [Theory]
    [InlineData("isADuplicate", null, "same reference (order-1), never with a new one: success means that the first request never arrived")]
    [InlineData(
        null,
        "Idempotency-Key",
        "same reference (order-1), never with a new one: the gateway carries it out once, and a success may be the response to the first request")]
    [InlineData("isADuplicate", "Idempotency-Key", "a success may be the response to the first request")]
    [InlineData(null, null, "there was no response. Check the payment at the gateway before you send the request again.")]
    public void A_repetition_is_advised_only_where_the_gateway_makes_it_safe(string? duplicate, string? header, string advice)
    {
        var profile = new ApiProfile { Name = "Acme", DuplicateReferenceError = duplicate, IdempotencyHeader = header, ReadPayment = AcmeJson.ReadPayment };
        var call = new ApmCall(new("pay", HttpMethod.Post, "/payments", 201)) { Reference = "order-1" };
        var error = new ApmOutcomeUnknownException(profile, call, "there was no response", null);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
    }

    private sealed class Failing : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
