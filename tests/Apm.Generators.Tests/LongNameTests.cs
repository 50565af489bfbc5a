using System.Text;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary>Names of specs become parts of C# names, of metadata and of files. The longest that the reader accepts fit everywhere.</summary>
public class LongNameTests
{
    // As many bytes as a file's name has on Linux; other systems count characters.
    private const int MaxFileName = 255;

    private static readonly string s_id = "a" + new string('p', 99);
    private static readonly string s_apiId = new string('g', 90) + "/2024-01-1";
    private static readonly string s_client = "C" + new string('l', 93) + "Client";
    private static readonly string s_typeName = "T" + new string('y', 99);
    private static readonly string s_namespace = string.Join('.', Enumerable.Repeat(new string('n', 50), 10));

    [Fact]
    public void The_longest_names_compile_and_load()
    {
        var run = Host(s_namespace).Run();

        Assert.Empty(run.SpecErrors);
        Assert.Empty(run.CompilerReports);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = run.Compilation.Emit(image, symbols);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        Assert.NotEmpty(run.Load().GetTypes());
    }

    [Fact]
    public void Files_have_short_names_that_differ()
    {
        var files = Host(s_namespace).Run().Files.Keys;

        Assert.All(files, file => Assert.InRange(Encoding.UTF8.GetByteCount(file), 1, MaxFileName - "Apm.Generators".Length));
        Assert.Equal(files.Count(), files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_namespace_of_letters_beyond_ASCII_is_counted_as_files_count_it()
    {
        var run = Host(string.Join('.', Enumerable.Repeat("支付方式", 30))).Run();

        Assert.Empty(run.SpecErrors);
        Assert.All(run.Files.Keys, file => Assert.InRange(Encoding.UTF8.GetByteCount(file), 1, MaxFileName));
    }

    [Fact]
    public void Two_long_namespaces_that_differ_at_their_beginning_are_two() =>
        Assert.Empty(Host("A" + s_namespace).Spec("other.apm.yaml", Method(s_id), "B" + s_namespace).Run().SpecErrors);

    [Fact]
    public void Two_long_namespaces_that_differ_in_capitals_only_are_one_file() =>
        Assert.Equal("APM0012", Assert.Single(Host("A" + s_namespace).Spec("z.apm.yaml", Method(s_id), "a" + s_namespace).Run().SpecErrors).Id);

    private static GeneratorHost Host(string ns) => new GeneratorHost().Spec("long.api.yaml", s_api, ns).Spec("long.apm.yaml", Method(s_id), ns);

    private static string Name(char c) => new(c, 100);

    private static readonly string s_api = $$"""
        api: {{s_apiId}}
        name: {{new string('N', 300)}}
        client: {{s_client}}
        source: { url: https://docs.example.com }
        hosts: { {{Name('h')}}: https://api.example.com }
        authentication: { header: X-Key }
        money: { notation: minor-units, amount: amount, currency: currency }
        currencies: [EUR]
        lists: { {{new string('l', 50)}}: [{{new string('a', 250)}}, {{new string('b', 250)}}] }
        types:
          {{new string('t', 50)}}:
            {{Name('u')}}.{{Name('v')}}: { type: enum, values: {{new string('l', 50)}} }
            {{Name('w')}}.{{Name('v')}}: { type: enum, values: {{new string('l', 50)}} }
        request:
          reference: { type: string, required: true }
          sum: { type: money, required: true }
          {{Name('o')}}.{{Name('e')}}: { type: enum, values: [{{new string('x', 250)}}, B], preset: {{new string('x', 250)}} }
          {{Name('q')}}.{{Name('e')}}: { type: enum, values: [{{new string('y', 250)}}, B] }
          {{Name('o')}}.{{Name('p')}}: { type: string, pattern: '[A-Z]*' }
          {{Name('i')}}[].{{Name('j')}}: { type: string, pattern: 'A[A-Z]*' }
          {{Name('k')}}: { type: {{new string('t', 50)}} }
        payment: { reference: reference, value: sum }
        operations:
          pay: { post: /payments, status: 201 }
          query: { get: '/payments/{id}', status: 200 }
          partial-refund: { post: '/payments/{id}/refunds', status: 202, body: { {{Name('r')}}.{{Name('s')}}: { type: enum, values: [A, B] }, {{Name(
            't'
        )}}.{{Name('s')}}: { type: enum, values: [A, B] } } }
        response: { id: {{Name('i')}}, status: {{Name('s')}}, href: href, members: { {{Name('m')}}: { type: string } } }
        statuses: { paid: [{{new string('d', 250)}}] }
        errors: { name: code, message: message }
        webhooks:
          id: id
          type: type
          reference: reference
          signature: { header: Signature, form: single, algorithm: hmac-sha256, encoding: hex }
          acknowledge: { status: 200, seconds: 5 }
          types: { expired: [{{new string('e', 250)}}] }

        """;

    private static string Method(string id) => $$"""
        apm: {{id}}
        name: Long
        api: {{s_apiId}}
        status: available
        source: { url: https://docs.example.com/long }
        currencies: [EUR]
        limits: { EUR: [{ max: 9 }, { max: 8, channel: {{new string('c', 60)}}, per: {{new string('p', 60)}} }] }
        capabilities: [sale, partial-refund]
        operations:
          partial-refund:
            body:
              {{Name('x')}}.{{Name('y')}}: { type: enum, values: [A, B] }
              {{Name('z')}}.{{Name('y')}}: { type: enum, values: [A, B] }
              {{Name('n')}}: { type: string, pattern: 'A[A-Z]*' }
        fields:
          {{Name('a')}}.{{Name('b')}}: { type: enum, values: [A, B] }
          {{Name('c')}}.{{Name('b')}}: { type: enum, values: [A, B] }
          {{Name('a')}}.{{Name('d')}}: { type: string, pattern: 'A[A-Z]*' }
          {{Name('f')}}: { type: object, type-name: {{s_typeName}} }
          {{Name('f')}}.{{Name('g')}}: { type: string, pattern: '[A-Z]*' }
        response: { members: { {{Name('z')}}: { type: money } } }

        """;
}
