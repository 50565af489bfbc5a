namespace Apm;

/// <content>Requests with an idempotency key, and their repetition.</content>
public sealed partial class ApmTransport
{
    /// <summary>
    /// Sends a request again whose outcome is not known, with the same body and the same idempotency key, at most once. The gateway carries
    /// it out once, and repeats its first response.
    /// </summary>
    /// <param name="exception">The exception of the request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What the request results in.</returns>
    /// <exception cref="ArgumentException">The exception is of another API, results in another type, or has no idempotency key.</exception>
    /// <exception cref="ApmGatewayException">The gateway refused the request. Nothing was carried out.</exception>
    /// <exception cref="ApmOutcomeUnknownException">The outcome is still not known. If the gateway may no longer know the key, nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled before anything was sent.</exception>
    public async Task<TResult> RepeatAsync<TResult>(ApmOutcomeUnknownException exception, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (exception.Repeatable is not { } repeatable || repeatable.Profile != _profile)
        {
            throw new ArgumentException($"The exception is not of a request with an idempotency key to {_profile.Name}.", nameof(exception));
        }

        if (repeatable.Read is not Func<ApmHttpResponse, TResult> read)
        {
            throw new ArgumentException($"'{exception.Operation}' does not result in {typeof(TResult).Name}.", nameof(exception));
        }

        var call = repeatable.Call with { Keyed = repeatable.Call.Keyed!.Repeated() };
        if (Clock.GetUtcNow() >= repeatable.Before)
        {
            throw _exceptions.NotRepeated(
                call,
                RecoveryAdvice.AfterKey(_profile, call),
                "the gateway may no longer know the idempotency key, so the request was not sent again",
                exception);
        }

        var observation = Observation.Begin(_profile, call);
        try
        {
            var answer = await DispatchAsync(call, cancellationToken).ConfigureAwait(false);
            var result = Read(call, answer, read);
            observation.Succeeded((int)answer.Status);
            return result;
        }
        catch (Exception failure) when (failure is ApmUnreachableException or ApmActionUnavailableException)
        {
            // Nothing was sent now, which states nothing about the first request.
            var unknown = _exceptions.NotRepeated(call, ApmRecovery.RepeatWithKey, "the request could not be sent again", failure);
            observation.Failed(unknown);
            Keep(unknown, read);
            throw unknown;
        }
        catch (Exception failure)
        {
            observation.Failed(failure);
            if (failure is ApmGatewayException { Payment: not null }
                && RefusedPayment(call, failure, answer => (object)read(answer)!) is TResult refused)
            {
                return refused;
            }

            Keep(failure, read);
            throw;
        }
    }

    /// <summary>The clock for the age of idempotency keys.</summary>
    internal TimeProvider Clock { get; set; } = TimeProvider.System;

    private ApmCall Keyed(in ApmCall call) => _profile.IdempotencyKey is null && call.Keyed is null ? call : WithKey(call);

    // The key is created before anything is sent, and the body is kept for a repetition.
    private ApmCall WithKey(in ApmCall call)
    {
        if (_profile.IdempotencyKey is not { } profile || !profile.IsTakenBy(call.Operation))
        {
            return call.Keyed is null
                ? call
                : throw new ArgumentException($"'{call.Operation.Id}' takes no idempotency key at {_profile.Name}.", nameof(call));
        }

        var keyed = call.Keyed ?? new KeyedSend(ApmIdempotencyKey.Create());
        profile.ThrowIfInvalid(keyed.Key);
        keyed.FirstSentAt = Clock.GetUtcNow();
        return call with { Body = call.Body.Kept(), Keyed = keyed };
    }

    private static void Keep<TResult>(Exception exception, Func<ApmHttpResponse, TResult> read)
    {
        if (exception is ApmOutcomeUnknownException { Repeatable: { } repeatable })
        {
            repeatable.Read = read;
        }
    }

    // Another environment or another account does not know the key.
    private void ThrowIfElsewhere(in ApmCall call, HttpRequestMessage request, ClientSettings settings)
    {
        if (call.Keyed is not { } keyed)
        {
            return;
        }

        var origin = request.RequestUri!.GetLeftPart(UriPartial.Authority);
        if (!keyed.IsRepeated)
        {
            keyed.Begin(origin, _settings, settings);
        }
        else if (origin != keyed.Origin || !keyed.IsOfSameAccount(_settings, settings))
        {
            request.Dispose();
            throw origin != keyed.Origin
                ? ApmActionUnavailableException.OtherAddress(call.Operation.Id, keyed.Origin ?? "", origin)
                : ApmActionUnavailableException.OtherAccount(call.Operation.Id);
        }
    }
}
