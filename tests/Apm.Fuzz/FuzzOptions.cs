using System.Globalization;

namespace Apm.Fuzz;

/// <summary>What a campaign is told on the command line.</summary>
/// <param name="Command">Which campaign; <c>all</c> for one after the other.</param>
/// <param name="Count">How many cases; null for as many as the campaign has by default.</param>
/// <param name="Seed">The same seed makes the same cases.</param>
/// <param name="Minutes">When to stop early; null for never.</param>
internal sealed record FuzzOptions(string Command, int? Count = null, ulong Seed = 1, double? Minutes = null)
{
    public const string Usage = """
        Usage: dotnet run -c Release --project tests/Apm.Fuzz -- COMMAND [--count N] [--seed N] [--minutes N]

          read       1,000,000 mutated texts through reader and binder
          random     10,000 random specs through reader and binder
          generate   20,000 random and mutated specs through the generator, with the output compiled
          bodies     1,000,000 request bodies through the generated validators and the sandbox's interpreter
          cost       crafted texts of 256 KiB, and 2,000 repeated ones, against 1 s and 200 MiB
          all        each of these in turn

        Ctrl+C ends a campaign with its sums. The exit code is 1 where something was found.
        """;

    /// <returns>Null where the arguments say nothing that can be done.</returns>
    public static FuzzOptions? Parse(string[] args)
    {
        var options = new FuzzOptions(args.FirstOrDefault() ?? "");
        for (var i = 1; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            var read = (args[i], value) switch
            {
                ("--count", _) when int.TryParse(value, CultureInfo.InvariantCulture, out var count) && count > 0 => options with { Count = count },
                ("--seed", _) when ulong.TryParse(value, CultureInfo.InvariantCulture, out var seed) => options with { Seed = seed },
                ("--minutes", _) when double.TryParse(value, CultureInfo.InvariantCulture, out var minutes) && minutes > 0 => options with
                {
                    Minutes = minutes,
                },
                _ => null,
            };
            if (read is null)
            {
                return null;
            }

            options = read;
        }

        return options;
    }
}
