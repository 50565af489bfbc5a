using System.Net;

namespace Apm;

// docs/decisions/errors-and-outcomes.md
/// <summary>The exceptions with which calls fail. Each states whether money may have moved.</summary>
internal sealed class CallExceptions(ApiProfile profile)
{
    /// <summary>Nothing was sent, and nothing will be sent.</summary>
    /// <param name="call">A call that changes state.</param>
    /// <param name="cause">For example a connection that cannot be opened, or an open circuit.</param>
    public ApmUnreachableException Unsent(in ApmCall call, Exception? cause) => new(profile.Name, call.Operation.Id, safe: false, cause);

    /// <summary>A query has no response.</summary>
    /// <param name="call">A query.</param>
    /// <param name="cause">For example a timeout, or a connection that breaks.</param>
    public ApmUnreachableException Unanswered(in ApmCall call, Exception cause) => new(profile.Name, call.Operation.Id, safe: true, cause);

    /// <summary>A call that changes state may have been carried out.</summary>
    /// <param name="call">A call that changes state.</param>
    /// <param name="cause">For example a timeout, or a connection that breaks after the call was sent.</param>
    public ApmOutcomeUnknownException Unknown(in ApmCall call, Exception? cause) =>
        Unknown(call, cause is RedirectedException ? RedirectedException.WayOut : "there was no response", cause);

    /// <summary>
    /// The gateway answered with an error. A call that changes state is refused with certainty only by a 4xx status other than 408, or by an
    /// error in a response of success, unless the spec states that its outcome is not known.
    /// </summary>
    public ApmException Refused(in ApmCall call, BufferedResponse answer)
    {
        var refused = GatewayErrorReader.Read(profile, call.Operation.Id, answer);
        if (IsInUse(refused, call))
        {
            return Unknown(call, "the gateway still carries out an earlier request with the same idempotency key", refused);
        }

        return call.Operation.IsSafe || IsDefinite(refused, call) ? refused : Unknown(call, $"the gateway responded with {(int)answer.Status}", refused);
    }

    /// <summary>The gateway refused the call, and then a handler could have sent it by other means.</summary>
    public ApmOutcomeUnknownException WentOn(in ApmCall call, BufferedResponse answer) =>
        WentOn(call, GatewayErrorReader.Read(profile, call.Operation.Id, answer));

    /// <summary>The call failed, and then a handler could have sent it by other means.</summary>
    public ApmOutcomeUnknownException WentOn(in ApmCall call, Exception? cause) =>
        Unknown(call, "after a failure, a handler of the HttpClient went on or returned something else, so it could have sent the request again", cause);

    /// <summary>A query was redirected. The response comes from another address and not from the gateway, so its body is left out.</summary>
    public ApmGatewayException Redirected(in ApmCall call, RedirectedException cause) =>
        GatewayErrorReader.Read(profile, call.Operation.Id, new BufferedResponse(cause.Status, [], null), cause);

    /// <summary>The gateway accepted the call, and its response cannot be read.</summary>
    public ApmException Unreadable(in ApmCall call, BufferedResponse answer, Exception cause)
    {
        var unreadable = GatewayErrorReader.Read(profile, call.Operation.Id, answer, cause);
        return call.Operation.IsSafe ? unreadable : Unknown(call, "the response could not be read", unreadable);
    }

    /// <summary>A repetition with an idempotency key was not sent. The first request may have been carried out.</summary>
    public ApmOutcomeUnknownException NotRepeated(in ApmCall call, ApmRecovery recovery, string why, Exception? cause) =>
        new(profile, call, recovery, why, cause);

    private bool IsInUse(ApmGatewayException refused, in ApmCall call) => call.Keyed is not null
        && profile.IdempotencyKey is { } key
        && ((key.InUseError is { } name && refused.ErrorName == name) || key.UnnamedInUse?.Is((int)refused.StatusCode, refused.ErrorName) == true);

    // A gateway that repeats its first response repeats its refusal, too. Any other refusal of a repetition, such as one of the credentials,
    // states nothing about the first request.
    private bool IsDefinite(ApmGatewayException refused, in ApmCall call) => call.Keyed is { IsRepeated: true }
        ? refused.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.PaymentRequired or HttpStatusCode.UnprocessableEntity && !refused.IsKeyReused
        : ((int)refused.StatusCode is >= 400 and < 500 && refused.StatusCode != HttpStatusCode.RequestTimeout)
            || ((int)refused.StatusCode is >= 200 and < 300 && IsRefusal(refused));

    // An error in a response of success. Unreadable responses are not errors.
    private bool IsRefusal(ApmGatewayException error) =>
        error.InnerException is null
        && !profile.UnknownOutcomeErrors.Contains(error.ErrorName)
        && profile.UnnamedUnknownOutcome?.Is((int)error.StatusCode, error.ErrorName) != true;

    private ApmOutcomeUnknownException Unknown(in ApmCall call, string why, Exception? cause) => new(profile, call, why, cause);
}
