using System.Text;
using CsCheck;

namespace Apm.Sandbox.Tests;

public class RobustnessTests
{
    [Fact]
    public async Task Whatever_bytes_come_the_gateway_answers_and_does_not_break()
    {
        var gateway = new Gateway();
        using var shop = new Shop(gateway);
        var good = Encoding.UTF8.GetBytes(shop.Request().ToJsonString());
        var edit = Gen.Select(
            Gen.Int[0, good.Length - 1],
            Gen.Int[0, 12],
            Gen.OneOf<byte[]>(
                Gen.Byte.Array[0, 6],
                Gen.OneOf("null", "{", "[", "\"", "\\ud800", "-1", "1e999", ",").Select(text => Encoding.UTF8.GetBytes(text))));

        await edit.Array[1, 4]
            .SampleAsync(
                async edits =>
                {
                    var body = good.ToList();
                    foreach (var (at, removed, added) in edits)
                    {
                        var start = Math.Min(at, body.Count);
                        body.RemoveRange(start, Math.Min(removed, body.Count - start));
                        body.InsertRange(start, added);
                    }

                    var answer = await shop.SendAsync(HttpMethod.Post, shop.PayPath, null, request =>
                        request.Content = new ByteArrayContent([.. body]) { Headers = { ContentType = new("application/json") } }
                    );

                    Assert.True((int)answer.StatusCode is 201 or 400, answer.Text);
                },
                iter: 3000);
    }

    [Fact]
    public async Task Whatever_path_comes_the_gateway_answers_and_does_not_break()
    {
        var gateway = new Gateway();
        using var shop = new Shop(gateway);
        var segment = Gen.OneOf<string>(Gen.OneOf(shop.PayPath[1..], "hosted-page", "..", "%2f", "", "{id}"), Gen.String[Gen.Char['!', '~'], 0, 8]);

        await Gen.Select(Gen.OneOf("GET", "POST", "PUT", "HEAD", "X"), segment.Array[0, 5]).SampleAsync(async (method, path) =>
        {
            var answer = await gateway.HandleAsync(new()
            {
                Method = method,
                Origin = "https://gateway.example",
                Path = "/" + string.Join('/', path),
                Headers = new Dictionary<string, string>(),
            });

            Assert.True(answer.Status is 401 or 404 or 405, $"{answer.Status}");
        }, iter: 3000);
    }
}
