using Apm.Tests.Acme;
using Apm.Tests.Gateway;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace Apm.Tests;

/// <summary>Every operation against every outcome: what is said of the money.</summary>
public class OutcomeTableTests
{
    private const string Duplicate = """{"errorName":"referenceIsADuplicate"}""";

    // A query may be a POST at some gateways, and a spec of today may have another operation as a GET.
    private static readonly ApmOperation[] s_operations =
    [
        new("pay", HttpMethod.Post, "/payments", 201),
        new("pay", HttpMethod.Put, "/payments", 201),
        new("query", HttpMethod.Get, null, 200),
        new("query", HttpMethod.Post, null, 200),
        new("query", HttpMethod.Get, "/payments/{id}", 200),
        .. new[] { "cancel", "refund", "partial-refund", "settle", "partial-settle", "confirm" }.SelectMany(id => new[] { "POST", "GET", "DELETE", "PATCH" }
            .Select(method => new ApmOperation(id, new HttpMethod(method), null, 202))),
    ];

    private static readonly Dictionary<string, string?> s_answers = new()
    {
        ["no answer"] = null,
        ["half an answer"] = LoopbackGateway.Answer(200, LoopbackGateway.Payment())[..^9],
        ["an answer that is no JSON"] = LoopbackGateway.Answer(200, "<html>"),
        ["an answer that is empty"] = LoopbackGateway.Answer(200, ""),
        ["an answer without id and status"] = LoopbackGateway.Answer(200, "{}"),
        ["an answer that is an error"] = LoopbackGateway.Answer(200, Duplicate),
    };

    private static readonly int[] s_statuses = [300, 301, 302, 307, 400, 401, 404, 408, 409, 410, 422, 425, 429, 499, 500, 502, 503, 504, 599];

    private static readonly string[] s_outcomes =
    [
        .. s_answers.Keys,
        .. s_statuses.SelectMany(status => new[] { $"{status}", $"{status} duplicate" }),
        "no gateway", "another origin", "no address", "another address answered", "no credentials",
    ];

    public static TheoryData<string> AllOperations => [.. s_operations.Select(Describe)];

    [Theory]
    [MemberData(nameof(AllOperations))]
    public async Task Money_may_have_moved_where_something_was_asked_to_move_it_and_only_there(string operation)
    {
        var asked = s_operations.Single(candidate => Describe(candidate) == operation);
        foreach (var outcome in s_outcomes)
        {
            await using var gateway = new LoopbackGateway(_ => AnswerOf(outcome)) { AnswersPerConnection = 1 };
            await using var services = Services(outcome == "no gateway" ? await Nobody() : gateway.Address, outcome);
            var transport = services.GetRequiredService<Client>().Transport;

            var error = await Assert.ThrowsAnyAsync<ApmException>(() => transport.SendAsync<AcmePayment>(Call(asked, outcome)));

            Assert.Equal((outcome, Expected(asked, outcome)), (outcome, (error.GetType().Name, error.MoneyMayHaveMoved)));
            Assert.True(asked.Id == "query" ? Says(error) is null : gateway.Requests.Count <= 1, $"{outcome}: {Says(error)} {gateway.Requests.Count} requests");
        }
    }

