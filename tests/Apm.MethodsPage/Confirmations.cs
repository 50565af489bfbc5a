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

    /// <summary>The types of webhooks of an API that an exchange has, or that are no statuses, by what confirms them.</summary>
    public string OfWebhooks(ApiModel api)
    {
        var all = _exchanges[api.Id].SelectMany(exchange => exchange.Steps.Select(step => (exchange, step.Reading.Type)))
            .Where(one => one.Type is not null)
            .ToLookup(one => one.Type!, one => one.exchange);
        var known = (api.Webhooks?.Types ?? default).Concat(api.Statuses).Select(status => status.Status).ToList();
        return string.Join("; ", known
            .Where(type => all.Contains(type) || (api.Webhooks?.Types ?? default).Any(other => other.Status == type))
            .GroupBy(type => Kind([.. all[type]]))
            .OrderBy(group => group.Key)
            .Select(group => $"{string.Join(", ", group)} {s_words[(int)group.Key]}"));
    }

    private Confirmation Kind(MethodModel method, string operation)
    {
        // A refused request confirms a rule, and an error confirms a name. Neither confirms that the method has the operation.
        var all = _exchanges[method.SpecId].Where(exchange => exchange.Steps.Any(step =>
            step.Operation == operation && step is { Refusal: null, Response: null or { Status: < 400 } })).ToList();
        return Kind(all);
    }

    private static Confirmation Kind(List<RecordedExchange> all) => all.Any(exchange => exchange.IsPublished) ? Confirmation.Published
        : all.Count > 0 ? Confirmation.OwnReading
        : Confirmation.None;

    private enum Confirmation
    {
        Published,
        OwnReading,
        None,
    }
}
