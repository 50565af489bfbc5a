namespace Apm;

/// <summary>
/// The lease of a webhook was lost while its handler ran: it could not be renewed in time, or another instance took it. The
/// run does not count as processed, and another run may follow or be under way.
/// </summary>
public sealed class EventLeaseLostException : Exception
{
    /// <summary>Creates the exception.</summary>
    public EventLeaseLostException()
        : base("The lease of the webhook was lost while its handler ran. The result of this run is not used.")
    {
    }
}
