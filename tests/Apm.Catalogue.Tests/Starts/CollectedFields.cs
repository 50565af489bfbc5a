namespace Apm.Catalogue.Tests.Starts;

/// <summary>
/// What the gateway's checkout collects of the customer for each method of 2024-07-01, below <c>instruction</c>. A payment of
/// another type has to send it. The list is written by hand, so that a change of a spec has to be made twice.
/// </summary>
internal static class CollectedFields
{
    private static readonly string[] s_account =
    [
        "paymentInstrument.accountType",
        "paymentInstrument.accountNumber",
        "paymentInstrument.routingNumber",
        "paymentInstrument.billingAddress",
        "customer.firstName",
        "customer.lastName",
    ];

    private static readonly Dictionary<string, string[]> s_fields = new()
    {
        ["ach"] = s_account,
        ["eft"] = s_account,
        ["bancomat"] = ["customer.firstName", "customer.lastName", "customer.phone", "customer.email"],
        ["bancontact"] = ["customer.email"],
        ["bizum"] = ["customer.phone"],
        ["blik"] = ["termsAccepted", "customer.email"],
        ["euteller"] = ["customer.email"],
        ["konbini"] = ["customer.lastName", "customer.phone", "customer.email"],
        ["multibanco"] = ["customer.email"],
        ["mybank"] = ["customer.firstName", "customer.lastName", "customer.email"],
        ["open_banking"] = ["customer.email"],
        ["paysafecard"] = ["customer.email"],
        ["przelewy"] = ["customer.email"],
        ["safetypay"] = ["customer.email"],
        ["sepa"] = ["paymentInstrument.iban", "paymentInstrument.accountHolderName", "paymentInstrument.billingAddress", "customer"],
        ["trustly"] = ["customer.email"],
    };

    public static string[] Of(string spec) => s_fields.GetValueOrDefault(spec[(spec.LastIndexOf('/') + 1)..], []);
}
