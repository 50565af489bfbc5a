using System.ComponentModel;
using System.Net;

namespace Apm;

/// <summary>Queries a payment until its state is final.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OutcomePolling
{
    /// <summary>Queries until the state is final, <see cref="PollingOptions.GiveUpAfter"/> has passed, or the caller cancels.</summary>
    /// <param name="payment">The payment so far. A payment in a final state is returned at once.</param>
    /// <param name="query">Queries a payment by its self link.</param>
    /// <param name="options">The times between queries; null for the defaults.</param>
    /// <param name="timeProvider">The clock; null for the system's clock.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The payment of the last response. Its state is not final if the time was up.</returns>
    /// <exception cref="ArgumentException">The payment is not final and has no self link.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ApmGatewayException">The gateway refused a query permanently. Temporary errors (408, 429, 5xx, no response)
    /// only make the wait longer.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static async Task<TPayment> WaitAsync<TPayment>(
        TPayment payment,
        Func<string, CancellationToken, Task<TPayment>> query,
        PollingOptions? options = null,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default)
        where TPayment : Payment
    {
        ArgumentNullException.ThrowIfNull(payment);
        ArgumentNullException.ThrowIfNull(query);
        options ??= new PollingOptions();
        options.ThrowIfInvalid();
        timeProvider ??= TimeProvider.System;
        if (payment.State.IsFinal())
        {
            return payment;
        }

        // A later response may lack the link. The first link stays valid.
        var self = payment.Self ?? throw new ArgumentException("The payment has no self link to query.", nameof(payment));
        var started = timeProvider.GetTimestamp();
        var delay = options.FirstDelay;
        while (true)
        {
            if (options.GiveUpAfter != Timeout.InfiniteTimeSpan)
            {
                var left = options.GiveUpAfter - timeProvider.GetElapsedTime(started);
                if (left <= TimeSpan.Zero)
                {
                    return payment;
                }

                delay = left < delay ? left : delay;
            }

            await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
            try
            {
                payment = await query(self, cancellationToken).ConfigureAwait(false);
                if (payment.State.IsFinal())
                {
                    return payment;
                }
            }
            catch (ApmException exception) when (Passes(exception))
            {
            }

            // Divided, because the product could overflow a TimeSpan.
            delay = delay >= options.MaxDelay / options.Growth ? options.MaxDelay : delay * options.Growth;
        }
    }

    private static bool Passes(ApmException exception) => exception switch
    {
        ApmUnreachableException => true,
        ApmGatewayException { StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };
}