    [Theory]
    [InlineData("refund", "GET", 1)]
    [InlineData("cancel", "GET", 1)]
    [InlineData("confirm", "HEAD", 1)]
    [InlineData("query", "GET", 11)]
    [InlineData("query", "POST", 11)]
    public async Task What_an_operation_is_decides_how_often_it_goes_out_and_not_its_method(string id, string method, int requests)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(503, ""));
        await using var services = Services(gateway.Address, "", builder =>
            builder.AddHttpMessageHandler(() => new ResilienceHandler(_ => Pipelines.Stubborn(new()))));

        await Assert.ThrowsAnyAsync<ApmException>(() =>
            services.GetRequiredService<Client>().Transport.SendAsync(Call(new ApmOperation(id, new HttpMethod(method), null, 200), "")));

        Assert.Equal(requests, gateway.Requests.Count);
    }

    /// <summary>What an error and its causes say of money; null for nothing.</summary>
    private static string? Says(Exception error)
    {
        for (var told = error; told is not null; told = told.InnerException!)
        {
            if (told is ApmException { MoneyMayHaveMoved: true } or ApmGatewayException { IsDuplicateReference: true }
                || told.Message.Contains("money", StringComparison.OrdinalIgnoreCase)
                || told.Message.Contains("earlier request", StringComparison.Ordinal)
                || told.Message.Contains("outcome is not known", StringComparison.Ordinal))
            {
                return told.Message;
            }
        }

        return null;
    }

    private static async Task<Uri> Nobody()
    {
        await using var gone = new LoopbackGateway(_ => "");
        return gone.Address;
    }

    private static (string Type, bool MoneyMayHaveMoved) Expected(ApmOperation operation, string outcome)
    {
        var isQuery = operation.Id == "query";
        var isDuplicate = outcome.EndsWith("duplicate", StringComparison.Ordinal);
        var status = int.TryParse(outcome.Split(' ')[0], out var number) ? number : 0;
        return outcome switch
        {
            "no gateway" or "no credentials" => (nameof(ApmUnreachableException), false),
            "another origin" or "no address" when operation.Path is null => (nameof(ApmActionUnavailableException), false),
            "another origin" or "no address" => isQuery ? (nameof(ApmGatewayException), false) : (nameof(ApmOutcomeUnknownException), true),
            "no answer" or "half an answer" when isQuery => (nameof(ApmUnreachableException), false),
            _ when isQuery => (nameof(ApmGatewayException), false),
            _ when status is >= 400 and < 500 and not 408 => (nameof(ApmGatewayException), isDuplicate),
            _ => (nameof(ApmOutcomeUnknownException), true),
        };
    }

    private static string? AnswerOf(string outcome) => s_answers.TryGetValue(outcome, out var answer) ? answer
        : int.TryParse(outcome.Split(' ')[0], out var status) ? LoopbackGateway.Answer(status, outcome.Contains(' ', StringComparison.Ordinal) ? Duplicate : "")
        : LoopbackGateway.Answer(500, "");

    private static ApmCall Call(ApmOperation operation, string outcome) => new(operation)
    {
        Link = operation.Path is not null ? null : outcome switch
        {
            "another origin" => "https://evil.example/1",
            "no address" => "java script:",
            _ => "/links/1",
        },
        PaymentId = operation.Path?.Contains("{id}", StringComparison.Ordinal) == true ? "1" : null,
        Reference = operation.Id == "pay" ? "order-1" : null,
        Self = operation.Id == "pay" ? null : "/links/self",
    };

    private static string Describe(ApmOperation operation) => $"{operation.Id} by {operation.Method} {(operation.Path is null ? "of a link" : operation.Path)}";

    private static ServiceProvider Services(Uri gateway, string outcome, Action<IHttpClientBuilder>? handlers = null)
    {
        var services = new ServiceCollection();
        var builder = ApmServiceCollection.AddApmClient<Client, Client, AcmeClientOptions>(
            services,
            null,
            AcmeClient.Profile,
            options =>
            {
                options.BaseAddress = gateway;
                if (outcome == "no credentials")
                {
                    options.GetCredentialsAsync = _ => throw new InvalidOperationException();
                    return;
                }

                (options.UserName, options.Password) = ("merchant", "password");
            },
            transport => new Client(transport));
        if (outcome == "another address answered")
        {
            builder.ConfigurePrimaryHttpMessageHandler(() => new Elsewhere());
        }

        handlers?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    private sealed record Client(ApmTransport Transport);

    /// <summary>Follows a redirect by itself, as handlers do that nobody can be kept from registering.</summary>
    private sealed class Elsewhere : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await (request.Content?.CopyToAsync(Stream.Null, cancellationToken) ?? Task.CompletedTask);
            return new HttpResponseMessage(System.Net.HttpStatusCode.OK)
            {
                Content = new StringContent(LoopbackGateway.Payment()),
                RequestMessage = new HttpRequestMessage(request.Method, "https://other.example/"),
            };
        }
    }
}
