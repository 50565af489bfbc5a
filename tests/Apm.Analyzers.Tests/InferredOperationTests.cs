using System.Globalization;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Apm.Analyzers.Tests;

/// <summary>A call of an operation that the spec infers is reported at its name, and no other call is.</summary>
public class InferredOperationTests
{
    private const string Calls = """
        public static class Returns
        {
            public static async Task GiveAsync(WorldpayClient client, IWorldpayClient other, AlipayHkPayment payment, Money part)
            {
                await client.{|APM1015:PartialRefundAsync|}(payment, new() { Value = part });
                await other.{|APM1015:PartialRefundAsync|}<AlipayHkPayment>(payment, new() { Value = part });
                await (other?.{|APM1015:PartialRefundAsync|}(payment, new() { Value = part }) ?? Task.FromResult(payment));
                await other!.RefundAsync(payment);
                await client.QueryAsync(payment.Self!);
                PartialRefundAsync(payment);
            #pragma warning disable APM1015
                await client.PartialRefundAsync(payment, new() { Value = part });
            #pragma warning restore APM1015
            }

            // Only the attribute decides.
            private static void PartialRefundAsync(AlipayHkPayment payment)
            {
            }
        }
        """;

    [Fact]
    public async Task A_call_is_reported_with_the_reason() => Check(await Shop.CheckAsync(Calls));

    [Fact]
    public async Task A_call_is_reported_across_projects() => Check(await Shop.CheckAcrossAsync(Calls));

    [Fact]
    public async Task A_method_of_a_shop_can_have_the_attribute_too() => await Shop.CheckAsync("""
        public static class Returns
        {
            public static void Run() => {|APM1015:Give|}();

            [ApmInferred("the gateway's support said so")]
            private static void Give()
            {
            }
        }
        """);

    [Fact]
    public async Task An_extension_method_of_another_assembly_is_reported()
    {
        var library = Shop.Library("""
            public static class Returns
            {
                [ApmInferred("the gateway's support said so")]
                public static void Give(this AlipayHkPayment payment)
                {
                }
            }
            """);

        await Shop.CheckAcrossAsync("public static class Till { public static void Run(AlipayHkPayment payment) => payment.{|APM1015:Give|}(); }", library);
    }

    private static void Check(IReadOnlyList<Diagnostic> found) => Assert.All(found, diagnostic =>
    {
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.StartsWith(
            "PartialRefundAsync is inferred: the body is that of version 2024-07-01; if the gateway ignored it, all would be refunded",
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    });
}
