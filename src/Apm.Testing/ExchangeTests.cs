using System.Reflection;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>Finds the recorded exchanges of specs.</summary>
public static class ExchangeTests
{
    /// <summary>Reads every file of exchanges in a folder and its subfolders.</summary>
    /// <param name="folder">The folder, such as the folder of the specs. Files of exchanges are in folders with the name <c>exchanges</c>.</param>
    /// <param name="generated">The assembly with the types that are generated from the specs.</param>
    /// <returns>The exchanges, by file name and in the order of each file.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="ExchangeException">A file has errors, there is no file, or the assembly does not have the types of a spec.</exception>
    public static IReadOnlyList<ExchangeTest> In(string folder, Assembly generated)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(generated);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(ExchangeReader.IsExchangeFile)
            .Order(StringComparer.Ordinal)
            .Select(file => ExchangeReader.Read(file, File.ReadAllText(file)))
            .ToList();
        if (files.Count == 0)
        {
            throw new ExchangeException(folder, ["there is no YAML file in a folder with the name 'exchanges'"]);
        }

        var assembly = new GeneratedAssembly(generated);
        return [.. files.SelectMany(file => Tests(file, assembly))];
    }

    private static IEnumerable<ExchangeTest> Tests(ExchangeFile file, GeneratedAssembly assembly)
    {
        if (file.Diagnostics.Count > 0)
        {
            throw new ExchangeException(
                file.File,
                [.. file.Diagnostics.Select(problem => $"line {problem.Location.Span.Line + 1}: {problem.Rule.Id} {problem.Message}")]);
        }

        var (method, webhook) = (assembly.Method(file.SpecId), assembly.Webhook(file.SpecId));
        if (method is null && webhook?.Profile.Api != file.SpecId)
        {
            throw new ExchangeException(
                file.File,
                [$"the assembly {assembly.Name} has no types of the spec {file.SpecId}: add <ApmSpec Include=\"{file.SpecId}\" /> to its project"]);
        }

        // A setting that one request does not have can be that of another.
        foreach (var step in method is null ? [] : file.Exchanges.SelectMany(exchange => exchange.Steps).Where(step => !step.IsWebhook))
        {
            method!.Recorded.Add(method, step);
        }

        var payments = new Lazy<List<Payment>>(() => method is null ? [] : [.. GeneratedPayments.Of(method, file)]);
        return file.Exchanges.Select(exchange => new ExchangeTest(file, exchange, method, webhook, payments));
    }
}
