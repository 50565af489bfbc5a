namespace Apm;

/// <summary>How the outer handlers ended a call that had failed at the guard.</summary>
/// <remarks>
/// A handler that fails over to an <see cref="HttpClient"/> of its own sends the request again without the guard. It then returns another
/// response, throws another exception, or is still running.
/// </remarks>
internal static class HandlersEnd
{
    /// <summary>Whether the handlers ended with the failure of the guard, or because they were cancelled.</summary>
    public static bool IsThatOf(SingleSendState call, Task<HttpResponseMessage> sending)
    {
        if (!sending.IsCompleted)
        {
            return false;
        }

        return sending.IsCompletedSuccessfully
            ? sending.Result.StatusCode == call.Answer?.Status
            : sending.IsCanceled || IsThatOf(call, sending.Exception?.InnerException);
    }

    private static bool IsThatOf(SingleSendState call, Exception? failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (ReferenceEquals(cause, call.Failure))
            {
                return true;
            }
        }

        return failure switch
        {
            // The time limit of another client, which may have sent the request.
            OperationCanceledException { InnerException: TimeoutException } => false,
            OperationCanceledException => true,

            // EnsureSuccessStatusCode in a handler.
            HttpRequestException { StatusCode: { } status } => status == call.Answer?.Status,
            _ => UnsentFailure.IsRefusal(failure),
        };
    }
}
