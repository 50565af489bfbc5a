using System.Text;
using Apm.Benchmarks.Peers;

namespace Apm.Benchmarks;

/// <summary>The request and the answer that every row works on.</summary>
internal static class Examples
{
    private const string Success = "https://shop.example/orders/265-13/success";
    private const string Pending = "https://shop.example/orders/265-13/pending";
    private const string Failure = "https://shop.example/orders/265-13/failure";
    private const string Reference = "Memory265-13/08/1876";
    private const string Narrative = "Mind Palace Ltd";

    private const string AnswerText =
        """{"paymentId":"PAYMENT","lastEvent":"pending","_links":{"self":{"href":"https://try.access.worldpay.com/apmPayments/PAYMENT"}}"""
        + ""","_actions":{"reverse":{"href":"https://try.access.worldpay.com/apmPayments/PAYMENT/reversals"}"""
        + ""","partialReverse":{"href":"https://try.access.worldpay.com/apmPayments/PAYMENT/partialReversals"}}"""
        + ""","url":"https://payments.worldpay.example/app/hpp/integration/wpg/corporate"""
        + """?OrderKey=MINDPALACE%5E265-13","transactionReference":"Memory265-13/08/1876"}""";

    public static AlipayHkPaymentRequest Generated { get; } = new()
    {
        TransactionReference = Reference,
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Narrative = new() { Line1 = Narrative },
            Value = new Money(1234, "HKD"),
            PaymentInstrument = new()
            {
                SuccessUrl = new Uri(Success),
                PendingUrl = new Uri(Pending),
                FailureUrl = new Uri(Failure),
                DeviceType = AlipayHkDeviceType.Mobile,
            },
        },
    };

    public static PeerRequest Peer { get; } = new()
    {
        TransactionReference = Reference,
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Narrative = new() { Line1 = Narrative },
            Value = new(1234, "HKD"),
            PaymentInstrument = new()
            {
                SuccessUrl = new Uri(Success),
                PendingUrl = new Uri(Pending),
                FailureUrl = new Uri(Failure),
                DeviceType = PeerDeviceType.Mobile,
            },
        },
    };

    /// <summary>About 700 bytes: the page's example with a shorter id, two actions, and a member that nobody declared.</summary>
    public static byte[] Answer { get; } =
        Encoding.UTF8.GetBytes(AnswerText.Replace("PAYMENT", "nFxASqw-LV9HE_rr1mMONJmqBDeXmnv5dzt9IxAXgXbfpu0O_8mOnTpFSIM9gnTS", StringComparison.Ordinal));
}
