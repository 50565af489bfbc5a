using Refit;

namespace Apm.Benchmarks.Peers;

[Headers("WP-Api-Version: 2023-06-01")]
public interface IRefitClient
{
    [Post("/apmPayments")]
    Task<PeerPayment> PayAsync([Body] PeerRequest payment, CancellationToken cancellationToken = default);
}
