using Apm.Specs;

namespace Apm.MethodsPage;

/// <summary>Which recorded exchanges confirm the operations of a method.</summary>
internal sealed class Confirmations(IEnumerable<ExchangeFile> files)
{
    private static readonly string[] s_words = ["published", "from our reading", "not confirmed"];

    private readonly ILookup<string, RecordedExchange> _exchanges =
        files.SelectMany(file => file.Exchanges.Select(exchange => (file.SpecId, exchange))).ToLookup(one => one.SpecId, one => one.exchange);

    /// <summary>Reads the files of exchanges below a folder.</summary>
    public static Confirmations In(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(ExchangeReader.IsExchangeFile)
            .Order(StringComparer.Ordinal)
            .Select(file => ExchangeReader.Read(file, File.ReadAllText(file))));

    /// <summary>The operations of a method, by what confirms them.</summary>
    public string Of(MethodModel method)
    {
        string[] operations = [OperationId.Pay, OperationId.Query, .. method.Operations.Select(operation => operation.Id)];
        return string.Join("; ", operations
            .GroupBy(operation => Kind(method, operation))
            .OrderBy(group => group.Key)
            .Select(group => $"{string.Join(", ", group)} {s_words[(int)group.Key]}"));
    }

    private Confirmation Kind(MethodModel method, string operation)
    {
        // A refused request confirms a rule, and not the operation.
        var all = _exchanges[method.SpecId].Where(exchange => exchange.Steps.Any(step => step.Operation == operation && step.Refusal is null)).ToList();
        return all.Any(exchange => exchange.IsPublished) ? Confirmation.Published
            : all.Count > 0 ? Confirmation.OwnReading
            : Confirmation.None;
    }

    private enum Confirmation
    {
        Published,
        OwnReading,
        None,
    }
}
