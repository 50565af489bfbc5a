using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Apm.Specs;

namespace Apm.Sandbox.Tests;

public sealed class ErrorTests : IAsyncLifetime
{
    private SandboxServer _server = null!;
    private Shop _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync();
        _shop = new(_server.Gateway, _server.BaseAddress);
    }

    public async ValueTask DisposeAsync()
    {
        _shop.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Missing_and_wrong_credentials_are_refused()
    {
        foreach (var authorization in new[] { null, new AuthenticationHeaderValue("Basic", "bm86bm8="), new("Bearer", "x") })
        {
            var answer = await _shop.SendAsync(HttpMethod.Post, _shop.PayPath, _shop.Request(), request => request.Headers.Authorization = authorization);

            answer.IsError(ErrorKind.Unauthorized);
            Assert.Contains("WWW-Authenticate", answer.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        }

        Assert.Empty(_server.Gateway.Payments);
    }

    [Fact]
    public async Task Credentials_differ_from_start_to_start()
    {
        await using var other = await SandboxServer.StartAsync();

        Assert.NotEqual(_server.Password, other.Password);
        Assert.NotEqual(_server.UserName, other.UserName);
        Assert.DoesNotContain(_server.Password, _server.Gateway.Credentials.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fixed_headers_must_be_there_and_right()
    {
        foreach (var header in _shop.Api.Headers)
        {
            var missing = await _shop.SendAsync(HttpMethod.Post, _shop.PayPath, _shop.Request(), request => request.Headers.Remove(header.Name));
            var wrong = await _shop.SendAsync(HttpMethod.Post, _shop.PayPath, _shop.Request(), request =>
            {
                request.Headers.Remove(header.Name);
                request.Headers.Add(header.Name, "1999-01-01");
            });

            missing.IsError(ErrorKind.HeaderMissing);
            wrong.IsError(ErrorKind.HeaderInvalid);
            Assert.Contains(header.Name, wrong.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_content_type_must_be_json()
    {
        var missing = await _shop.SendAsync(HttpMethod.Post, _shop.PayPath, _shop.Request(), request => request.Content!.Headers.ContentType = null);
        var wrong = await _shop.SendAsync(HttpMethod.Post, _shop.PayPath, _shop.Request(), request => request.Content!.Headers.ContentType = new("text/plain"));

        missing.IsError(ErrorKind.HeaderMissing);
        wrong.IsError(ErrorKind.HeaderInvalid);
    }

    [Theory]
    [InlineData("", ErrorKind.EmptyBody)]
    [InlineData("{", ErrorKind.NotJson)]
    [InlineData("{}{}", ErrorKind.NotJson)]
    [InlineData("{\"\\ud800\":1}", ErrorKind.NotJson)]
    [InlineData("{\"instruction\":[{\"\\ud800aaaaaaaaaaaaaaaaaaaaa\":1}]}", ErrorKind.NotJson)]
    [InlineData("[]", ErrorKind.InvalidBody)]
    [InlineData("null", ErrorKind.InvalidBody)]
    [InlineData("{}", ErrorKind.InvalidBody)]
    public async Task A_body_that_is_no_request_is_refused(string body, ErrorKind expected)
    {
        var answer = await _shop.SendAsync(HttpMethod.Post, _shop.PayPath, null, request => request.Content = Content(body));

        answer.IsError(expected);
    }

    [Fact]
    public async Task Deeply_nested_json_is_refused_as_not_json()
    {
        var deep = new string('[', 5000) + new string(']', 5000);

        var answer = await _shop.SendAsync(HttpMethod.Post, _shop.PayPath, null, request => request.Content = Content(deep));

        answer.IsError(ErrorKind.NotJson);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_refused_as_not_json()
    {
        byte[] bytes = [.. "{\"x\":\""u8, 0xff, .. "\"}"u8];

        var answer = await _shop.SendAsync(HttpMethod.Post, _shop.PayPath, null, request =>
            request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } });

        answer.IsError(ErrorKind.NotJson);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once_with_its_path()
    {
        var value = _shop.Api.Roles.Value;
        var body = Json.With(_shop.Request(), _shop.Api.Roles.Reference, new string('x', _shop.Field(_shop.Api.Roles.Reference).Length!.Max!.Value + 1));
        body = Json.With(body, $"{value}.{_shop.Api.Money.CurrencyName}", NotAccepted());
        body = Json.With(body, _shop.Api.Roles.Returns[0].Path, null);

        var answer = await _shop.PayAsync(body);

        answer.IsError(ErrorKind.InvalidBody);
        Assert.Equal(
            new[] { "$." + _shop.Api.Roles.Reference, $"$.{value}.{_shop.Api.Money.CurrencyName}", "$." + _shop.Api.Roles.Returns[0].Path }.Order(),
            answer.WrongPaths.Order());
        Assert.All(answer.DetailNames, name => Assert.Equal(_shop.Api.Errors.Code(ErrorKind.InvalidBody)!.DetailName, name));
        Assert.Empty(_server.Gateway.Payments);
    }

    [Fact]
    public async Task An_unknown_method_is_refused_at_its_constant()
    {
        var constant = Constants(_shop.Method.Request).First();

        var answer = await _shop.PayAsync(Json.With(_shop.Request(), constant.Path, "no such method"));

        answer.IsError(ErrorKind.InvalidBody);
        Assert.Equal(["$." + constant.Path], answer.WrongPaths);
    }

    [Fact]
    public async Task A_reference_is_good_for_one_payment()
    {
        var request = _shop.Request();
        await _shop.PayAsync(request);

        var again = await _shop.PayAsync(request);

        again.IsError(ErrorKind.DuplicateReference);
        Assert.Single(_server.Gateway.Payments);
    }

    [Fact]
    public async Task A_refused_request_does_not_use_up_its_reference()
    {
        var request = _shop.Request();
        await _shop.PayAsync(Json.With(request, _shop.Api.Roles.Returns[0].Path, "nowhere"));

        Assert.Equal(HttpStatusCode.Created, (await _shop.PayAsync(request)).StatusCode);
    }

    [Fact]
    public async Task An_unknown_payment_is_not_found()
    {
        var payment = await _shop.PayAsync();
        var other = payment.Self[..^8] + "12345678";

        (await _shop.QueryAsync(other)).IsError(ErrorKind.NotFound);
        (await _shop.SendAsync(HttpMethod.Post, $"{other}/{_shop.Api.Operation("refund")!.Target}")).IsError(ErrorKind.NotFound);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere")]
    [InlineData("//")]
    [InlineData("/%2e%2e/etc")]
    public async Task An_unknown_endpoint_is_not_found(string path) =>
        (await _shop.SendAsync(HttpMethod.Get, _server.BaseAddress.GetLeftPart(UriPartial.Authority) + path)).IsError(ErrorKind.UnknownEndpoint);

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("GET")]
    public async Task A_verb_that_an_endpoint_does_not_take_is_refused(string verb)
    {
        var answer = await _shop.SendAsync(new(verb), _shop.PayPath);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(_shop.Api.Operation("pay")!.Verb, answer.Headers["Allow"]);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var body = Json.With(_shop.Request(), "padding", new string('x', new SandboxOptions().MaxBodyBytes));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _shop.PayAsync(body)).StatusCode);
    }

    [Fact]
    public async Task An_action_that_the_method_does_not_offer_is_refused()
    {
        var paid = await _shop.PaidAsync();
        var missing = _shop.Api.Operations.First(operation => operation.Id == "settle");
        Assert.DoesNotContain(missing.Id, _shop.Method.Capabilities);

        (await _shop.SendAsync(new(missing.Verb), $"{paid.Self}/{missing.Target}")).IsError(ErrorKind.ActionUnavailable);
    }

    [Fact]
    public async Task A_refund_before_the_customer_paid_is_refused()
    {
        var payment = await _shop.PayAsync();

        (await _shop.SendAsync(HttpMethod.Post, $"{payment.Self}/{_shop.Api.Operation("refund")!.Target}")).IsError(ErrorKind.ActionUnavailable);
    }

    private string NotAccepted() => _shop.Api.Currencies.First(currency => !_shop.Method.Currencies.Contains(currency));

    private static ByteArrayContent Content(string body) =>
        new(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new("application/json") } };

    private static IEnumerable<FieldModel> Constants(FieldModel field) =>
        field.Type == FieldType.Const ? [field] : field.Members.SelectMany(Constants);
}
