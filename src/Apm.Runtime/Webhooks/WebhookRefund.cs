namespace Apm;

/// <summary>The refund that a webhook is about.</summary>
/// <param name="Id">The gateway's id of the refund, as in the response of the refund.</param>
/// <param name="State">The state that the type of the webhook stands for.</param>
public sealed record WebhookRefund(string Id, RefundState State)
{
    /// <summary>The state, and the id unless it is not a plain code.</summary>
    public override string ToString() => $"{nameof(WebhookRefund)} {{ Id = {SafeText.CodeOrEmpty(Id)}, State = {State} }}";
}

/// <summary>The capture that a webhook is about.</summary>
/// <param name="Id">The gateway's id of the capture, as in the response of the settlement.</param>
/// <param name="State">The state that the type of the webhook stands for.</param>
public sealed record WebhookCapture(string Id, CaptureState State)
{
    /// <summary>The state, and the id unless it is not a plain code.</summary>
    public override string ToString() => $"{nameof(WebhookCapture)} {{ Id = {SafeText.CodeOrEmpty(Id)}, State = {State} }}";
}
