using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Apm.Sandbox;

namespace Apm.EndToEnd.Tests;

/// <summary>A shop published with NativeAOT, without a warning, pays at the sandbox.</summary>
public sealed class AotTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apm-aot-");

    [Fact]
    public async Task A_native_shop_binds_a_request_and_pays()
    {
        await PublishAsync();
        await using var sandbox = await SandboxServer.StartAsync();
        using var shop = Start(Path.Combine(_folder.FullName, "Apm.AotShop"), $"--gateway={sandbox.BaseAddress} --user={sandbox.UserName} --password={sandbox.Password}");
        try
        {
            using var http = new HttpClient { BaseAddress = new((await shop.StandardOutput.ReadLineAsync())!) };
            var request = Orders.Valid();

            var answer = await http.PostAsync("/pay", Json(request));

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var payment = AlipayHkPayment.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal(PaymentState.Pending, payment.State);
            Assert.Equal(request.TransactionReference, Assert.Single(sandbox.Gateway.Payments).Reference);

            var refused = await http.PostAsync("/pay", Json(Orders.Valid().With(new Money(1, "USD"))));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.StartsWith("$.instruction.value.currency: 'USD' is not accepted", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        finally
        {
            shop.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task PublishAsync()
    {
        var linker = File.Exists("/usr/bin/clang") ? "" : " -p:CppCompilerAndLinker=gcc";
        using var publish = Start("dotnet", $"publish \"{Path.Combine(RepositoryFolder.Path, "tests", "Apm.AotShop")}\" -c Release -r {RuntimeInformation.RuntimeIdentifier} -o \"{_folder.FullName}\" -warnaserror -nodeReuse:false{linker}");
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
    }

    private static StringContent Json(AlipayHkPaymentRequest request) =>
        new(JsonSerializer.Serialize(request, WorldpayJson.AlipayHkPaymentRequest), Encoding.UTF8, "application/json");

    private static Process Start(string program, string arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
}
