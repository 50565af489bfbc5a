using Apm.Specs;

namespace Apm.Catalogue.Tests.Exchanges;

/// <summary>The recorded exchanges beside the shipped specs.</summary>
internal static class PackedExchanges
{
    public static IReadOnlyList<ExchangeFile> Files { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, "specs"), "*.yaml", SearchOption.AllDirectories)
            .Where(ExchangeReader.IsExchangeFile)
            .Order(StringComparer.Ordinal)
            .Select(file => ExchangeReader.Read(file, File.ReadAllText(file))),
    ];

    /// <summary>Rows of a file's spec and an exchange's name.</summary>
    public static TheoryData<string, string> All { get; } = [.. Files.SelectMany(file => file.Exchanges.Select(exchange => (file.SpecId, exchange.Name)))];

    public static RecordedExchange Of(string spec, string name) =>
        Files.Where(file => file.SpecId == spec).SelectMany(file => file.Exchanges).Single(exchange => exchange.Name == name);
}
