namespace Apm.Specs;

/// <summary>The capabilities of a method that are not operations: whether a payment takes the money or only reserves it.</summary>
public static class PaymentKind
{
    public const string Sale = "sale";

    public const string Authorization = "authorization";
}
