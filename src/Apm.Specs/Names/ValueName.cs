namespace Apm.Specs;

// docs/decisions/any-gateway.md
/// <summary>
/// The names that stand for a value of a call: <c>$payment.id</c> in a constant, <c>{payment.id}</c> in a text. Models have them without
/// the dollar sign and the braces. The runtime has the same names.
/// </summary>
public static class ValueName
{
    public const string Now = "now";

    public const string Key = "key";

    public const string PaymentId = "payment.id";

    public const string PaymentReference = "payment.reference";

    public const string PaymentValue = "payment.value";

    public const string PaymentCurrency = "payment.currency";

    public const string RefundId = "refund.id";

    public const string CaptureId = "capture.id";

    /// <summary>The start of the names of settings.</summary>
    public const string Merchant = "merchant.";

    /// <summary>The start of the names of parameters of the address at which the customer returned.</summary>
    public const string Return = "return.";

    /// <summary>The parameter of a name; null if it is another name.</summary>
    public static string? Parameter(string? name) =>
        name?.StartsWith(Return, StringComparison.Ordinal) == true && name.Length > Return.Length ? name.Substring(Return.Length) : null;

    /// <summary>The id of the payment in paths, for short.</summary>
    internal const string Id = "id";

    /// <summary>The reference of the payment in paths, for short.</summary>
    internal const string Reference = "reference";

    /// <summary>The setting of a name; null if it is another name.</summary>
    public static string? Setting(string? name) =>
        name?.StartsWith(Merchant, StringComparison.Ordinal) == true ? name.Substring(Merchant.Length) : null;

    /// <summary>The name in a constant; null if the constant is a text.</summary>
    internal static string? OfConstant(ScalarSyntax constant) =>
        constant is { Style: ScalarStyle.Plain } && constant.Value.StartsWith("$", StringComparison.Ordinal) && constant.Value != ConstChecker.OwnId
            ? constant.Value.Substring(1)
            : null;
}
