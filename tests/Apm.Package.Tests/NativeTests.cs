using System.Net;
using System.Text;
using Apm.RequiredPrograms;
using Apm.Sandbox;

namespace Apm.Package.Tests;

public class NativeTests(NativeShopProject project) : IClassFixture<NativeShopProject>
{
    [Fact]
    public void A_web_shop_is_compiled_ahead_of_time_without_a_warning()
    {
        project.Compilation.Expect(0).DoesNotSay("warning");
        Assert.Single(project.ObjectFiles);
    }

    [Fact]
    public async Task A_native_web_shop_binds_validates_and_pays()
    {
        var program = await project.PublishAsync(RequiredProgram.Linker.FindOrSkip());
        await using var sandbox = await SandboxServer.StartAsync();
        await using var shop = await NativeShop.StartAsync(program, sandbox.BaseAddress, sandbox.UserName, sandbox.Password);
        using var http = new HttpClient { BaseAddress = shop.Address };

        var paid = await http.PostAsync("/pay", Json("HKD"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, paid.StatusCode);
        Assert.Contains("\"pending\"", await paid.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("ORDER-1", Assert.Single(sandbox.Gateway.Payments).Reference);

        var refused = await http.PostAsync("/pay", Json("USD"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(
            "$.instruction.value.currency",
            await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Single(sandbox.Gateway.Payments);
    }

    private static StringContent Json(string currency) => new($$"""
        {
          "transactionReference": "ORDER-1",
          "merchant": { "entity": "default" },
          "instruction": {
            "narrative": { "line1": "Mind Palace Ltd" },
            "value": { "currency": "{{currency}}", "amount": 12850 },
            "paymentInstrument": {
              "type": "alipay_hk",
              "successURL": "https://shop.example/paid",
              "pendingURL": "https://shop.example/pending",
              "failureURL": "https://shop.example/failed"
            }
          }
        }
        """, Encoding.UTF8, "application/json");
}
