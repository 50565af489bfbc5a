using System.Net;
using Apm.Tests.Acme;
using Apm.Tests.Gateway;
using Polly.CircuitBreaker;
using Polly.RateLimiting;

namespace Apm.Tests
{
    /// <summary>"Nothing was sent" is said only where it is certain.</summary>
    public class UnsentTests
    {
        public static TheoryData<Exception?, bool> Failures => new()
        {
            { new BrokenCircuitException(), true },
            { new IsolatedCircuitException(), true },
            { new RateLimiterRejectedException(), true },
            { new Polly.RateLimit.RateLimitRejectedException(), true },
            { new Polly.Bulkhead.BulkheadRejectedException(), true },
            { new HttpRequestException(), false },
            { new TimeoutException(), false },
            { new Exception(), false },
            { null, false },
        };

        [Theory]
        [MemberData(nameof(Failures))]
        public void An_open_circuit_or_a_limiter_says_that_nothing_was_sent(Exception? failure, bool unsent) =>
            Assert.Equal(unsent, UnsentFailure.IsRefusal(failure));

        [Theory]
        [InlineData("sockets", true)]
        [InlineData("client", true)]
        [InlineData("wrapped", true)]
        [InlineData("derived", false)]
        [InlineData("opaque", false)]
        public async Task A_failure_to_connect_says_so_only_where_a_handler_of_the_platform_sends(string handler, bool unsent)
        {
            using var http = ApmHttpHandler.CreateClient(handler switch
            {
                "sockets" => ApmHttpHandler.Create(),
                "client" => new HttpClientHandler(),
                "wrapped" => new Passing { InnerHandler = new HttpClientHandler() },
                "derived" => new Derived(),
                _ => new Failing(new HttpRequestException(HttpRequestError.ConnectionError)),
            });

            var error = await Record.ExceptionAsync(async () => await Pay(http, await ClosedAsync()));

            Assert.IsType(unsent ? typeof(ApmUnreachableException) : typeof(ApmOutcomeUnknownException), error);
        }

        [Theory]
        [InlineData(false, true)]
        [InlineData(true, false)]
        public async Task A_handler_that_read_the_body_may_have_sent_it(bool reads, bool unsent)
        {
            using var http = ApmHttpHandler.CreateClient(new Refusing(new BrokenCircuitException(), reads));

            var error = await Record.ExceptionAsync(() => Pay(http, new Uri("https://acme.example")));

            Assert.IsType(unsent ? typeof(ApmUnreachableException) : typeof(ApmOutcomeUnknownException), error);
        }

        [Fact]
        public async Task A_handler_that_cancels_by_itself_may_have_sent_it()
        {
            using var http = ApmHttpHandler.CreateClient(new Refusing(new OperationCanceledException(), false));

            await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Pay(http, new Uri("https://acme.example")));
        }

        [Fact]
        public async Task A_handler_that_answers_by_itself_is_believed()
        {
            using var http = ApmHttpHandler.CreateClient(new Answering(new StringContent(LoopbackGateway.Payment("settled"))));

            Assert.Equal(PaymentState.Paid, (await Pay(http, new Uri("https://acme.example"))).State);
        }

        [Fact]
        public async Task A_handler_whose_own_answer_breaks_off_leaves_the_outcome_unknown()
        {
            using var http = ApmHttpHandler.CreateClient(new Answering(new BrokenContent()));

            var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Pay(http, new Uri("https://acme.example")));

            Assert.Equal("It breaks off.", Assert.IsType<IOException>(Assert.IsType<HttpRequestException>(error.InnerException).InnerException).Message);
        }

        private static async Task<Uri> ClosedAsync()
        {
            await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
            return gateway.Address;
        }

        private static Task<AcmeWalletPayment> Pay(HttpClient http, Uri address)
        {
            var options = new AcmeClientOptions();
            Shop.Configure(options, address);
            return new AcmeClient(http, options).PayAsync(Shop.Request());
        }

        private sealed class Passing : DelegatingHandler;

        private sealed class Derived : HttpClientHandler;

        private sealed class Failing(Exception failure) : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw failure;
        }

        private sealed class Refusing(Exception failure, bool reads) : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                _ = reads ? await request.Content!.ReadAsByteArrayAsync(cancellationToken) : [];
                throw failure;
            }
        }

        private sealed class Answering(HttpContent content) : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created) { Content = content });
        }

        private sealed class BrokenContent : HttpContent
        {
            protected override Task<Stream> CreateContentReadStreamAsync() => throw new IOException("It breaks off.");

            protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new IOException("It breaks off.");

            protected override bool TryComputeLength(out long length)
            {
                length = 0;
                return false;
            }
        }
    }
}

// As an older Polly names them.
namespace Polly.RateLimit
{
    internal sealed class RateLimitRejectedException : Exception;
}

namespace Polly.Bulkhead
{
    internal sealed class BulkheadRejectedException : Exception;
}
