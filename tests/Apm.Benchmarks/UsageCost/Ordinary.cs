using System.Globalization;

namespace Apm.Benchmarks.UsageCost;

/// <summary>Code that has nothing to do with payments: data classes, LINQ, async, texts, switches, loops.</summary>
internal static class Ordinary
{
    /// <summary>What all files use.</summary>
    public const string Shared = """
        namespace Benchmark;

        public sealed record OrderLine(string Article, int Quantity, decimal Price);

        public sealed class Logger
        {
            public void Log(string message, string detail, int count) => Console.WriteLine($"{message} {detail} {count}");
        }

        """;

    public static string Head(int file)
    {
        var number = file.ToString(CultureInfo.InvariantCulture);
        return $$"""
            using System.Text;

            namespace Benchmark;

            public enum Stage{{number}}
            {
                Open,
                Packed,
                Sent,
                Returned,
            }

            public sealed class Item{{number}}
            {
                public int Id { get; set; }
                public string Name { get; set; } = "";
                public string? Reference { get; set; }
                public decimal Value { get; set; }
                public DateTime Created { get; set; }
                public Stage{{number}} Stage { get; set; }
                public List<string> Tags { get; set; } = [];
            }

            public sealed record Summary{{number}}(int Count, decimal Total, string Text);

            public sealed class Service{{number}}(Logger logger)
            {
                private readonly Dictionary<int, Item{{number}}> _items = [];

            """;
    }

    /// <param name="seed">Makes the constants of methods differ.</param>
    /// <param name="method">The how-manieth of its class, which decides what it does.</param>
    public static string Method(int seed, int method) => s_kinds[method % s_kinds.Length]
        .Replace("§", method.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("¤", (seed % 97 + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("¶", (seed - method).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static readonly string[] s_kinds =
    [
        """

            public Summary¶ Summarise§(IEnumerable<Item¶> items, decimal least)
            {
                var chosen = items
                    .Where(item => item.Value >= least && item.Stage != Stage¶.Returned)
                    .OrderByDescending(item => item.Created)
                    .ThenBy(item => item.Name)
                    .Take(¤)
                    .ToList();
                var total = chosen.Sum(item => item.Value);
                var text = string.Join(", ", chosen.Select(item => $"{item.Id}: {item.Name}"));
                logger.Log("summarised", text, chosen.Count);
                return new Summary¶(chosen.Count, total, text);
            }

        """,
        """

            public async Task<int> Import§Async(TextReader reader, CancellationToken cancellationToken)
            {
                var count = 0;
                while (await reader.ReadLineAsync(cancellationToken) is { } line)
                {
                    var cells = line.Split(';');
                    if (cells.Length < 3 || !int.TryParse(cells[0], out var id))
                    {
                        logger.Log("skipped", line, count);
                        continue;
                    }

                    _items[id] = new Item¶
                    {
                        Id = id,
                        Name = cells[1].Trim(),
                        Reference = cells[2].Length == 0 ? null : "R-" + cells[2],
                        Value = decimal.TryParse(cells[^1], out var value) ? value : ¤m,
                        Created = DateTime.UtcNow,
                        Stage = Stage¶.Open,
                    };
                    count++;
                }

                return count;
            }

        """,
        """

            public string Print§(Item¶ item)
            {
                var text = new StringBuilder();
                text.Append("Item ").Append(item.Id).AppendLine();
                text.Append("  name: ").AppendLine(item.Name);
                if (item.Reference is { Length: > 0 } reference)
                {
                    text.Append("  reference: ").AppendLine(reference);
                }

                for (var index = 0; index < item.Tags.Count; index++)
                {
                    text.Append(index == 0 ? "  tags: " : ", ").Append(item.Tags[index]);
                }

                return text.ToString();
            }

        """,
        """

            public decimal Discount§(Item¶ item, int years) => (item.Stage, years) switch
            {
                (Stage¶.Returned, _) => 0m,
                (_, > 10) => item.Value * 0.15m,
                (_, > 5) when item.Tags.Contains("loyal") => item.Value * 0.1m + ¤,
                (Stage¶.Open, > 1) => item.Value * 0.05m,
                _ => 0m,
            };

        """,
        """

            public bool Move§(int id, Stage¶ to)
            {
                if (!_items.TryGetValue(id, out var item))
                {
                    logger.Log("unknown item", id.ToString(), ¤);
                    return false;
                }

                switch (item.Stage)
                {
                    case Stage¶.Open when to == Stage¶.Packed:
                    case Stage¶.Packed when to == Stage¶.Sent:
                        item.Stage = to;
                        item.Tags.Add("moved");
                        return true;
                    case Stage¶.Sent when to == Stage¶.Returned:
                        item.Stage = to;
                        item.Value = 0m;
                        item.Reference = null;
                        return true;
                    default:
                        logger.Log("not moved", item.Name, (int)to);
                        return false;
                }
            }

        """,
        """

            public Dictionary<string, decimal> Totals§(IReadOnlyList<OrderLine> lines)
            {
                var totals = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase);
                foreach (var line in lines)
                {
                    var price = line.Price;
                    if (line.Quantity > ¤)
                    {
                        price -= price / 10m;
                    }

                    var key = line.Article.Length == 0 ? "other" : line.Article;
                    totals[key] = totals.TryGetValue(key, out var known) ? known + price * line.Quantity : price * line.Quantity;
                }

                return totals;
            }

        """,
        """

            public Item¶ Copy§(Item¶ item, string name)
            {
                try
                {
                    ArgumentException.ThrowIfNullOrEmpty(name);
                    var copy = new Item¶
                    {
                        Id = item.Id + ¤,
                        Name = name,
                        Reference = item.Reference ?? "none",
                        Value = Math.Round(item.Value, 2),
                        Created = item.Created.AddDays(1),
                        Stage = item.Stage,
                        Tags = [.. item.Tags, "copy"],
                    };
                    _items.Add(copy.Id, copy);
                    return copy;
                }
                catch (ArgumentException exception)
                {
                    logger.Log("not copied", exception.Message, item.Id);
                    return item;
                }
            }

        """,
    ];
}
