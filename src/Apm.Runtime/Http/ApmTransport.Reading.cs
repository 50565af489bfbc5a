namespace Apm;

/// <content>What the result of a call is read from, and what of it is accepted.</content>
public sealed partial class ApmTransport
{
    private TPayment Read<TPayment>(in ApmCall call, BufferedResponse answer)
        where TPayment : Payment, IPayment<TPayment>
    {
        TPayment payment;
        try
        {
            payment = ReadPayment<TPayment>(new ApmHttpResponse((int)answer.Status, answer.Body));
        }
        catch (Exception exception)
        {
            throw _exceptions.Unreadable(call, answer, exception);
        }

        Accept(call, payment);
        return payment;
    }

    private TResult Read<TResult>(in ApmCall call, BufferedResponse answer, Func<ApmHttpResponse, TResult> read)
    {
        TResult result;
        try
        {
            result = read(new ApmHttpResponse((int)answer.Status, answer.Body));
        }
        catch (Exception exception)
        {
            throw _exceptions.Unreadable(call, answer, exception);
        }

        Accept(call, result);
        return result;
    }

    private TPayment ReadPayment<TPayment>(ApmHttpResponse answer)
        where TPayment : Payment, IPayment<TPayment> => TPayment.Create(_profile.ReadPayment(answer));

    // The payment of a refused request is the result of the request, as where the gateway states a refusal in a response of success.
    private static TResult? RefusedPayment<TResult>(in ApmCall call, Exception exception, Func<ApmHttpResponse, TResult> read)
        where TResult : class
    {
        if (exception is not ApmGatewayException { Payment: not null, IsDuplicateReference: false, IsKeyReused: false } refused
            || call.Operation.Id is not (PaymentOperation.Pay or PaymentOperation.Confirm or PaymentOperation.Complete))
        {
            return null;
        }

        var result = read(new ApmHttpResponse(refused.Payment.StatusCode, refused.Payment.RawUtf8));
        (result as Payment)?.IsIn(refused);
        Accept(call, result);
        return result;
    }

    // The result of one order must not pay for another. What the call knows completes what the response lacks.
    private static void Accept(in ApmCall call, object? result)
    {
        switch (result)
        {
            case Payment payment when call.Values?.Order?.DifferenceTo(payment) is { } difference:
                throw new ApmPaymentMismatchException(call.Operation.Id, difference, payment);
            case Payment payment:
                payment.Remember(call.Values);
                break;
            case OperationResult other:
                other.Remember(call.Values);
                break;
        }
    }
}
