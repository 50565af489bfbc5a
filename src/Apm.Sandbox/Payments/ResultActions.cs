using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Creates refunds and captures of payments, and changes their status. The caller must hold the lock of the store.</summary>
internal sealed class ResultActions(ApiModel api, PaymentStore store, SandboxOptions options)
{
    /// <summary>Creates a refund or a capture whose amount is already part of the payment's.</summary>
    public ResultRecord Create(ResultKind kind, PaymentRecord payment, long amount)
    {
        var model = api.Result(kind)!;
        var result = new ResultRecord
        {
            Id = RandomToken.Text(12),
            Model = model,
            Payment = payment,
            Amount = amount,
            Since = options.TimeProvider.GetUtcNow(),
            Status = First(model, ResultState.Pending) ?? First(model, ResultState.Succeeded) ?? model.Statuses.FirstOrDefault()?.Status ?? "",
        };
        store.Add(result);
        Change(result, result.Status);
        return result;
    }

    /// <summary>Gives a refund or a capture a status. If it fails, the amount of the payment is what it was before.</summary>
    public static void Change(ResultRecord result, string status)
    {
        var wasLost = result.IsLost;
        result.Status = status;
        result.Payment.Webhooks.Tell(result.Payment, new ToldResult(result.Model.Kind, result.Id, result.State, result), result.Amount);
        if (result.IsLost != wasLost)
        {
            Move(result, result.IsLost ? -result.Amount : result.Amount);
        }

        TellIfAllIsRefunded(result);
    }

    /// <summary>Completes what is pending on a payment: a query has shown it once, or its duration has passed.</summary>
    public void Finish(PaymentRecord payment, TimeSpan? duration)
    {
        foreach (var result in payment.Results.Where(result => result.State == ResultState.Pending))
        {
            var isDue = duration is null || options.TimeProvider.GetUtcNow() - result.Since >= duration;
            if (isDue && First(result.Model, ResultState.Succeeded) is { } succeeded)
            {
                Change(result, succeeded);
            }
        }
    }

    /// <summary>Cancels a refund or a capture; false if its status does not allow it.</summary>
    public static bool TryCancel(ResultRecord result, OperationModel operation)
    {
        if ((operation.While.IsEmpty ? result.State == ResultState.Pending : operation.While.Contains(result.Status))
            && (First(result.Model, ResultState.Cancelled) ?? First(result.Model, ResultState.Failed)) is { } cancelled)
        {
            Change(result, cancelled);
            return true;
        }

        return false;
    }

    private static void Move(ResultRecord result, long amount)
    {
        var payment = result.Payment;
        if (result.Model.Kind == ResultKind.Refund)
        {
            payment.Refunded += amount;
            return;
        }

        payment.Captured += amount;
        payment.Become(payment.Captured > 0 ? PaymentState.Paid : PaymentState.Authorized, result.Amount);
    }

    private static void TellIfAllIsRefunded(ResultRecord result)
    {
        var payment = result.Payment;
        if (payment.IsReturned && payment.StatusBeforeRefunds is null)
        {
            payment.StatusBeforeRefunds = payment.Known;
            payment.Become(PaymentState.Refunded, result.Amount);
        }
        else if (!payment.IsReturned && payment.StatusBeforeRefunds is { } before)
        {
            (payment.Known, payment.StatusBeforeRefunds) = (before, null);
        }
    }

    private static string? First(ResultModel model, ResultState state) => model.Statuses.FirstOrDefault(known => known.State == state)?.Status;
}
